/** The rules by which a time is a deadline: its words before it and the duties that its sentence tells of. */

import type { Context } from '../parse/context.ts'
import { Token } from '../scan/scanner.ts'
import { type Duty, dutyBefore, dutyBehind, scopeOf } from './duty.ts'
import { endsSentence, findLast, isVerb, markAt, type Range, type Surroundings, type Term } from './duty-terms.ts'
import { toldParts } from './reading.ts'
import type { Mention } from './types.ts'

/** How near a verb stands: "hoàn thành toàn bộ trong". */
export const NEAR = 4
/** Tokens of "thời hạn báo cáo Bộ trưởng là". */
export const LIMIT = 7

/** What a time's words before it say. */
export type Cue =
  | 'latest'
  | 'before'
  | 'until'
  | 'till'
  | 'fromNow'
  | 'in'
  | 'at'
  | 'within'
  | 'atMost'
  | 'after'
  | 'session'
  | 'limit'
  | 'none'

type Read = (Duty & { rule: string }) | undefined
/** Not `{ ...duty, rule }`: see `dateMention`. */
const ruled = ({ task, assignee }: Duty, rule: string) => ({ rule, task, assignee })

const named =
  (...names: string[]) =>
  (t: Term) =>
    names.includes(t.name)

/** What the terms of a sentence say about a time. */
function signs(context: Context, { before, behind, clause }: Surroundings, first: number, last: number) {
  const order = findLast(before, named('Order', 'Ordered', 'Promise'))
  const must = findLast(before, (t) => t.name === 'Must' && t.at >= clause)
  const told = order ?? must
  const inClause = before.filter((t) => t.at >= clause)
  const since = Math.max(clause, told?.last ?? 0)
  return {
    order,
    must,
    told,
    inClause,
    verb: findLast(before, (t) => isVerb(t) && t.at >= since),
    done: findLast(inClause, (t) => t.name === 'Done' && first - t.last < NEAR),
    // "thời hạn hoàn thành là trước"
    limit: inClause.find((t, i) => {
      const next = inClause[i + 1]
      if (first - t.last > LIMIT || next?.at !== t.last) return false
      // "thời gian thực hiện xong"
      const done = next.name === 'Task' && inClause[i + 2]?.name === 'Done' && inClause[i + 2]?.at === next.last
      return t.name === 'Limit' ? isVerb(next) : t.name === 'Filler' && (next.name !== 'Task' || done) && isVerb(next)
    }),
    past: isPast(context, before, order, since),
    plan: inClause.some((t) => (t.name === 'Plan' || t.name === 'If') && (!told || t.at > told.at)),
    condition: inClause.some(named('If')),
    policy: inClause.some(named('Policy')) || behind.some((t) => t.name === 'Policy' && t.at - last < NEAR),
    // "có thể sẽ phải" is no duty.
    mustBehind: behind.find((t, i) => t.name === 'Must' && !behind.slice(0, i).some(named('Plan'))),
  }
}

/**
 * Whether something was done: but "yêu cầu các hộ đã nhận tiền bàn giao", "rà soát các dự án đã duyệt, báo cáo" and "ai chưa tham gia thì học
 * bù" tell of people and things.
 */
function isPast(context: Context, before: readonly Term[], order: Term | undefined, since: number): boolean {
  return before.some((t, i) => {
    if ((t.name !== 'Past' && t.name !== 'NotYet') || t.at < since) return false
    const verbs = before.filter((v) => isVerb(v) && v.at >= since)
    const object = verbs.some((v) => v.at < t.at)
    if (object) return t.name === 'Past' && verbs.filter((v) => v.at > t.at).length < 2
    if (order?.name === 'Order') return verbs.length === 0
    // "Đối với đảng viên chưa tham gia, các cấp ủy tổ chức học bù"
    const led = before.some((l) => l.name === 'Lead' && l.at < t.at)
    const subject = (p: Term) => (p.name === 'Plural' || p.name === 'Agent') && markAt(context, p.at - 1) === ','
    if (led && before.some((p) => p.at > t.last && subject(p))) return false
    return !before.slice(i).some((then) => then.name === 'Then')
  })
}

/** Why someone has to do something by a date, if so. */
export function dutyOfDate(
  context: Context,
  cue: Cue,
  around: Surroundings,
  first: number,
  last: number,
  date: Mention<'date'>,
  previous: Mention<'deadline'> | undefined,
): Read {
  const s = signs(context, around, first, last)
  const back = (rule: string): Read => ruled(dutyBefore(context, around, first), rule)
  const ahead = (rule: string): Read => ruled(dutyBehind(context, around, first, last), rule)
  const opens = opensClause(context, around, first)
  const yearly = around.before.at(-1)?.name === 'Yearly' && first - (around.before.at(-1) as Term).last <= 1

  // "Chậm nhất ngày 5/1, Sở phải ...", "Hằng năm, trước ngày 31/7, UBND báo cáo ...", "yêu cầu Sở trước ngày 5/1 phải ..."
  const next = s.mustBehind
  if (cue === 'latest' || cue === 'before' || cue === 'till') {
    if (next && (opens || yearly || (s.told && next.at === last))) return ahead('fronted')
    if ((yearly || (opens && date.reading?.shape === 'set')) && around.behind.some(isVerb)) return ahead('yearly')
    if (opens && cue === 'latest' && around.behind.some(isVerb)) return ahead('fronted')
  }
  if (cue === 'until' && !s.policy && date.kind !== 'time') {
    // "phải đến ngày hôm sau" is "not before".
    const told = (s.order && first - s.order.last <= 1) || (s.told && next?.at === last)
    if (told || (opens && next && around.behind.some(named('Done')))) return ahead('until')
  }
  // "Phấn đấu đến ngày 30/6, các chi bộ hoàn thành việc học tập": but "đến năm 2030" is a target of policy.
  if (
    cue === 'until' &&
    !s.policy &&
    s.must?.last === first &&
    isShort(date) &&
    around.behind.some(named('Done')) &&
    opensClause(context, around, s.must.at)
  )
    return ahead('until')
  if ((cue === 'fromNow' || cue === 'in') && s.told && next?.at === last) return ahead('until')
  // "Trong quý II, Sở Y tế phải hoàn thành việc di dời": other duties of a month or a year are rules of it.
  if (cue === 'in' && opens && next && !s.policy && !s.past) {
    const verb = around.behind.find((t) => isVerb(t) && t.at >= next.last)
    const handed = verb?.name === 'Submit' && isShort(date)
    if (verb && (verb.name === 'Done' || handed) && verb.at - next.last <= 2) return ahead('fronted')
  }
  // "Nhà thầu cam kết trong năm nay sẽ thông xe"
  const promised = s.told?.name === 'Promise' && s.told.last === first && around.behind[0]
  if (promised && cue === 'in' && promised.at === last && (promised.name === 'Aux' || isVerb(promised)))
    return ahead('until')
  if (cue === 'fromNow' && !s.policy && around.behind.some((t) => isVerb(t) && t.at - last <= 1)) return ahead('until')
  if (s.past && cue !== 'limit') return undefined
  const series = previous && first > around.clause && previous.last > around.sentence

  // "Hoàn thành việc học tập trước ngày 5/1.": a list of tasks tells nobody's name.
  const head = behindLeadComma(context, around, s.inClause)
  const imperative = head && (isVerb(head) || head.name === 'Manner') && !s.plan && !s.condition
  if (imperative && !s.told && (cue === 'before' || cue === 'till')) return back('imperative')
  if (imperative && cue === 'in' && s.done && first - s.done.last <= 1 && isShort(date)) return back('imperative')
  // "Thời gian hoàn thành: quý I/2024"
  const colon = markAt(context, first - 1) === ':'
  const is = around.before.at(-1)?.last === first || colon
  if (
    s.limit &&
    (cue !== 'none' || (is && (colon || s.limit.name === 'Limit'))) &&
    date.kind !== 'interval' &&
    (s.told || !s.plan)
  )
    return back('time-limit')
  // Under an order that was given before, each sentence that tells someone's task with a time is a duty.
  const under = () => stands(context, around, s.plan, previous, first)
  // "trước hạn chót 15/5", "dù hạn chót 15/5": the noun says it, but "sau khi hạn chót 15/5" tells of what came then.
  if (cue === 'limit') {
    if (isAfter(context, first, last)) return undefined
    if (s.told && s.verb && !s.plan) return back('time-limit')
    return { task: undefined, assignee: undefined, rule: 'time-limit' }
  }
  if (cue === 'latest') return s.told || (s.inClause.some(isVerb) && !s.plan) ? back('at-the-latest') : undefined
  if (cue === 'before') {
    if (s.told && (s.verb || (s.must && s.must.at >= s.told.at && !s.plan))) return back('before')
    if (series && s.done && !s.plan) return back('series')
    const submit = findLast(s.inClause, named('Submit'))
    if (submit && !plannedSince(context, around, first)) return back('hand-in-before')
    // "Các chi bộ học tập xong trước ngày 15/1", "Các đảng bộ hoàn thành đại hội trước ngày 30/6"
    const finish = s.inClause.some(named('Done'))
    if (finish && !foretold(around) && !s.condition && tellsWho(context, around, first)) return back('finish-before')
    if (s.inClause.some(isVerb) && under()) return back('listed')
    if (previous && ellipsis(context, around, previous, first, last))
      return { task: { first: around.clause, last: first }, assignee: undefined, rule: 'series' }
    // "Việc học tập ở chi bộ xong trước ngày 20/12": nobody foretells it.
    const thing = s.inClause[0]?.name === 'Thing' && s.inClause[0].at === around.clause
    if (thing && s.done?.last === first && isShort(date) && !foretold(around) && !s.condition && !s.plan)
      return back('finish-before')
    // Behind another deadline: "Việc thay biển báo hoàn thành trước ngày 1/3".
    return previous && s.done && !s.plan && s.inClause[0]?.name === 'Thing' ? back('series') : undefined
  }
  if (cue === 'fromNow' || cue === 'till') return s.told && s.verb && !s.policy && !s.plan ? back('until') : undefined
  if (date.kind === 'time' || date.kind === 'interval') return undefined
  if (cue === 'in') {
    if (s.order && s.verb && isShort(date) && !s.plan) return back('in')
    // "phải khởi công trong quý II": but "sẽ phải đóng cửa trong ngày 1/7" foretells.
    const must = s.must && !around.before.some((t) => t.name === 'Aux' && t.last === s.must?.at)
    if (must && isShort(date) && s.verb && first - s.verb.last < NEAR && !s.plan) return back('in')
    // "cam kết hoàn thành dự án trong năm nay", "Các huyện ủy tổ chức học tập, hoàn thành trong tháng 8"
    if (s.told && s.verb?.name === 'Done' && !s.plan && endsPhrase(context, last)) return back('finish-in')
    if (isShort(date) && endsPhrase(context, last)) {
      const finish = s.done && first - s.done.last <= 1 && markAt(context, s.done.at - 1) === ','
      if (finish && !foretold(around) && !s.condition && tellsWho(context, around, first)) return back('finish-in')
      if (s.inClause.some(isVerb) && under()) return back('listed')
    }
  }
  if (cue === 'session') {
    const submit = findLast(s.inClause, named('Submit'))
    return submit && !s.plan && (s.told || under()) && endsPhrase(context, last) ? back('session') : undefined
  }
  if (s.done && (s.told || series)) return back('finish-in')
  // "Nhà thầu cam kết bàn giao mặt bằng sạch cho tỉnh vào cuối tháng 3"
  if (cue === 'at' && s.order?.name === 'Promise' && s.verb?.name === 'Done' && !s.plan && endsPhrase(context, last))
    return back('finish-in')
  if (series && s.inClause.some(isVerb) && !s.plan && endsClause(context, last)) return back('series')
  return undefined
}

/** Tokens of "Đối với cấp xã". */
const LEAD = 14

/** The term that a clause begins with; behind "Đối với cấp xã, " the next one. */
function behindLeadComma(context: Context, { clause }: Surroundings, terms: readonly Term[]): Term | undefined {
  const [first, ...more] = terms
  if (first?.at !== clause || first.name !== 'Lead') return first?.at === clause ? first : undefined
  let comma = first.last
  while (comma < first.last + LEAD && markAt(context, comma) !== ',') comma++
  return more.find((t) => t.at === comma + 1)
}

/** Whether a sentence that foretells nothing stands under an order: "Theo chỉ đạo của Bí thư, Phòng Tài chính trình ..." too. */
function stands(
  context: Context,
  around: Surroundings,
  plan: boolean,
  previous: Mention<'deadline'> | undefined,
  first: number,
): boolean {
  if (plan || foretold(around)) return false
  return near(previous, first) || around.before.some(named('Under')) || scopeOf(context, around) !== undefined
}

/** "sau khi hạn chót 15/5", "hạn chót 15/5 trôi qua" */
const isAfter = ({ tokens, text }: Context, first: number, last: number) =>
  /(?:sau|khi|từ)\s+$/i.test(text.slice(tokens.start[Math.max(0, first - 1)], tokens.start[first])) ||
  /^(?:đã |vừa )?(?:trôi )?qua\b/.test(text.slice(tokens.start[last], (tokens.start[last] ?? 0) + 12))

/** How near another deadline stands whose order goes on. */
const GOES_ON = 60
const near = (previous: Mention<'deadline'> | undefined, first: number) =>
  previous !== undefined && first - previous.last <= GOES_ON

/** "Dự án sẽ khởi công": what will be is told, nobody is. */
const foretold = ({ before, clause }: Surroundings) =>
  before.some((t) => t.at >= clause && (t.name === 'Aux' || t.name === 'Plan') && t.last > clause + 1)

/** Whether a clause begins with someone who can be told to do something, or with the task. */
function tellsWho(context: Context, around: Surroundings, first: number): boolean {
  const { task, assignee } = dutyBefore(context, around, first)
  return task !== undefined && assignee !== undefined
}

/** The most tokens of a clause without a verb. */
const ELLIPSIS = 16

/** "Các chi bộ hoàn thành trước ngày 30/6, Đảng bộ tỉnh | trước ngày 31/8": as in the clause before. */
function ellipsis(
  context: Context,
  { before, clause, sentence }: Surroundings,
  previous: Mention<'deadline'>,
  first: number,
  last: number,
): boolean {
  if (clause < previous.last || previous.last <= sentence || clause - previous.last > 2 || first - clause > ELLIPSIS)
    return false
  const restated = before.some((t) => t.at === clause && t.name === 'Say')
  return (
    !restated &&
    first > clause &&
    endsPhrase(context, last) &&
    !before.some((t) => t.at >= clause && (isVerb(t) || t.name === 'Past'))
  )
}

/** Whether what stands between the last comma and a time is a plan or under a condition. */
function plannedSince(context: Context, { before, clause }: Surroundings, first: number): boolean {
  let comma = first - 1
  while (comma > clause && markAt(context, comma) !== ',') comma--
  return before.some((t) => (t.name === 'Plan' || t.name === 'If') && t.at >= comma)
}

/** Whether a time stands before what it bounds. */
function opensClause(context: Context, { clause, before }: Surroundings, first: number): boolean {
  return (
    first === clause ||
    (first === clause + 1 && markAt(context, clause) !== '') ||
    markAt(context, first - 1) === ',' ||
    (before.at(-1)?.name === 'Say' && before.at(-1)?.last === first)
  )
}

/** Whether a date is a quarter, a month, a week or a day: "trong năm 2020" is a time for plans. */
export function isShort({ reading }: Mention<'date'>): boolean {
  if (reading?.shape !== 'point') return false
  return toldParts(reading.point).some((part) => /^(?:month|quarter|week|day)/.test(part))
}

function endsClause(context: Context, at: number): boolean {
  return at >= context.tokens.length || endsSentence(context, at) || markAt(context, at) === ';'
}

/** Whether a time ends what is said about a task: "trong tháng 5, ..." and "trong tháng 5 theo kế hoạch" do. */
function endsPhrase(context: Context, at: number): boolean {
  const { tokens, text } = context
  if (endsClause(context, at)) return true
  if (tokens.kind[at] === Token.Mark) return ',)"”(–-'.includes(text[tokens.start[at] as number] as string)
  return /^(?:và|theo|để|với|nhằm)$/.test(text.slice(tokens.start[at], tokens.end[at]))
}

/** The most tokens of "có mặt tại hiện trường", which no lexicon has. */
const UNKNOWN = 8

/** Why someone has to do something within an amount of time, if so. */
export function dutyOfAmount(
  context: Context,
  cue: Cue,
  around: Surroundings,
  first: number,
  last: number,
  amountLast: number,
  previous: Mention<'deadline'> | undefined,
  isMinutes: boolean,
): Read {
  const s = signs(context, around, first, last)
  const back = (rule: string): Read => ruled(dutyBefore(context, around, first), rule)
  const ahead = (rule: string): Read => ruled(dutyBehind(context, around, first, last), rule)
  const opens = opensClause(context, around, first)
  const next = around.behind[0]
  // "kể từ ngày nhận hồ sơ" is the language of rules.
  const counted = last > amountLast
  if (s.past) return undefined
  const under = () => stands(context, around, s.plan, previous, first)
  if (cue === 'after') {
    if (counted && endsClause(context, last) && s.inClause.some(named('Submit')) && under()) return back('after')
    if (!s.told && !previous) return undefined
    const then = next && next.at - last <= 1 && (next.name === 'Submit' || (previous && isVerb(next)))
    if (then) return { ...ahead('after'), ...who(context, around, first) } as Read
    return s.inClause.some(named('Submit')) && !s.plan && endsClause(context, last) ? back('after') : undefined
  }
  const bound = cue === 'within' || cue === 'latest' || cue === 'atMost' || (cue === 'in' && counted)
  // "phải có mặt chậm nhất sau 5 phút": of minutes no more is known than that.
  if (isMinutes && !(s.must && bound && cue !== 'atMost')) return undefined
  // "Trung tâm, trong 30 ngày, đề xuất cơ chế"
  if (opens && cue === 'in' && next && isVerb(next) && next.at - last <= 2 && under())
    return { ...ahead('within'), ...who(context, around, first) } as Read
  if (bound && opens && ((cue !== 'atMost' && s.mustBehind) || (counted && firmly(around.behind))))
    return ahead('within')
  // "Trong vòng 7 ngày, cấp ủy cơ sở báo cáo kết quả"
  const told = next && (next.name === 'Plural' || next.name === 'Agent') && next.at - last <= 1
  if (told && opens && cue === 'within' && around.behind.find((t) => isVerb(t) || isTold(t))?.name === 'Submit')
    return ahead('within')
  const any = cue === 'latest' || (bound && counted)
  const task = s.verb ?? (any && s.must && first - s.must.last <= UNKNOWN ? s.must : undefined)
  if (s.told && task && !s.plan && (bound || task.name !== 'Task')) return back('within')
  if ((counted || cue === 'latest') && bound && s.inClause.some(isVerb) && under()) return back('within')
  if (bound && (counted ? !s.condition : !s.plan) && s.inClause.some(named('Submit'))) return back('within')
  return undefined
}

/** What tells that something was, will be or may be. */
const isTold = named('Past', 'NotYet', 'Aux', 'Plan', 'If')

/** Whether a verb follows that is neither a possibility nor under a condition. */
function firmly(behind: readonly Term[]): boolean {
  const verb = behind.findIndex(isVerb)
  return verb >= 0 && !behind.slice(0, verb).some((t) => t.name === 'Plan' || t.name === 'If')
}

/** Who, where the task stands behind: "cán bộ vắng mặt, sau 1 tuần, nộp bài". */
function who(context: Context, around: Surroundings, first: number): { assignee?: Range } {
  let last = first
  while (last > around.clause && context.tokens.kind[last - 1] === Token.Mark) last--
  return last > around.clause ? { assignee: { first: around.clause, last } } : {}
}
