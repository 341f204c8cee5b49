import { readFileSync } from 'node:fs'
import { decodeUtf8, NotUtf8 } from '../jsonl/utf8.ts'

/** A file that cannot be read as an article; the message names the file and says what to do about it. */
export class FileError extends Error {}

/** The text of an article's file, byte-order mark and line ends as they stand. */
export function readArticle(path: string): string {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw new FileError(`${path}: ${reason(error as NodeJS.ErrnoException)}`)
  }
  try {
    return decodeUtf8(bytes)
  } catch (error) {
    if (error instanceof NotUtf8) throw new FileError(`${path}: ${error.message}`)
    throw new FileError(`${path}: ${(error as Error).message}`)
  }
}

function reason(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOENT':
      return 'there is no such file'
    case 'EISDIR':
      return 'is a directory; name the files in it'
    case 'EACCES':
    case 'EPERM':
      return 'no permission to read it'
    default:
      return error.message
  }
}
