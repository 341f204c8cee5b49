/** What a calendar expression says by itself, before anything around it is asked. */

/** A unit of ISO 8601 durations; the time units carry their T. */
export type DurationUnit = 'Y' | 'M' | 'W' | 'D' | 'TH' | 'TM' | 'TS'

export type PartOfDay = 'MO' | 'MI' | 'AF' | 'EV' | 'NI'
export type Season = 'SP' | 'SU' | 'FA' | 'WI'
export type Mod = 'START' | 'MID' | 'END'

/** A point in time as it is told. What is not told is left out. A shift counts from the reference date, an anaphor from the text before. */
export interface Point {
  readonly year?: number
  /** "năm nay" 0, "năm ngoái" -1 */
  readonly yearShift?: number
  /** "năm đó": the year told before, plus this */
  readonly yearAnaphor?: number
  readonly month?: number
  readonly monthShift?: number
  readonly monthAnaphor?: number
  readonly day?: number
  /** "hôm qua" -1 */
  readonly dayShift?: number
  /** "cùng ngày" 0, "hôm sau" 1 */
  readonly dayAnaphor?: number
  readonly quarter?: number
  readonly quarterShift?: number
  readonly half?: 1 | 2
  readonly weekShift?: number
  readonly weekend?: boolean
  /** Monday is 1. */
  readonly weekday?: number
  readonly season?: Season
  /** 198 for the 1980s. */
  readonly decade?: number
  /** 20 for the 21st century. */
  readonly century?: number
  readonly part?: PartOfDay
  readonly hour?: number
  readonly minute?: number
  readonly mod?: Mod
  /** Day, month and year are of the lunar calendar. */
  readonly lunar?: boolean
}

export type Reading =
  | { readonly shape: 'point'; readonly point: Point }
  | { readonly shape: 'interval'; readonly from: Point; readonly to: Point }
  /** ISO durations; two for "3-5 phút". */
  | { readonly shape: 'duration'; readonly value: string }
  | { readonly shape: 'set'; readonly value: string; readonly mod?: Mod }
  /** "20 năm trước": an amount before or behind the reference date; "một năm sau": or what the text told before. */
  | { readonly shape: 'shift'; readonly unit: DurationUnit; readonly by: number; readonly from: 'reference' | 'text' }
