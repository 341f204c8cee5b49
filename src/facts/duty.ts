/** Duties: who is told to do what, read from the words around a time. */
import type { Context } from '../parse/context.ts'
import { Shape, Token } from '../scan/scanner.ts'
import {
  endsSentence,
  findLast,
  isVerb,
  markAt,
  type Range,
  type Surroundings,
  type Term,
  terms,
} from './duty-terms.ts'
import { behindMarker, listItem } from './list-item.ts'

/** Who has to do what. */
export interface Duty {
  readonly task: Range | undefined
  readonly assignee: Range | undefined
}

const isOrder = (t: Term) => t.name === 'Order' || t.name === 'Ordered' || t.name === 'Promise'

/**
 * The task before the time: "yêu cầu Sở Y tế hoàn thành báo cáo | trước ngày 5/1", "Sở Y tế phải báo cáo | ...",
 * "nhà thầu cam kết thông xe | ...", "Sở Y tế được giao báo cáo | ...".
 */
export function dutyBefore(context: Context, around: Surroundings, first: number): Duty {
  const { before, clause, sentence } = around
  const at = before.findIndex((t) => t.at === clause)
  const head = before[at]
  const limit = head?.name === 'Filler' || head?.name === 'Limit'
  // "Sở Y tế chủ trì rà soát; (thời gian) hoàn thành | trước ngày 5/1": what is to be finished was said before.
  const finish = limit ? before[at + 1] : head
  if (clause > sentence && finish?.name === 'Done' && first - finish.last <= 1)
    return dutyFrom(context, around, clause, sentence)
  return dutyFrom(context, around, first, limit ? (head as Term).last : clause)
}

function dutyFrom(context: Context, around: Surroundings, first: number, clause: number): Duty {
  const { before } = around
  // "theo dõi, đôn đốc, tổng hợp": between commas it is one thing among others to do.
  const listed = (t: Term) =>
    markAt(context, t.last) === ',' &&
    markAt(context, t.at - 1) === ',' &&
    before.some((v) => isVerb(v) && v.at === t.last + 1)
  const order = findLast(
    before,
    (t) => isOrder(t) && t.at >= clause && t.last <= first && hasVerb(before, t.last) && !listed(t),
  )
  // Of these the one who has to do it stands before.
  let active = order?.name === 'Order' ? order : undefined
  const passive = active ? undefined : order
  let from = active ? active.last : clause
  const must = passive ?? before.find((t) => t.name === 'Must' && t.at >= from)
  // "buộc các bị cáo bồi thường, trong đó ông A phải nộp": another one has to.
  const other = active && must && before.find((t) => isVerb(t) && t.at >= from && t.last < must.at)
  const comma = other && must && behindComma(context, other.last, must.at)
  if (comma) {
    active = undefined
    from = comma
  }
  const say = active
    ? undefined
    : findLast(
        before,
        (t) => t.name === 'Say' && t.at >= from && t.last <= (must?.at ?? first) && hasVerb(before, t.last),
      )
  if (say) from = say.last
  from = behindBasis(context, before, skipMarks(context, from, first), first)

  // "việc học tập phải được hoàn thành": the thing is the task, and nobody is told.
  const thing = before.find((t) => t.name === 'Thing' && t.at === from)
  if (thing) {
    const to = before.find((t) => (t.name === 'Must' || t.name === 'Passive' || t.name === 'Done') && t.at > thing.last)
    return { task: trimmed(context, before, { first: thing.at, last: to?.at ?? first }), assignee: undefined }
  }
  // "kết quả học tập báo cáo về Tỉnh Đoàn", "các dự thảo trình Ban Thường vụ"
  const noun = before.find((t) => t.name === 'Noun' && t.at >= from)
  const plural = before.find((t) => t.name === 'Plural' && t.at === from)
  if (!active && !must && noun && noun.at === (plural?.last ?? from))
    return { task: trimmed(context, before, { first: from, last: first }), assignee: undefined }
  const split = must ?? before.find((t) => (isVerb(t) || t.name === 'Manner') && t.at >= from)
  if (!split) return { task: undefined, assignee: undefined }
  const verbAt = mainVerb(context, before, split === must ? split.last : split.at, first)
  from = behindLead(context, before, from, split.at)
  const done = must && before.some((t) => t.name === 'Passive' && t.at === must.last)
  const subject = done ? undefined : agentOf(context, before, { first: from, last: split.at }, active !== undefined)
  const theme = !subject && !order && must && split.at > from
  const task = trimmed(context, before, { first: theme ? from : verbAt, last: first })
  return { task, assignee: theme ? undefined : (subject ?? inherited(context, around, split.at, split.at === from)) }
}

/** The token behind the last comma in a range. */
function behindComma(context: Context, from: number, to: number): number | undefined {
  for (let i = to - 1; i >= from; i--) if (markAt(context, i) === ',') return i + 1
  return undefined
}

/**
 * Where the task begins: behind "khẩn trương", and behind "chủ trì, phối hợp với các đơn vị liên quan" if it is said what is to be done
 * with them.
 */
function mainVerb(context: Context, terms: readonly Term[], at: number, to: number): number {
  const { tokens, text } = context
  let verb = skipMarks(context, at, to)
  for (;;) {
    const aside = terms.find((t) => t.at === verb && (t.name === 'Manner' || t.name === 'Aux' || t.name === 'Passive'))
    if (!aside || aside.last >= to) break
    verb = skipMarks(context, aside.last, to)
  }
  const word = (i: number) => text.slice(tokens.start[i], tokens.end[i + 1]).toLowerCase()
  const lead = verb + 1 < to && word(verb) === 'chủ trì' ? skipMarks(context, verb + 2, to) : verb
  if (lead + 1 >= to || word(lead) !== 'phối hợp') return verb
  return terms.find((t) => isVerb(t) && t.at > lead + 2 && t.last <= to)?.at ?? verb
}

/** The task behind the time: "Chậm nhất ngày 5/1, | Sở Y tế phải hoàn thành báo cáo". */
export function dutyBehind(context: Context, around: Surroundings, first: number, last: number): Duty {
  const { behind, before, clause } = around
  const from = skipMarks(context, last, around.end)
  const must = behind.find((t) => t.name === 'Must')
  const split = must ?? behind.find((t) => isVerb(t) || t.name === 'Manner')
  if (!split) return { task: undefined, assignee: undefined }
  const verb = behind.find((t) => isVerb(t) && t.at >= split.at) ?? split
  let end = verb.last
  while (end < around.end && !(markAt(context, end) === ',' && !behind.some((t) => isVerb(t) && t.at === end + 1))) {
    // '… thực hiện Chỉ thị số 05-CT/TW về “…”': a title says no more of the task.
    if (markAt(context, end) === '“') break
    end++
  }
  if (markAt(context, end) === '“' && wordAt(context, end - 1) === 'về') end--
  const start = verb === split && split === must ? must.last : verb.at
  const order = findLast(before, (t) => t.name === 'Order' && t.at >= clause)
  const does = order && before.find((t) => t.at > order.last && (isVerb(t) || t.name === 'Manner'))
  const told = order && agentOf(context, before, { first: order.last, last: does?.at ?? first }, true)
  return {
    task: trimmed(context, behind, { first: start, last: end }),
    assignee:
      agentOf(context, behind, { first: from, last: split.at }, true) ??
      told ??
      (order ? undefined : (promiser(context, around, first) ?? subjectOf(context, around, first))),
  }
}

const wordAt = ({ tokens, text }: Context, at: number) => text.slice(tokens.start[at], tokens.end[at]).toLowerCase()

/** "… và nhà đầu tư cam kết | đến tháng 12 | sẽ …": who stands right before the promise, in the middle of a sentence. */
function promiser(context: Context, { before, sentence }: Surroundings, first: number): Range | undefined {
  const promise = findLast(before, (t) => t.name === 'Promise' && t.last === first)
  if (!promise) return undefined
  for (let i = promise.at - 1; i > Math.max(sentence, promise.at - SHORT); i--) {
    if (markAt(context, i) !== ',' && wordAt(context, i) !== 'và') continue
    return agentOf(context, before, { first: i + 1, last: promise.at }, false)
  }
  return undefined
}

/**
 * "Thực hiện Kế hoạch số 85-KH/TU của Tỉnh ủy, | các huyện ủy tổ chức học tập": behind what a duty rests on, where someone who can be told
 * and a verb follow.
 */
function behindBasis(context: Context, before: readonly Term[], from: number, first: number): number {
  const head = before.find((t) => t.at === from)
  if (head?.name !== 'Task' || !/^(?:thực hiện|triển khai|quán triệt)$/.test(phrase(context, head))) return from
  for (let i = head.last; i < first; i++) {
    if (markAt(context, i) !== ',' || !mayBeTold(context, before, i + 1)) continue
    const verb = before.find((t) => t.at > i + 1 && (isVerb(t) || t.name === 'Must' || t.name === 'Manner'))
    const another =
      verb &&
      before.some((t) => t.name === 'Plural' && t.at > i + 1 && t.at < verb.at && markAt(context, t.at - 1) === ',')
    if (verb && !another && verb.at - i <= SHORT) return i + 1
  }
  return from
}

const phrase = ({ tokens, text }: Context, t: Term) =>
  text.slice(tokens.start[t.at], tokens.end[t.last - 1]).toLowerCase()

/** Who the sentence begins with: "Nhà trường có lộ trình, | từ nay đến năm 2025 | nâng số giảng viên". */
function subjectOf(
  context: Context,
  { before, sentence }: Surroundings,
  first: number,
  told = false,
): Range | undefined {
  const from = skipMarks(context, sentence, first)
  const stop = before.find((t) => t.at > from && !['Agent', 'Plural', 'Thing', 'Noun'].includes(t.name))
  // What someone did or said tells nothing of what they have to do.
  if (!stop || (told && (stop.name === 'Past' || stop.name === 'Say'))) return undefined
  let last = from
  // "4. Các huyện ủy: giữ kỷ luật; hoàn thành bàn giao"
  while (last < stop.at && markAt(context, last) !== ':') last++
  const start = behindLead(context, before, from, last)
  return agentOf(context, before, { first: start, last }, false)
}

const hasVerb = (terms: readonly Term[], from: number) =>
  terms.some((t) => t.at >= from && (isVerb(t) || t.name === 'Manner' || t.name === 'Thing'))

/** The most tokens of someone who is told, behind an order and in front of a verb. */
const LONG = 30
const SHORT = 18

/** Who stands in a range: behind an order whoever it is, else who begins like someone who can be told. */
function agentOf(context: Context, terms: readonly Term[], range: Range, told: boolean): Range | undefined {
  const { tokens, text } = context
  let first = skipMarks(context, range.first, range.last)
  const word = text.slice(tokens.start[first], tokens.end[first]).toLowerCase()
  if (told && (word === 'cho' || word === 'với' || word === 'đối')) first += word === 'đối' ? 2 : 1
  let last = range.last
  const joined = text.slice(tokens.start[last - 1], tokens.end[last - 1]) === 'và'
  const stop = terms.find(
    (t) =>
      t.at >= first &&
      t.at < last &&
      (['Must', 'Passive', 'Manner', 'Aux', 'Plan', 'Then'].includes(t.name) ||
        // "UBND quận đã lập tổ công tác và phải"
        (joined && t.at > first && (isVerb(t) || t.name === 'Past'))),
  )
  if (stop) last = stop.at
  while (last > first && tokens.kind[last - 1] === Token.Mark && markAt(context, last - 1) !== ')') last--
  if (last <= first || last - first > (told ? LONG : SHORT)) return undefined
  return told || mayBeTold(context, terms, first) ? { first, last } : undefined
}

function mayBeTold(context: Context, terms: readonly Term[], at: number): boolean {
  const { tokens } = context
  const head = terms.find((t) => t.at === at)?.name
  const named = (i: number) => tokens.kind[i] === Token.Word && tokens.shape[i] !== Shape.Lower
  // The first word of a sentence is in capitals anyhow.
  const opens = at === 0 || endsSentence(context, at - 1)
  const proper = named(at) && (!opens || named(at + 1) || tokens.shape[at] === Shape.AllCaps)
  return head === 'Agent' || head === 'Plural' || (proper && head === undefined)
}

/** "sau hội nghị, cấp ủy các cấp ..." */
const isTime = ({ tokens, text }: Context, at: number) =>
  /^(?:sau|trước|từ|trong|ngay)$/i.test(text.slice(tokens.start[at], tokens.end[at]))

/** Behind "Theo kế hoạch, ..." and other words before the subject, where the subject can be told from them. */
function behindLead(context: Context, terms: readonly Term[], from: number, to: number): number {
  let first = from
  while (
    terms.some((t) => (t.name === 'Lead' || t.name === 'Plan' || t.name === 'Under') && t.at === first) ||
    isTime(context, first)
  ) {
    let comma = first
    while (comma < to && markAt(context, comma) !== ',') comma++
    if (comma >= to) return first
    first = comma + 1
  }
  if (mayBeTold(context, terms, first)) return first
  for (let i = to - 1; i > first; i--)
    if (markAt(context, i) === ',') return mayBeTold(context, terms, i + 1) ? i + 1 : first
  return first
}

/**
 * Who was told before: "giao Sở Y tế rà soát; báo cáo trước ngày 5/1", "Sở Y tế hướng dẫn các huyện; báo cáo trước ngày 5/1", "Bí thư đề
 * nghị các chi bộ: ... - Báo cáo trước ngày 5/1".
 */
function inherited(context: Context, around: Surroundings, at: number, opens: boolean): Range | undefined {
  const { before, sentence, clause } = around
  const orders = before.filter((t) => t.name === 'Order' && t.last <= at)
  for (const order of orders.reverse()) {
    const split = before.find((t) => t.at >= order.last && (isVerb(t) || t.name === 'Must' || t.name === 'Manner'))
    const told = split && split.at > order.last && agentOf(context, before, { first: order.last, last: split.at }, true)
    if (told) return told
  }
  if (orders.length > 0 || !opens) return undefined
  return (clause > sentence ? subjectOf(context, around, at, true) : undefined) ?? scopeOf(context, around)?.assignee
}

/** What a sentence stands under: an order in its line or at the head of its list. */
export interface Scope {
  readonly assignee: Range | undefined
}

/** The most tokens of a line in which an order is looked for. */
const LINE = 300

/** The order that a sentence stands under, if there is one. */
export function scopeOf(context: Context, { sentence }: Surroundings): Scope | undefined {
  const { line, heads } = listItem(context, sentence)
  const inLine = terms(context, Math.max(line, sentence - LINE), sentence)
  const told = findLast(inLine, (t) => t.name === 'Order')
  if (told) return { assignee: toldBy(context, inLine, told, sentence) }
  let assignee: Range | undefined
  for (const head of heads) {
    const found = terms(context, head.first, head.last)
    const order = findLast(found, (t) => t.name === 'Order' || t.name === 'Must')
    const start = behindMarker(context, head.first)
    if (order?.name === 'Order') return { assignee: assignee ?? toldBy(context, found, order, head.last) }
    const verb = found.find((t) => isVerb(t) || t.name === 'Must' || t.name === 'Manner')
    const who = agentOf(context, found, { first: start, last: verb?.at ?? head.last }, false)
    if (order) return { assignee: assignee ?? who }
    // "2. Ban Tổ chức chủ trì, phối hợp với Văn phòng:"
    if (start > head.first) assignee ??= who
    if (found.some((t) => t.name === 'Noun' || t.name === 'Thing') && !who) return { assignee }
  }
  return assignee && { assignee }
}

/** Who stands behind an order. */
function toldBy(context: Context, found: readonly Term[], order: Term, to: number): Range | undefined {
  const split = found.find((t) => t.at >= order.last && (isVerb(t) || t.name === 'Must' || t.name === 'Manner'))
  const last = split?.at ?? to
  return last > order.last ? agentOf(context, found, { first: order.last, last }, true) : undefined
}

function skipMarks({ tokens, text }: Context, from: number, to: number): number {
  let i = from
  while (i < to && tokens.kind[i] === Token.Mark && text[tokens.start[i] as number] !== '(') i++
  return i
}

/** Without marks at its ends and without what only says that it is to be finished: ", phấn đấu hoàn thành". */
function trimmed(context: Context, terms: readonly Term[], range: Range): Range | undefined {
  const { tokens, text } = context
  const first = skipMarks(context, range.first, range.last)
  let last = range.last
  for (let again = true; again; ) {
    again = false
    while (last > first && tokens.kind[last - 1] === Token.Mark && text[tokens.start[last - 1] as number] !== ')')
      last--
    const end = terms.find((t) => t.last === last && t.at > first)
    const word = end ? text.slice(tokens.start[end.at], tokens.end[end.last - 1]).toLowerCase() : ''
    const finish = end?.name === 'Done' && ['hoàn thành', 'hoàn tất', 'xong', 'kết thúc'].includes(word)
    if (
      end &&
      (finish ||
        end.name === 'Must' ||
        end.name === 'Aux' ||
        end.name === 'Plan' ||
        end.name === 'Filler' ||
        end.name === 'Limit' ||
        end.name === 'Say')
    ) {
      last = end.at
      again = true
    } else if (text.slice(tokens.start[last - 1], tokens.end[last - 1]) === 'và' && last - 1 > first) {
      last--
      again = true
    }
  }
  return last > first ? { first, last } : undefined
}
