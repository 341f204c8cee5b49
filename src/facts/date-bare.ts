/** Numbers without "ngày" or "năm": dates only where what stands around them says so. */
import { tokenMatcher } from '../../grammars/_shared/engine.ts'
import * as t from '../../grammars/_shared/tokens.ts'
import { UNITS } from '../../grammars/date/amount.ts'
import * as d from '../../grammars/date/tokens.ts'
import { Shape } from '../scan/scanner.ts'
import type { Cursor } from './date-cursor.ts'
import type { Mention } from './types.ts'

export const isDayPair = (image: string) => {
  const [day, month] = image.split(/[-/.]/).map(Number) as [number, number]
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && !image.includes('.')
}

/** A pair of numbers without "ngày": a date only where what stands before it says so. */
export function isBarePair(c: Cursor, found: readonly Mention<'date'>[]): boolean {
  const image = c.token(0)?.image ?? ''
  if (c.glued || !isDayPair(image) || c.before('NoDate') || c.is(1, t.Percent) || isCounted(c, 1)) return false
  if (image === '24/7') return false
  const previous = c.previous.toLowerCase()
  if (c.before('Before')) return true
  if (previous === 'đến' || previous === 'tới' || previous === 'từ') return true
  // "Tin tức ngày mới 13/7"
  if (previous === 'mới' && /^ngày$/i.test(c.wordBefore(2))) return true
  // "(1/6)", "tức 21-2"
  if (previous === '(' && c.is(1, t.Close)) return image.includes('/') || Number(image.split(/[-/]/)[0]) > 9
  // "12, 13/7" and "30/4 - 1/5" behind a date
  const last = found.at(-1)
  return last !== undefined && (last.last === c.at - 1 || last.last === c.at - 2) && /^(?:,|-|và|;)$/.test(previous)
}

/** Whether token k is a noun that a number before it counts. */
export function isCounted(c: Cursor, k: number): boolean {
  const token = c.token(k)
  if (!token || !tokenMatcher(token, t.Lower)) return token !== undefined && tokenMatcher(token, t.Percent)
  if (token.entries.length > 0) return false
  return !c.follows(k, 'Function')
}

/** A year without "năm": behind a name of an event, in brackets, behind another year, behind a preposition. */
export function isBareYear(c: Cursor, found: readonly Mention<'date'>[]): boolean {
  const year = Number(c.token(0)?.image)
  if (year < 1900 || year > 2099 || c.before('NoDate')) return false
  if (c.is(1, d.Year) && c.is(2, d.Deictic)) return true
  const range = c.is(1, t.Dash) && c.isYear(2)
  if (range && isCounted(c, 3)) return false
  const previous = c.previous.toLowerCase()
  const last = found.at(-1)
  const listed =
    last !== undefined && c.at - last.last <= 3 && isYearly(last) && /^(?:,|và|-|hoặc|hay|đến|nhìn|;)$/.test(previous)
  if (listed && previous === 'và' && c.at - last.last === 1) return !c.is(1, ...UNITS)
  // Behind a name only what is often counted makes a count of it: "World Cup 2018 khiến" is a year, "Hà Nội 2000 người" is none.
  const named = c.previousShape === Shape.Capital || c.previousShape === Shape.AllCaps
  if (!range && ((named ? c.follows(1, 'CountNoun') : isCounted(c, 1)) || c.is(1, t.Slash, t.Percent, ...UNITS)))
    return false
  if (range) return true
  if (previous === '(') return c.is(1, t.Close, t.Comma, t.Semicolon)
  if (named) return true
  if (c.before('Before') || ['từ', 'đến', 'tới', 'hồi', 'sn', 'cuối', 'đầu'].includes(previous)) return true
  if (listed) return true
  if (/^["”')-]$/.test(previous)) return previous !== '-' || !c.is(1, t.Word)
  if (c.previousShape !== Shape.Lower || c.before('Function')) return false
  // Behind a noun, at the end of its phrase: "lễ hội biển 2019."
  const next = c.token(1)
  return (
    next === undefined ||
    c.is(1, t.Stop, t.Comma, t.Close, t.Quote, t.Dash, t.Colon, t.Semicolon, t.Open) ||
    c.follows(1, 'Function')
  )
}
export const isYearly = (m: Mention<'date'>) =>
  m.reading?.shape === 'point' && m.reading.point.month === undefined && m.reading.point.year !== undefined
