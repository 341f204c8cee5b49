/**
 * Days and times of day.
 *
 *     8h30 sáng   thứ Hai,  ngày 26 tháng 02 năm 2020
 *     ^clock ^part ^weekday ^cue ^digits  ^month   ^yearTail
 */
import * as t from '../_shared/tokens.ts'
import { CalendarParser } from './calendar-parser.ts'
import * as d from './tokens.ts'

export abstract class DayParser extends CalendarParser {
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
      GATE: () =>
        this.isAny(1, [t.Comma, t.Dash, t.Bar]) &&
        (this.isAny(2, [t.DayMonthYear, d.Weekday]) || (this.is(2, d.Day) && this.isNumericDay(3))),
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
    // "20h tối nay (8/9)"
    this.OPTION7({ GATE: () => this.isBracketedDay(), DEF: () => this.SUBRULE(this.bracket) })
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
    this.OPTION({
      GATE: () => this.isNumericDay(2) || this.is(2, d.Day) || this.is(2, t.Open),
      DEF: () => this.CONSUME(t.Comma),
    })
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

  monthNumber = this.RULE('monthNumber', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Digits, { LABEL: 'digits' }) },
      { ALT: () => this.CONSUME(t.Pair, { LABEL: 'pair' }) },
      { ALT: () => this.CONSUME(d.MonthName, { LABEL: 'name' }) },
      {
        // "tháng ba năm 2014", "tháng năm năm nay"
        ALT: () => {
          this.CONSUME(d.NumberWord, { LABEL: 'words' })
          this.MANY({
            GATE: () => !this.isYearTail(),
            DEF: () => this.CONSUME2(d.NumberWord, { LABEL: 'words' }),
          })
        },
      },
    ])
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
}
