/** An input that cannot be read any further. It costs its rest, not the other inputs. */
export class ReadProblem extends Error {
  override readonly name = 'ReadProblem'
  constructor(
    /** Short and stable, for programs: "truncated". */
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** What ends a run: wrong usage, or a file that cannot be read or written. */
export class BatchError extends Error {
  override readonly name = 'BatchError'
  constructor(
    readonly kind: 'usage' | 'io',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** What the system says of a file, in words that say what to do. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOENT':
      return 'there is no such file'
    case 'EISDIR':
      return 'is a directory'
    case 'EACCES':
    case 'EPERM':
      return 'no permission'
    case 'ENOSPC':
      return 'no space left on the device'
    case 'EDQUOT':
      return 'the quota of the device is used up'
    case 'EROFS':
      return 'the device is read-only'
    default:
      return message
  }
}
