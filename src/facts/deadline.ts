import { DeadlineGrammar, deadlineTypes, Limit } from '../../grammars/deadline/grammar.ts'
import { lazy } from '../lazy.ts'
import { type Context, mentionsOf } from '../parse/context.ts'
import { IslandToken, Vocabulary } from '../parse/island.ts'
import { branch, leaves, type Tree } from '../parse/tree.ts'
import { lexicons } from '../scan/load.ts'
import { Token } from '../scan/scanner.ts'
import { type Cue, dutyOfAmount, dutyOfDate, isShort, LIMIT, NEAR } from './deadline-rules.ts'
import { markAt, type Range, surroundings } from './duty-terms.ts'
import type { FactKind } from './kind.ts'
import { toldParts } from './reading.ts'
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
      if (!isBound(date, context.text)) continue
      const mention = read(context, date, found.at(-1))
      if (mention) found.push(mention)
    }
    return found
  },
}

/** Whether a time can bound a task: a clock time without a day and an amount of minutes say something else. */
function isBound({ kind, reading, start, end }: Mention<'date'>, text: string): boolean {
  // "trong 25 năm qua" is over.
  if (
    /(?:qua|trước|nay)$/.test(text.slice(Math.max(start, end - 5), end)) &&
    !/(?:hôm|năm|sáng|chiều|tối|tháng|đêm) nay$/.test(text.slice(Math.max(start, end - 10), end))
  )
    return false
  // "ngày 31/7 hằng năm" is a date, "hằng năm" is none.
  // "trước ngày 25 hằng tháng" too.
  if (reading?.shape === 'set') return /^XXXX-[\dX]\d*/.test(reading.value)
  if (reading?.shape === 'duration') return !/^PT[\d.]+S/.test(reading.value)
  if (kind !== 'time' || reading?.shape !== 'point') return true
  return toldParts(reading.point).some((part) => part.startsWith('day') || part.startsWith('week'))
}

function read(
  context: Context,
  date: Mention<'date'>,
  previous: Mention<'deadline'> | undefined,
): Mention<'deadline'> | undefined {
  const { tokens, text } = context
  const amount = date.kind === 'duration'
  const first = cueStart(context, date.first, previous?.last ?? 0, amount)
  const near = previous && first - previous.last <= SERIES ? previous : undefined
  // Most times have neither a cue nor a verb of finishing before them, and the sentence need not be read.
  const bare = first === date.first
  const session = bare && !amount ? sessionBefore(context, first) : undefined
  if (bare && (amount || !(near || session !== undefined || finishes(context, first)))) return undefined
  const tree = parse(context, first, date, amount)
  if (!tree) return undefined
  const part = branch(tree, amount ? 'span' : 'point')
  const has = (label: string) => leaves(part, label).length > 0
  const limit = (leaves(tree, 'latest')[0]?.tokenType ?? null) === Limit
  const cue: Cue =
    session !== undefined
      ? 'session'
      : limit
        ? 'limit'
        : leaves(tree, 'latest').length || has('latest')
          ? 'latest'
          : has('before')
            ? 'before'
            : ((['until', 'till', 'fromNow', 'in', 'at', 'within', 'atMost', 'after'] as const).find(has) ?? 'none')
  if (amount && (cue === 'none' || cue === 'before')) return undefined
  const amountLast = amount ? behindWorkingDays(context, date.last) : date.last
  const last = amount ? sinceEnd(context, amountLast) : date.last
  const weak = cue === 'at' || (cue === 'in' && !amount && !isShort(date))
  if (weak && !(near || finishes(context, first) || told(context, first))) return undefined
  const from = session ?? first
  if (near && !amount && isAgain(context, near, first)) return again(context, near, first, last, has('before'))
  const around = surroundings(context, from, last, near?.last ?? 0)
  const isMinutes = date.reading?.shape === 'duration' && /^PT[\d.]+M/.test(date.reading.value)
  const duty = amount
    ? dutyOfAmount(context, cue, around, first, last, amountLast, near, isMinutes)
    : dutyOfDate(context, cue, around, from, last, date, near)
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

/** "trước ngày 10/6 và | trước ngày 10/12": the same task twice. */
function isAgain({ tokens, text }: Context, previous: Mention<'deadline'>, first: number): boolean {
  const between = text.slice(previous.end, tokens.start[first])
  return previous.within === null && /^(?:,| và| hoặc|, và) $/.test(between)
}

function again(
  { tokens }: Context,
  { task, assignee }: Mention<'deadline'>,
  first: number,
  last: number,
  before: boolean,
): Mention<'deadline'> {
  const start = tokens.start[first] as number
  const end = tokens.end[last - 1] as number
  const rule = 'deadline/again'
  return {
    type: 'deadline',
    first,
    last,
    start,
    end,
    rule,
    due: null,
    inclusive: !before,
    within: null,
    task,
    assignee,
  }
}

/** The token where "tại kỳ họp", "tại phiên họp thường kỳ" begins right before a date. */
function sessionBefore({ tokens, starts }: Context, first: number): number | undefined {
  const { vocabulary } = grammar()
  for (let i = first - 2; i >= Math.max(0, first - CUE); i--) {
    if (tokens.kind[i] !== Token.Word) return undefined
    if (!((starts[i] as number) & vocabulary.mask)) continue
    const match = lexicons().longest(tokens, i, vocabulary.mask)
    if (match?.end === first && match.entries[0]?.class === 'Session') return i
  }
  return undefined
}

/** The most tokens between a promise or an order to finish something and its time. */
const TOLD = 24

/** Whether "cam kết hoàn thành", "phải hoàn tất" stands not far before a time. */
function told({ tokens, starts }: Context, first: number): boolean {
  const { vocabulary } = grammar()
  for (let i = first - 1; i >= Math.max(0, first - TOLD) && tokens.kind[i] !== Token.Break; i--) {
    if (!((starts[i] as number) & vocabulary.mask)) continue
    const match = lexicons().longest(tokens, i, vocabulary.mask)
    const name = match?.entries[0]?.class
    if (name === 'Done' || (name === 'Promise' && match?.end === first)) return true
  }
  return false
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
function cueStart({ tokens, starts, text }: Context, date: number, floor: number, amount: boolean): number {
  const { vocabulary } = grammar()
  let first = date
  for (let i = date - 1; i >= Math.max(floor, date - CUE); i--) {
    if (tokens.kind[i] !== Token.Word) break
    if (!((starts[i] as number) & vocabulary.mask)) continue
    const match = lexicons().longest(tokens, i, vocabulary.mask)
    // "từ nay đến" goes before its last word, "chậm nhất" "trước" are two.
    if (!match) continue
    const name = match.entries[0]?.class as string
    // "vào | cuối tháng 3"
    if (match.end !== first && match.end !== date && !(name === 'At' && match.end === date + 1)) continue
    // "hạn chót 15/5", but "thời hạn 5 năm" lasts.
    if (
      isCue(name) ||
      (name === 'Limit' &&
        !amount &&
        /^(?:hạn|thời hạn c)/i.test(text.slice(tokens.start[i], tokens.end[match.end - 1])))
    )
      first = i
  }
  return first
}
const isCue = (name: string) =>
  ['Before', 'Latest', 'Until', 'Till', 'FromNow', 'In', 'At', 'Within', 'AtMost', 'After'].includes(name)

function parse({ tokens, text }: Context, first: number, date: Mention<'date'>, amount: boolean): Tree | undefined {
  const { vocabulary, parser, due, amount: amountType } = grammar()
  const island: IslandToken[] = []
  for (let i = first; i < date.first; ) {
    const token = vocabulary.tokenAt(tokens, i)
    island.push(token)
    i = token.last
  }
  const type = amount ? amountType : due
  island.push(new IslandToken(text, date.start, date.end, type, date.first, date.last, []))
  parser.begin(island)
  const tree = parser.deadline()
  return tree
}

/** "10 ngày | làm việc" */
const behindWorkingDays = ({ tokens, text }: Context, at: number) =>
  /^làm việc/i.test(text.slice(tokens.start[at], (tokens.start[at] as number) + 8)) ? at + 2 : at

/** "10 ngày làm việc, kể từ ngày nhận đủ hồ sơ": the token behind what the amount is counted from. */
function sinceEnd(context: Context, last: number): number {
  const { tokens, starts } = context
  const { vocabulary } = grammar()
  let i = last
  if (markAt(context, i) === ',') i++
  if (i >= tokens.length || !((starts[i] as number) & vocabulary.mask)) return last
  const match = lexicons().longest(tokens, i, vocabulary.mask)
  if (match?.entries[0]?.class !== 'Since') return last
  for (i = match.end; i < tokens.length && i < match.end + SINCE; i++)
    if (tokens.kind[i] === Token.Break || tokens.kind[i] === Token.Mark) break
  return subjectOfMust(context, match.end, i) ?? i
}

/** "từ khi đăng ký | các bên phải góp đủ vốn": where the one who has to do it begins, before the first "phải" in a range. */
function subjectOfMust({ tokens, starts }: Context, from: number, to: number): number | undefined {
  const { vocabulary } = grammar()
  let subject: number | undefined
  for (let i = from; i < to; ) {
    const match = (starts[i] as number) & vocabulary.mask ? lexicons().longest(tokens, i, vocabulary.mask) : undefined
    const name = match?.entries[0]?.class
    if (name === 'Must') return subject
    if (i > from && subject === undefined && (name === 'Plural' || name === 'Agent')) subject = i
    i = match?.end ?? i + 1
  }
  return undefined
}
