/** The Vietnamese lunar calendar as a table: src/resolve/lunar.generated.ts. The library that knows it is thrice as large and not shipped. */
import { getLunarDate } from '@dqcai/vn-lunar'
import { dayNumber, fromDayNumber } from '../src/resolve/calendar.ts'

export const FIRST_YEAR = 1800
/** The last one that the library knows to its end. */
const LAST_YEAR = 2198

interface Year {
  /** The month that is repeated, 0 for none. */
  leap: number
  /** Days of the months, the repeated one behind its original. */
  readonly lengths: number[]
}

/** Three characters a year: see `lunarYear` in src/resolve/calendar.ts. */
export function lunarModule(): string {
  const rows = years().map(({ leap, lengths }) => {
    const long = lengths.reduce((bits, days, i) => bits | (days === 30 ? 1 << i : 0), 0)
    const code = (leap << 13) | long
    return [12, 6, 0].map((shift) => String.fromCharCode(48 + ((code >> shift) & 63))).join('')
  })
  const table = JSON.stringify(rows.join(''))
  return [
    '// Written from @dqcai/vn-lunar by `npm run generate`. Do not edit.',
    `export const lunarYears = { first: ${FIRST_YEAR}, newYear: ${newYear()}, table: ${table} }`,
    '',
  ].join('\n')
}

/** The number of the first day of the first year. */
function newYear(): number {
  let n = dayNumber({ year: FIRST_YEAR, month: 1, day: 1 })
  for (;;) {
    const { year, month, day } = fromDayNumber(n)
    if (getLunarDate(day, month, year).year === FIRST_YEAR) return n
    n++
  }
}

function years(): Year[] {
  const found: Year[] = []
  let last: { month: number; leap: boolean } | undefined
  const end = dayNumber({ year: LAST_YEAR + 1, month: 3, day: 1 })
  for (let n = dayNumber({ year: FIRST_YEAR, month: 1, day: 1 }); n < end; n++) {
    const day = fromDayNumber(n)
    const lunar = getLunarDate(day.day, day.month, day.year)
    const leap = Boolean(lunar.leap)
    if (lunar.year < FIRST_YEAR || lunar.year > LAST_YEAR) continue
    let year = found[lunar.year - FIRST_YEAR]
    if (!year) {
      year = { leap: 0, lengths: [] }
      found.push(year)
      last = undefined
    }
    if (lunar.month !== last?.month || leap !== last.leap) {
      year.lengths.push(0)
      if (leap) year.leap = lunar.month
      last = { month: lunar.month, leap }
    }
    year.lengths[year.lengths.length - 1] = lunar.day
  }
  return found
}
