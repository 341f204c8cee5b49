/**
 * Attendance: a number of people.
 *
 *     2.838/2.870 cán bộ chủ chốt, đảng viên được triệu tập (đạt tỷ lệ 98,9%)
 *     ^count      ^unit                                     ^percentage
 *
 * Whether they are at an event is no matter of syntax: src/facts/attendance.ts looks for the words that say so.
 */

import type { Vocabulary } from '../../src/parse/island.ts'
import { CountGrammar, countTypes } from '../_shared/count.ts'
import { tokenMatcher } from '../_shared/engine.ts'
import * as t from '../_shared/tokens.ts'

const Noun = t.lexical('Noun')
/** People who attend by the word itself: đại biểu. */
export const Delegate = t.lexical('Delegate', Noun)
/** People who are called to meetings: đảng viên. */
export const Member = t.lexical('Member', Noun)
/** People who watch. */
export const Audience = t.lexical('Audience', Noun)
export const Person = t.lexical('Person', Noun)
export const Attribute = t.lexical('Attribute', t.Lower)
export const Attend = t.lexical('Attend', t.Lower)
/** Attends if its object is an event. */
export const Join = t.lexical('Join', t.Lower)
/** "đã nghe giới thiệu nghị quyết" */
export const Hear = t.lexical('Hear', t.Lower)
export const Other = t.lexical('Other', t.Lower)
/** "sự tham gia của" */
export const With = t.lexical('With')
/** "thu hút" */
export const Draw = t.lexical('Draw')
/** "có", "với": attendance where the sentence is about an event. */
export const Weak = t.lexical('Weak', t.Lower)
/** "tổng số đại biểu là" */
export const Is = t.lexical('Is', t.Lower)
export const And = t.lexical('And', t.Lower)
/** "trong đó" */
export const Part = t.lexical('Part')
/** Words after which they did something else. */
export const Block = t.lexical('Block')
/** "bầu", "thành lập": they are chosen. */
export const Elect = t.lexical('Elect')
/** "trước 600 sinh viên" */
export const Facing = t.lexical('Facing', t.Lower)
/** "thay mặt cho 386 đảng viên": who are not there. */
export const For = t.lexical('For')
/** "Về phía nhà trường có ...": who came is told one by one. */
export const Roll = t.lexical('Roll', t.Lower)
export const Event = t.lexical('Event', t.Lower)
/** Where events are: "điểm cầu", "hội trường". */
export const Venue = t.lexical('Venue', t.Lower)
export const attendanceTypes = [
  ...countTypes,
  Noun,
  Delegate,
  Member,
  Audience,
  Person,
  Attribute,
  Attend,
  Join,
  Hear,
  Other,
  With,
  Draw,
  Weak,
  Is,
  And,
  Part,
  Block,
  Elect,
  Facing,
  For,
  Roll,
  Event,
  Venue,
]

export class AttendanceGrammar extends CountGrammar {
  constructor(vocabulary: Vocabulary) {
    super(vocabulary, 'attendance')
    this.performSelfAnalysis()
  }

  /** "gần 1.200 cán bộ, đảng viên" */
  attendance = this.RULE('attendance', () => {
    this.SUBRULE(this.count)
    this.AT_LEAST_ONE(() => this.SUBRULE(this.people, { LABEL: 'unit' }))
    this.MANY({
      // "và các em nhỏ" goes on with something else.
      GATE: () => tokenMatcher(this.LA(2), Noun),
      DEF: () => {
        this.OR([
          { ALT: () => this.CONSUME(t.Comma) },
          { ALT: () => this.CONSUME(t.Dash) },
          { ALT: () => this.CONSUME(And) },
        ])
        this.SUBRULE2(this.people, { LABEL: 'unit' })
      },
    })
  })

  people = this.RULE('people', () => {
    this.CONSUME(Noun, { LABEL: 'noun' })
    this.MANY(() => this.CONSUME(Attribute, { LABEL: 'attribute' }))
  })

  /** "(đạt tỷ lệ 98,9%)" and "đạt 98,9%" */
  percentage = this.RULE('percentage', () => {
    this.OPTION(() => this.CONSUME(t.Open))
    this.MANY(() => this.OR([{ ALT: () => this.CONSUME(t.Word) }, { ALT: () => this.CONSUME(t.Colon) }]))
    this.CONSUME(t.Digits, { LABEL: 'percent' })
    this.CONSUME(t.Percent, { LABEL: 'end' })
    this.OPTION2(() => this.CONSUME(t.Close, { LABEL: 'end' }))
  })
}
