/**
 * Deadlines: what stands before a time that bounds a task.
 *
 *     chậm nhất trước ngày 15/12      trong vòng 15 ngày kể từ ngày ký
 *     ^latest   ^before ^date         ^within    ^amount  ^since
 *
 * Dates are read before; each comes as one token. Whether someone has to do something by then is told by the words around, see
 * src/facts/duty.ts.
 */
import type { Vocabulary } from '../../src/parse/island.ts'
import { IslandParser } from '../_shared/engine.ts'
import * as t from '../_shared/tokens.ts'

/** A date, a time or an interval, and a duration, that the date kind has read. */
export const Due = t.lexical('Due')
export const Amount = t.lexical('Amount')

export const Before = t.lexical('Before')
export const Latest = t.lexical('Latest')
export const Until = t.lexical('Until')
/** "đến hết": to the end of it. */
export const Till = t.lexical('Till')
export const FromNow = t.lexical('FromNow')
export const In = t.lexical('In')
export const At = t.lexical('At')
export const Within = t.lexical('Within')
export const AtMost = t.lexical('AtMost')
export const After = t.lexical('After')
export const Since = t.lexical('Since')
/** "hạn chót 15/5": a noun that says the same. */
export const Limit = t.lexical('Limit')
export const cueTypes = [Before, Latest, Until, Till, FromNow, In, At, Within, AtMost, After, Since]

/** Classes of the words around, see duty.ts. */
export const dutyClasses = [
  'Order',
  'Ordered',
  'Assign',
  'Direct',
  'Must',
  'Promise',
  'Other',
  'Plan',
  'If',
  'Policy',
  'Past',
  'Yearly',
  'Done',
  'Submit',
  'Task',
  'Manner',
  'Agent',
  'Plural',
  'Say',
  'Thing',
  'Passive',
  'Filler',
  'Lead',
  'Noun',
  'Session',
  'Then',
  'Regular',
  'NotYet',
  'Scheme',
  'Under',
  'Aux',
] as const
export const deadlineTypes = [Due, Amount, ...cueTypes, Limit, ...dutyClasses.map((name) => t.lexical(name))]

export class DeadlineGrammar extends IslandParser {
  constructor(vocabulary: Vocabulary) {
    super(vocabulary.tokenTypes, { grammar: 'deadline', maxLookahead: 2 })
    this.performSelfAnalysis()
  }

  deadline = this.RULE('deadline', () => {
    this.OPTION(() =>
      this.OR1([
        { ALT: () => this.CONSUME(Latest, { LABEL: 'latest' }) },
        { ALT: () => this.CONSUME(Limit, { LABEL: 'latest' }) },
      ]),
    )
    this.OR2([{ ALT: () => this.SUBRULE(this.point) }, { ALT: () => this.SUBRULE(this.span) }])
  })

  /** "trước ngày 15/12", "trong tháng này", "đến năm 2030" */
  point = this.RULE('point', () => {
    this.OPTION(() =>
      this.OR([
        { ALT: () => this.CONSUME(Before, { LABEL: 'before' }) },
        { ALT: () => this.CONSUME(Until, { LABEL: 'until' }) },
        { ALT: () => this.CONSUME(Till, { LABEL: 'till' }) },
        { ALT: () => this.CONSUME(FromNow, { LABEL: 'fromNow' }) },
        { ALT: () => this.CONSUME(In, { LABEL: 'in' }) },
        { ALT: () => this.CONSUME(At, { LABEL: 'at' }) },
        { ALT: () => this.CONSUME(AtMost, { LABEL: 'latest' }) },
      ]),
    )
    this.CONSUME(Due, { LABEL: 'due' })
  })

  /** "trong vòng 15 ngày kể từ", "sau 1 tuần" */
  span = this.RULE('span', () => {
    this.OPTION(() =>
      this.OR([
        { ALT: () => this.CONSUME(Within, { LABEL: 'within' }) },
        { ALT: () => this.CONSUME(AtMost, { LABEL: 'atMost' }) },
        { ALT: () => this.CONSUME(In, { LABEL: 'in' }) },
        { ALT: () => this.CONSUME(After, { LABEL: 'after' }) },
        { ALT: () => this.CONSUME(Until, { LABEL: 'until' }) },
      ]),
    )
    this.CONSUME(Amount, { LABEL: 'amount' })
    this.OPTION2(() => this.CONSUME(Since, { LABEL: 'since' }))
  })
}
