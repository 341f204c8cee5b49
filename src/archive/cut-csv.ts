/** Rows of CSV as documents: cut at the ends of lines that stand outside of quotes, and read later. */
import { brokenOff, joined, tooLong } from './cut-lines.ts'
import type { Piece } from './pieces.ts'

const LF = 0x0a
const CR = 0x0d
const QUOTE = 0x22

/** Where in a row a byte stands; `closing`: behind a quote that ended them, or is the first of two that mean one. */
type At = 'field' | 'plain' | 'quoted' | 'closing'

/**
 * The rows of each chunk that has arrived, the header among them, without the ends of their lines. A quote is one only where a field
 * begins; what else is wrong with a row is found when it is read. A row whose quotes are never closed costs its first line.
 * @param limit Bytes of the longest row that is read.
 */
export async function* cutCsv(
  input: AsyncIterable<Uint8Array>,
  source: string,
  delimiter: string,
  limit: number,
): AsyncGenerator<readonly Piece[]> {
  const cutter = new RowCutter(source, delimiter.charCodeAt(0), limit)
  try {
    for await (const chunk of input) {
      cutter.scan(chunk)
      yield cutter.take()
    }
    cutter.end()
  } catch (error) {
    cutter.pieces.push(brokenOff(error, cutter.position))
  }
  yield cutter.take()
}

class RowCutter {
  pieces: Piece[] = []
  #at: At = 'field'
  #pending: Uint8Array[] = []
  /** Bytes of the row so far, and line ends inside of it. */
  #length = 0
  #inner = 0
  #line = 1
  #byte = 0
  /** The row is too long to be kept; `told`: and that has been said. */
  #dropped: false | true | 'told' = false

  constructor(
    readonly source: string,
    readonly separator: number,
    readonly limit: number,
  ) {}

  take(): readonly Piece[] {
    const { pieces } = this
    this.pieces = []
    return pieces
  }

  get position() {
    return { source: this.source, line: this.#line + this.#inner, byte: this.#byte + this.#length }
  }

  scan(chunk: Uint8Array): void {
    this.#readAll(chunk)
    while (this.#length > this.limit && !this.#dropped) {
      if (this.#at === 'quoted') this.#readAll(this.#unclosed(`within ${this.limit} bytes`))
      else {
        this.#dropped = true
        this.#pending = []
      }
    }
  }

  end(): void {
    while (this.#at === 'quoted') this.#readAll(this.#unclosed('before the end of the file'))
    if (this.#length > 0) this.#row()
  }

  #readAll(bytes: Uint8Array | undefined): void {
    for (let rest = bytes; rest; ) rest = this.#read(rest)
  }

  /** @returns What has to be read once more, because a row turned out to end before. */
  #read(chunk: Uint8Array): Uint8Array | undefined {
    let from = 0
    let at = this.#at
    for (let i = 0; i < chunk.length; i++) {
      const unit = chunk[i] as number
      if (at === 'quoted') {
        if (unit === QUOTE) at = 'closing'
        else if (unit === LF) this.#inner++
      } else if (unit === LF) {
        this.#add(chunk.subarray(from, i))
        this.#row()
        at = 'field'
        from = i + 1
      } else if (unit === this.separator) at = 'field'
      else if (unit === QUOTE && at !== 'plain') at = 'quoted'
      else {
        // A quote that ends no field did not belong to the one that was opened some lines before.
        const wrong = at === 'closing' && unit !== CR && this.#inner > 0
        at = 'plain'
        if (!wrong || this.#dropped) continue
        this.#add(chunk.subarray(from))
        return this.#unclosed('before the next one is opened')
      }
    }
    this.#at = at
    this.#add(chunk.subarray(from))
    return undefined
  }

  #add(bytes: Uint8Array): void {
    this.#length += bytes.length
    if (!this.#dropped && bytes.length > 0) this.#pending.push(bytes)
  }

  #row(): void {
    const { source } = this
    const place = { source, line: this.#line, byte: this.#byte }
    if (this.#dropped !== 'told') {
      const bytes = withoutCr(joined(this.#pending))
      if (this.#dropped || bytes.length > this.limit) this.pieces.push(tooLong(place, this.limit, 'row'))
      // A blank line is no row: many a program ends its output with one.
      else if (bytes.length > 0) this.pieces.push({ ...place, bytes })
    }
    this.#next(this.#length + 1)
  }

  #next(consumed: number): void {
    this.#byte += consumed
    this.#line += this.#inner + 1
    this.#inner = 0
    this.#length = 0
    this.#pending = []
    this.#dropped = false
  }

  /** The row's quotes do not close: its first line is broken, and the lines behind it, which this gives back, are rows. */
  #unclosed(where: string): Uint8Array | undefined {
    const { source } = this
    const place = { source, line: this.#line, byte: this.#byte }
    this.pieces.push({ ...place, id: null, code: 'bad-csv', message: `a quote is opened and not closed ${where}` })
    const bytes = joined(this.#pending)
    const end = bytes.indexOf(LF)
    if (end < 0) {
      this.#at = 'plain'
      this.#dropped = 'told'
      this.#pending = []
      return undefined
    }
    this.#inner = 0
    this.#next(end + 1)
    this.#at = 'field'
    return bytes.subarray(end + 1)
  }
}

const withoutCr = (bytes: Uint8Array) => (bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes)
