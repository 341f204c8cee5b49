import { once } from 'node:events'

/** Writes to stdout and waits until there is room for more. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** Waits until all that was written has been taken. */
export const flushed = () => new Promise<void>((resolve) => void process.stdout.write('', () => resolve()))

/** A message for people: on stderr, so that stdout holds results alone. */
export function complain(message: string): void {
  process.stderr.write(`trichluc: ${message}\n`)
}

/** A reader that has seen enough (`| head`) closes the pipe: that is no error of ours. */
export function mindPipes(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
    complain(`stdout: ${error.message}`)
    process.exit(1)
  })
  process.stderr.on('error', () => {})
}

export const colours = () => process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb'
