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

/** A point with all fields in one order, undefined where nothing is told: the engine reads one form several times as fast as dozens. */
class WholePoint implements Point {
  /** A reading's is told. */
  readonly shape = undefined
  year: Point['year'] = undefined
  yearShift: Point['yearShift'] = undefined
  yearAnaphor: Point['yearAnaphor'] = undefined
  month: Point['month'] = undefined
  monthShift: Point['monthShift'] = undefined
  monthAnaphor: Point['monthAnaphor'] = undefined
  day: Point['day'] = undefined
  dayShift: Point['dayShift'] = undefined
  dayAnaphor: Point['dayAnaphor'] = undefined
  quarter: Point['quarter'] = undefined
  quarterShift: Point['quarterShift'] = undefined
  half: Point['half'] = undefined
  weekShift: Point['weekShift'] = undefined
  weekend: Point['weekend'] = undefined
  weekday: Point['weekday'] = undefined
  season: Point['season'] = undefined
  decade: Point['decade'] = undefined
  century: Point['century'] = undefined
  part: Point['part'] = undefined
  hour: Point['hour'] = undefined
  minute: Point['minute'] = undefined
  mod: Point['mod'] = undefined
  lunar: Point['lunar'] = undefined
}

/**
 * What some points tell together, the later ones first. Not `{ ...a, ...b }`: of that the engine makes a form of its own for each copy,
 * and searches it at each look.
 */
export function together(first: Point, second?: Point, third?: Point): Point {
  const all = new WholePoint()
  tell(all, first)
  if (second) tell(all, second)
  if (third) tell(all, third)
  return all
}

function tell(all: WholePoint, point: Point): void {
  const fields = all as unknown as Record<string, unknown>
  for (const field in point) {
    const value = point[field as keyof Point]
    if (value !== undefined) fields[field] = value
  }
}

const whole = (point: Point): Point => (point instanceof WholePoint ? point : together(point))

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
