/**
 * One pass over normalised text: words, numbers and marks as flat arrays, no objects and no substrings. What begins with a digit is
 * given to the composite patterns, which are bounded, so the scan is linear.
 */

import { patterns } from '../../grammars/_shared/patterns.generated.ts'
import { unitAt } from '../text/code-unit.ts'
import { letterTables, TABLE_SIZE, UPPER } from '../text/vietnamese.ts'
import { type SymbolTable, WordKey } from './symbols.ts'

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

/** Tokens by their index. The arrays may be longer than the stream. */
export interface TokenStream {
  readonly text: string
  readonly length: number
  /** A `Token` for each token. */
  readonly kind: Uint8Array
  /** Offsets in the normalised text, half-open. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** Number of the word or mark in the lexicons' symbol table, 0 for one that no lexicon has. */
  readonly symbol: Int32Array
  /** A `Shape` for each word. */
  readonly shape: Uint8Array
  /** The lexicons of which a term begins here, as bits; see `Lexicons.scan`. */
  readonly starts: Int32Array
  /** The longest term of any lexicon that begins here, as a node of their trie; 0 for none. */
  readonly term: Int32Array
  /** Indexes of the tokens where a term begins and of the numbers, in their order; `anchorCount` of them. */
  readonly anchors: Int32Array
  anchorCount: number
}

/**
 * Room for the tokens of a text. One that is used again for article after article spares the engine the making of eight
 * arrays an article; then the tokens of an article are gone when the next one is scanned.
 */
export class Room {
  kind: Uint8Array
  start: Int32Array
  end: Int32Array
  symbol: Int32Array
  shape: Uint8Array
  starts: Int32Array
  term: Int32Array
  anchors: Int32Array
  /** Tokens of the last article. */
  private used = 0

  /** @param size Tokens that it holds; it grows where that is too few. */
  constructor(public size: number) {
    this.kind = new Uint8Array(size)
    this.start = new Int32Array(size)
    this.end = new Int32Array(size)
    this.symbol = new Int32Array(size)
    this.shape = new Uint8Array(size)
    this.starts = new Int32Array(size)
    this.term = new Int32Array(size)
    this.anchors = new Int32Array(size)
  }

  /** Clears what another article has left behind the tokens of this one: who looks beyond the end finds nothing. */
  clear(from: number): void {
    const { kind, start, end, symbol, shape, starts, term, used } = this
    if (used > from) for (const array of [kind, start, end, symbol, shape, starts, term]) array.fill(0, from, used)
    this.used = from
  }

  grow(): void {
    const { kind, start, end, symbol, shape, used } = this
    Object.assign(this, new Room(this.size * 2))
    this.used = used
    this.kind.set(kind)
    this.start.set(start)
    this.end.set(end)
    this.symbol.set(symbol)
    this.shape.set(shape)
  }
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

/** Reads the words, numbers and marks of a text; which terms they make is not looked at. */
export function scan(text: string, symbols: SymbolTable, room = new Room((text.length >> 1) + 16)): TokenStream {
  const { letter: letters } = letterTables()
  let { kind, start, end, symbol, shape } = room
  let length = 0
  const size = text.length
  const word = new WordKey()

  for (let i = 0; i < size; ) {
    const code = unitAt(text, i)
    if (code === 0x20 || code === 0x0d) {
      i++
      continue
    }
    if (length === room.size) {
      room.grow()
      ;({ kind, start, end, symbol, shape } = room)
    }
    start[length] = i
    const letter = code < TABLE_SIZE ? (letters[code] as number) : 0
    if (letter !== 0) {
      word.read(text, i, letters)
      kind[length] = Token.Word
      symbol[length] = symbols.find(word.low, word.high)
      const { capitals } = word
      shape[length] =
        capitals === 0
          ? Shape.Lower
          : capitals === word.end - i && capitals > 1
            ? Shape.AllCaps
            : letter & UPPER
              ? Shape.Capital
              : Shape.Lower
      i = word.end
    } else {
      shape[length] = Shape.Lower
      if (code >= 0x30 && code <= 0x39) {
        symbol[length] = 0
        i = scanNumber(text, i, kind, length)
      } else {
        kind[length] = code === 0x0a ? Token.Break : Token.Mark
        symbol[length] = code === 0x0a ? 0 : symbols.findMark(code)
        i++
      }
    }
    end[length++] = i
  }
  room.clear(length)
  const { starts, term, anchors } = room
  return { text, length, kind, start, end, symbol, shape, starts, term, anchors, anchorCount: 0 }
}

/** Longest run of digits that is looked at as a number; a longer one is cut into pieces, so that the scan stays linear. */
const MOST_DIGITS = 15

function scanNumber(text: string, at: number, kind: Uint8Array, index: number): number {
  let digits = at + 1
  while (digits - at < MOST_DIGITS && isDigit(unitAt(text, digits))) digits++
  if (!mayBeComposite(text, at, digits)) {
    kind[index] = Token.Number
    return digits
  }
  for (const [token, pattern] of composites) {
    pattern.lastIndex = at
    if (!pattern.test(text)) continue
    kind[index] = token
    return pattern.lastIndex
  }
  kind[index] = Token.Number
  return digits
}

/** Whether digits may be the beginning of anything but a number. Most are followed by a space and a small letter, or by a mark and a space. */
function mayBeComposite(text: string, at: number, behind: number): boolean {
  const next = unitAt(text, behind)
  if (Number.isNaN(next)) return false
  // . , and ) end a number where no digit and no sign of a code stands behind them; a decimal comma is the last pattern's.
  if (next === 0x2e || next === 0x2c || next === 0x3a) return isDigit(unitAt(text, behind + 1))
  if (next === 0x29 || next === 0x25 || next === 0x0a) return false
  if (behind - at > 6) return false
  return next !== 0x20 || mayGoOn(unitAt(text, behind + 1))
}
const isDigit = (code: number) => code >= 0x30 && code <= 0x39
/** Behind a space: - / of a spaced code or date, a capital of "15/2020 NQ-HĐND", g and h of a clock time. */
const mayGoOn = (code: number) =>
  code === 0x2d || code === 0x2f || code === 0x67 || code === 0x68 || (code >= 0x41 && code <= 0x5a) || code === 0x110
