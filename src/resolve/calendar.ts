/** Calendar arithmetic on plain numbers: no clock, no time zone. Years 1000 to 2199 of the Gregorian calendar. */
import { lunarYears } from './lunar.generated.ts'

export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const MS = 86_400_000
/** Days since 1970-01-01. */
export const dayNumber = ({ year, month, day }: Day): number => Math.round(Date.UTC(year, month - 1, day) / MS)

export function fromDayNumber(n: number): Day {
  const date = new Date(n * MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

export const addDays = (day: Day, by: number): Day => fromDayNumber(dayNumber(day) + by)
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
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

const pad = (n: number, width = 2) => String(n).padStart(width, '0')
export const isoDay = ({ year, month, day }: Day): string => `${pad(year, 4)}-${pad(month)}-${pad(day)}`
export const isoMonth = (year: number, month: number): string => `${pad(year, 4)}-${pad(month)}`
export const twoDigits = pad

export function parseIsoDay(iso: string): Day {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  return { year, month, day }
}

/** The solar day of a day of Vietnam's lunar calendar (UTC+7), in months that are not repeated; undefined out of 1800 to 2198. */
export function fromLunar(year: number, month: number, day: number): Day | undefined {
  const { first, table } = lunarYears
  // 6 bits a character: days to the new year (6), the repeated month (4), and which months have 30 days (13).
  let code = 0
  for (let i = 0; i < 4; i++) code = (code << 6) | (table.charCodeAt((year - first) * 4 + i) - 48)
  if (!(year >= first && (year - first) * 4 < table.length) || !(month >= 1 && month <= 12)) return undefined
  const leap = (code >> 13) & 15
  const before = leap > 0 && month > leap ? month : month - 1
  const length = (n: number) => 29 + ((code >> n) & 1)
  if (day < 1 || day > length(before)) return undefined
  let days = (code >> 17) + day - 1
  for (let n = 0; n < before; n++) days += length(n)
  return addDays({ year, month: 1, day: 1 }, days)
}
