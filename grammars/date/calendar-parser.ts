import { IslandParser, type TokenType, tokenMatcher } from '../_shared/engine.ts'
import * as t from '../_shared/tokens.ts'
import * as d from './tokens.ts'

/** What may begin a point behind "đến", "và", "-". */
export const POINT_STARTS: readonly TokenType[] = [
  d.Day,
  d.Hom,
  d.RelDay,
  d.Month,
  d.Year,
  d.Quarter,
  d.Part,
  d.Edge,
  d.Mung,
  d.Weekday,
  t.Pair,
  t.MonthYear,
  t.DayMonthYear,
  t.DayRange,
  t.Clock,
]

/** What the grammars of dates look ahead with: at most 3 tokens. */
export abstract class CalendarParser extends IslandParser {
  protected is(k: number, type: TokenType): boolean {
    return tokenMatcher(this.LA(k), type)
  }

  protected isAny(k: number, types: readonly TokenType[]): boolean {
    const token = this.LA(k)
    for (let i = 0; i < types.length; i++) if (tokenMatcher(token, types[i] as TokenType)) return true
    return false
  }

  protected isYear(k: number): boolean {
    return this.is(k, t.Digits) && YEAR.test(this.LA(k).image)
  }

  protected isYearTail(): boolean {
    // "quý I.2024": the stop is written tight
    if (this.is(1, t.Stop) && this.isYear(2))
      return this.LA(1).startOffset === this.LA(0).endOffset && this.LA(2).startOffset === this.LA(1).endOffset
    const k = this.isAny(1, [t.Comma, t.Slash, t.Dash]) ? 2 : 1
    if (this.is(k, d.Year)) return this.isYear(k + 1) || this.isAny(k + 1, [d.Deictic, d.LunarYear])
    if (this.is(k, d.RelYear)) return true
    return this.isYear(k) && (k === 1 || !this.is(1, t.Comma))
  }

  /** "vừa qua", "tới" behind a day or month; "trước" and "sau" may be prepositions there. */
  protected isRecency(k: number): boolean {
    return (
      this.is(k, d.Deictic) &&
      /^(?:vừa|tới$|qua$|này$|sắp tới)/i.test(this.LA(k).image) &&
      !POINT_STARTS.some((type) => this.is(k + 1, type))
    )
  }

  /** A clock time with a colon, as pages are stamped with. */
  protected isStamp(k: number): boolean {
    return this.is(k, t.Clock) && this.LA(k).image.includes(':')
  }

  protected isMonthNumber(k: number): boolean {
    return this.isAny(k, [t.Digits, t.Pair, d.MonthName, d.NumberWord])
  }

  protected isNumericDay(k: number): boolean {
    return (
      this.isAny(k, [t.Pair, t.DayMonthYear, t.DayRange]) ||
      (this.is(k, t.Digits) && this.is(k + 1, d.Month) && this.isMonthNumber(k + 2))
    )
  }

  protected isBracketedDay(): boolean {
    return (
      this.is(1, t.Open) &&
      (this.isAny(2, [t.Pair, t.DayMonthYear])
        ? this.is(3, t.Close)
        : this.is(2, d.Day) && this.isAny(3, [t.Pair, t.DayMonthYear]))
    )
  }

  protected isDay(): boolean {
    return (
      this.isAny(1, [d.RelDay, d.SameDay, d.Days, d.Mung, d.Ram, d.Weekday]) ||
      (this.isAny(1, [d.Day, d.Hom]) &&
        this.isAny(2, [t.Digits, t.Pair, t.DayMonthYear, t.DayRange, d.Mung, d.Ram, d.Deictic])) ||
      this.isNumericDay(1) ||
      (this.is(1, t.Digits) && this.isAny(2, [t.Dash, d.And]) && this.isAny(3, [t.Pair, t.DayMonthYear])) ||
      (this.is(1, d.Thu) && this.is(2, t.Digits)) ||
      (this.is(1, d.Deictic) && /^(?:nay|qua|mai)$/i.test(this.LA(1).image))
    )
  }

  protected isHomWeekday(): boolean {
    return this.is(1, d.Hom) && (this.is(2, d.Weekday) || (this.is(2, d.Thu) && this.is(3, t.Digits)))
  }

  protected isClock(): boolean {
    return (
      this.is(1, t.Clock) || (this.isAny(1, [t.Digits, d.NumberWord]) && (this.is(2, d.Hour) || this.is(3, d.Hour)))
    )
  }
}

const YEAR = /^(?:1[0-9]|20|21)\d\d$/
