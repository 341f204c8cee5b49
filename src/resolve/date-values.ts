/** The value of a calendar expression, given the reference date and what the text has told before. */
import type { Point, Reading } from '../facts/reading.ts'
import {
  addDays,
  addMonths,
  type Day,
  dayNumber,
  daysInMonth,
  fromLunar,
  isoDay,
  isoMonth,
  isoWeek,
  twoDigits,
  weekdayOf,
} from './calendar.ts'
import type { Direction } from './direction.ts'

/** What the text has told so far. */
export interface Told {
  /** Offset where the year was told, as long as it is near. */
  yearAt?: number | undefined
  day?: Day | undefined
  /** Number of the line where the day was told. */
  dayLine?: number | undefined
  /** The day of the last clock time. */
  clockDay?: Day | undefined
  /** The last day that is near the reference date: the one that the article is about. */
  newsDay?: Day | undefined
  /** A day whose year is not known. */
  partial?: { month: number; day: number } | undefined
  year?: number | undefined
  month?: { year: number | undefined; month: number } | undefined
}

/** Nothing yet. All fields are there from the beginning, so that the engine meets one form of it. */
export const nothing = (): Told => ({
  yearAt: undefined,
  day: undefined,
  dayLine: undefined,
  newsDay: undefined,
  partial: undefined,
  year: undefined,
  month: undefined,
})

/** On this day of the week "cuối tuần" is the weekend before, in a report. */
const MONDAY = 1

/** How many days from the reference date the news may be. */
const NEWS = 10

export class Resolver {
  /** Which parts were inferred. */
  readonly basis: string[] = []
  constructor(
    private readonly today: Day | null,
    private readonly told: Told,
    private readonly direction: () => Direction,
    private readonly yearly: boolean,
    /**
     * Whether the reference date is the day of the news. Else it is only the latest date that the article tells in full, mostly a
     * document's: relative days are not read against it, and the news comes behind it.
     */
    private readonly near: boolean,
    /** Years that the article tells with a month, by month. */
    private readonly years: ReadonlyMap<number, number | undefined>,
    /** Whether the date begins its line, so that what follows is of that day. */
    private readonly leads: boolean,
    /** Number of the line that the date stands in. */
    private readonly line: number,
  ) {}

  value(reading: Reading): { value: string; kind?: 'duration' } {
    switch (reading.shape) {
      case 'duration':
      case 'set':
        return { value: reading.value }
      case 'shift':
        return this.shift(reading)
      case 'interval':
        return { value: this.interval(reading.from, reading.to) }
      case 'point':
        return { value: this.point(reading.point) }
    }
  }

  private interval(from: Point, to: Point): string {
    // The end is settled first, the beginning is before it.
    const end = this.point(to)
    const endYear = /^\d{4}/.exec(end)?.[0]
    const open =
      from.month !== undefined &&
      from.year === undefined &&
      from.yearShift === undefined &&
      from.yearAnaphor === undefined
    if (open && endYear && to.month !== undefined) {
      const turns = (from.month as number) > to.month
      return `${this.point({ ...from, year: Number(endYear) - (turns ? 1 : 0) })}/${end}`
    }
    // "từ 7h đến 17h" of no day: so each day, or any.
    if (isBareClock(from) && isBareClock(to)) return `XXXX-XX-XXT${clock(from)}/XXXX-XX-XXT${clock(to)}`
    // "từ 8 giờ đến 11 giờ ngày 5/9": the day is told once.
    if (from.hour !== undefined && from.day === undefined && from.dayShift === undefined && /T/.test(end))
      return `${end.replace(/T.*/, '')}T${clock(from)}/${end}`
    return `${this.point(from)}/${end}`
  }

  private shift({ unit, by, from }: Extract<Reading, { shape: 'shift' }>): { value: string; kind?: 'duration' } {
    if (unit.length === 2) return { value: `PT${Math.abs(by)}${unit[1]}`, kind: 'duration' }
    const day = from === 'reference' ? this.today : (this.told.day ?? null)
    const whole = Math.round(by)
    this.basis.push(from === 'reference' ? 'reference' : 'anaphor')
    if (unit === 'Y') {
      const base = from === 'reference' ? this.today?.year : this.told.year
      return { value: base === undefined ? 'XXXX' : this.tellYear(base + whole) }
    }
    if (!day && from === 'text' && unit === 'D' && this.told.partial) {
      const moved = addDays({ year: 2001, ...this.told.partial }, whole)
      return { value: `XXXX-${twoDigits(moved.month)}-${twoDigits(moved.day)}` }
    }
    if (!day) return { value: unit === 'M' ? 'XXXX-XX' : unit === 'W' ? 'XXXX-WXX' : 'XXXX-XX-XX' }
    if (unit === 'M') {
      const { year, month } = addMonths(day.year, day.month, whole)
      return { value: isoMonth(year, month) }
    }
    const moved = addDays(day, unit === 'W' ? whole * 7 : whole)
    return { value: unit === 'W' ? weekValue(moved) : isoDay(moved) }
  }

  private tellYear(year: number): string {
    this.told.year = year
    return twoDigits(year, 4)
  }

  private point(p: Point): string {
    const day = this.dayPart(p)
    if (p.hour !== undefined) {
      this.told.clockDay = this.told.day
      if (p.hour === 24) {
        const next = /^\d{4}-\d\d-\d\d$/.test(day) ? isoDay(addDays(parse(day), 1)) : day
        return `${next}T00:${twoDigits(p.minute ?? 0)}`
      }
      return `${day}T${clock(p)}`
    }
    return p.part === undefined ? day : `${day}T${p.part}`
  }

  /** The date without the time of day. */
  private dayPart(p: Point): string {
    const { today, told } = this
    if (p.decade !== undefined) return `${p.decade}X`
    if (p.century !== undefined) return `${p.century < 0 ? 'XX' : p.century}XX`
    if (p.lunar) return this.lunar(p)
    if (p.dayShift !== undefined) {
      this.basis.push('reference')
      return today && this.near ? this.tellDay(addDays(today, p.dayShift)) : 'XXXX-XX-XX'
    }
    if (p.dayAnaphor !== undefined || (p.part !== undefined && isBare(p)) || (p.hour !== undefined && isBare(p))) {
      this.basis.push('anaphor')
      // "18h ngày 29/5 ... 19h30 cùng ngày": one clock time goes on from the other.
      const clocks = p.hour !== undefined && p.dayAnaphor !== undefined && told.clockDay && told.clockDay === told.day
      const same = told.dayLine === this.line || clocks ? told.day : (told.newsDay ?? told.day)
      if (same) return p.dayAnaphor ? this.tellDay(addDays(same, p.dayAnaphor)) : isoDay(same)
      if (told.partial)
        return `XXXX-${twoDigits(told.partial.month)}-${twoDigits(told.partial.day + (p.dayAnaphor ?? 0))}`
      return 'XXXX-XX-XX'
    }
    if (p.weekShift !== undefined || p.weekday !== undefined || p.weekend) return this.week(p)
    if (p.monthShift !== undefined) {
      this.basis.push('reference')
      if (!today) return told.partial && p.monthShift === 0 ? `XXXX-${twoDigits(told.partial.month)}` : 'XXXX-XX'
      const { year, month } = addMonths(today.year, today.month, p.monthShift)
      told.month = { year, month }
      return isoMonth(year, month)
    }
    if (p.monthAnaphor !== undefined) {
      this.basis.push('anaphor')
      if (!told.month) return 'XXXX-XX'
      const { year, month } = addMonths(told.month.year ?? 0, told.month.month, p.monthAnaphor)
      return told.month.year === undefined ? `XXXX-${twoDigits(month)}` : isoMonth(year, month)
    }
    if (p.quarterShift !== undefined) {
      this.basis.push('reference')
      if (!today) return 'XXXX-QX'
      const { year, month } = addMonths(today.year, today.month, 3 * p.quarterShift)
      return `${year}-Q${Math.ceil(month / 3)}`
    }
    const year = this.year(p)
    const y = year === undefined ? 'XXXX' : twoDigits(year, 4)
    if (p.half !== undefined) return `${y}-H${p.half}`
    if (p.quarter !== undefined) return `${y}-Q${p.quarter}`
    if (p.season !== undefined) return `${y}-${p.season}`
    if (p.month === undefined && p.day === undefined) {
      if (year !== undefined) told.year = year
      return y
    }
    if (p.month === undefined) return this.dayOfMonth(p.day as number)
    if (p.day === undefined) {
      told.month = { year, month: p.month }
      if (year !== undefined) told.year = year
      return `${y}-${twoDigits(p.month)}`
    }
    if (year === undefined) {
      told.partial = { month: p.month, day: p.day }
      told.day = undefined
      told.month = { year: undefined, month: p.month }
      return `XXXX-${twoDigits(p.month)}-${twoDigits(p.day)}`
    }
    return this.tellDay({ year, month: p.month, day: p.day })
  }

  private tellDay(day: Day): string {
    this.told.day = day
    this.told.dayLine = this.line
    if (this.today && (!this.told.newsDay || this.leads) && Math.abs(dayNumber(day) - dayNumber(this.today)) <= NEWS)
      this.told.newsDay = day
    this.told.partial = undefined
    this.told.year = day.year
    this.told.month = { year: day.year, month: day.month }
    return isoDay(day)
  }

  /** "ngày 23": of the month told before, else of the reference date's. */
  private dayOfMonth(day: number): string {
    const { today, told } = this
    const month = told.month ?? (today ? { year: today.year, month: today.month } : undefined)
    this.basis.push(told.month ? 'anaphor' : 'reference')
    if (!month) return `XXXX-XX-${twoDigits(day)}`
    if (month.year === undefined) return `XXXX-${twoDigits(month.month)}-${twoDigits(day)}`
    if (day > daysInMonth(month.year, month.month)) return `XXXX-XX-${twoDigits(day)}`
    return this.tellDay({ year: month.year, month: month.month, day })
  }

  private week(p: Point): string {
    const { today } = this
    this.basis.push('reference')
    if (!today) return p.weekday !== undefined ? `XXXX-WXX-${p.weekday}` : p.weekend ? 'XXXX-WXX-WE' : 'XXXX-WXX'
    const monday = addDays(today, 1 - weekdayOf(today) + 7 * (p.weekShift ?? 0))
    if (p.weekday !== undefined) {
      let day = addDays(monday, p.weekday - 1)
      // Without "tuần này" the nearest such day that the sentence looks to.
      if (p.weekShift === undefined) {
        const ahead = this.direction() === 'future'
        if (ahead && dayNumber(day) < dayNumber(today)) day = addDays(day, 7)
        if (!ahead && dayNumber(day) > dayNumber(today)) day = addDays(day, -7)
      }
      return this.tellDay(day)
    }
    if (p.weekend && p.weekShift === undefined && weekdayOf(today) === MONDAY && this.direction() !== 'future')
      return `${weekValue(addDays(monday, -7))}-WE`
    return weekValue(monday) + (p.weekend ? '-WE' : '')
  }

  private lunar(p: Point): string {
    const { today } = this
    const { month, day } = p
    if (month === undefined || day === undefined) return month === undefined ? 'XXXX-XX-XX' : 'XXXX-XX'
    const told = p.year ?? (p.yearShift !== undefined && today ? today.year + p.yearShift : undefined)
    if (told !== undefined) {
      const solar = fromLunar(told, month, day)
      return solar ? this.tellDay(solar) : 'XXXX-XX-XX'
    }
    if (!today) return 'XXXX-XX-XX'
    this.basis.push('year')
    const near = [today.year - 1, today.year, today.year + 1]
      .flatMap((year) => fromLunar(year, month, day) ?? [])
      .sort((a, b) => Math.abs(dayNumber(a) - dayNumber(today)) - Math.abs(dayNumber(b) - dayNumber(today)))[0]
    return near ? this.tellDay(near) : 'XXXX-XX-XX'
  }

  /** The year of a point: told, shifted, or the likeliest. */
  private year(p: Point): number | undefined {
    if (p.year !== undefined) return p.year
    if (
      p.yearShift !== undefined &&
      p.yearAnaphor !== undefined &&
      this.told.yearAt !== undefined &&
      this.told.year !== undefined
    ) {
      this.basis.push('anaphor')
      return this.told.year + p.yearAnaphor
    }
    if (p.yearShift !== undefined) {
      this.basis.push('reference')
      if (!this.today && p.mod && this.told.year !== undefined) return this.told.year + p.yearShift
      return this.today ? this.today.year + p.yearShift : undefined
    }
    if (p.yearAnaphor !== undefined) {
      this.basis.push('anaphor')
      return this.told.year === undefined ? undefined : this.told.year + p.yearAnaphor
    }
    const { today } = this
    if (this.yearly) return undefined
    if (!today) {
      const year = p.month === undefined ? undefined : this.years.get(p.month)
      if (year !== undefined) this.basis.push('anaphor')
      return year
    }
    const month =
      p.month ??
      (p.quarter !== undefined ? p.quarter * 3 - 1 : p.season ? SEASON_MONTH[p.season] : p.half === 2 ? 9 : undefined)
    if (month === undefined) return p.half === 1 ? today.year : undefined
    this.basis.push('year')
    return likelyYear(month, p.day, today, this.near ? this.direction() : 'future')
  }
}

const SEASON_MONTH = { SP: 3, SU: 7, FA: 10, WI: 12 } as const
/** Days that a report may look ahead without saying so. */
const SLACK = 7
/** What a day behind or ahead costs, by where the sentence looks to. */
const WEIGHTS = {
  past: { past: 1, future: 100 },
  future: { past: 3, future: 1 },
  open: { past: 1, future: 5 },
} as const
/** How much less a day of the reference date's own year costs. */
const SAME_YEAR = 0.4

/** Years around the reference date's among which there is a leap year on either side, but for a turn of a century. */
const LEAP_YEARS = 9

/**
 * The year of a day and month, the cheapest of three, for 29/2 of the leap years around. A report looks back, a plan forward; a day of the same calendar year is likelier
 * than its distance says, because the year is left out for it.
 */
function likelyYear(month: number, day: number | undefined, today: Day, direction: Direction): number {
  let best = today.year
  let least = Number.POSITIVE_INFINITY
  const from = dayNumber(today)
  // "29/2" is a day of leap years only.
  const leapDay = month === 2 && day === 29
  for (let n = 0; n < (leapDay ? LEAP_YEARS : 3); n++) {
    const year = today.year + (n % 2 === 0 ? n / 2 : -(n + 1) / 2)
    if (leapDay && daysInMonth(year, month) < 29) continue
    const ahead =
      day === undefined
        ? ((year - today.year) * 12 + month - today.month) * 30
        : dayNumber({ year, month, day: Math.min(day, daysInMonth(year, month)) }) - from
    const side = ahead > SLACK ? 'future' : ahead < -SLACK ? 'past' : 'open'
    const cost =
      Math.abs(ahead) * (side === 'open' ? 1 : WEIGHTS[direction][side]) * (year === today.year ? SAME_YEAR : 1)
    if (cost < least) {
      least = cost
      best = year
    }
  }
  return best
}

/** Whether a point tells a time of day and nothing of the day. */
const isBare = (p: Point) =>
  p.day === undefined &&
  p.month === undefined &&
  p.weekday === undefined &&
  p.weekShift === undefined &&
  p.year === undefined &&
  !p.lunar

const isBareClock = (p: Point) =>
  p.hour !== undefined && p.dayShift === undefined && p.dayAnaphor === undefined && isBare(p)

const clock = (p: Point) => `${twoDigits(p.hour ?? 0)}:${twoDigits(p.minute ?? 0)}`

function weekValue(day: Day): string {
  const { year, week } = isoWeek(day)
  return `${year}-W${twoDigits(week)}`
}

function parse(iso: string): Day {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  return { year, month, day }
}
