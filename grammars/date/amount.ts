/**
 * Amounts of time and sets of times.
 *
 *     hơn   8 tháng          6 tháng đầu năm 2018      hằng  năm
 *     ^hedge ^quantity, unit         ^edge   ^year     ^each ^unit
 */

import type { Vocabulary } from '../../src/parse/island.ts'
import type { TokenType } from '../_shared/engine.ts'
import * as t from '../_shared/tokens.ts'
import { CalendarParser } from './calendar-parser.ts'
import * as d from './tokens.ts'

export const UNITS: readonly TokenType[] = [
  d.Year,
  d.Quarter,
  d.Month,
  d.Week,
  d.Day,
  d.Hour,
  d.LongHour,
  d.Minute,
  d.Second,
  d.Decade,
  d.Century,
]

export class AmountGrammar extends CalendarParser {
  constructor(vocabulary: Vocabulary) {
    super(vocabulary.tokenTypes, { grammar: 'amount', maxLookahead: 3 })
    this.performSelfAnalysis()
  }

  /** "hơn 8 tháng", "3-5 phút", "2 phút và 12 giây", "6 tháng đầu năm 2018", "20 năm trước", "cách đây 3 tháng", "một tháng rưỡi" */
  amount = this.RULE('amount', () => {
    this.OPTION(() => this.CONSUME(d.Since, { LABEL: 'since' }))
    this.OPTION2(() => this.CONSUME(d.Hedge, { LABEL: 'hedge' }))
    this.SUBRULE(this.quantity, { LABEL: 'quantities' })
    this.SUBRULE(this.unit, { LABEL: 'units' })
    this.OPTION3(() => this.CONSUME(d.HalfMore, { LABEL: 'half' }))
    // "6 tháng đến 1 năm", "7 năm 6 tháng đến 8 năm"
    this.MANY({
      GATE: () => this.isQuantityAndUnit(this.is(1, d.And) ? 2 : 1),
      DEF: () => {
        this.OPTION4(() => this.CONSUME(d.And))
        this.SUBRULE2(this.quantity, { LABEL: 'quantities' })
        this.SUBRULE2(this.unit, { LABEL: 'units' })
      },
    })
    this.OPTION7({
      GATE: () => this.isAny(1, [d.To, t.Dash]) && this.isQuantityAndUnit(2),
      DEF: () => {
        this.OR3([{ ALT: () => this.CONSUME(d.To) }, { ALT: () => this.CONSUME2(t.Dash) }])
        this.AT_LEAST_ONE({
          GATE: () => this.isQuantityAndUnit(1),
          DEF: () => {
            this.SUBRULE3(this.quantity, { LABEL: 'untilQuantities' })
            this.SUBRULE3(this.unit, { LABEL: 'untilUnits' })
          },
        })
      },
    })
    this.OPTION5({
      GATE: () =>
        (this.is(1, d.Deictic) && this.isShift()) ||
        this.is(1, d.Recent) ||
        (this.is(1, d.Edge) && this.is(2, d.Year)) ||
        (this.isYear(1) && this.is(2, t.Dash) && this.isYear(3)),
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME(d.Deictic, { LABEL: 'shift' }) },
          { ALT: () => this.CONSUME(d.Recent, { LABEL: 'recent' }) },
          {
            ALT: () => {
              this.CONSUME(d.Edge, { LABEL: 'edge' })
              this.CONSUME(d.Year)
              this.OPTION6({
                GATE: () => this.isYear(1) || this.is(1, d.Deictic),
                DEF: () =>
                  this.OR2([
                    { ALT: () => this.CONSUME(t.Digits, { LABEL: 'year' }) },
                    { ALT: () => this.CONSUME2(d.Deictic, { LABEL: 'yearShift' }) },
                  ]),
              })
            },
          },
          {
            ALT: () => {
              this.CONSUME2(t.Digits, { LABEL: 'fromYear' })
              this.CONSUME(t.Dash)
              this.CONSUME3(t.Digits, { LABEL: 'toYear' })
            },
          },
        ]),
    })
  })

  quantity = this.RULE('quantity', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Digits, { LABEL: 'digits' })
          this.OPTION({
            GATE: () => this.is(2, t.Digits),
            DEF: () => {
              this.OR2([{ ALT: () => this.CONSUME(t.Dash) }, { ALT: () => this.CONSUME(d.To) }])
              this.CONSUME2(t.Digits, { LABEL: 'until' })
            },
          })
        },
      },
      { ALT: () => this.CONSUME(t.Grouped, { LABEL: 'digits' }) },
      { ALT: () => this.CONSUME(t.Pair, { LABEL: 'pair' }) },
      {
        ALT: () => {
          this.AT_LEAST_ONE({
            GATE: () => !this.isUnitNow(),
            DEF: () => this.CONSUME(d.NumberWord, { LABEL: 'words' }),
          })
          // "một đến ba tháng"
          this.OPTION2({
            GATE: () => this.is(1, d.To) && this.is(2, d.NumberWord) && this.isAny(3, UNITS),
            DEF: () => {
              this.CONSUME2(d.To)
              this.CONSUME2(d.NumberWord, { LABEL: 'untilWord' })
            },
          })
        },
      },
      { ALT: () => this.CONSUME(d.Half, { LABEL: 'half' }) },
    ])
  })

  unit = this.RULE('unit', () => {
    this.OR(UNITS.map((unit) => ({ ALT: () => this.CONSUME(unit, { LABEL: 'unit' }) })))
  })

  /** "hằng năm", "mỗi 3 tháng", "hai lần một năm", "hai năm một lần" */
  set = this.RULE('set', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(d.Each, { LABEL: 'each' })
          // "định kỳ hằng quý"
          this.OPTION2(() => this.CONSUME3(d.Each))
          this.OPTION({ GATE: () => this.isQuantityAndUnit(1), DEF: () => this.SUBRULE(this.quantity) })
          this.SUBRULE(this.unit)
        },
      },
      {
        GATE: () => !this.is(2, d.Times) && !this.is(3, d.Times),
        ALT: () => {
          this.SUBRULE3(this.quantity)
          this.SUBRULE3(this.unit)
          this.CONSUME2(d.NumberWord)
          this.CONSUME2(d.Times)
        },
      },
      {
        ALT: () => {
          this.SUBRULE2(this.quantity)
          this.CONSUME(d.Times, { LABEL: 'times' })
          this.OR2([
            { ALT: () => this.CONSUME2(d.Each) },
            { ALT: () => this.CONSUME(d.NumberWord) },
            { ALT: () => this.CONSUME(t.Slash) },
          ])
          this.SUBRULE2(this.unit)
        },
      },
    ])
  })

  // Look-ahead: at most 3 tokens.

  /** "20 năm trước" tells a date, "20 năm trước khi" and "20 năm sau chiến tranh" an amount. */
  private isShift(): boolean {
    if (!/^(?:trước|sau)$/i.test(this.LA(1).image)) return true
    if (this.is(2, t.Lower))
      return /^trước$/i.test(this.LA(1).image)
        ? !/^(?:khi|lúc|kỳ|thềm|trận|cuộc|vụ|sự|chiến|thế|thời)$/.test(this.LA(2).image)
        : /^(?:trong|đã|vẫn|là|tại|ở|khiến|cho|thì|mới|được|bị|với|có|của)$/.test(this.LA(2).image)
    return !this.isAny(2, [t.Capital, t.Digits, t.Pair, d.Day, d.Year, d.Month, d.Hom, d.Tet])
  }

  private isUnitNow(): boolean {
    return (
      this.isAny(1, UNITS) &&
      !(this.is(1, d.NumberWord) && (this.isAny(2, UNITS) || /^(?:mươi|chục|trăm|nghìn|ngàn)$/.test(this.LA(2).image)))
    )
  }

  private isQuantityAndUnit(k: number): boolean {
    return this.isAny(k, [t.Digits, t.Pair, d.NumberWord]) && !this.isYear(k) && this.isAny(k + 1, UNITS)
  }
}
