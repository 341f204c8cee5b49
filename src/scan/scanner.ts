/**
 * One pass over normalised text: words, numbers and marks as flat arrays, no objects and no substrings. What begins with a digit is
 * given to the composite patterns, which are bounded, so the scan is linear.
 */
import { patterns } from '../../grammars/_shared/patterns.generated.ts'
import { letterTables, TABLE_SIZE, UPPER } from '../text/vietnamese.ts'
import { readWord, type SymbolTable, type WordKey } from './symbols.ts'

/** Kinds of token. From `Number` on they begin with a digit. */
export enum Token {
  Word = 0,
  Mark = 1,
  /** A line end: no fact spans it. */
  Break = 2,
  Number = 3,
  /** 1.200.000 */
  Grouped = 4,
  /** 24/11 */
  Pair = 5,
  /** 11/2023 */
  MonthYear = 6,
  /** 24/11/2023 */
  DayMonthYear = 7,
  /** 5-6/3/2024 */
  DayRange = 8,
  /** 8h30 */
  Clock = 9,
  /** 45-NQ/TW */
  Code = 10,
}

/** How a word is written. */
export enum Shape {
  Lower = 0,
  Capital = 1,
  /** Two letters or more, all upper case. */
  AllCaps = 2,
}

export interface TokenStream {
  readonly text: string
  readonly length: number
  /** A `Token` for each token. */
  readonly kind: Uint8Array
  /** Offsets in the normalised text, half-open. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** Number of the word or mark in the lexicon's symbol table, 0 for one that no lexicon has. */
  readonly symbol: Int32Array
  /** A `Shape` for each word. */
  readonly shape: Uint8Array
}

/** Composite patterns in the order in which they are tried; the first that matches wins. */
const composites: readonly (readonly [Token, RegExp])[] = [
  [Token.Code, patterns.code],
  [Token.DayMonthYear, patterns.dayMonthYear],
  [Token.DayRange, patterns.dayRange],
  [Token.Grouped, patterns.grouped],
  [Token.MonthYear, patterns.monthYear],
  [Token.Clock, patterns.clock],
  [Token.Pair, patterns.pair],
  [Token.Number, patterns.number],
]

export function scan(text: string, symbols: SymbolTable): TokenStream {
  const { letter: letters } = letterTables()
  let capacity = (text.length >> 1) + 16
  let kind = new Uint8Array(capacity)
  let start = new Int32Array(capacity)
  let end = new Int32Array(capacity)
  let symbol = new Int32Array(capacity)
  let shape = new Uint8Array(capacity)
  let length = 0
  const size = text.length
  const word: WordKey = { end: 0, capitals: 0, low: 0, high: 0 }

  for (let i = 0; i < size; ) {
    const code = text.charCodeAt(i)
    if (code === 0x20 || code === 0x0d) {
      i++
      continue
    }
    if (length === capacity) {
      capacity *= 2
      kind = grown(kind, new Uint8Array(capacity))
      start = grown(start, new Int32Array(capacity))
      end = grown(end, new Int32Array(capacity))
      symbol = grown(symbol, new Int32Array(capacity))
      shape = grown(shape, new Uint8Array(capacity))
    }
    start[length] = i
    if (code < TABLE_SIZE && letters[code]) {
      readWord(text, i, word)
      symbol[length] = symbols.find(word)
      const { capitals, end: behind } = word
      shape[length] =
        capitals === 0
          ? Shape.Lower
          : capitals === behind - i && capitals > 1
            ? Shape.AllCaps
            : (letters[code] as number) & UPPER
              ? Shape.Capital
              : Shape.Lower
      i = behind
    } else if (code >= 0x30 && code <= 0x39) {
      i = scanNumber(text, i, kind, length)
    } else if (code === 0x0a) {
      kind[length] = Token.Break
      i++
    } else {
      kind[length] = Token.Mark
      symbol[length] = symbols.findMark(code)
      i++
    }
    end[length] = i
    length++
  }
  return { text, length, kind, start, end, symbol, shape }
}

/** Longest run of digits that is looked at as a number; a longer one is cut into pieces, so that the scan stays linear. */
const MOST_DIGITS = 15

function scanNumber(text: string, at: number, kind: Uint8Array, index: number): number {
  let digits = at + 1
  while (digits - at < MOST_DIGITS && isDigit(text.charCodeAt(digits))) digits++
  const next = text.charCodeAt(digits)
  // Most numbers are followed by a space and a lower-case word; only what may be a composite is tried as one.
  const plain = Number.isNaN(next) || digits - at > 6 || (next === 0x20 && !mayGoOn(text.charCodeAt(digits + 1)))
  for (const [token, pattern] of plain ? numberOnly : composites) {
    pattern.lastIndex = at
    if (!pattern.test(text)) continue
    kind[index] = token
    return pattern.lastIndex
  }
  kind[index] = Token.Number
  return digits
}
const numberOnly = composites.slice(-1)
const isDigit = (code: number) => code >= 0x30 && code <= 0x39
/** Behind a space: - / of a spaced code or date, a capital of "15/2020 NQ-HĐND", g and h of a clock time. */
const mayGoOn = (code: number) =>
  code === 0x2d || code === 0x2f || code === 0x67 || code === 0x68 || (code >= 0x41 && code <= 0x5a) || code === 0x110

function grown<T extends Uint8Array | Int32Array>(from: T, into: T): T {
  into.set(from)
  return into
}
