/** Calendar arithmetic on plain numbers: no clock, no time zone. Years 1000 to 2199 of the Gregorian calendar. */
import { lunarYears } from './lunar.generated.ts'

export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Days of 400 years, after which the calendar comes round, and from 0000-03-01 to 1970-01-01. */
const DAYS_OF_400_YEARS = 146_097
const TO_1970 = 719_468

// Counted here, not by `Date`: its calls out of the engine's compiled code were a fiftieth of the time of all dates. A year begins in
// March, so that the leap day is its last.

/** Days since 1970-01-01. */
export function dayNumber({ year, month, day }: Day): number {
  const from = month > 2 ? year : year - 1
  const cycle = Math.floor(from / 400)
  const y = from - cycle * 400
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return cycle * DAYS_OF_400_YEARS + y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + inYear - TO_1970
}

export function fromDayNumber(n: number): Day {
  const days = n + TO_1970
  const cycle = Math.floor(days / DAYS_OF_400_YEARS)
  const d = days - cycle * DAYS_OF_400_YEARS
  const y = Math.floor((d - Math.floor(d / 1460) + Math.floor(d / 36_524) - Math.floor(d / 146_096)) / 365)
  const inYear = d - (365 * y + Math.floor(y / 4) - Math.floor(y / 100))
  const m = Math.floor((5 * inYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  const year = y + cycle * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: inYear - Math.floor((153 * m + 2) / 5) + 1 }
}

export const addDays = (day: Day, by: number): Day => fromDayNumber(dayNumber(day) + by)
export const daysInMonth = (year: number, month: number): number =>
  month !== 2 ? 30 + ((month + (month >> 3)) & 1) : (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
/** Monday is 1. */
export const weekdayOf = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/** The month `by` months from one. */
export function addMonths(year: number, month: number, by: number): { year: number; month: number } {
  const n = year * 12 + month - 1 + by
  return { year: Math.floor(n / 12), month: (((n % 12) + 12) % 12) + 1 }
}

/** ISO 8601 week of a day. */
export function isoWeek(day: Day): { year: number; week: number } {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const first = dayNumber({ year: thursday.year, month: 1, day: 1 })
  return { year: thursday.year, week: Math.floor((dayNumber(thursday) - first) / 7) + 1 }
}

const pad = (n: number, width = 2): string =>
  width === 2 && n >= 10 ? `${n}` : width === 2 && n >= 0 ? `0${n}` : String(n).padStart(width, '0')
export const isoDay = ({ year, month, day }: Day): string => `${pad(year, 4)}-${pad(month)}-${pad(day)}`
export const isoMonth = (year: number, month: number): string => `${pad(year, 4)}-${pad(month)}`
export const twoDigits = pad

export function parseIsoDay(iso: string): Day {
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8)) }
}

/** The solar day of a day of Vietnam's lunar calendar (UTC+7), in months that are not repeated; undefined out of 1800 to 2198. */
export function fromLunar(year: number, month: number, day: number): Day | undefined {
  const { first, newYear, table } = lunarYears
  if (!(year >= first && (year - first) * 3 < table.length) || !(month >= 1 && month <= 12)) return undefined
  // Years follow one another without a gap, so their lengths tell when each begins.
  let days = newYear
  for (let n = first; n < year; n++) {
    const { lengths, months } = lunarYear(n)
    days += lengthOf(lengths, months)
  }
  const { leap, lengths } = lunarYear(year)
  const before = leap > 0 && month > leap ? month : month - 1
  if (day < 1 || day > 29 + ((lengths >> before) & 1)) return undefined
  return fromDayNumber(days + lengthOf(lengths, before) + day - 1)
}

/** The month that is repeated or 0, which months have 30 days (a bit each, the repeated one behind its original), and how many there are. */
function lunarYear(year: number): { readonly leap: number; readonly lengths: number; readonly months: number } {
  const { first, table } = lunarYears
  // 6 bits a character.
  let code = 0
  for (let i = 0; i < 3; i++) code = (code << 6) | (table.charCodeAt((year - first) * 3 + i) - 48)
  const leap = code >> 13
  return { leap, lengths: code & 8191, months: leap > 0 ? 13 : 12 }
}

/** Days of the first months of a year. */
function lengthOf(lengths: number, months: number): number {
  let days = 29 * months
  for (let n = 0; n < months; n++) days += (lengths >> n) & 1
  return days
}
