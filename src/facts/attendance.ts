import { AttendanceGrammar, attendanceTypes } from '../../grammars/attendance/grammar.ts'
import { lazy } from '../lazy.ts'
import { type Context, eachAnchor } from '../parse/context.ts'
import { type IslandToken, Vocabulary } from '../parse/island.ts'
import { branch, branches, leaves, type Tree } from '../parse/tree.ts'
import { lexicons } from '../scan/load.ts'
import { Shape, Token } from '../scan/scanner.ts'
import type { FactKind } from './kind.ts'
import { countStart, interpretCount, mayEndCount, parseDigits } from './numbers.ts'
import type { Mention } from './types.ts'

const ISLAND = 24
/** Tokens behind the people in which "tham dự" is looked for, and before the number in which an event is. */
const AHEAD = 16
const BACK = 40
/** Tokens of "Dự hội nghị có các đồng chí: A, Bí thư Tỉnh ủy; B, ... cùng 250 cán bộ", a list of names and posts. */
const ROLL = 200
/** Fewer than these behind "có" or "với" are no attendance yet. */
const FEW = 10
/** Tokens of "tham gia vào một buổi" in which the event is. */
const OBJECT = 6
/** Tokens before "(98,9%)". */
const TO_PERCENTAGE = 6
/** Tokens from one number of people to the next that is part of it. */
const TO_PART = 24

const grammar = lazy(() => {
  const vocabulary = new Vocabulary(lexicons(), ['count', 'attendance'], attendanceTypes)
  const parser = new AttendanceGrammar(vocabulary)
  return { vocabulary, parser, mask: lexicons().bit('attendance'), count: lexicons().bit('count') }
})

export const attendance: FactKind<'attendance'> = {
  type: 'attendance',
  summary: 'a number of people at an event that they attend',
  needs: [],
  find(context) {
    const found: Mention<'attendance'>[] = []
    const { vocabulary, parser, mask, count } = grammar()
    const { tokens, starts } = context
    eachAnchor(context, mask, 0, (at) => {
      if (at === 0 || !mayEndCount(tokens, starts, count, at - 1)) return 0
      if (!isPeople(lexicons().longest(tokens, at, mask)?.entries[0]?.class ?? '')) return 0
      const from = countStart(tokens, vocabulary, at)
      if (from === at) return 0
      parser.begin(vocabulary.read(tokens, from, ISLAND))
      const tree = parser.attendance()
      const mention = tree ? interpret(context, tree, from, found.at(-1)) : undefined
      if (mention) found.push(mention)
      return mention?.last ?? 0
    })
    return found
  },
}

const isEvent = (name: string) => name === 'Event' || name === 'Venue'
const isPeople = (name: string) => ['Delegate', 'Member', 'Audience', 'Person'].includes(name)

function interpret(
  context: Context,
  tree: Tree,
  first: number,
  previous: Mention<'attendance'> | undefined,
): Mention<'attendance'> | undefined {
  const { tokens, text } = context
  const units = branches(tree, 'unit')
  const words: IslandToken[] = []
  for (const unit of units) words.push(...leaves(unit, 'noun'), ...leaves(unit, 'attribute'))
  const unitFirst = Math.min(...words.map((t) => t.first))
  const unitLast = Math.max(...words.map((t) => t.last))
  const { count, of: ratio, approx } = interpretCount(branch(tree, 'count'))
  const of = ratio ?? wholeBehind(context, unitLast)
  const noun = leaves(units[0], 'noun')[0]?.tokenType.name as string
  const start = tokens.start[first] as number
  const reject = (code: string, reason: string) => {
    const end = tokens.end[unitLast - 1] as number
    context.reject({ type: 'attendance', start, end, rule: 'attendance/people', code, reason })
    return undefined
  }
  // "một người đến dự" tells a story, it counts nobody.
  if (count === 1 && of === null) return reject('no-count', 'one person is no number of people')
  if (!Number.isSafeInteger(count) || count < 1) return reject('no-number', 'the words make no whole number')
  if (of !== null && of < count) return reject('no-ratio', `${count} of ${of} is no part`)
  if (previous?.of === count && first - previous.last < TO_PERCENTAGE && wholeBefore(context, first))
    return reject('whole', 'it is the whole of which a part was counted')
  const near = previous && first - previous.last <= TO_PART && sameSentence(context, previous.last, first)
  const rule = ruleOf(context, first, unitFirst, unitLast, noun, count, of !== null, near === true)
  // "thu hút 12.480 lượt thi": not said of whom.
  if (/^lượt$/i.test(text.slice(tokens.start[unitFirst], tokens.end[unitLast - 1])))
    return reject('no-people', 'nothing says who came so often')
  if (!rule) return reject('no-event', 'nothing says that they attend an event')

  const percentage = percentageBehind(context, unitLast)
  const last = percentage?.inside ? percentage.last : unitLast
  const end = tokens.end[last - 1] as number
  const unit = text.slice(tokens.start[unitFirst], tokens.end[unitLast - 1]).replace(/ +/g, ' ')
  return {
    type: 'attendance',
    first,
    last,
    start,
    end,
    rule,
    count,
    unit,
    approx,
    of,
    percent: percentage?.percent ?? null,
  }
}

/** The percentage behind the people, in brackets or behind "đạt"; `last` is the token behind it. */
function percentageBehind({ tokens, starts, text }: Context, from: number) {
  const { vocabulary, parser, mask } = grammar()
  for (let i = from; i < tokens.length && i <= from + TO_PERCENTAGE; i++) {
    const kind = tokens.kind[i]
    const character = text[tokens.start[i] as number]
    const open = kind === Token.Mark && character === '('
    const reach = kind === Token.Word && /^(?:đạt|tỷ|tỉ)$/i.test(text.slice(tokens.start[i], tokens.end[i]))
    if (open || reach) {
      parser.begin(vocabulary.read(tokens, i, 8))
      const tree = parser.percentage()
      const digits = leaves(tree, 'percent')[0]
      const end = leaves(tree, 'end').at(-1)
      return digits && end ? { percent: parseDigits(digits.image), last: end.last, inside: open } : undefined
    }
    if (kind !== Token.Word && character !== ',') return undefined
    if ((starts[i] as number) & mask && vocabulary.tokenAt(tokens, i).tokenType.name === 'Block') return undefined
  }
  return undefined
}

/** The rule by which people at tokens [first, last) attend something, if they do. */
function ruleOf(
  context: Context,
  first: number,
  unit: number,
  last: number,
  noun: string,
  count: number,
  ratio: boolean,
  near: boolean,
): string | undefined {
  const before = wordBefore(context, first)
  const ahead = cueAhead(context, last)
  if (ahead === 'Block' || before === 'Block' || before === 'Elect' || before === 'For') return undefined
  if (before === 'Weak' && elected(context, first)) return undefined
  if (before === 'With') return 'attendance/with-the-participation-of'
  if (ahead === 'Attend') return 'attendance/attend'
  // "Số đại biểu tham dự là 3.421 người"
  if (before === 'Is' && !ratio && attended(context, first)) return 'attendance/attend'
  const event = () => eventBefore(context, first)
  if (ahead === 'JoinEvent') return 'attendance/take-part-in-event'
  if (ahead === 'Join' && event()) return 'attendance/take-part'
  if (ahead === 'Hear' && noun !== 'Person' && event()) return 'attendance/take-part'
  if (ahead === 'Venue' && noun !== 'Person') return 'attendance/at-the-place'
  if (near && (before === 'Part' || before === 'And' || (before === 'Is' && isPart(context, first))))
    return 'attendance/part'
  if (before === 'Draw' && event()) return 'attendance/draw'
  if (noun === 'Delegate' && count > 1) return 'attendance/delegates'
  // "Dự lễ có ông A và 57 cựu chiến binh"
  const weak = before === 'Weak' || (before === 'Is' && noun !== 'Person')
  const listed = weak || before === 'And'
  if (listed && event() === 'Attend' && (weak || count >= FEW)) return 'attendance/event-with'
  if (
    listed &&
    (noun !== 'Person' || isTrade(context, unit)) &&
    eventBefore(context, first, ROLL) === 'Attend' &&
    count >= FEW
  )
    return 'attendance/roll'
  // "Tại điểm cầu tỉnh có A, Bí thư; B, Phó Bí thư cùng 412 đảng viên"
  const along = noun === 'Member' && /cùng\s+$/i.test(lastWord(context, first))
  if (along && count >= FEW && eventBefore(context, first, ROLL)) return 'attendance/roll'
  // "phát biểu trước 600 sinh viên"
  if (before === 'Facing' && count >= FEW && eventBefore(context, first) === 'Event') return 'attendance/before-them'
  if (noun === 'Person' && !ratio) return undefined
  if (!ratio && !weak) return undefined
  // "với hai cán bộ" may be anything.
  if (ratio && joined(context, first)) return 'attendance/ratio'
  return event() && count >= FEW ? 'attendance/event-with' : undefined
}

const lastWord = ({ tokens, text }: Context, at: number) =>
  at > 0 ? text.slice(tokens.start[at - 1], tokens.start[at]) : ''

/** "đại biểu tham dự là", but "thí sinh đăng ký dự thi là" */
const attended = ({ tokens, text }: Context, at: number) =>
  /(?:tham dự|tham gia|về dự|học tập|dự hội nghị|dự học) là $/i.test(
    text.slice(tokens.start[Math.max(0, at - 4)], tokens.start[at]),
  )

/** "500 vận động viên" are of one kind, "500 người" are anybody. */
const isTrade = ({ tokens, text }: Context, unit: number) =>
  !/^(?:người|khách|du khách|lượt|cử tri|nhân dân)/i.test(text.slice(tokens.start[unit], tokens.end[unit]))

/** The class of the term that ends before a token: at most six words. */
function wordBefore({ tokens, starts }: Context, at: number): string | undefined {
  const { vocabulary, mask } = grammar()
  let name: string | undefined
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    if (tokens.kind[i] !== Token.Word) break
    if (!((starts[i] as number) & mask)) continue
    const token = vocabulary.tokenAt(tokens, i)
    // The longest term that ends here: "trong đó có" before "có".
    if (token.last === at) name = token.tokenType.name
  }
  return name
}

type Ahead = 'Attend' | 'Join' | 'JoinEvent' | 'Hear' | 'Venue' | 'Block'

/** The first word behind the people that says what they do, up to the end of the clause. */
function cueAhead(context: Context, from: number): Ahead | undefined {
  const { tokens, starts, text } = context
  const { vocabulary, mask } = grammar()
  let depth = 0
  for (let i = from; i < tokens.length && i < from + AHEAD; i++) {
    const kind = tokens.kind[i]
    if (kind === Token.Break) return undefined
    if (kind === Token.Mark) {
      const mark = text[tokens.start[i] as number] as string
      if (mark === '(') depth++
      else if (mark === ')') depth--
      else if ('.;:!?…'.includes(mark)) return undefined
      continue
    }
    if (depth > 0 || !((starts[i] as number) & mask)) continue
    const token = vocabulary.tokenAt(tokens, i)
    const name = token.tokenType.name
    if (name === 'Elect') return 'Block'
    if (name === 'Attend' || name === 'Hear' || name === 'Block') return name
    if (name === 'Other' || name === 'Part') return undefined
    if (name === 'Venue') return name
    if (name === 'Join') {
      const joined = joins(context, token.last)
      if (joined) return joined
    }
    i = token.last - 1
  }
  return undefined
}

/** "tham gia" with what stands behind it: an event, nothing, or something else that is done. */
function joins({ tokens, starts, text }: Context, at: number): 'Join' | 'JoinEvent' | undefined {
  const { vocabulary, mask } = grammar()
  for (let i = at; i < tokens.length && i < at + OBJECT; i++) {
    const kind = tokens.kind[i]
    if (kind === Token.Break) return 'Join'
    if (kind === Token.Mark) {
      const end = '.;,)'.includes(text[tokens.start[i] as number] as string)
      // "nghiên cứu, học tập tại hội nghị" goes on.
      if (i === at && end && !(i + 1 < tokens.length && vocabulary.tokenAt(tokens, i + 1).tokenType.name === 'Join'))
        return 'Join'
      continue
    }
    if ((starts[i] as number) & mask && isEvent(vocabulary.tokenAt(tokens, i).tokenType.name)) return 'JoinEvent'
  }
  return at >= tokens.length ? 'Join' : undefined
}

/** Whether an event, or that someone attends one, is said before a token in its sentence. */
function eventBefore(context: Context, at: number, back = BACK): 'Attend' | 'Event' | undefined {
  const { tokens, starts } = context
  const { vocabulary, mask } = grammar()
  let found: 'Event' | undefined
  let last = 0
  for (let i = at - 1; i >= Math.max(0, at - back); i--) {
    if (endsAt(context, i)) break
    if (!((starts[i] as number) & mask)) continue
    const token = vocabulary.tokenAt(tokens, i)
    if (token.last > at) continue
    const name = token.tokenType.name
    // "Tham gia lớp tập huấn có 80 học viên"
    if (name === 'Attend' || name === 'Roll' || (name === 'Join' && found && last - token.last < OBJECT))
      return 'Attend'
    if (isEvent(name)) {
      found = 'Event'
      last = i
    }
  }
  return found
}

/** "Số đảng viên tham gia học tập là 450/460": whether joining something is said before a token in its sentence. */
function joined(context: Context, at: number): boolean {
  const { tokens, starts } = context
  const { vocabulary, mask } = grammar()
  for (let i = at - 1; i >= Math.max(0, at - BACK); i--) {
    if (endsAt(context, i)) return false
    if ((starts[i] as number) & mask && vocabulary.tokenAt(tokens, i).tokenType.name === 'Join') return true
  }
  return false
}

/** "120 đảng viên trong tổng số | 135 đảng viên" */
function wholeBefore({ tokens }: Context, at: number): boolean {
  const { vocabulary } = grammar()
  return [2, 3].some((words) => {
    if (at < words) return false
    const token = vocabulary.tokenAt(tokens, at - words)
    return token.last === at && token.tokenType.name === 'Ratio'
  })
}

/** The whole behind the people: "| trong tổng số 135 đảng viên". */
function wholeBehind({ tokens, starts, text }: Context, at: number): number | null {
  const { vocabulary, count } = grammar()
  if (at >= tokens.length || !((starts[at] as number) & count)) return null
  const ratio = vocabulary.tokenAt(tokens, at)
  const kind = tokens.kind[ratio.last]
  if (ratio.tokenType.name !== 'Ratio' || (kind !== Token.Number && kind !== Token.Grouped)) return null
  const whole = parseDigits(text.slice(tokens.start[ratio.last], tokens.end[ratio.last]))
  return Number.isSafeInteger(whole) ? whole : null
}

function sameSentence(context: Context, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (endsAt(context, i)) return false
  return true
}

/** Whether a sentence ends at a token: not at "ThS. Lê", and not at "đảo Cô Tô... với". */
function endsAt({ tokens, text }: Context, i: number): boolean {
  if (tokens.kind[i] === Token.Break) return true
  if (tokens.kind[i] !== Token.Mark) return false
  const mark = text[tokens.start[i] as number] as string
  if (!'.!?…'.includes(mark)) return false
  if (mark === '!' || mark === '?' || i === 0 || i + 1 >= tokens.length) return true
  let next = i + 1
  while (next < tokens.length && next < i + 3 && text[tokens.start[next] as number] === '.') next++
  const word = next < tokens.length && tokens.kind[next] === Token.Word ? tokens.shape[next] : undefined
  if (word === Shape.Lower) return false
  const size = (tokens.end[i - 1] as number) - (tokens.start[i - 1] as number)
  const short = tokens.kind[i - 1] === Token.Word && tokens.end[i - 1] === tokens.start[i] && size <= 3
  return !(
    short &&
    word !== undefined &&
    tokens.shape[i - 1] !== Shape.Lower &&
    isAbbreviation(text, tokens.end[i - 1] as number, size)
  )
}

/** "TS", "ThS", "TP": its last letter is a capital one. */
const isAbbreviation = (text: string, end: number, size: number) =>
  text[end - 1] !== (text[end - 1] as string).toLowerCase() && size > 1

/** How near "bầu" and "thành lập" stand before those who are elected. */
const ELECTED = 18

/** "bầu Ban Chấp hành gồm 15 đồng chí": they are chosen, nobody counts who came. */
function elected(context: Context, at: number): boolean {
  const { tokens, starts } = context
  const { vocabulary, mask } = grammar()
  for (let i = at - 1; i >= Math.max(0, at - ELECTED) && !endsAt(context, i); i--)
    if ((starts[i] as number) & mask && vocabulary.tokenAt(tokens, i).tokenType.name === 'Elect') return true
  return false
}

/** "trong đó riêng điểm cầu Hà Nội là 210 người" */
function isPart(context: Context, at: number): boolean {
  const { tokens, starts } = context
  const { vocabulary, mask } = grammar()
  for (let i = at - 1; i >= Math.max(0, at - TO_PART) && !endsAt(context, i); i--)
    if ((starts[i] as number) & mask && vocabulary.tokenAt(tokens, i).tokenType.name === 'Part') return true
  return false
}
