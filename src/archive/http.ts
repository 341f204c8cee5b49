/** What an HTTP server sent, as crawlers keep it: headers, then a body that may be chunked and compressed. */
import zlib from 'node:zlib'
import { decompress as unzstd } from 'fzstd'

export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'
}

export interface Head {
  readonly first: string
  /** By their names in small letters; of several with one name the last. */
  readonly fields: ReadonlyMap<string, string>
  /** Bytes up to the body. */
  readonly length: number
}

const MOST_HEAD = 1 << 16

/** A first line and fields up to a blank line: the form that HTTP and WARC share. undefined where no blank line ends them. */
export function headOf(bytes: Uint8Array): Head | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MOST_HEAD)).toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)
  if (!end) return undefined
  // Where it ends is counted in bytes; what it says may be UTF-8.
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, end.index).toString()
  const [first = '', ...lines] = head.split(/\r?\n/)
  const fields = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { first, fields, length: end.index + end[0].length }
}

/**
 * The body without chunks and compression.
 * @throws HttpProblem where it is broken, or longer than what is read.
 */
export function bodyOf(bytes: Uint8Array, fields: Head['fields'], mostBytes: number): Uint8Array {
  let body = /chunked/i.test(fields.get('transfer-encoding') ?? '') ? withoutChunks(bytes) : bytes
  const encodings = (fields.get('content-encoding') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
  for (const encoding of encodings.reverse()) body = unfolded(body, encoding, mostBytes)
  return body
}

/** Crawlers often take the chunks away and leave the header: what does not begin like one is taken as it is. */
function withoutChunks(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (!/^[0-9a-f]+[ \t]*(?:;[^\r\n]*)?\r?\n/i.test(buffer.subarray(0, 256).toString('latin1'))) return bytes
  const chunks: Uint8Array[] = []
  for (let at = 0; ; ) {
    const end = buffer.indexOf('\n', at)
    const size = end < 0 ? Number.NaN : Number.parseInt(buffer.subarray(at, end).toString('latin1'), 16)
    if (Number.isNaN(size)) throw new HttpProblem(`the chunks of the body break off at its byte ${at}`)
    if (size === 0) return Buffer.concat(chunks)
    if (end + 1 + size > buffer.length)
      throw new HttpProblem(
        `a chunk of the body says that it has ${size} bytes, and there are ${buffer.length - end - 1}`,
      )
    chunks.push(buffer.subarray(end + 1, end + 1 + size))
    at = end + 1 + size
    if (buffer[at] === 0x0d) at++
    if (buffer[at] === 0x0a) at++
  }
}

function unfolded(body: Uint8Array, encoding: string, mostBytes: number): Uint8Array {
  const limits = { maxOutputLength: mostBytes }
  try {
    switch (encoding) {
      case '':
      case 'identity':
        return body
      case 'gzip':
      case 'x-gzip':
        return isGzip(body) ? zlib.gunzipSync(body, limits) : body
      case 'deflate':
        return (body[0] ?? 0) % 16 === 8 ? zlib.inflateSync(body, limits) : zlib.inflateRawSync(body, limits)
      case 'br':
        return zlib.brotliDecompressSync(body, limits)
      case 'zstd':
        return unzstd(body)
    }
  } catch (error) {
    throw new HttpProblem(`the body cannot be read as ${encoding}: ${(error as Error).message}`)
  }
  throw new HttpProblem(`the body's encoding "${encoding}" is not known`)
}

/** Crawlers often decompress and leave the header. */
const isGzip = (body: Uint8Array) => body[0] === 0x1f && body[1] === 0x8b
