/**
 * Calendar expressions.
 *
 *     từ   8h30 sáng   ngày 5   đến   7/10/2023
 *     ^from ^clock ^part ^day   ^to   ^numeric
 *
 * A point in time is told from the fine to the coarse; two points make an interval. Amounts of time and sets have a grammar of their own.
 */
import type { TokenType } from 'chevrotain'
import type { Vocabulary } from '../../src/parse/island.ts'
import * as t from '../_shared/tokens.ts'
import { CalendarParser } from './calendar-parser.ts'
import * as d from './tokens.ts'

/** What may begin a point behind "đến", "và", "-". */
const POINT_STARTS: readonly TokenType[] = [
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

export class DateGrammar extends CalendarParser {
  constructor(vocabulary: Vocabulary) {
    super(vocabulary.tokenTypes, { maxLookahead: 3 })
    this.performSelfAnalysis()
  }

  /** "từ ngày 5 đến 7/10", "27 - 28/3", "7 và 8-1", "chiều 4/12/2023" */
  expression = this.RULE('expression', () => {
    this.OPTION(() => this.CONSUME(d.From, { LABEL: 'from' }))
    this.SUBRULE(this.point, { LABEL: 'points' })
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

  /** "8h30", "8 giờ 30 phút sáng ngày 30/1", "15h chiều 9-2" */
  clock = this.RULE('clock', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Clock, { LABEL: 'clock' }) },
      {
        ALT: () => {
          this.OR2([
            { ALT: () => this.CONSUME(t.Digits, { LABEL: 'hour' }) },
            { ALT: () => this.AT_LEAST_ONE(() => this.CONSUME(d.NumberWord, { LABEL: 'hourWord' })) },
          ])
          this.CONSUME(d.Hour)
          this.OPTION({
            GATE: () => this.is(2, d.Minute) || !this.isAny(2, [d.Month, d.Year, d.Day]),
            DEF: () => {
              this.CONSUME2(t.Digits, { LABEL: 'minute' })
              this.OPTION2(() => this.CONSUME(d.Minute))
            },
          })
          this.OPTION3(() => this.CONSUME(d.HalfMore, { LABEL: 'half' }))
        },
      },
    ])
    // "(giờ địa phương)" between the clock and the day
    this.MANY(() => this.CONSUME(d.Part, { LABEL: 'part' }))
    this.OPTION4({
      GATE: () =>
        this.is(1, t.Open) &&
        this.is(2, d.Hour) &&
        this.isAny(4, [t.Close, t.Capital, t.Lower]) &&
        (this.is(4, t.Close) || this.is(5, t.Close)),
      DEF: () => {
        this.CONSUME(t.Open)
        this.CONSUME2(d.Hour)
        this.MANY2({ GATE: () => !this.is(1, t.Close), DEF: () => this.CONSUME(t.Any) })
        this.CONSUME(t.Close)
      },
    })
    // "09:30, 05/12/2023"
    this.OPTION6({
      GATE: () => this.isAny(1, [t.Comma, t.Dash, t.Bar]) && this.isAny(2, [t.DayMonthYear, d.Weekday]),
      DEF: () =>
        this.OR4([
          { ALT: () => this.CONSUME(t.Comma) },
          { ALT: () => this.CONSUME(t.Dash) },
          { ALT: () => this.CONSUME(t.Bar) },
        ]),
    })
    this.OPTION5({
      GATE: () => this.isDay(),
      DEF: () =>
        this.OR3([
          { ALT: () => this.SUBRULE(this.day) },
          { ALT: () => this.SUBRULE(this.weekday) },
          { ALT: () => this.CONSUME(d.Deictic, { LABEL: 'shift' }) },
        ]),
    })
  })

  /** "sáng 18/1", "rạng sáng ngày 23/12", "tối qua 15-7", "sáng nay (7/1)", "buổi chiều cùng ngày", "sáng mùng 6 Tết" */
  partOfDay = this.RULE('partOfDay', () => {
    this.OPTION(() => this.CONSUME(d.Buoi))
    this.AT_LEAST_ONE(() => this.CONSUME(d.Part, { LABEL: 'part' }))
    this.OPTION2(() => this.CONSUME(d.Deictic, { LABEL: 'shift' }))
    this.OPTION3({
      GATE: () => this.isDay(),
      DEF: () => this.OR([{ ALT: () => this.SUBRULE(this.day) }, { ALT: () => this.SUBRULE(this.weekday) }]),
    })
    this.OPTION4({ GATE: () => this.isBracketedDay(), DEF: () => this.SUBRULE(this.bracket) })
  })

  /** "ngày 4/12/2023", "hôm 17/1", "hôm nay 29-6", "26 tháng 02 năm 2020", "mùng 3 Tết", "rằm tháng Giêng" */
  day = this.RULE('day', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(d.RelDay, { LABEL: 'relative' })
          this.OPTION({ GATE: () => this.isNumericDay(1), DEF: () => this.SUBRULE(this.numericDay) })
        },
      },
      {
        ALT: () => {
          this.CONSUME(d.SameDay, { LABEL: 'same' })
          this.OPTION2({ GATE: () => this.isNumericDay(1), DEF: () => this.SUBRULE2(this.numericDay) })
        },
      },
      {
        ALT: () => {
          this.OR2([
            { ALT: () => this.CONSUME(d.Day, { LABEL: 'cue' }) },
            { ALT: () => this.CONSUME(d.Hom, { LABEL: 'cue' }) },
            { ALT: () => this.CONSUME(d.Days, { LABEL: 'cue' }) },
          ])
          this.OR3([
            { ALT: () => this.SUBRULE3(this.numericDay) },
            { ALT: () => this.SUBRULE(this.lunarDay) },
            { ALT: () => this.CONSUME(d.Deictic, { LABEL: 'shift' }) },
          ])
        },
      },
      { ALT: () => this.SUBRULE4(this.numericDay) },
      { ALT: () => this.SUBRULE2(this.lunarDay) },
    ])
    this.OPTION3({ GATE: () => this.isBracketedDay(), DEF: () => this.SUBRULE(this.bracket) })
    this.OPTION4({
      GATE: () => this.is(2, d.Month) || this.is(2, d.Year) || this.is(2, d.Week),
      DEF: () => {
        this.CONSUME(d.Each, { LABEL: 'each' })
        this.OR4([
          { ALT: () => this.CONSUME(d.Month, { LABEL: 'eachUnit' }) },
          { ALT: () => this.CONSUME(d.Year, { LABEL: 'eachUnit' }) },
          { ALT: () => this.CONSUME(d.Week, { LABEL: 'eachUnit' }) },
        ])
      },
    })
  })

  /** "24/11/2023", "24-11 vừa qua", "5-6/3/2024", "26 tháng 02 năm 2020", "5" */
  numericDay = this.RULE('numericDay', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.DayMonthYear, { LABEL: 'dayMonthYear' }) },
      { ALT: () => this.CONSUME(t.DayRange, { LABEL: 'dayRange' }) },
      { ALT: () => this.CONSUME(t.Pair, { LABEL: 'pair' }) },
      { ALT: () => this.CONSUME(t.MonthYear, { LABEL: 'monthYear' }) },
      {
        ALT: () => {
          this.CONSUME(t.Digits, { LABEL: 'digits' })
          this.OPTION({
            GATE: () => this.is(1, d.Month) && this.isMonthNumber(2),
            DEF: () => {
              this.CONSUME(d.Month)
              this.SUBRULE(this.monthNumber)
            },
          })
        },
      },
    ])
    this.OPTION2({ GATE: () => this.isYearTail(), DEF: () => this.SUBRULE(this.yearTail) })
    this.OPTION3(() => this.CONSUME(d.Lunar, { LABEL: 'lunar' }))
    this.OPTION4({ GATE: () => this.isRecency(1), DEF: () => this.CONSUME(d.Deictic) })
    // a page's stamp: "05-12-2023 09:30"
    this.OPTION5({
      GATE: () => this.isStamp(this.isAny(1, [t.Comma, t.Dash, t.Bar]) ? 2 : 1),
      DEF: () => {
        this.OPTION6(() =>
          this.OR2([
            { ALT: () => this.CONSUME(t.Comma) },
            { ALT: () => this.CONSUME(t.Dash) },
            { ALT: () => this.CONSUME(t.Bar) },
          ]),
        )
        this.CONSUME(t.Clock, { LABEL: 'clock' })
      },
    })
  })

  /** "mùng 3 Tết âm lịch", "mùng 6 tháng Giêng", "rằm tháng Bảy", "23 tháng Chạp" */
  lunarDay = this.RULE('lunarDay', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(d.Mung, { LABEL: 'mung' })
          this.OR2([
            { ALT: () => this.CONSUME(t.Digits, { LABEL: 'digits' }) },
            { ALT: () => this.CONSUME(t.Pair, { LABEL: 'pair' }) },
            { ALT: () => this.AT_LEAST_ONE(() => this.CONSUME(d.NumberWord, { LABEL: 'words' })) },
          ])
        },
      },
      { ALT: () => this.CONSUME(d.Ram, { LABEL: 'ram' }) },
    ])
    this.OPTION({
      GATE: () => (this.is(1, d.Month) && this.isMonthNumber(2)) || this.is(1, d.Tet),
      DEF: () =>
        this.OR3([
          {
            ALT: () => {
              this.CONSUME(d.Month)
              this.SUBRULE(this.monthNumber)
            },
          },
          { ALT: () => this.CONSUME(d.Tet, { LABEL: 'tet' }) },
        ]),
    })
    this.OPTION2({ GATE: () => this.isYearTail(), DEF: () => this.SUBRULE(this.yearTail) })
    this.OPTION3(() => this.CONSUME(d.LunarYear, { LABEL: 'lunarYear' }))
    this.OPTION4(() => this.CONSUME(d.Lunar, { LABEL: 'lunar' }))
  })

  /** "(ngày 7/1)" */
  bracket = this.RULE('bracket', () => {
    this.CONSUME(t.Open)
    this.OPTION(() => this.CONSUME(d.Day))
    this.SUBRULE(this.numericDay)
    this.CONSUME(t.Close)
  })

  /** "thứ Hai", "thứ 2 tuần sau", "chủ nhật (6/2)" */
  weekday = this.RULE('weekday', () => {
    this.OR([
      { ALT: () => this.CONSUME(d.Weekday, { LABEL: 'weekday' }) },
      {
        ALT: () => {
          this.CONSUME(d.Thu)
          this.CONSUME(t.Digits, { LABEL: 'thu' })
        },
      },
    ])
    this.OPTION(() => this.CONSUME(t.Comma))
    this.OPTION2({
      GATE: () => this.isNumericDay(1) || (this.is(1, d.Day) && this.isNumericDay(2)),
      DEF: () => {
        this.OPTION3(() => this.CONSUME(d.Day))
        this.SUBRULE(this.numericDay)
      },
    })
    this.OPTION5({
      GATE: () => this.is(1, d.Deictic) || this.is(2, d.Deictic),
      DEF: () => {
        this.OPTION6(() => this.CONSUME(d.Week))
        this.CONSUME(d.Deictic, { LABEL: 'shift' })
      },
    })
    this.OPTION4({ GATE: () => this.isBracketedDay(), DEF: () => this.SUBRULE(this.bracket) })
    // "thứ Sáu hằng tuần"
    this.OPTION7({
      GATE: () => this.is(2, d.Week),
      DEF: () => {
        this.CONSUME(d.Each, { LABEL: 'each' })
        this.CONSUME2(d.Week)
      },
    })
  })

  /** "tuần này", "cuối tuần trước", "cuối tuần" */
  week = this.RULE('week', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(d.Week)
          this.CONSUME(d.Deictic, { LABEL: 'shift' })
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

  monthNumber = this.RULE('monthNumber', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Digits, { LABEL: 'digits' }) },
      { ALT: () => this.CONSUME(t.Pair, { LABEL: 'pair' }) },
      { ALT: () => this.CONSUME(d.MonthName, { LABEL: 'name' }) },
      { ALT: () => this.AT_LEAST_ONE(() => this.CONSUME(d.NumberWord, { LABEL: 'words' })) },
    ])
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

  /** "thế kỷ XXI", "thế kỷ 17" */
  century = this.RULE('century', () => {
    this.CONSUME(d.Century)
    this.OR([
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

  /** ", năm 2024", "/2024", "- 2024", "năm ngoái", "năm nay" behind a month or a day */
  yearTail = this.RULE('yearTail', () => {
    this.OPTION(() =>
      this.OR([
        { ALT: () => this.CONSUME(t.Comma) },
        { ALT: () => this.CONSUME(t.Slash) },
        { ALT: () => this.CONSUME(t.Dash) },
        { ALT: () => this.CONSUME(t.Stop) },
      ]),
    )
    this.OPTION2(() => this.CONSUME(d.Year))
    this.OR2([
      { ALT: () => this.CONSUME(t.Digits, { LABEL: 'year' }) },
      { ALT: () => this.CONSUME(d.Deictic, { LABEL: 'yearShift' }) },
      { ALT: () => this.CONSUME(d.LunarYear, { LABEL: 'lunarYear' }) },
      { ALT: () => this.CONSUME(d.RelYear, { LABEL: 'relativeYear' }) },
    ])
  })

  // Look-ahead: at most 3 tokens. A point may go on only where what follows can be nothing else.

  private isYearTail(): boolean {
    // "quý I.2024": the stop is written tight
    if (this.is(1, t.Stop) && this.isYear(2))
      return this.LA(1).startOffset === this.LA(0).endOffset && this.LA(2).startOffset === this.LA(1).endOffset
    const k = this.isAny(1, [t.Comma, t.Slash, t.Dash]) ? 2 : 1
    if (this.is(k, d.Year)) return this.isYear(k + 1) || this.isAny(k + 1, [d.Deictic, d.LunarYear])
    if (this.is(k, d.RelYear)) return true
    return this.isYear(k) && (k === 1 || !this.is(1, t.Comma))
  }

  /** "vừa qua", "tới" behind a day or month; "trước" and "sau" may be prepositions there. */
  private isRecency(k: number): boolean {
    return (
      this.is(k, d.Deictic) &&
      /^(?:vừa|tới$|qua$|này$|sắp tới)/i.test(this.LA(k).image) &&
      !POINT_STARTS.some((type) => this.is(k + 1, type))
    )
  }

  /** A clock time with a colon, as pages are stamped with. */
  private isStamp(k: number): boolean {
    return this.is(k, t.Clock) && this.LA(k).image.includes(':')
  }

  private isMonthNumber(k: number): boolean {
    return this.isAny(k, [t.Digits, t.Pair, d.MonthName, d.NumberWord])
  }

  private isNumericDay(k: number): boolean {
    return (
      this.isAny(k, [t.Pair, t.DayMonthYear, t.DayRange]) ||
      (this.is(k, t.Digits) && this.is(k + 1, d.Month) && this.isMonthNumber(k + 2))
    )
  }

  private isBracketedDay(): boolean {
    return (
      this.is(1, t.Open) &&
      (this.isAny(2, [t.Pair, t.DayMonthYear])
        ? this.is(3, t.Close)
        : this.is(2, d.Day) && this.isAny(3, [t.Pair, t.DayMonthYear]))
    )
  }

  private isDay(): boolean {
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

  private isClock(): boolean {
    return (
      this.is(1, t.Clock) || (this.isAny(1, [t.Digits, d.NumberWord]) && (this.is(2, d.Hour) || this.is(3, d.Hour)))
    )
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
