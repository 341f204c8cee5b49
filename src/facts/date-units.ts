/** From the syntax trees of months, quarters, holidays and years to what they say. */
import type { IslandToken } from '../parse/island.ts'
import { branch as child, leaf, leaves, type Tree } from '../parse/tree.ts'
import {
  checked,
  lunarYear,
  readMonthNumber,
  readMonthYear,
  readNumericDay,
  readYearTail,
  shiftOf,
} from './date-days.ts'
import { NoDate, value, words } from './date-tree.ts'
import { type Point, type Reading, together } from './reading.ts'

export function readMonth(node: Tree): Point | Reading | NoDate {
  const tail = readYearTail(node)
  const calendar = leaf(node, 'lunar') ? { lunar: true } : {}
  const full = leaf(node, 'dayMonthYear')
  if (full) {
    const [day, month, year] = full.image.split(/\s*[-/.]\s*/).map(Number) as [number, number, number]
    return checked({ day, month, year })
  }
  const monthYear = leaf(node, 'monthYear')
  if (monthYear) return readMonthYear(monthYear)
  // "đầu tháng" alone: of this month
  if (!leaf(node, 'shift') && !leaf(node, 'same') && !child(node, 'monthNumber')) return { monthShift: 0 }
  const shift = leaf(node, 'shift')
  if (shift) {
    const by = value(shift, 'Deictic')
    return by.startsWith('=') ? { monthAnaphor: Number(by.slice(1) || 0) } : { monthShift: Number(by) }
  }
  const same = leaf(node, 'same')
  if (same) return value(same, 'SameUnit') === 'M' ? { monthAnaphor: 0 } : { yearAnaphor: 0 }
  const pair = leaf(child(node, 'monthNumber') as Tree, 'pair')
  if (pair && isMonthPair(pair.image)) {
    const [from, to] = pair.image.split('-').map(Number) as [number, number]
    return { shape: 'interval', from: { month: from, ...tail }, to: { month: to, ...tail } }
  }
  const month = readMonthNumber(child(node, 'monthNumber') as Tree)
  if (month instanceof NoDate) return month
  return checked(together(month, tail, calendar))
}

/** "tháng 10-11" */
export function isMonthPair(image: string): boolean {
  const [from, to] = image.split('-').map(Number) as [number, number?]
  return to !== undefined && from >= 1 && from < to && to <= 12
}

export function readQuarter(node: Tree): Point | NoDate {
  const shift = leaf(node, 'shift')
  if (shift) return { quarterShift: shiftOf(shift) }
  const monthYear = leaf(node, 'monthYear')
  if (monthYear) {
    const [quarter, year] = monthYear.image.split(/[-/.]/).map(Number) as [number, number]
    return quarter >= 1 && quarter <= 4
      ? { quarter, year }
      : new NoDate('no-such-quarter', `${quarter} is not a quarter`)
  }
  const roman = leaf(node, 'roman')
  const digits = leaf(node, 'digits')
  const quarter = roman ? parseRoman(roman.image) : digits ? Number(digits.image) : words(leaves(node, 'words'))
  return quarter >= 1 && quarter <= 4
    ? together({ quarter }, readYearTail(node))
    : new NoDate('no-such-quarter', `"${(roman ?? digits)?.image ?? quarter}" is not a quarter`)
}

export function readHoliday(node: Tree): Point | NoDate {
  const tail = readYearTail(node)
  if (leaf(node, 'tet')) {
    const year = { ...lunarYear(node), ...tail }
    // "Tết" alone is a season, no day.
    return Object.keys(year).length
      ? { day: 1, month: 1, lunar: true, ...year }
      : new NoDate('no-day', 'a holiday without a year is no date')
  }
  const numeric = child(node, 'numericDay')
  if (numeric) {
    const point = readNumericDay(numeric)
    return point instanceof NoDate ? point : { ...point, ...tail }
  }
  const [month, day] = value(leaf(node, 'holiday') as IslandToken, 'Holiday')
    .replace('L', '')
    .split('-')
    .map(Number) as [number, number]
  if (!Object.keys(tail).length) return new NoDate('no-day', 'a holiday without a year is no date')
  return {
    day,
    month,
    ...(value(leaf(node, 'holiday') as IslandToken, 'Holiday').startsWith('L') ? { lunar: true } : {}),
    ...tail,
  }
}

export function readYear(node: Tree): Point | Reading | NoDate {
  const relative = leaf(node, 'relative')
  if (relative) return { yearShift: Number(value(relative, 'RelYear')) }
  const digits = leaf(node, 'digits')
  const until = leaf(node, 'until')
  const shift = leaf(node, 'shift')
  if (shift) {
    const by = value(shift, 'Deictic')
    // "năm trước", "năm sau" count from a year that was just told.
    if (by.startsWith('=')) return { yearAnaphor: Number(by.slice(1) || 0) }
    return /^(?:trước|sau)$/i.test(shift.image)
      ? { yearShift: Number(by), yearAnaphor: Number(by) }
      : { yearShift: Number(by) }
  }
  // "cuối năm" alone: of this year
  if (!digits) return leaf(node, 'lunarYear') ? lunarYear(node) : { yearShift: 0 }
  const year = Number(digits.image)
  // "năm 94", "năm 938"
  if (leaf(node, 'cue') && !until && /^(?:[3-9]\d|[1-9]\d\d)$/.test(digits.image))
    return { year: year < 100 ? 1900 + year : year }
  if (digits.image.length !== 4 || year < 1000 || year > 2199)
    return new NoDate('no-such-year', `${digits.image} is not read as a year`)
  if (!until) return { year }
  const to = Number(until.image)
  return to > year
    ? { shape: 'interval', from: { year }, to: { year: to } }
    : new NoDate('reversed', `${year} comes behind ${to}`)
}

export const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }
/** The value of a Roman numeral up to 89; 0 for what is none. */
export function parseRoman(image: string): number {
  let total = 0
  for (let i = 0; i < image.length; i++) {
    const digit = ROMAN[image[i] as string]
    if (digit === undefined) return 0
    total += digit < (ROMAN[image[i + 1] as string] ?? 0) ? -digit : digit
  }
  return total
}
