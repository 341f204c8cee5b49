/** What a calendar expression says by itself, before anything around it is asked. */

/** A unit of ISO 8601 durations; the time units carry their T. */
export type DurationUnit = 'Y' | 'M' | 'W' | 'D' | 'TH' | 'TM' | 'TS'

export type PartOfDay = 'MO' | 'MI' | 'AF' | 'EV' | 'NI'
export type Season = 'SP' | 'SU' | 'FA' | 'WI'
export type Mod = 'START' | 'MID' | 'END'

/** A point in time as it is told. What is not told is left out. A shift counts from the reference date, an anaphor from the text before. */
export interface Point {
  readonly year?: number | undefined
  /** "năm nay" 0, "năm ngoái" -1 */
  readonly yearShift?: number | undefined
  /** "năm đó": the year told before, plus this */
  readonly yearAnaphor?: number | undefined
  readonly month?: number | undefined
  readonly monthShift?: number | undefined
  readonly monthAnaphor?: number | undefined
  readonly day?: number | undefined
  /** "hôm qua" -1 */
  readonly dayShift?: number | undefined
  /** "cùng ngày" 0, "hôm sau" 1 */
  readonly dayAnaphor?: number | undefined
  readonly quarter?: number | undefined
  readonly quarterShift?: number | undefined
  readonly half?: 1 | 2 | undefined
  readonly weekShift?: number | undefined
  readonly weekend?: boolean | undefined
  /** Monday is 1. */
  readonly weekday?: number | undefined
  readonly season?: Season | undefined
  /** 198 for the 1980s. */
  readonly decade?: number | undefined
  /** 20 for the 21st century. */
  readonly century?: number | undefined
  readonly part?: PartOfDay | undefined
  readonly hour?: number | undefined
  readonly minute?: number | undefined
  readonly mod?: Mod | undefined
  /** Day, month and year are of the lunar calendar. */
  readonly lunar?: boolean | undefined
}

/** The same point with all fields in one order, undefined where nothing is told: the engine reads one form several times as fast as dozens. */
const whole = (p: Point): Point => Object.assign(untold(), p)

const untold = (): Point => ({
  year: undefined,
  yearShift: undefined,
  yearAnaphor: undefined,
  month: undefined,
  monthShift: undefined,
  monthAnaphor: undefined,
  day: undefined,
  dayShift: undefined,
  dayAnaphor: undefined,
  quarter: undefined,
  quarterShift: undefined,
  half: undefined,
  weekShift: undefined,
  weekend: undefined,
  weekday: undefined,
  season: undefined,
  decade: undefined,
  century: undefined,
  part: undefined,
  hour: undefined,
  minute: undefined,
  mod: undefined,
  lunar: undefined,
})

/** The same reading, its points whole. */
export function wholeReading(reading: Reading): Reading {
  if (reading.shape === 'point') return { shape: 'point', point: whole(reading.point) }
  if (reading.shape === 'interval') return { shape: 'interval', from: whole(reading.from), to: whole(reading.to) }
  return reading
}

/** The names of the fields that are told. */
export const toldParts = (point: Point): string[] =>
  Object.keys(point).filter((name) => point[name as keyof Point] !== undefined)

export type Reading =
  | { readonly shape: 'point'; readonly point: Point }
  | { readonly shape: 'interval'; readonly from: Point; readonly to: Point }
  /** ISO durations; two for "3-5 phút". */
  | { readonly shape: 'duration'; readonly value: string }
  | { readonly shape: 'set'; readonly value: string; readonly mod?: Mod }
  /** "20 năm trước": an amount before or behind the reference date; "một năm sau": or what the text told before. */
  | { readonly shape: 'shift'; readonly unit: DurationUnit; readonly by: number; readonly from: 'reference' | 'text' }
