/** What all readers of dates share. */
import type { IslandToken } from '../parse/island.ts'
import { parseNumberWords } from './numbers.ts'
import type { Point, Reading } from './reading.ts'

/** An expression that no calendar has. */
export class NoDate {
  constructor(
    readonly code: string,
    readonly reason: string,
  ) {}
}

/** Asked for by the field's value, not by `in`: that has the engine search each of the many forms of a point. */
export const isReading = (said: Point | Reading): said is Reading => (said as Partial<Reading>).shape !== undefined

/** The lexicon's value of a token in one of its classes. */
export const value = (token: IslandToken, kind: string): string =>
  token.entries.find((e) => e.class === kind)?.value ?? ''
export const words = (tokens: readonly IslandToken[]): number => parseNumberWords(tokens.map((t) => t.entries))

/** The class of a unit; năm is also a number. */
export const tokenName = (token: IslandToken): string =>
  token.tokenType.name.split('_').includes('Year') ? 'Year' : token.tokenType.name
export const twoDigits = (n: number) => String(n).padStart(2, '0')
export const LAST_DAY = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
