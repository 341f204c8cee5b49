/** The token types that the scanner knows by itself; lexicons add one for each of their classes. */
import { createToken, type TokenType } from './engine.ts'

const token = (name: string, ...categories: TokenType[]) => createToken(name, categories)

/** Anything that a fact may span. */
export const Any = token('Any')
export const Word = token('Word', Any)
export const Lower = token('Lower', Word)
export const Capital = token('Capital', Word)
export const AllCaps = token('AllCaps', Capital)

export const Digits = token('Digits', Any)
/** A number that may be a count but no day: 1.200 */
export const Grouped = token('Grouped', Any)
export const Pair = token('Pair', Any)
export const MonthYear = token('MonthYear', Any)
export const DayMonthYear = token('DayMonthYear', Any)
export const DayRange = token('DayRange', Any)
export const Clock = token('Clock', Any)
export const Code = token('Code', Any)

export const Comma = token('Comma', Any)
export const Semicolon = token('Semicolon', Any)
export const Colon = token('Colon', Any)
export const Stop = token('Stop', Any)
export const Dash = token('Dash', Any)
export const Slash = token('Slash', Any)
export const Ampersand = token('Ampersand', Any)
export const Percent = token('Percent', Any)
export const Open = token('Open', Any)
export const Close = token('Close', Any)
export const Quote = token('Quote', Any)
export const Bar = token('Bar', Any)
export const OtherMark = token('OtherMark', Any)
/** A line end. */
export const Break = token('Break')

export const scannerTokens = [
  Any,
  Word,
  Lower,
  Capital,
  AllCaps,
  Digits,
  Grouped,
  Pair,
  MonthYear,
  DayMonthYear,
  DayRange,
  Clock,
  Code,
  Comma,
  Semicolon,
  Colon,
  Stop,
  Dash,
  Slash,
  Ampersand,
  Percent,
  Open,
  Close,
  Quote,
  Bar,
  OtherMark,
  Break,
]

export const marks: Readonly<Record<string, TokenType>> = {
  ',': Comma,
  ';': Semicolon,
  ':': Colon,
  '.': Stop,
  '…': Stop,
  '!': Stop,
  '?': Stop,
  '-': Dash,
  '/': Slash,
  '|': Bar,
  '&': Ampersand,
  '%': Percent,
  '(': Open,
  '[': Open,
  ')': Close,
  ']': Close,
  '"': Quote,
  '“': Quote,
  '”': Quote,
  "'": Quote,
}

/** A token type for a class of a lexicon. */
export const lexical = (name: string, ...categories: TokenType[]) =>
  createToken(name, categories.length ? categories : [Any])
