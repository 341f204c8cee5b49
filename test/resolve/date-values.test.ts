/** What calendar expressions come to, by the reference date and by what the text has told before. 2023-12-05 is a Tuesday. */
import { describe, expect, it } from 'vitest'
import type { Point, Reading } from '../../src/facts/reading.ts'
import { parseIsoDay } from '../../src/resolve/calendar.ts'
import { Resolver, type Told } from '../../src/resolve/date-values.ts'
import type { Direction } from '../../src/resolve/direction.ts'

interface Around {
  readonly today?: string | null
  readonly told?: Told
  readonly direction?: Direction
  readonly yearly?: boolean
  readonly near?: boolean
  readonly years?: ReadonlyMap<number, number | undefined>
  readonly leads?: boolean
  readonly line?: number
}

/** The value of a reading, what it rests on, and what is told behind it. */
function read(reading: Reading, around: Around = {}) {
  const { today = '2023-12-05', direction = 'open', yearly = false, near = true, years = new Map() } = around
  const told = { ...around.told }
  const day = today === null ? null : parseIsoDay(today)
  const resolver = new Resolver(
    day,
    told,
    () => direction,
    yearly,
    near,
    years,
    around.leads ?? false,
    around.line ?? 0,
  )
  return { ...resolver.value(reading), basis: resolver.basis, told }
}
const readPoint = (point: Point, around?: Around) => read({ shape: 'point', point }, around)
const value = (point: Point, around?: Around) => readPoint(point, around).value

const UNKNOWN = { today: null } as const
const day = (iso: string) => ({ told: { day: parseIsoDay(iso) } })

describe('told in full', () => {
  it.each<[Point, string]>([
    [{ year: 2023, month: 12, day: 4 }, '2023-12-04'],
    [{ year: 2023, month: 2 }, '2023-02'],
    [{ year: 938 }, '0938'],
    [{ year: 2024, quarter: 1 }, '2024-Q1'],
    [{ year: 2018, half: 2 }, '2018-H2'],
    [{ year: 2018, season: 'SP' }, '2018-SP'],
    [{ decade: 198 }, '198X'],
    [{ century: 20 }, '20XX'],
    [{ century: -1 }, 'XXXX'],
    [{ century: 0 }, '0XX'],
    [{ year: 2023, month: 12, day: 4, part: 'MO' }, '2023-12-04TMO'],
    [{ year: 2023, month: 12, day: 4, hour: 8, minute: 5 }, '2023-12-04T08:05'],
    [{ year: 2023, month: 12, day: 4, hour: 8 }, '2023-12-04T08:00'],
    [{ year: 2023, month: 12, day: 31, hour: 24 }, '2024-01-01T00:00'],
    [{ year: 2023, month: 12, day: 4, hour: 24, minute: 30 }, '2023-12-05T00:30'],
    [{ year: 2023, month: 12, hour: 24 }, '2023-12T00:00'],
  ])('%j is %s', (point, iso) => {
    expect(readPoint(point)).toMatchObject({ value: iso, basis: [] })
    expect(readPoint(point, UNKNOWN)).toMatchObject({ value: iso, basis: [] })
  })

  it('is told for what follows', () => {
    const whole = parseIsoDay('2021-03-08')
    expect(readPoint(whole, { told: { partial: { month: 1, day: 1 } }, line: 7 }).told).toEqual({
      day: whole,
      dayLine: 7,
      year: 2021,
      month: { year: 2021, month: 3 },
      partial: undefined,
    })
    expect(readPoint({ year: 2021, month: 3 }).told).toEqual({ year: 2021, month: { year: 2021, month: 3 } })
    expect(readPoint({ month: 3 }, UNKNOWN).told).toEqual({ month: { year: undefined, month: 3 } })
    expect(readPoint({ year: 2021 }).told).toEqual({ year: 2021 })
    expect(readPoint({ yearShift: 1 }, { ...UNKNOWN, told: { year: 2020 } }).told).toEqual({ year: 2020 })
    expect(readPoint({ month: 3, day: 8 }, { ...UNKNOWN, ...day('2020-01-01') }).told).toEqual({
      day: undefined,
      partial: { month: 3, day: 8 },
      month: { year: undefined, month: 3 },
    })
  })

  it.each([
    ['2023-11-25', true],
    ['2023-12-15', true],
    ['2023-11-24', false],
    ['2023-12-16', false],
  ])('is the day of the news if it is near: %s %s', (iso, news) => {
    const point = parseIsoDay(iso)
    expect(readPoint(point).told.newsDay).toEqual(news ? point : undefined)
  })

  it('leaves the day of the news as it is unless it begins a line', () => {
    const told = { newsDay: parseIsoDay('2023-12-01') }
    const point = parseIsoDay('2023-12-03')
    expect(readPoint(point, { told }).told.newsDay).toEqual(told.newsDay)
    expect(readPoint(point, { told, leads: true }).told.newsDay).toEqual(point)
    expect(readPoint(point, UNKNOWN).told.newsDay).toBeUndefined()
  })
})

describe('by the reference date', () => {
  it.each<[Point, string, string]>([
    [{ dayShift: 0 }, '2023-12-05', 'XXXX-XX-XX'],
    [{ dayShift: -1 }, '2023-12-04', 'XXXX-XX-XX'],
    [{ dayShift: 1, part: 'EV' }, '2023-12-06TEV', 'XXXX-XX-XXTEV'],
    [{ dayShift: 0, hour: 24 }, '2023-12-06T00:00', 'XXXX-XX-XXT00:00'],
    [{ monthShift: 0 }, '2023-12', 'XXXX-XX'],
    [{ monthShift: 1 }, '2024-01', 'XXXX-XX'],
    [{ monthShift: -12 }, '2022-12', 'XXXX-XX'],
    [{ quarterShift: 0 }, '2023-Q4', 'XXXX-QX'],
    [{ quarterShift: 1 }, '2024-Q1', 'XXXX-QX'],
    [{ quarterShift: -1 }, '2023-Q3', 'XXXX-QX'],
    [{ weekShift: 0 }, '2023-W49', 'XXXX-WXX'],
    [{ weekShift: -1 }, '2023-W48', 'XXXX-WXX'],
    [{ weekShift: 4 }, '2024-W01', 'XXXX-WXX'],
    [{ weekShift: 0, weekend: true }, '2023-W49-WE', 'XXXX-WXX-WE'],
    [{ weekShift: 0, weekday: 1 }, '2023-12-04', 'XXXX-WXX-1'],
    [{ weekShift: 1, weekday: 7 }, '2023-12-17', 'XXXX-WXX-7'],
    [{ weekShift: 0, weekday: 7 }, '2023-12-10', 'XXXX-WXX-7'],
    [{ yearShift: 0 }, '2023', 'XXXX'],
    [{ yearShift: -1 }, '2022', 'XXXX'],
    [{ yearShift: 1, month: 3 }, '2024-03', 'XXXX-03'],
    [{ yearShift: -1, quarter: 2 }, '2022-Q2', 'XXXX-Q2'],
  ])('%j is %s, without one %s', (point, iso, open) => {
    expect(readPoint(point)).toMatchObject({ value: iso, basis: ['reference'] })
    expect(readPoint(point, UNKNOWN)).toMatchObject({ value: open, basis: ['reference'] })
  })

  it('is told for what follows', () => {
    expect(readPoint({ dayShift: -1 }).told.day).toEqual(parseIsoDay('2023-12-04'))
    expect(readPoint({ monthShift: 1 }).told.month).toEqual({ year: 2024, month: 1 })
    expect(readPoint({ weekShift: 1, weekday: 7 }).told.day).toEqual(parseIsoDay('2023-12-17'))
    expect(readPoint({ yearShift: -1 }).told.year).toBe(2022)
  })

  it('reads no relative day against a date that is not the day of the news', () => {
    expect(value({ dayShift: 0 }, { near: false })).toBe('XXXX-XX-XX')
  })

  it('takes the month of a day without a year for this month', () => {
    const told = { partial: { month: 8, day: 9 } }
    expect(value({ monthShift: 0 }, { ...UNKNOWN, told })).toBe('XXXX-08')
    expect(value({ monthShift: 1 }, { ...UNKNOWN, told })).toBe('XXXX-XX')
  })

  it('counts the year of an early or late part from the year told, where no date is known', () => {
    expect(value({ yearShift: 1, mod: 'END' }, { ...UNKNOWN, told: { year: 2019 } })).toBe('2020')
    expect(value({ yearShift: 1 }, { ...UNKNOWN, told: { year: 2019 } })).toBe('XXXX')
    expect(value({ yearShift: 1, mod: 'END' }, { told: { year: 2019 } })).toBe('2024')
    expect(value({ yearShift: 1, mod: 'END' }, UNKNOWN)).toBe('XXXX')
  })
})

describe('a day of the week', () => {
  it.each<[number, Direction, string]>([
    [1, 'open', '2023-12-04'],
    [1, 'past', '2023-12-04'],
    [1, 'future', '2023-12-11'],
    [2, 'past', '2023-12-05'],
    [2, 'future', '2023-12-05'],
    [6, 'past', '2023-12-02'],
    [6, 'open', '2023-12-02'],
    [6, 'future', '2023-12-09'],
  ])('%i of a sentence that looks to the %s', (weekday, direction, iso) => {
    expect(value({ weekday }, { direction })).toBe(iso)
  })
})

describe('by the text before', () => {
  it.each<[Point, Told, string]>([
    [{ dayAnaphor: 0 }, { day: parseIsoDay('2023-11-30') }, '2023-11-30'],
    [{ dayAnaphor: 1 }, { day: parseIsoDay('2023-11-30') }, '2023-12-01'],
    [{ dayAnaphor: 0 }, { partial: { month: 9, day: 2 } }, 'XXXX-09-02'],
    [{ dayAnaphor: 1 }, { partial: { month: 9, day: 2 } }, 'XXXX-09-03'],
    [{ dayAnaphor: 0 }, {}, 'XXXX-XX-XX'],
    [{ part: 'EV' }, { day: parseIsoDay('2023-11-30') }, '2023-11-30TEV'],
    [{ part: 'EV' }, { partial: { month: 9, day: 2 } }, 'XXXX-09-02TEV'],
    [{ part: 'EV' }, {}, 'XXXX-XX-XXTEV'],
    [{ hour: 9, minute: 15 }, { day: parseIsoDay('2023-11-30') }, '2023-11-30T09:15'],
    [{ monthAnaphor: 0 }, { month: { year: 2022, month: 12 } }, '2022-12'],
    [{ monthAnaphor: 1 }, { month: { year: 2022, month: 12 } }, '2023-01'],
    [{ monthAnaphor: 1 }, { month: { year: undefined, month: 8 } }, 'XXXX-09'],
    [{ monthAnaphor: 0 }, {}, 'XXXX-XX'],
    [{ yearAnaphor: 0 }, { year: 1999 }, '1999'],
    [{ yearAnaphor: -1, month: 3 }, { year: 1999 }, '1998-03'],
    [{ yearAnaphor: 0 }, {}, 'XXXX'],
    [{ yearShift: -1, yearAnaphor: -1 }, { year: 1999, yearAt: 10 }, '1998'],
    [{ day: 23 }, { month: { year: 2022, month: 2 } }, '2022-02-23'],
    [{ day: 28 }, { month: { year: 2022, month: 2 } }, '2022-02-28'],
    [{ day: 30 }, { month: { year: 2022, month: 2 } }, 'XXXX-XX-30'],
    [{ day: 30 }, { month: { year: undefined, month: 2 } }, 'XXXX-02-30'],
  ])('%j behind %j is %s', (point, told, iso) => {
    expect(readPoint(point, { told })).toMatchObject({ value: iso, basis: ['anaphor'] })
  })

  it('is told anew', () => {
    expect(readPoint({ dayAnaphor: 1 }, day('2023-11-30')).told.day).toEqual(parseIsoDay('2023-12-01'))
    expect(readPoint({ dayAnaphor: 0 }, day('2023-11-30')).told.dayLine).toBeUndefined()
    expect(readPoint({ day: 23 }, { told: { month: { year: 2022, month: 2 } } }).told.day).toEqual(
      parseIsoDay('2022-02-23'),
    )
  })

  it('means the day of its own line, else that of the news', () => {
    const told = { day: parseIsoDay('2020-01-01'), newsDay: parseIsoDay('2023-12-04'), dayLine: 3 }
    expect(value({ dayAnaphor: 0 }, { told, line: 3 })).toBe('2020-01-01')
    expect(value({ dayAnaphor: 0 }, { told, line: 4 })).toBe('2023-12-04')
  })

  it('takes a day of no month for one of this month, if no month is told', () => {
    expect(readPoint({ day: 23 })).toMatchObject({ value: '2023-12-23', basis: ['reference'] })
    expect(readPoint({ day: 23 }, UNKNOWN)).toMatchObject({ value: 'XXXX-XX-23', basis: ['reference'] })
  })

  it('counts "the year before" from the reference date if no year is told nearby', () => {
    const point = { yearShift: -1, yearAnaphor: -1 }
    expect(readPoint(point, { told: { year: 1999 } })).toMatchObject({ value: '2022', basis: ['reference'] })
    expect(readPoint(point, { told: { yearAt: 10 } })).toMatchObject({ value: '2022', basis: ['reference'] })
    expect(readPoint({ yearShift: -1 }, { told: { year: 1999, yearAt: 10 } }).value).toBe('2022')
  })

  it.each<Point>([
    { year: 2020 },
    { year: 2020, month: 5 },
    { year: 2020, month: 5, day: 6 },
    { weekShift: 0 },
    { weekShift: 0, weekday: 3 },
  ])('asks for no day where one is told: %j', (point) => {
    for (const time of [{ part: 'MO' } as const, { hour: 7 }])
      expect(value({ ...point, ...time }, day('1990-01-01'))).toBe(`${value(point)}T${time.part ?? '07:00'}`)
  })

  it('knows a day of the month, of the week and of the moon in the morning', () => {
    expect(value({ day: 4, part: 'MO' }, day('1990-01-01'))).toBe('2023-12-04TMO')
    expect(value({ month: 11, day: 4, part: 'MO' }, day('1990-01-01'))).toBe('2023-11-04TMO')
    expect(value({ month: 11, part: 'MO' }, day('1990-01-01'))).toBe('2023-11TMO')
    expect(value({ weekday: 1, part: 'MO' }, day('1990-01-01'))).toBe('2023-12-04TMO')
    expect(value({ lunar: true, year: 2024, month: 1, day: 1, part: 'MO' }, day('1990-01-01'))).toBe('2024-02-10TMO')
    expect(value({ lunar: true, month: 1, day: 1, hour: 7 }, day('1990-01-01'))).toBe('2024-02-10T07:00')
  })
})

describe('the likeliest year', () => {
  it.each<[string, Point, Direction, string]>([
    ['2023-12-05', { month: 12, day: 4 }, 'open', '2023-12-04'],
    ['2023-12-05', { month: 12, day: 20 }, 'past', '2022-12-20'],
    ['2023-12-05', { month: 12, day: 20 }, 'future', '2023-12-20'],
    ['2023-12-05', { month: 12, day: 12 }, 'past', '2023-12-12'],
    ['2023-12-05', { month: 12, day: 14 }, 'past', '2022-12-14'],
    ['2023-12-05', { month: 1, day: 5 }, 'future', '2024-01-05'],
    ['2023-12-05', { month: 1, day: 5 }, 'past', '2023-01-05'],
    ['2024-01-10', { month: 12, day: 28 }, 'past', '2023-12-28'],
    ['2024-01-10', { month: 12, day: 28 }, 'open', '2023-12-28'],
    ['2024-01-10', { month: 12, day: 28 }, 'future', '2023-12-28'],
    ['2024-01-10', { month: 11, day: 28 }, 'open', '2023-11-28'],
    ['2024-01-10', { month: 10, day: 28 }, 'future', '2024-10-28'],
    ['2023-12-05', { month: 9 }, 'past', '2023-09'],
    ['2023-12-05', { month: 2 }, 'future', '2024-02'],
    ['2023-12-05', { month: 12 }, 'past', '2023-12'],
    ['2024-01-10', { month: 12 }, 'past', '2023-12'],
    ['2024-01-10', { quarter: 4 }, 'past', '2023-Q4'],
    ['2024-01-10', { quarter: 1 }, 'future', '2024-Q1'],
    ['2023-12-05', { quarter: 1 }, 'future', '2024-Q1'],
    ['2023-12-05', { quarter: 4 }, 'past', '2023-Q4'],
    ['2024-01-10', { season: 'WI' }, 'past', '2023-WI'],
    ['2024-01-10', { season: 'FA' }, 'past', '2023-FA'],
    ['2023-12-05', { season: 'SP' }, 'future', '2024-SP'],
    ['2023-12-05', { season: 'SU' }, 'past', '2023-SU'],
    ['2024-01-10', { half: 2 }, 'past', '2023-H2'],
    ['2023-12-05', { half: 2 }, 'past', '2023-H2'],
  ])('on %s %j of a sentence that looks to the %s is in %s', (today, point, direction, iso) => {
    expect(readPoint(point, { today, direction })).toMatchObject({ value: iso, basis: ['year'] })
  })

  it('is this year for a first half', () => {
    expect(readPoint({ half: 1 })).toMatchObject({ value: '2023-H1', basis: [] })
  })

  it('is not asked for of what comes each year', () => {
    expect(readPoint({ month: 7, day: 31 }, { yearly: true })).toMatchObject({ value: 'XXXX-07-31', basis: [] })
    expect(value({ month: 7 }, { yearly: true })).toBe('XXXX-07')
  })

  it('looks ahead of a date that is not the day of the news', () => {
    expect(value({ month: 12, day: 20 }, { direction: 'past', near: false })).toBe('2023-12-20')
  })

  it('is that of the month in the same article, where no date is known', () => {
    const years = new Map([
      [11, 2021],
      [5, undefined],
    ])
    expect(readPoint({ month: 11, day: 10 }, { ...UNKNOWN, years })).toMatchObject({
      value: '2021-11-10',
      basis: ['anaphor'],
    })
    expect(readPoint({ month: 5, day: 10 }, { ...UNKNOWN, years })).toMatchObject({ value: 'XXXX-05-10', basis: [] })
    expect(readPoint({ quarter: 4 }, { ...UNKNOWN, years })).toMatchObject({ value: 'XXXX-Q4', basis: [] })
    expect(readPoint({ month: 11, day: 10 }, { years })).toMatchObject({ value: '2023-11-10', basis: ['year'] })
  })
})

describe('the lunar calendar', () => {
  it.each<[Point, Around, string]>([
    [{ year: 2024, month: 1, day: 1 }, {}, '2024-02-10'],
    [{ year: 2024, month: 1, day: 1 }, UNKNOWN, '2024-02-10'],
    [{ yearShift: 1, month: 1, day: 1 }, {}, '2024-02-10'],
    [{ yearShift: 1, month: 1, day: 1 }, UNKNOWN, 'XXXX-XX-XX'],
    [{ month: 1, day: 1 }, {}, '2024-02-10'],
    [{ month: 8, day: 15 }, {}, '2023-09-29'],
    [{ month: 12, day: 23 }, { today: '2023-01-05' }, '2023-01-14'],
    [{ month: 12, day: 23 }, { today: '2023-02-20' }, '2023-01-14'],
    [{ month: 1, day: 1 }, UNKNOWN, 'XXXX-XX-XX'],
    [{ month: 1 }, {}, 'XXXX-XX'],
    [{ day: 1 }, {}, 'XXXX-XX-XX'],
    [{ year: 2024, month: 1, day: 31 }, {}, 'XXXX-XX-XX'],
    [{ month: 1, day: 31 }, {}, 'XXXX-XX-XX'],
  ])('%j, %j is %s', (point, around, iso) => {
    expect(value({ ...point, lunar: true }, around)).toBe(iso)
  })

  it('says that the year was inferred, and tells the day', () => {
    expect(readPoint({ lunar: true, month: 1, day: 1 })).toMatchObject({
      basis: ['year'],
      told: { day: parseIsoDay('2024-02-10') },
    })
    expect(readPoint({ lunar: true, year: 2024, month: 1, day: 1 })).toMatchObject({
      basis: [],
      told: { day: parseIsoDay('2024-02-10') },
    })
  })
})

describe('intervals', () => {
  it.each<[Point, Point, string]>([
    [{ month: 12, day: 9 }, { month: 12, day: 10 }, '2023-12-09/2023-12-10'],
    [{ month: 12, day: 25 }, { month: 1, day: 5, year: 2024 }, '2023-12-25/2024-01-05'],
    [{ month: 1, day: 25 }, { month: 1, day: 31, year: 2024 }, '2024-01-25/2024-01-31'],
    [{ month: 1, day: 25, year: 2020 }, { month: 1, day: 31, year: 2024 }, '2020-01-25/2024-01-31'],
    [{ month: 11 }, { month: 2, year: 2020 }, '2019-11/2020-02'],
    [{ month: 3 }, { year: 2020 }, '2023-03/2020'],
    [{ month: 3, yearShift: -1 }, { month: 5, year: 2024 }, '2022-03/2024-05'],
    [{ year: 2020 }, { year: 2025 }, '2020/2025'],
    [{ hour: 7 }, { hour: 17, minute: 30 }, 'XXXX-XX-XXT07:00/XXXX-XX-XXT17:30'],
    [{ hour: 8 }, { hour: 11, year: 2023, month: 9, day: 5 }, '2023-09-05T08:00/2023-09-05T11:00'],
    [{ hour: 8, day: 4 }, { hour: 11, year: 2023, month: 12, day: 5 }, '2023-12-04T08:00/2023-12-05T11:00'],
    [{ hour: 8, dayShift: -1 }, { hour: 11, dayShift: 0 }, '2023-12-04T08:00/2023-12-05T11:00'],
    [{ hour: 8 }, { hour: 11, dayShift: 0 }, '2023-12-05T08:00/2023-12-05T11:00'],
    [{ hour: 8 }, { year: 2023, month: 9, day: 5 }, '2023-09-05T08:00/2023-09-05'],
    [{ hour: 8, dayAnaphor: 0 }, { hour: 11 }, '2023-11-30T08:00/2023-11-30T11:00'],
    [{ dayShift: 0 }, { dayShift: 1 }, '2023-12-05/2023-12-06'],
  ])('from %j to %j is %s', (from, to, iso) => {
    expect(read({ shape: 'interval', from, to }, day('2023-11-30')).value).toBe(iso)
  })

  it('of a month and an end that is not known', () => {
    const from = { month: 12, day: 9 }
    expect(read({ shape: 'interval', from, to: { month: 12, day: 10 } }, UNKNOWN).value).toBe('XXXX-12-09/XXXX-12-10')
    const told = { year: 2010, yearAt: 3 }
    expect(
      read({ shape: 'interval', from: { ...from, yearAnaphor: 0 }, to: { month: 1, year: 2012 } }, { told }).value,
    ).toBe('2012-12-09/2012-01')
  })
})

describe('amounts', () => {
  it('stay as they are', () => {
    expect(read({ shape: 'duration', value: 'P1.5D' })).toMatchObject({ value: 'P1.5D', basis: [] })
    expect(read({ shape: 'set', value: 'P1Y' })).toMatchObject({ value: 'P1Y', basis: [] })
  })

  type Shift = Omit<Extract<Reading, { shape: 'shift' }>, 'shape'>
  it.each<[Shift, Around, string]>([
    [{ unit: 'Y', by: -20, from: 'reference' }, {}, '2003'],
    [{ unit: 'Y', by: -20, from: 'reference' }, UNKNOWN, 'XXXX'],
    [{ unit: 'Y', by: 1, from: 'text' }, { told: { year: 1999 } }, '2000'],
    [{ unit: 'Y', by: 1, from: 'text' }, {}, 'XXXX'],
    [{ unit: 'M', by: -3, from: 'reference' }, {}, '2023-09'],
    [{ unit: 'M', by: 2, from: 'text' }, day('2020-11-30'), '2021-01'],
    [{ unit: 'W', by: -1, from: 'reference' }, {}, '2023-W48'],
    [{ unit: 'W', by: 1, from: 'text' }, day('2020-12-31'), '2021-W01'],
    [{ unit: 'D', by: -3, from: 'reference' }, {}, '2023-12-02'],
    [{ unit: 'D', by: 2, from: 'text' }, day('2020-12-30'), '2021-01-01'],
    [{ unit: 'D', by: 1.5, from: 'text' }, day('2020-12-01'), '2020-12-03'],
    [{ unit: 'D', by: 2, from: 'text' }, { told: { partial: { month: 8, day: 31 } } }, 'XXXX-09-02'],
    [{ unit: 'W', by: 2, from: 'text' }, { told: { partial: { month: 8, day: 31 } } }, 'XXXX-WXX'],
    [{ unit: 'D', by: 2, from: 'reference' }, { ...UNKNOWN, told: { partial: { month: 8, day: 31 } } }, 'XXXX-XX-XX'],
    [{ unit: 'M', by: 1, from: 'reference' }, UNKNOWN, 'XXXX-XX'],
    [{ unit: 'W', by: 1, from: 'reference' }, UNKNOWN, 'XXXX-WXX'],
    [{ unit: 'D', by: 1, from: 'text' }, {}, 'XXXX-XX-XX'],
    [
      { unit: 'D', by: 1, from: 'text' },
      { told: { ...day('2020-05-01').told, partial: { month: 8, day: 1 } } },
      '2020-05-02',
    ],
  ])('%j, %j is %s', (shift, around, iso) => {
    const basis = [shift.from === 'reference' ? 'reference' : 'anaphor']
    expect(read({ shape: 'shift', ...shift }, around)).toMatchObject({ value: iso, basis })
  })

  it('tell the year that they come to', () => {
    expect(read({ shape: 'shift', unit: 'Y', by: -20, from: 'reference' }).told.year).toBe(2003)
  })

  it('of hours and minutes stay durations', () => {
    expect(read({ shape: 'shift', unit: 'TH', by: -2, from: 'reference' })).toEqual({
      value: 'PT2H',
      kind: 'duration',
      basis: [],
      told: {},
    })
  })
})
