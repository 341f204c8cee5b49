import { expect, it } from 'vitest'
import { addMonths, fromLunar, isoWeek, weekdayOf } from '../../src/resolve/calendar.ts'

const day = (year: number, month: number, date: number) => ({ year, month, day: date })

it.each([
  [2023, 12, 1, 2024, 1],
  [2023, 12, -12, 2022, 12],
  [2023, 1, -1, 2022, 12],
  [2023, 1, -13, 2021, 12],
  [2023, 5, 0, 2023, 5],
])('%i-%i and %i months', (year, month, by, toYear, toMonth) => {
  expect(addMonths(year, month, by)).toEqual({ year: toYear, month: toMonth })
})

it.each([
  [day(1970, 1, 1), 4],
  [day(1969, 12, 29), 1],
  [day(2023, 12, 10), 7],
])('%j is day %i of its week', (date, weekday) => {
  expect(weekdayOf(date)).toBe(weekday)
})

it.each([
  [day(2020, 12, 31), 2020, 53],
  [day(2021, 1, 3), 2020, 53],
  [day(2021, 1, 4), 2021, 1],
  [day(2024, 12, 30), 2025, 1],
])('%j is of %i, week %i', (date, year, week) => {
  expect(isoWeek(date)).toEqual({ year, week })
})

it.each([
  [2024, 1, 1, day(2024, 2, 10)],
  [2023, 8, 15, day(2023, 9, 29)],
  [2023, 12, 30, day(2024, 2, 9)],
  [1800, 1, 1, day(1800, 1, 25)],
])('%i-%i-%i of the lunar calendar is %j', (year, month, date, solar) => {
  expect(fromLunar(year, month, date)).toEqual(solar)
})

// The last month of 2024 has 29 days, the calendar is known from 1800 to 2199.
it.each([
  [2024, 12, 30],
  [2024, 1, 31],
  [1799, 6, 1],
  [2200, 6, 1],
])('%i-%i-%i of the lunar calendar is no day', (year, month, date) => {
  expect(fromLunar(year, month, date)).toBeUndefined()
})

it('goes to the last lunar year', () => {
  expect(fromLunar(2198, 6, 1)).toMatchObject({ year: 2198 })
})
