/** Records of WARC as documents: cut by their Content-Length, and read later. */
import { brokenOff, tooLong } from './cut-lines.ts'
import type { Piece } from './pieces.ts'

/** Records that hold what a server sent; the others (requests, metadata, repeats) hold no article. */
const CONTENT = /^WARC-Type:[ \t]*(?:response|resource|conversion)[ \t]*\r?$/im
const LENGTH = /^Content-Length:[ \t]*(\d+)[ \t]*\r?$/im
const MOST_HEADER = 1 << 16
const CR = 0x0d
const LF = 0x0a

/**
 * The records with content that have arrived, each with its header. What is no record is broken, up to where the next one begins.
 * @param limit Bytes of the longest record that is read.
 */
export async function* cutWarc(
  input: AsyncIterable<Uint8Array>,
  source: string,
  limit: number,
): AsyncGenerator<readonly Piece[]> {
  const reader = new Reader(input)
  const broken = (byte: number, code: string, message: string): Piece => ({
    ...{ source, line: null, byte, id: null, code, message },
  })
  try {
    for (;;) {
      await reader.skipWhile((unit) => unit === CR || unit === LF)
      const start = reader.position
      if (!(await reader.fill(1))) return
      const header = await readHeader(reader)
      if (header === undefined) {
        // What the reader has may be the rest of a file that was cut off.
        const known = await reader.fill(MOST_HEADER)
        const message = known ? 'there is no WARC record here' : 'a WARC record here has no end of its header'
        yield [broken(start, 'bad-warc', `${message}; reading goes on at the next record`)]
        await reader.skip(1)
        await toNextRecord(reader)
        continue
      }
      const size = Number(LENGTH.exec(header.text)?.[1] ?? Number.NaN)
      if (!Number.isSafeInteger(size)) {
        yield [broken(start, 'bad-warc', 'a WARC record without a Content-Length; reading goes on at the next record')]
        await reader.skip(header.length)
        await toNextRecord(reader)
        continue
      }
      if (header.length + size > limit || !CONTENT.test(header.text)) {
        const wanted = CONTENT.test(header.text) && (await mayBeText(reader, header.length))
        const there = await reader.skip(header.length + size)
        if (there < header.length + size) {
          yield [broken(start, 'truncated', cutOff(size, there - header.length))]
          return
        }
        if (wanted) yield [tooLong({ source, line: null, byte: start }, limit, 'WARC record')]
        continue
      }
      if (!(await reader.fill(header.length + size))) {
        yield [broken(start, 'truncated', cutOff(size, reader.available - header.length))]
        // A length that is too great may have swallowed the records behind it.
        await reader.skip(header.length)
        await toNextRecord(reader)
        continue
      }
      if (!(await endsHere(reader, header.length + size))) {
        yield [broken(start, 'bad-warc', `a WARC record does not end behind the ${size} bytes that it says it has`)]
        await reader.skip(header.length)
        await toNextRecord(reader)
        continue
      }
      yield [{ source, line: null, byte: start, bytes: reader.peek(header.length + size) }]
      await reader.skip(header.length + size)
    }
  } catch (error) {
    yield [brokenOff(error, { source, line: null, byte: reader.position + reader.available })]
  }
}

const cutOff = (size: number, there: number) =>
  `a WARC record says that it has ${size} bytes, and there are ${Math.max(0, there)}`

/** undefined where there is none. */
async function readHeader(reader: Reader): Promise<{ readonly text: string; readonly length: number } | undefined> {
  for (let want = 1024; ; want *= 2) {
    const more = await reader.fill(want)
    const text = Buffer.from(reader.peek(Math.min(reader.available, want))).toString('latin1')
    if (!text.startsWith('WARC/'.slice(0, text.length))) return undefined
    const end = /\r?\n\r?\n/.exec(text)
    if (end) return { text: text.slice(0, end.index), length: end.index + end[0].length }
    if (!more || want >= MOST_HEADER) return undefined
  }
}

/** Behind a record come two line ends, or nothing more. */
async function endsHere(reader: Reader, length: number): Promise<boolean> {
  await reader.fill(length + 1)
  const next = reader.at(length)
  return next === undefined || next === CR || next === LF
}

/** Whether the headers that a server sent let a record be a text. */
async function mayBeText(reader: Reader, from: number): Promise<boolean> {
  await reader.fill(from + 4096)
  const text = Buffer.from(reader.peek(Math.min(reader.available, from + 4096))).toString('latin1')
  return !/^Content-Type:[ \t]*(?=\S)(?!text\/|application\/http|application\/xhtml)/im.test(text)
}

async function toNextRecord(reader: Reader): Promise<void> {
  const mark = Buffer.from('\nWARC/')
  while (await reader.fill(mark.length)) {
    const found = reader.find(mark)
    await reader.skip(found < 0 ? reader.available - mark.length + 1 : found + 1)
    if (found >= 0) return
  }
  await reader.skip(reader.available)
}

/** Bytes of a stream, as many ahead as are asked for. */
class Reader {
  #buffer: Buffer = Buffer.alloc(0)
  #from = 0
  #ended = false
  #failure: unknown
  readonly #input: AsyncIterator<Uint8Array>
  /** Of the first byte that has not been skipped. */
  position = 0

  constructor(input: AsyncIterable<Uint8Array>) {
    this.#input = input[Symbol.asyncIterator]()
  }

  get available(): number {
    return this.#buffer.length - this.#from
  }

  /**
   * Whether so many bytes are there.
   * @throws what the input threw, when all before it has been taken.
   */
  async fill(length: number): Promise<boolean> {
    if (this.available >= length) return true
    const chunks: Uint8Array[] = [this.#buffer.subarray(this.#from)]
    let size = this.available
    try {
      while (size < length && !this.#ended) {
        const { done, value } = await this.#input.next()
        if (done) this.#ended = true
        else {
          chunks.push(value)
          size += value.length
        }
      }
    } catch (error) {
      // What came before the error is read first; then it is said where the input breaks off.
      this.#ended = true
      this.#failure = error
    }
    this.#buffer = Buffer.concat(chunks)
    this.#from = 0
    if (size === 0 && this.#failure !== undefined) throw this.#failure
    return size >= length
  }

  peek(length: number): Uint8Array {
    return this.#buffer.subarray(this.#from, this.#from + length)
  }

  at(offset: number): number | undefined {
    return this.#buffer[this.#from + offset]
  }

  find(mark: Uint8Array): number {
    const found = this.#buffer.indexOf(mark, this.#from)
    return found < 0 ? -1 : found - this.#from
  }

  /** @returns How many bytes there were to skip. */
  async skip(length: number): Promise<number> {
    let left = length
    while (left > 0 && (this.available > 0 || (await this.fill(1)))) {
      const step = Math.min(left, this.available)
      this.#from += step
      this.position += step
      left -= step
    }
    return length - left
  }

  async skipWhile(matches: (unit: number) => boolean): Promise<void> {
    while ((this.available > 0 || (await this.fill(1))) && matches(this.at(0) as number)) await this.skip(1)
  }
}
