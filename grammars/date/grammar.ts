/**
 * Calendar expressions.
 *
 *     từ   8h30 sáng   ngày 5   đến   7/10/2023
 *     ^from ^clock ^part ^day   ^to   ^numeric
 *
 * A point in time is told from the fine to the coarse; two points make an interval. Amounts of time and sets have a grammar of their own.
 */
import type { Vocabulary } from '../../src/parse/island.ts'
import * as t from '../_shared/tokens.ts'
import { POINT_STARTS } from './calendar-parser.ts'
import { DayParser } from './day.ts'
import * as d from './tokens.ts'

export class DateGrammar extends DayParser {
  constructor(vocabulary: Vocabulary) {
    super(vocabulary.tokenTypes, { grammar: 'date', maxLookahead: 3 })
    this.performSelfAnalysis()
  }

  /** "từ ngày 5 đến 7/10", "27 - 28/3", "7 và 8-1", "chiều 4/12/2023" */
  expression = this.RULE('expression', () => {
    this.OPTION(() => this.CONSUME(d.From, { LABEL: 'from' }))
    this.SUBRULE(this.point, { LABEL: 'points' })
    // "các ngày 2, 3 và 5/4": from the first to the last
    this.MANY({
      GATE: () => this.isDayList(),
      DEF: () => {
        this.CONSUME(t.Comma)
        this.CONSUME(t.Digits)
      },
    })
    this.OPTION2({
      GATE: () => this.goesOn(),
      DEF: () => {
        this.OR([
          { ALT: () => this.CONSUME(d.To, { LABEL: 'to' }) },
          { ALT: () => this.CONSUME(t.Dash, { LABEL: 'to' }) },
          { ALT: () => this.CONSUME(t.Slash, { LABEL: 'to' }) },
          { ALT: () => this.CONSUME(d.And, { LABEL: 'and' }) },
          { ALT: () => this.CONSUME(t.Ampersand, { LABEL: 'and' }) },
        ])
        this.OPTION3(() => this.CONSUME2(d.From))
        this.SUBRULE2(this.point, { LABEL: 'points' })
      },
    })
  })

  point = this.RULE('point', () => {
    this.OPTION({ GATE: () => this.is(1, d.Edge), DEF: () => this.CONSUME(d.Edge, { LABEL: 'edge' }) })
    // "hôm thứ 4", "hôm chủ nhật"
    this.OPTION2({ GATE: () => this.isHomWeekday(), DEF: () => this.CONSUME(d.Hom) })
    this.OR([
      { GATE: () => this.isClock(), ALT: () => this.SUBRULE(this.clock) },
      { ALT: () => this.SUBRULE(this.partOfDay) },
      { GATE: () => !this.isYear(1), ALT: () => this.SUBRULE(this.day) },
      { ALT: () => this.SUBRULE(this.weekday) },
      { ALT: () => this.SUBRULE(this.week) },
      { ALT: () => this.SUBRULE(this.month) },
      { ALT: () => this.SUBRULE(this.quarter) },
      { ALT: () => this.SUBRULE(this.season) },
      { ALT: () => this.SUBRULE(this.decade) },
      { ALT: () => this.SUBRULE(this.century) },
      { ALT: () => this.SUBRULE(this.holiday) },
      { ALT: () => this.SUBRULE(this.year) },
    ])
  })

  /** "tuần này", "cuối tuần trước", "cuối tuần", "đầu tuần" */
  week = this.RULE('week', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(d.Week)
          // "đầu tuần" has no shift
          this.OPTION2(() => this.CONSUME(d.Deictic, { LABEL: 'shift' }))
        },
      },
      {
        ALT: () => {
          this.CONSUME(d.Weekend, { LABEL: 'weekend' })
          this.OPTION(() => this.CONSUME2(d.Deictic, { LABEL: 'shift' }))
        },
      },
    ])
  })

  /** "tháng 01/2024", "tháng Giêng", "tháng này", "tháng 5 năm đó", "tháng 11 vừa rồi", "12/2016" */
  month = this.RULE('month', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(d.Month)
          // "đầu tháng" has no number
          this.OPTION4(() =>
            this.OR2([
              { ALT: () => this.CONSUME(t.MonthYear, { LABEL: 'monthYear' }) },
              { ALT: () => this.CONSUME(t.DayMonthYear, { LABEL: 'dayMonthYear' }) },
              { ALT: () => this.CONSUME(d.Deictic, { LABEL: 'shift' }) },
              { ALT: () => this.SUBRULE(this.monthNumber) },
            ]),
          )
        },
      },
      { ALT: () => this.CONSUME2(d.SameUnit, { LABEL: 'same' }) },
    ])
    this.OPTION({ GATE: () => this.isYearTail(), DEF: () => this.SUBRULE(this.yearTail) })
    this.OPTION2(() => this.CONSUME(d.Lunar, { LABEL: 'lunar' }))
    this.OPTION3({ GATE: () => this.isRecency(1), DEF: () => this.CONSUME2(d.Deictic) })
  })

  /** "quý I năm 2024", "quý 3/2017", "quý IV-2020", "quý này" */
  quarter = this.RULE('quarter', () => {
    this.CONSUME(d.Quarter)
    this.OR([
      { ALT: () => this.CONSUME(t.Capital, { LABEL: 'roman' }) },
      { ALT: () => this.CONSUME(t.Digits, { LABEL: 'digits' }) },
      { ALT: () => this.CONSUME(t.MonthYear, { LABEL: 'monthYear' }) },
      { ALT: () => this.CONSUME(d.NumberWord, { LABEL: 'words' }) },
      { ALT: () => this.CONSUME(d.Deictic, { LABEL: 'shift' }) },
    ])
    this.OPTION({ GATE: () => this.isYearTail(), DEF: () => this.SUBRULE(this.yearTail) })
  })

  /** "mùa thu năm ngoái", "mùa hè 2016" */
  season = this.RULE('season', () => {
    this.CONSUME(d.Season, { LABEL: 'season' })
    this.OPTION({ GATE: () => this.isYearTail() || this.is(1, d.Deictic), DEF: () => this.SUBRULE(this.yearTail) })
  })

  /** "thập niên 1980", "những năm 90", "thập kỷ 90" */
  decade = this.RULE('decade', () => {
    this.OR([{ ALT: () => this.CONSUME(d.Years, { LABEL: 'years' }) }, { ALT: () => this.CONSUME(d.Decade) }])
    this.CONSUME(t.Digits, { LABEL: 'digits' })
    // "các năm 2009-2011"
    this.OPTION({
      GATE: () => this.isAny(1, [t.Dash, d.To]) && this.isYear(2),
      DEF: () => {
        this.OR2([{ ALT: () => this.CONSUME(t.Dash) }, { ALT: () => this.CONSUME(d.To) }])
        this.CONSUME2(t.Digits, { LABEL: 'until' })
      },
    })
  })

  /** "thế kỷ XXI", "thế kỷ thứ 17", "thế kỷ 15-18" */
  century = this.RULE('century', () => {
    this.CONSUME(d.Century)
    this.OPTION(() => this.CONSUME(d.Thu))
    this.OR([
      { ALT: () => this.CONSUME(t.Pair, { LABEL: 'pair' }) },
      { ALT: () => this.CONSUME(t.Capital, { LABEL: 'roman' }) },
      { ALT: () => this.CONSUME(t.Digits, { LABEL: 'digits' }) },
      { ALT: () => this.CONSUME(d.Deictic, { LABEL: 'shift' }) },
    ])
  })

  /** "Tết Nguyên đán Giáp Thìn 2024", "Quốc khánh 2/9" */
  holiday = this.RULE('holiday', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(d.Tet, { LABEL: 'tet' })
          this.OPTION(() => this.CONSUME(d.LunarYear, { LABEL: 'lunarYear' }))
          this.OPTION2({ GATE: () => this.isYearTail(), DEF: () => this.SUBRULE(this.yearTail) })
        },
      },
      {
        ALT: () => {
          this.CONSUME(d.Holiday, { LABEL: 'holiday' })
          this.OPTION3({ GATE: () => this.isNumericDay(1), DEF: () => this.SUBRULE(this.numericDay) })
          this.OPTION4({ GATE: () => this.isYearTail(), DEF: () => this.SUBRULE2(this.yearTail) })
        },
      },
    ])
  })

  /** "năm 2024", "nhiệm kỳ 2020 - 2025", "năm ngoái", "năm Đinh Dậu 2017", "sang năm", "2019 năm nay", a bare "2019" */
  year = this.RULE('year', () => {
    this.OR([
      {
        ALT: () => {
          this.OR2([
            { ALT: () => this.CONSUME(d.Year, { LABEL: 'cue' }) },
            { ALT: () => this.CONSUME(d.Period, { LABEL: 'period' }) },
          ])
          this.OPTION(() => this.CONSUME2(d.From))
          this.OPTION5({ GATE: () => this.is(1, d.Year), DEF: () => this.CONSUME2(d.Year) })
          // "cuối năm" has no number
          this.OPTION7(() =>
            this.OR3([
              { ALT: () => this.CONSUME(t.Digits, { LABEL: 'digits' }) },
              { ALT: () => this.CONSUME(d.Deictic, { LABEL: 'shift' }) },
              {
                ALT: () => {
                  this.CONSUME(d.LunarYear, { LABEL: 'lunarYear' })
                  this.OPTION2({ GATE: () => this.isYear(1), DEF: () => this.CONSUME2(t.Digits, { LABEL: 'digits' }) })
                },
              },
            ]),
          )
        },
      },
      { ALT: () => this.CONSUME(d.RelYear, { LABEL: 'relative' }) },
      {
        ALT: () => {
          this.CONSUME3(t.Digits, { LABEL: 'digits' })
          this.OPTION3({
            GATE: () => this.is(1, d.Year) && this.is(2, d.Deictic),
            DEF: () => {
              this.CONSUME3(d.Year)
              this.CONSUME3(d.Deictic)
            },
          })
        },
      },
    ])
    this.OPTION4({
      GATE: () => this.isAny(1, [t.Dash, d.To]) && (this.isYear(2) || (this.is(2, d.Year) && this.isYear(3))),
      DEF: () => {
        this.OR4([{ ALT: () => this.CONSUME(t.Dash) }, { ALT: () => this.CONSUME(d.To) }])
        this.OPTION6(() => this.CONSUME4(d.Year))
        this.CONSUME4(t.Digits, { LABEL: 'until' })
      },
    })
  })

  /** ", 3 và 5/4" behind a day of the month: at most 6 days are looked at. */
  private isDayList(): boolean {
    let k = 1
    while (k < 12 && this.is(k, t.Comma) && this.is(k + 1, t.Digits)) k += 2
    return k > 1 && this.isAny(k, [d.And, t.Dash, t.Comma]) && this.isAny(k + 1, [t.Pair, t.DayMonthYear])
  }

  /** Whether a second point follows. */
  private goesOn(): boolean {
    if (this.isAny(1, [t.Dash, d.And, t.Ampersand])) {
      return (
        this.isAny(2, [t.Pair, t.DayMonthYear, t.MonthYear]) ||
        (this.is(2, d.Day) && this.isAny(3, [t.Pair, t.DayMonthYear]) && !this.is(1, d.And))
      )
    }
    if (this.is(1, t.Slash)) return this.is(2, t.DayMonthYear)
    if (!this.is(1, d.To)) return false
    const k = this.is(2, d.From) ? 3 : 2
    return (
      this.isAny(k, POINT_STARTS) || (this.is(k, t.Digits) && (this.isYear(k) || this.isAny(k + 1, [d.Hour, d.Month])))
    )
  }
}
