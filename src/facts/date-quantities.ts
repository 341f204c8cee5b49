/** Amounts: a number and a unit, before the parser is asked. */
import { tokenMatcher } from '../../grammars/_shared/engine.ts'
import * as t from '../../grammars/_shared/tokens.ts'
import { UNITS } from '../../grammars/date/amount.ts'
import * as d from '../../grammars/date/tokens.ts'
import type { Cursor } from './date-cursor.ts'

/** Whether one more token may go on into a number of units. */
export const isUnit = (c: Cursor, k: number) => c.is(k, ...UNITS)

/** Behind these "năm" is five: "ba trăm năm mươi hộ". */
const RANK = /^(?:mươi|chục|trăm|nghìn|ngàn)$/

/** Number and unit from token k on, the unit no year of its own: "3 ngày", not "3 năm 2018". */
export function isQuantity(c: Cursor, k: number): boolean {
  if (c.is(k, d.NumberWord) && c.is(k + 1, d.To) && c.is(k + 2, d.NumberWord))
    return isUnit(c, k + 3) && isAmount(c, k + 3)
  if (c.is(k, t.Digits) && !c.isYear(k) && c.is(k + 1, t.Dash, d.To) && c.is(k + 2, t.Digits))
    return isUnit(c, k + 3) && isAmount(c, k + 3)
  if (c.isYear(k) && c.is(k + 1, d.Year)) return false
  if (c.is(k, t.Digits, t.Grouped, t.Pair, d.Half)) return isUnit(c, k + 1) && isAmount(c, k + 1)
  let n = k
  while (
    n < k + 5 &&
    c.is(n, d.NumberWord) &&
    !(isUnit(c, n) && n > k && !c.is(n + 1, ...UNITS) && !RANK.test(c.image(n + 1)))
  )
    n++
  return n > k && isUnit(c, n) && isAmount(c, n)
}

/** Whether the unit at k ends an amount: no age, no year or month with a number of its own, no language. */
export function isAmount(c: Cursor, k: number): boolean {
  // "3 ngày hội" are festivals, "số 010 ngày 1/4" is a number and a day.
  if (c.follows(k + 1, 'Age') || (c.is(k, d.Day) && (c.follows(k + 1, 'Feast') || c.is(k + 1, t.Pair, t.DayMonthYear))))
    return false
  if (c.is(k, d.Year) && c.isYear(k + 1) && !(c.is(k + 2, t.Dash) && c.isYear(k + 3))) return false
  if (c.is(k, d.Month) && c.is(k + 1, d.MonthName)) return false
  if (c.is(k, d.Month) && c.is(k + 1, t.Digits) && !isUnit(c, k + 2) && !c.is(k + 2, t.Dash)) return false
  if (c.is(k, d.Hour) && c.image(k) === 'tiếng') {
    const next = c.token(k + 1)
    return !next || !tokenMatcher(next, t.Word) || c.follows(k + 1, 'Function') || tokenMatcher(next, d.Deictic)
  }
  return true
}

/** "lần thứ 5", "số 3"; "3% một năm" is a rate. */
export const isOrdinal = (c: Cursor) => /^(?:thứ|số|%)$/i.test(c.previous)

/** "2 ngày 4 và 5/12", "2 ngày, 29 và 30-11": the days are told, the amount says nothing more. */
export function isNamedDays(c: Cursor, k: number): boolean {
  if (!c.is(k, d.Day)) return false
  const n = c.is(k + 1, t.Comma) ? k + 2 : k + 1
  return c.is(n, t.Digits) && c.is(n + 1, t.Dash, d.And, t.Comma) && c.is(n + 2, t.Pair, t.DayMonthYear)
}

/** "hai năm một lần" */
export const isOnceIn = (c: Cursor) => isUnit(c, 1) && c.is(2, d.NumberWord) && c.is(3, d.Times)
