/** Decompression of streams that may be broken: what can be read is given, then it is said where and why it ends. */
import zlib from 'node:zlib'
import { Decompress } from 'fzstd'
import { ReadProblem } from './problem.ts'

export const compressions = ['gzip', 'zstd', 'brotli'] as const
export type Compression = (typeof compressions)[number]

type Bytes = AsyncIterable<Uint8Array>

/**
 * @param input Compressed bytes; gzip may have many members, zstd many frames.
 * @throws ReadProblem `truncated` or `bad-compression`, behind all that could be read.
 */
export function decompress(input: Bytes, compression: Compression): AsyncGenerator<Uint8Array> {
  switch (compression) {
    case 'gzip':
      return throughZlib(input, zlib.createGunzip(), compression)
    case 'brotli':
      return throughZlib(input, zlib.createBrotliDecompress(), compression)
    case 'zstd': {
      // Node has it since 22.15.
      const native = (zlib as { createZstdDecompress?: () => zlib.Gunzip }).createZstdDecompress
      return native ? throughZlib(input, native(), compression) : throughFzstd(input)
    }
  }
}

/** The compression that the first bytes tell; brotli has no mark. */
export function compressionOf(head: Uint8Array): Compression | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  return head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd ? 'zstd' : null
}

/** Not by a pipe: when a stream fails, what it had given and nobody had read yet would be lost. */
async function* throughZlib(
  input: Bytes,
  stream: zlib.Gunzip | zlib.BrotliDecompress,
  compression: Compression,
): AsyncGenerator<Uint8Array> {
  const output: Uint8Array[] = []
  let fail: (error: Error) => void = () => {}
  let failure: Error | undefined
  stream.on('data', (chunk: Uint8Array) => output.push(chunk))
  stream.on('error', (error: Error) => {
    failure = error
    fail(error)
  })
  let [read, before] = [0, 0]
  const step = (act: (done: () => void) => void) =>
    new Promise<void>((resolve, reject) => {
      if (failure) return reject(failure)
      fail = reject
      act(resolve)
    })
  try {
    for await (const chunk of input) {
      before = read
      read += chunk.length
      await step((done) => stream.write(chunk, () => done()))
      yield* output.splice(0)
    }
    await step((done) => {
      stream.once('end', done)
      stream.end()
    })
    yield* output.splice(0)
  } catch (error) {
    if (error !== failure || !failure) throw error
    yield* output.splice(0)
    throw problemOf(compression, failure, read, before)
  } finally {
    stream.destroy()
  }
}

function problemOf(compression: Compression, { code, message }: NodeJS.ErrnoException, read: number, before: number) {
  return code === 'Z_BUF_ERROR' || /unexpected end/i.test(message)
    ? truncated(compression, read)
    : new ReadProblem(
        'bad-compression',
        `the ${compression} data are broken between byte ${before} and byte ${read} of the file (${message})`,
      )
}

const truncated = (compression: Compression, read: number) =>
  new ReadProblem('truncated', `the file ends at byte ${read}, before its ${compression} data do`)

async function* throughFzstd(input: Bytes): AsyncGenerator<Uint8Array> {
  const output: Uint8Array[] = []
  const decoder = new Decompress((chunk) => {
    // The decoder uses its buffer again.
    if (chunk.length > 0) output.push(chunk.slice())
  })
  let [read, before] = [0, 0]
  const push = (chunk: Uint8Array, last: boolean) => {
    try {
      decoder.push(chunk, last)
    } catch (error) {
      const { message } = error as Error
      return last && /unexpected EOF/i.test(message)
        ? truncated('zstd', read)
        : problemOf('zstd', error as Error, read, before)
    }
    return undefined
  }
  let problem: ReadProblem | undefined
  for await (const chunk of input) {
    before = read
    read += chunk.length
    problem = push(chunk, false)
    yield* output.splice(0)
    if (problem) throw problem
  }
  problem = push(new Uint8Array(0), true)
  yield* output.splice(0)
  if (problem) throw problem
}
