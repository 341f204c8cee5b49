import type { CstNode } from 'chevrotain'
import { DeadlineGrammar, deadlineTypes } from '../../grammars/deadline/grammar.ts'
import { lazy } from '../lazy.ts'
import { type Context, mentionsOf } from '../parse/context.ts'
import { type IslandToken, Vocabulary } from '../parse/island.ts'
import { branch, leaves } from '../parse/tree.ts'
import { lexicons } from '../scan/load.ts'
import { Token } from '../scan/scanner.ts'
import { type Cue, dutyOfAmount, dutyOfDate, isShort, LIMIT, NEAR } from './deadline-rules.ts'
import { markAt, type Range, surroundings } from './duty-terms.ts'
import type { FactKind } from './kind.ts'
import type { Mention } from './types.ts'

/** The most tokens of the words before a time: "chậm nhất là trước". */
const CUE = 6
/** The most tokens of "kể từ ngày ký" behind an amount. */
const SINCE = 14
/** Tokens from one deadline to the next that goes on with it. */
const SERIES = 80

const grammar = lazy(() => {
  const vocabulary = new Vocabulary(lexicons(), ['deadline'], deadlineTypes)
  const type = (name: string) => vocabulary.tokenTypes.find((t) => t.name === name) as (typeof vocabulary.tokenTypes)[0]
  return { vocabulary, parser: new DeadlineGrammar(vocabulary), due: type('Due'), amount: type('Amount') }
})

export const deadline: FactKind<'deadline'> = {
  type: 'deadline',
  summary: 'something that has to be done by a date',
  needs: ['date'],
  find(context) {
    const found: Mention<'deadline'>[] = []
    for (const date of mentionsOf(context.found, 'date')) {
      if (!isBound(date)) continue
      const mention = read(context, date, found.at(-1))
      if (mention) found.push(mention)
    }
    return found
  },
}

/** Whether a time can bound a task: a clock time without a day and an amount of minutes say something else. */
function isBound({ kind, reading }: Mention<'date'>): boolean {
  // "ngày 31/7 hằng năm" is a date, "hằng năm" is none.
  if (reading?.shape === 'set') return /^XXXX-\d\d/.test(reading.value)
  if (reading?.shape === 'duration') return !/^P(?:T[\d.]+[MS])/.test(reading.value)
  if (kind !== 'time' || reading?.shape !== 'point') return true
  return Object.keys(reading.point).some((part) => part.startsWith('day') || part.startsWith('week'))
}

function read(
  context: Context,
  date: Mention<'date'>,
  previous: Mention<'deadline'> | undefined,
): Mention<'deadline'> | undefined {
  const { tokens, text } = context
  const amount = date.kind === 'duration'
  const first = cueStart(context, date.first, previous?.last ?? 0)
  const near = previous && first - previous.last <= SERIES ? previous : undefined
  // Most times have neither a cue nor a verb of finishing before them, and the sentence need not be read.
  const bare = first === date.first
  if (bare && (amount || !(near || finishes(context, first)))) return undefined
  const tree = parse(context, first, date, amount)
  if (!tree) return undefined
  const part = branch(tree, amount ? 'span' : 'point')
  const has = (label: string) => leaves(part, label).length > 0
  const cue: Cue = leaves(tree, 'latest').length
    ? 'latest'
    : has('before')
      ? 'before'
      : ((['until', 'till', 'fromNow', 'in', 'at', 'within', 'atMost', 'after'] as const).find(has) ?? 'none')
  if (amount && (cue === 'none' || cue === 'before')) return undefined
  const last = amount ? sinceEnd(context, date.last) : date.last
  const weak = cue === 'at' || (cue === 'in' && !amount && !isShort(date))
  if (weak && !(near || finishes(context, first))) return undefined
  const around = surroundings(context, first, last, near?.last ?? 0)
  const duty = amount
    ? dutyOfAmount(context, cue, around, first, last, date.last, near)
    : dutyOfDate(context, cue, around, first, last, date, near)
  if (!duty) {
    if (cue === 'before' || cue === 'latest' || cue === 'within' || cue === 'till')
      context.reject({
        type: 'deadline',
        start: tokens.start[first] as number,
        end: tokens.end[last - 1] as number,
        rule: 'deadline/time',
        code: 'no-duty',
        reason: 'nothing says that someone has to do something by then',
      })
    return undefined
  }

  const words = (range: Range | undefined) =>
    range ? text.slice(tokens.start[range.first], tokens.end[range.last - 1]).replace(/ +/g, ' ') : null
  return {
    type: 'deadline',
    first,
    last,
    start: tokens.start[first] as number,
    end: tokens.end[last - 1] as number,
    rule: `deadline/${duty.rule}`,
    due: null,
    // "chậm nhất trước ngày" is out too.
    inclusive: !amount && !has('before'),
    within: amount ? date.value : null,
    task: words(duty.task),
    assignee: words(duty.assignee),
  }
}

/** Whether a verb of finishing stands right before a time, "hoàn thành vào", or a word for a limit, "hạn chót nộp bài là". */
function finishes({ tokens, starts }: Context, first: number): boolean {
  const { vocabulary } = grammar()
  for (let i = first - 1; i >= Math.max(0, first - LIMIT - 2); i--) {
    if (!((starts[i] as number) & vocabulary.mask)) continue
    const name = lexicons().longest(tokens, i, vocabulary.mask)?.entries[0]?.class
    if (name === 'Limit' || (name === 'Done' && first - i <= NEAR + 2)) return true
  }
  return false
}

/** The token where the words before a time begin that make it a bound. */
function cueStart({ tokens, starts }: Context, date: number, floor: number): number {
  const { vocabulary } = grammar()
  let first = date
  for (let i = date - 1; i >= Math.max(floor, date - CUE); i--) {
    if (tokens.kind[i] !== Token.Word) break
    if (!((starts[i] as number) & vocabulary.mask)) continue
    const match = lexicons().longest(tokens, i, vocabulary.mask)
    // "từ nay đến" goes before its last word, "chậm nhất" "trước" are two.
    if (match && (match.end === first || match.end === date) && isCue(match.entries[0]?.class as string)) first = i
  }
  return first
}
const isCue = (name: string) =>
  ['Before', 'Latest', 'Until', 'Till', 'FromNow', 'In', 'At', 'Within', 'AtMost', 'After'].includes(name)

function parse({ tokens, text }: Context, first: number, date: Mention<'date'>, amount: boolean): CstNode | undefined {
  const { vocabulary, parser, due, amount: amountType } = grammar()
  const island: IslandToken[] = []
  for (let i = first; i < date.first; ) {
    const token = vocabulary.tokenAt(tokens, i)
    island.push(token)
    i = token.last
  }
  const type = amount ? amountType : due
  island.push({
    image: text.slice(date.start, date.end),
    startOffset: date.start,
    endOffset: date.end,
    tokenTypeIdx: type.tokenTypeIdx as number,
    tokenType: type,
    first: date.first,
    last: date.last,
    entries: [],
  })
  parser.input = island
  const tree = parser.deadline()
  return parser.errors.length === 0 ? tree : undefined
}

/** "10 ngày làm việc, kể từ ngày nhận đủ hồ sơ": the token behind what the amount is counted from. */
function sinceEnd(context: Context, from: number): number {
  const { tokens, starts, text } = context
  const { vocabulary } = grammar()
  let last = from
  if (/^làm việc/i.test(text.slice(tokens.start[last], (tokens.start[last] as number) + 8))) last += 2
  let i = last
  if (markAt(context, i) === ',') i++
  if (i >= tokens.length || !((starts[i] as number) & vocabulary.mask)) return last
  const match = lexicons().longest(tokens, i, vocabulary.mask)
  if (match?.entries[0]?.class !== 'Since') return last
  for (i = match.end; i < tokens.length && i < match.end + SINCE; i++)
    if (tokens.kind[i] === Token.Break || tokens.kind[i] === Token.Mark) break
  return i
}
