/** From the syntax tree of a calendar expression to what it says: a `Reading`, or the reason why it is none. */
import type { IslandToken } from '../parse/island.ts'
import { branches, branch as child, lastPart, leaf, leaves, type Tree } from '../parse/tree.ts'
import { readDay, readNumericDay, readWeekday, readYearTail, shiftOf } from './date-days.ts'
import { isReading, NoDate, value, words } from './date-tree.ts'
import { parseRoman, readHoliday, readMonth, readQuarter, readYear } from './date-units.ts'
import { type Mod, type PartOfDay, type Point, type Reading, type Season, together } from './reading.ts'

/** Reads an `expression`. */
export function readExpression(tree: Tree): Reading | NoDate {
  const nodes = branches(tree, 'points')
  const first = readPoint(nodes[0] as Tree)
  if (first instanceof NoDate) return first
  if (isReading(first)) return first
  if (nodes.length < 2) return { shape: 'point', point: first }
  const second = readPoint(nodes[1] as Tree)
  if (second instanceof NoDate) return second
  if (isReading(second))
    return second.shape === 'interval' ? { shape: 'interval', from: share(first, second.to), to: second.to } : second
  return { shape: 'interval', from: share(first, second), to: second }
}

/** What the first point of an interval leaves out is told by the second: "từ 5 đến 7/10/2023", "25/12 - 5/1/2024". */
function share(from: Point, to: Point): Point {
  const month = from.day !== undefined && from.month === undefined ? to.month : from.month
  const turns = month !== undefined && to.month !== undefined && month > to.month
  const noYear = from.year === undefined && from.yearShift === undefined
  const year = noYear && to.year !== undefined ? to.year - (turns ? 1 : 0) : undefined
  const yearShift = noYear && to.yearShift !== undefined ? to.yearShift - (turns ? 1 : 0) : undefined
  return together({ year, yearShift, month }, from)
}

function readPoint(node: Tree): Point | Reading | NoDate {
  const inner = lastPart(node) as Tree
  const name = inner.rule
  const read = readers[name]
  const point = read?.(inner) ?? new NoDate('unreadable', `no reader for ${name}`)
  if (point instanceof NoDate) return point
  const edge = leaf(node, 'edge')
  if (!edge) return point
  const mod = value(edge, 'Edge') as Mod
  if (isReading(point)) return point.shape === 'set' ? { ...point, mod } : point
  // "nửa đầu năm" is a half by name.
  if (/^nửa/i.test(edge.image) && name === 'year') return together(point, { half: mod === 'START' ? 1 : 2 })
  return together(point, { mod })
}

const readers: Readonly<Record<string, (node: Tree) => Point | Reading | NoDate>> = {
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
    // "cuối tuần" alone: the nearest one that the sentence looks to
    if (leaf(node, 'weekend')) return shift ? { weekShift: shiftOf(shift), weekend: true } : { weekend: true }
    return { weekShift: shift ? shiftOf(shift) : 0 }
  },
  month: readMonth,
  quarter: readQuarter,
  season: (node) => ({ season: value(leaf(node, 'season') as IslandToken, 'Season') as Season, ...readYearTail(node) }),
  decade: (node) => {
    const digits = leaf(node, 'digits') as IslandToken
    const year = Number(digits.image)
    const until = leaf(node, 'until')
    if (until) return { shape: 'interval', from: { year }, to: { year: Number(until.image) } }
    if (/^các/i.test(leaf(node, 'years')?.image ?? '')) return { year }
    if (year % 10 !== 0)
      return leaf(node, 'years') ? { year } : new NoDate('no-such-decade', `${year} begins no decade`)
    return { decade: year < 100 ? 190 + year / 10 : year / 10 }
  },
  century: (node) => {
    const pair = leaf(node, 'pair')
    if (pair) {
      const [from, to] = pair.image.split('-').map(Number) as [number, number]
      return from >= 1 && to > from && to <= 22
        ? { shape: 'interval', from: { century: from - 1 }, to: { century: to - 1 } }
        : new NoDate('no-such-century', `"${pair.image}" are no centuries`)
    }
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
function readClock(node: Tree): Point | NoDate {
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
  return rest instanceof NoDate ? rest : together(rest, { hour, minute })
}

function readPartOfDay(node: Tree): Point | Reading | NoDate {
  const [part, mod] = value(leaves(node, 'part').at(-1) as IslandToken, 'Part').split(' ') as [PartOfDay, Mod?]
  const first = value(leaf(node, 'part') as IslandToken, 'Part').split(' ')[0] as PartOfDay
  const weekday = child(node, 'weekday')
  const day = readDayOf(node)
  if (day instanceof NoDate) return day
  // "tối chủ nhật hằng tuần"
  if (weekday && leaf(weekday, 'each')) return { shape: 'set', value: `XXXX-WXX-${day.weekday ?? 'X'}T${part}` }
  // "chiều tối": the later of two, but "sáng sớm" and "rạng sáng" are one.
  const told = { part: part === first ? part : part === 'MO' ? first : part }
  return mod ? together(day, told, { mod }) : together(day, told)
}

/** The day within a clock time or part of day: a day, a weekday, a shift, or a bracket that tells it more exactly. */
function readDayOf(node: Tree): Point | NoDate {
  const bracket = child(node, 'bracket')
  if (bracket) return readNumericDay(child(bracket, 'numericDay') as Tree)
  const day = child(node, 'day')
  if (day) {
    const point = readDay(day)
    return point instanceof NoDate ? point : isReading(point) ? new NoDate('mixed', 'a set has no time of day') : point
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
