/** From the syntax tree of a calendar expression to what it says: a `Reading`, or the reason why it is none. */
import type { CstNode } from 'chevrotain'
import { branch as child, type Leaf, leaves } from '../parse/tree.ts'
import { parseNumberWords } from './numbers.ts'
import type { Mod, PartOfDay, Point, Reading, Season } from './reading.ts'

/** An expression that no calendar has. */
export class NoDate {
  constructor(
    readonly code: string,
    readonly reason: string,
  ) {}
}

export const leaf = (node: CstNode, label: string): Leaf | undefined => leaves(node, label)[0]
/** The lexicon's value of a token in one of its classes. */
export const value = (token: Leaf, kind: string): string => token.entries.find((e) => e.class === kind)?.value ?? ''
export const words = (tokens: readonly Leaf[]): number => parseNumberWords(tokens.map((t) => t.entries))

/** The class of a unit; năm is also a number. */
const tokenName = (token: Leaf): string =>
  token.tokenType.name.split('_').includes('Year') ? 'Year' : token.tokenType.name
const twoDigits = (n: number) => String(n).padStart(2, '0')
const LAST_DAY = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Reads an `expression`. */
export function readExpression(tree: CstNode): Reading | NoDate {
  const nodes = (tree.children['points'] ?? []) as CstNode[]
  const first = readPoint(nodes[0] as CstNode)
  if (first instanceof NoDate) return first
  if ('shape' in first) return first
  if (nodes.length < 2) return { shape: 'point', point: first }
  const second = readPoint(nodes[1] as CstNode)
  if (second instanceof NoDate) return second
  if ('shape' in second)
    return second.shape === 'interval' ? { shape: 'interval', from: share(first, second.to), to: second.to } : second
  return { shape: 'interval', from: share(first, second), to: second }
}

/** What the first point of an interval leaves out is told by the second: "từ 5 đến 7/10/2023", "25/12 - 5/1/2024". */
function share(from: Point, to: Point): Point {
  const month = from.day !== undefined && from.month === undefined ? to.month : from.month
  const turns = month !== undefined && to.month !== undefined && month > to.month
  const noYear = from.year === undefined && from.yearShift === undefined
  return {
    ...(noYear && to.year !== undefined ? { year: turns ? to.year - 1 : to.year } : {}),
    ...(noYear && to.yearShift !== undefined ? { yearShift: turns ? to.yearShift - 1 : to.yearShift } : {}),
    ...(month === undefined ? {} : { month }),
    ...from,
  }
}

function readPoint(node: CstNode): Point | Reading | NoDate {
  const [name, inner] = Object.entries(node.children).find(([key]) => key !== 'edge') as [string, CstNode[]]
  const read = readers[name]
  const point = read?.(inner[0] as CstNode) ?? new NoDate('unreadable', `no reader for ${name}`)
  if (point instanceof NoDate) return point
  const edge = leaf(node, 'edge')
  if (!edge) return point
  const mod = value(edge, 'Edge') as Mod
  if ('shape' in point) return point.shape === 'set' ? { ...point, mod } : point
  // "nửa đầu năm" is a half by name.
  if (/^nửa/i.test(edge.image) && name === 'year') return { ...point, half: mod === 'START' ? 1 : 2 }
  return { ...point, mod }
}

const readers: Readonly<Record<string, (node: CstNode) => Point | Reading | NoDate>> = {
  clock: readClock,
  partOfDay: readPartOfDay,
  day: readDay,
  weekday: (node) => {
    const point = readWeekday(node)
    if (point instanceof NoDate || !leaf(node, 'each')) return point
    return { shape: 'set', value: point.weekday ? `XXXX-WXX-${point.weekday}` : 'P1W' }
  },
  week: (node) => {
    const shift = leaf(node, 'shift')
    const weekShift = shift ? shiftOf(shift) : 0
    return leaf(node, 'weekend') ? { weekShift, weekend: true } : { weekShift }
  },
  month: readMonth,
  quarter: readQuarter,
  season: (node) => ({ season: value(leaf(node, 'season') as Leaf, 'Season') as Season, ...readYearTail(node) }),
  decade: (node) => {
    const digits = leaf(node, 'digits') as Leaf
    const year = Number(digits.image)
    const until = leaf(node, 'until')
    if (until) return { shape: 'interval', from: { year }, to: { year: Number(until.image) } }
    if (/^các/i.test(leaf(node, 'years')?.image ?? '')) return { year }
    if (year % 10 !== 0)
      return leaf(node, 'years') ? { year } : new NoDate('no-such-decade', `${year} begins no decade`)
    return { decade: year < 100 ? 190 + year / 10 : year / 10 }
  },
  century: (node) => {
    const roman = leaf(node, 'roman')
    const digits = leaf(node, 'digits')
    const number = roman ? parseRoman(roman.image) : digits ? Number(digits.image) : 0
    return number >= 1 && number <= 22
      ? { century: number - 1 }
      : new NoDate('no-such-century', `"${(roman ?? digits)?.image ?? ''}" is no century`)
  },
  holiday: readHoliday,
  year: readYear,
}

/** Day part and day of a clock time. */
function readClock(node: CstNode): Point | NoDate {
  const token = leaf(node, 'clock')
  let hour: number
  let minute = 0
  if (token) {
    const [h = '', m = ''] = token.image.split(/\s*(?:giờ|h|g|:)\s*/i)
    hour = Number(h)
    minute = Number(/^\d+/.exec(m)?.[0] ?? 0)
  } else {
    const digits = leaf(node, 'hour')
    hour = digits ? Number(digits.image) : words(leaves(node, 'hourWord'))
    const minutes = leaf(node, 'minute')
    if (minutes) minute = Number(minutes.image)
    if (leaf(node, 'half')) minute = 30
  }
  const parts = leaves(node, 'part').map((t) => value(t, 'Part').split(' ')[0] as PartOfDay)
  if (parts.some((p) => p === 'AF' || p === 'EV') && hour < 12) hour += 12
  if (parts.includes('NI') && hour >= 6 && hour < 12) hour += 12
  if (parts.includes('MI') && hour < 3) hour += 12
  if (!(hour <= 24 && minute < 60)) return new NoDate('no-such-time', `${hour}:${minute} is no time of day`)
  const rest = readDayOf(node)
  return rest instanceof NoDate ? rest : { ...rest, hour, minute }
}

function readPartOfDay(node: CstNode): Point | Reading | NoDate {
  const [part, mod] = value(leaves(node, 'part').at(-1) as Leaf, 'Part').split(' ') as [PartOfDay, Mod?]
  const first = value(leaf(node, 'part') as Leaf, 'Part').split(' ')[0] as PartOfDay
  const weekday = child(node, 'weekday')
  const day = readDayOf(node)
  if (day instanceof NoDate) return day
  // "tối chủ nhật hằng tuần"
  if (weekday && leaf(weekday, 'each')) return { shape: 'set', value: `XXXX-WXX-${day.weekday ?? 'X'}T${part}` }
  // "chiều tối": the later of two, but "sáng sớm" and "rạng sáng" are one.
  return { ...day, part: part === first ? part : part === 'MO' ? first : part, ...(mod ? { mod } : {}) }
}

/** The day within a clock time or part of day: a day, a weekday, a shift, or a bracket that tells it more exactly. */
function readDayOf(node: CstNode): Point | NoDate {
  const bracket = child(node, 'bracket')
  if (bracket) return readNumericDay(child(bracket, 'numericDay') as CstNode)
  const day = child(node, 'day')
  if (day) {
    const point = readDay(day)
    return point instanceof NoDate ? point : 'shape' in point ? new NoDate('mixed', 'a set has no time of day') : point
  }
  const weekday = child(node, 'weekday')
  if (weekday) return readWeekday(weekday)
  const shift = leaf(node, 'shift')
  if (shift) {
    const by = value(shift, 'Deictic')
    return by.startsWith('=') ? { dayAnaphor: Number(by.slice(1) || 0) } : { dayShift: Number(by) }
  }
  return {}
}

function readDay(node: CstNode): Point | Reading | NoDate {
  const bracket = child(node, 'bracket')
  const numeric = bracket ? child(bracket, 'numericDay') : child(node, 'numericDay')
  const each = leaf(node, 'eachUnit')
  if (each) {
    // "ngày 25 hằng tháng", "31/7 hằng năm": the parts that recur are X.
    const point = numeric ? readNumericDay(numeric) : readLunarDay(child(node, 'lunarDay') as CstNode)
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
  const shift = leaf(node, 'shift') as Leaf
  const by = value(shift, 'Deictic')
  return by.startsWith('=') ? { dayAnaphor: Number(by.slice(1) || 0) } : { dayShift: Number(by) }
}

/** "5-6/3/2024" */
function readRange(node: CstNode): Reading | NoDate | undefined {
  const range = leaf(node, 'dayRange')
  if (!range) return undefined
  const [first, last, month, year] = range.image.split(/[-/]/).map(Number) as [number, number, number, number?]
  const of = { month, ...(year ? { year } : readYearTail(node)) }
  const from = checked({ day: first, ...of })
  const to = checked({ day: last, ...of })
  if (from instanceof NoDate) return from
  if (to instanceof NoDate) return to
  return last > first ? { shape: 'interval', from, to } : new NoDate('reversed', `${first} comes behind ${last}`)
}

function readNumericDay(node: CstNode): Point | NoDate {
  const tail = readYearTail(node)
  const calendar = leaf(node, 'lunar') ? { lunar: true } : {}
  const full = leaf(node, 'dayMonthYear')
  if (full) {
    const [day, month, year] = full.image.split(/\s*[-/.]\s*/).map(Number) as [number, number, number]
    const stamp = leaf(node, 'clock')?.image.split(':').map(Number)
    return checked({
      day,
      month,
      year,
      ...calendar,
      ...(stamp ? { hour: stamp[0] as number, minute: stamp[1] as number } : {}),
    })
  }
  const range = leaf(node, 'dayRange')
  if (range) {
    const [, to, month, year] = range.image.split(/[-/]/).map(Number) as [number, number, number, number?]
    return checked({ day: to, month, ...(year ? { year } : tail), ...calendar })
  }
  const pair = leaf(node, 'pair')
  if (pair) {
    const [day, month] = pair.image.split(/[-/.]/).map(Number) as [number, number]
    return checked({ day, month, ...tail, ...calendar })
  }
  const monthYear = leaf(node, 'monthYear')
  if (monthYear) return readMonthYear(monthYear)
  const day = Number((leaf(node, 'digits') as Leaf).image)
  const number = child(node, 'monthNumber')
  const month = number ? readMonthNumber(number) : undefined
  if (month instanceof NoDate) return month
  return checked({ day, ...(month === undefined ? {} : month), ...tail, ...calendar })
}

function readLunarDay(node: CstNode): Point | NoDate {
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

function readWeekday(node: CstNode): Point | NoDate {
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

function readMonth(node: CstNode): Point | NoDate {
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
  const month = readMonthNumber(child(node, 'monthNumber') as CstNode)
  if (month instanceof NoDate) return month
  return checked({ ...month, ...tail, ...calendar })
}

function readMonthYear(token: Leaf): Point | NoDate {
  const [month, year] = token.image.split(/[-/.]/).map(Number) as [number, number]
  return checked({ month, year })
}

/** A month, or day and month where a pair stands behind "tháng". */
function readMonthNumber(node: CstNode): Point | NoDate {
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

function readQuarter(node: CstNode): Point | NoDate {
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
    ? { quarter, ...readYearTail(node) }
    : new NoDate('no-such-quarter', `"${(roman ?? digits)?.image ?? quarter}" is not a quarter`)
}

function readHoliday(node: CstNode): Point | NoDate {
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
  const [month, day] = value(leaf(node, 'holiday') as Leaf, 'Holiday')
    .replace('L', '')
    .split('-')
    .map(Number) as [number, number]
  if (!Object.keys(tail).length) return new NoDate('no-day', 'a holiday without a year is no date')
  return {
    day,
    month,
    ...(value(leaf(node, 'holiday') as Leaf, 'Holiday').startsWith('L') ? { lunar: true } : {}),
    ...tail,
  }
}

function readYear(node: CstNode): Point | Reading | NoDate {
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
  if (digits.image.length !== 4 || year < 1000 || year > 2199)
    return new NoDate('no-such-year', `${digits.image} is not read as a year`)
  if (!until) return { year }
  const to = Number(until.image)
  return to > year
    ? { shape: 'interval', from: { year }, to: { year: to } }
    : new NoDate('reversed', `${year} comes behind ${to}`)
}

/** The year of "Giáp Thìn", of the cycle that holds 2024; told years win over it. */
function lunarYear(node: CstNode): Point {
  const token = leaf(node, 'lunarYear')
  const digits = leaf(node, 'digits')
  if (digits && digits.image.length === 4) return { year: Number(digits.image) }
  return token ? { year: Number(value(token, 'LunarYear')) } : {}
}

function readYearTail(node: CstNode): Point {
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

export const shiftOf = (token: Leaf): number => {
  const by = value(token, 'Deictic')
  return by.startsWith('=') ? Number(by.slice(1) || 0) : Number(by)
}

function checked(point: Point): Point | NoDate {
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
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }
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
