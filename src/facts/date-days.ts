/** From the syntax tree of a day to what it says. */
import type { IslandToken } from '../parse/island.ts'
import { branch as child, leaf, leaves, type Tree } from '../parse/tree.ts'
import { LAST_DAY, NoDate, tokenName, twoDigits, value, words } from './date-tree.ts'
import { type Point, type Reading, together } from './reading.ts'

export function readDay(node: Tree): Point | Reading | NoDate {
  const bracket = child(node, 'bracket')
  const numeric = bracket ? child(bracket, 'numericDay') : child(node, 'numericDay')
  const each = leaf(node, 'eachUnit')
  if (each) {
    // "ngày 25 hằng tháng", "31/7 hằng năm": the parts that recur are X.
    const point = numeric ? readNumericDay(numeric) : readLunarDay(child(node, 'lunarDay') as Tree)
    if (point instanceof NoDate) return point
    const { month, day, lunar } = point
    return {
      shape: 'set',
      value:
        lunar || day === undefined
          ? `P1${value(each, tokenName(each))}`
          : `XXXX-${month ? twoDigits(month) : 'XX'}-${twoDigits(day)}`,
    }
  }
  if (numeric) return readRange(numeric) ?? readNumericDay(numeric)
  const lunar = child(node, 'lunarDay')
  if (lunar) return readLunarDay(lunar)
  const relative = leaf(node, 'relative')
  if (relative) return { dayShift: Number(value(relative, 'RelDay')) }
  const same = leaf(node, 'same')
  if (same) return { dayAnaphor: Number(value(same, 'SameDay')) }
  const shift = leaf(node, 'shift') as IslandToken
  const by = value(shift, 'Deictic')
  return by.startsWith('=') ? { dayAnaphor: Number(by.slice(1) || 0) } : { dayShift: Number(by) }
}

/** "5-6/3/2024" */
export function readRange(node: Tree): Reading | NoDate | undefined {
  const range = leaf(node, 'dayRange')
  if (!range) return undefined
  const [first, last, month, year] = range.image.split(/[-/]/).map(Number) as [number, number, number, number?]
  const tail = year ? { year } : readYearTail(node)
  const from = checked(together({ day: first, month }, tail))
  const to = checked(together({ day: last, month }, tail))
  if (from instanceof NoDate) return from
  if (to instanceof NoDate) return to
  return last > first ? { shape: 'interval', from, to } : new NoDate('reversed', `${first} comes behind ${last}`)
}

export function readNumericDay(node: Tree): Point | NoDate {
  const tail = readYearTail(node)
  const calendar = leaf(node, 'lunar') ? { lunar: true } : {}
  const full = leaf(node, 'dayMonthYear')
  if (full) {
    const [day, month, year] = full.image.split(/\s*[-/.]\s*/).map(Number) as [number, number, number]
    const stamp = leaf(node, 'clock')?.image.split(':').map(Number)
    const told = { day, month, year }
    return checked(stamp ? together(told, calendar, { hour: stamp[0], minute: stamp[1] }) : together(told, calendar))
  }
  const range = leaf(node, 'dayRange')
  if (range) {
    const [, to, month, year] = range.image.split(/[-/]/).map(Number) as [number, number, number, number?]
    return checked(together({ day: to, month }, year ? { year } : tail, calendar))
  }
  const pair = leaf(node, 'pair')
  if (pair) {
    const [day, month] = pair.image.split(/[-/.]/).map(Number) as [number, number]
    return checked(together({ day, month }, tail, calendar))
  }
  const monthYear = leaf(node, 'monthYear')
  if (monthYear) return readMonthYear(monthYear)
  const day = Number((leaf(node, 'digits') as IslandToken).image)
  const number = child(node, 'monthNumber')
  const month = number ? readMonthNumber(number) : undefined
  if (month instanceof NoDate) return month
  // "ngày mùng 1 tháng Giêng": a lunar month makes the day lunar, too.
  return checked(month ? together(together({ day }, month), tail, calendar) : together({ day }, tail, calendar))
}

export function readLunarDay(node: Tree): Point | NoDate {
  const digits = leaf(node, 'digits')
  const pair = leaf(node, 'pair')
  const number = child(node, 'monthNumber')
  const told = number ? readMonthNumber(number) : undefined
  if (told instanceof NoDate) return told
  const tail = { ...readYearTail(node), ...lunarYear(node) }
  if (pair) {
    const [day, month] = pair.image.split(/[-/.]/).map(Number) as [number, number]
    return checked({ day, month, ...tail, lunar: true })
  }
  const day = leaf(node, 'ram') ? 15 : digits ? Number(digits.image) : words(leaves(node, 'words'))
  const month = told?.month ?? (leaf(node, 'tet') ? 1 : undefined)
  return checked({ day, ...(month === undefined ? {} : { month }), ...tail, lunar: true })
}

export function readWeekday(node: Tree): Point | NoDate {
  const bracket = child(node, 'bracket')
  const numeric = bracket ? child(bracket, 'numericDay') : child(node, 'numericDay')
  if (numeric) return readNumericDay(numeric)
  const name = leaf(node, 'weekday')
  const thu = leaf(node, 'thu')
  const weekday = name ? Number(value(name, 'Weekday')) : Number(thu?.image) - 1
  if (!(weekday >= 1 && weekday <= 7))
    return new NoDate('no-such-weekday', `thứ ${thu?.image ?? ''} is no day of the week`)
  const shift = leaf(node, 'shift')
  return { weekday, ...(shift ? { weekShift: shiftOf(shift) } : {}) }
}

export function readMonthYear(token: IslandToken): Point | NoDate {
  const [month, year] = token.image.split(/[-/.]/).map(Number) as [number, number]
  return checked({ month, year })
}

/** A month, or day and month where a pair stands behind "tháng". */
export function readMonthNumber(node: Tree): Point | NoDate {
  const digits = leaf(node, 'digits')
  const pair = leaf(node, 'pair')
  if (pair) return new NoDate('no-such-month', `${pair.image} is no month`)
  const name = leaf(node, 'name')
  const month = digits ? Number(digits.image) : name ? Number(value(name, 'MonthName')) : words(leaves(node, 'words'))
  const lunar = name !== undefined && /^(?:giêng|chạp)$/i.test(name.image)
  return month >= 1 && month <= 12
    ? { month, ...(lunar ? { lunar } : {}) }
    : new NoDate('no-such-month', `${digits?.image ?? month} is not a month`)
}

/** The year of "Giáp Thìn", of the cycle that holds 2024; told years win over it. */
export function lunarYear(node: Tree): Point {
  const token = leaf(node, 'lunarYear')
  const digits = leaf(node, 'digits')
  if (digits && digits.image.length === 4) return { year: Number(digits.image) }
  return token ? { year: Number(value(token, 'LunarYear')) } : {}
}

export function readYearTail(node: Tree): Point {
  const tail = child(node, 'yearTail')
  if (!tail) return {}
  const year = leaf(tail, 'year')
  if (year) return { year: Number(year.image) }
  const shift = leaf(tail, 'yearShift')
  if (shift) {
    const by = value(shift, 'Deictic')
    return by.startsWith('=') ? { yearAnaphor: Number(by.slice(1) || 0) } : { yearShift: Number(by) }
  }
  const relative = leaf(tail, 'relativeYear')
  return relative ? { yearShift: Number(value(relative, 'RelYear')) } : lunarYear(tail)
}

export const shiftOf = (token: IslandToken): number => {
  const by = value(token, 'Deictic')
  return by.startsWith('=') ? Number(by.slice(1) || 0) : Number(by)
}

export function checked(point: Point): Point | NoDate {
  const { day, month, year } = point
  if (month !== undefined && !(month >= 1 && month <= 12)) return new NoDate('no-such-month', `${month} is not a month`)
  const last =
    month === undefined
      ? 31
      : month === 2 && year !== undefined && !isLeap(year) && !point.lunar
        ? 28
        : (LAST_DAY[month - 1] as number)
  if (day !== undefined && !(day >= 1 && day <= last))
    return new NoDate('no-such-day', month === undefined ? `${day} is not a day` : `${day}/${month} is not a day`)
  if (year !== undefined && !(year >= 1000 && year <= 2199))
    return new NoDate('no-such-year', `${year} is not read as a year`)
  return point
}
export const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
