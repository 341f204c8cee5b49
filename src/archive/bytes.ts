/** The bytes of an input, decompressed. */
import { type FileHandle, open } from 'node:fs/promises'
import { type Compression, compressionOf, decompress } from './decompress.ts'
import { ReadProblem, reasonOf } from './problem.ts'

const CHUNK = 1 << 16

/**
 * @param source A path, or "-" for stdin.
 * @param compression null reads the bytes as they are; undefined goes by their first ones.
 * @param count Is told how many bytes of the file have been read, chunk by chunk.
 * @throws ReadProblem where it ends too early, behind all that could be read.
 */
export async function* bytesOf(
  source: string,
  compression: Compression | null | undefined,
  count: (bytes: number) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const raw = counted(source === '-' ? process.stdin : fileBytes(source), count)
  if (compression === null) return yield* raw
  if (compression !== undefined) return yield* decompress(raw, compression)
  const first = await raw.next()
  if (first.done) return
  const rest = prepended(first.value, raw)
  const found = compressionOf(first.value)
  yield* found ? decompress(rest, found) : rest
}

async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  let file: FileHandle | undefined
  try {
    file = await open(path)
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, null)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw code === 'ENOENT'
      ? new ReadProblem('vanished', 'the file is not there any more')
      : new ReadProblem('unreadable', `cannot be read: ${reasonOf(error)}`)
  } finally {
    await file?.close()
  }
}

async function* counted(input: AsyncIterable<Uint8Array>, count: (bytes: number) => void) {
  for await (const chunk of input) {
    count(chunk.length)
    yield chunk
  }
}

async function* prepended(first: Uint8Array, rest: AsyncIterable<Uint8Array>) {
  yield first
  yield* rest
}
