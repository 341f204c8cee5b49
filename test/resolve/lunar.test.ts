import { getLunarDate, getSolarDate } from '@dqcai/vn-lunar'
import { expect, it } from 'vitest'
import { type Day, fromLunar, isoDay } from '../../src/resolve/calendar.ts'

/** What the library says of a day in a month that is not repeated. */
function told(year: number, month: number, day: number): Day | undefined {
  const solar = getSolarDate(day, month, year)
  if (!solar.year) return undefined
  const back = getLunarDate(solar.day, solar.month, solar.year)
  return back.day === day && back.month === month ? solar : undefined
}

it('every lunar day of four centuries is where the library has it', () => {
  const wrong: string[] = []
  for (let year = 1800; year <= 2198; year++)
    for (let month = 1; month <= 12; month++)
      for (const day of [1, 2, 15, 29, 30]) {
        const ours = fromLunar(year, month, day)
        const theirs = told(year, month, day)
        if ((ours && isoDay(ours)) !== (theirs && isoDay(theirs))) wrong.push(`${day}/${month}/${year}`)
      }
  expect(wrong).toEqual([])
})

it.each([
  [2024, 1, 1, '2024-02-10'],
  // China's calendar has it a day later: the new moon was before midnight in Hà Nội only.
  [2007, 1, 1, '2007-02-17'],
  [1985, 1, 1, '1985-01-21'],
  [2023, 3, 1, '2023-04-20'],
])('%i-%i-%i is %s', (year, month, day, iso) => {
  expect(isoDay(fromLunar(year, month, day) as Day)).toBe(iso)
})

it('a day that the calendar does not have is none', () => {
  expect(fromLunar(2024, 13, 1)).toBeUndefined()
  expect(fromLunar(2024, 1, 31)).toBeUndefined()
  expect(fromLunar(2024, 1, 0)).toBeUndefined()
  expect(fromLunar(1799, 1, 1)).toBeUndefined()
  expect(fromLunar(2199, 1, 1)).toBeUndefined()
})
