/** Offsets in code points, which most formats of annotations count, beside JavaScript's own. */
import type { Extraction } from '../index.ts'

/** An article with what it is called elsewhere. */
export interface Source {
  /** An identifier, or an address where the format wants one. */
  readonly id: string
  /** The text that was given to `extract`. */
  readonly text: string
}

/** A span with its type, in UTF-16 code units of the text: what comes back from a format. */
export interface Annotation {
  readonly type: string
  readonly start: number
  readonly end: number
  /** The fact's fields, where the format carries them. */
  readonly fields?: Readonly<Record<string, unknown>>
}

/** A file or object that is not of the format; the message names the place. */
export class FormatError extends Error {
  override readonly name = 'FormatError'
}

/** @throws TypeError where the offsets are of another unit than JavaScript's. */
export function utf16({ offsets, facts }: Extraction): Extraction['facts'] {
  if (offsets !== 'utf16')
    throw new TypeError(`trichluc: expected an extraction with offsets in utf16, got one in ${offsets}`)
  return facts
}

/** Converts between both units. An offset inside a surrogate pair counts as the one behind the pair. */
export class CodePoints {
  /** For each code point its offset in UTF-16; one more for the end. */
  private readonly starts: readonly number[] | undefined

  constructor(private readonly text: string) {
    if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return
    const starts: number[] = []
    let at = 0
    for (const point of text) {
      starts.push(at)
      at += point.length
    }
    starts.push(at)
    this.starts = starts
  }

  get length(): number {
    return this.starts ? this.starts.length - 1 : this.text.length
  }

  fromUtf16(offset: number): number {
    const { starts } = this
    if (!starts) return offset
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** @throws FormatError for a span that the text does not have. */
  toUtf16(start: unknown, end: unknown, where: string): { start: number; end: number } {
    if (!Number.isInteger(start) || !Number.isInteger(end) || (start as number) < 0 || (end as number) > this.length)
      throw new FormatError(`${where}: expected offsets from 0 to ${this.length}, got ${start} and ${end}`)
    if ((start as number) >= (end as number)) throw new FormatError(`${where}: the span ${start} to ${end} is empty`)
    const at = (offset: unknown) => (this.starts ? (this.starts[offset as number] as number) : (offset as number))
    return { start: at(start), end: at(end) }
  }
}

/** Fields that all facts have; the others are what a fact says. */
const COMMON = new Set(['type', 'start', 'end', 'text', 'rule', 'confidence', 'inferred', 'mentions'])

/** What a fact says, without what says where it stands. */
export const fieldsOf = (fact: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fact).filter(([name]) => !COMMON.has(name)))
