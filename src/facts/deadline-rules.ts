/** The rules by which a time is a deadline: its words before it and the duties that its sentence tells of. */
import type { Context } from '../parse/context.ts'
import { Token } from '../scan/scanner.ts'
import { type Duty, dutyBefore, dutyBehind } from './duty.ts'
import { endsSentence, findLast, isVerb, markAt, type Range, type Surroundings, type Term } from './duty-terms.ts'
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
  | 'none'

type Read = (Duty & { rule: string }) | undefined

const named =
  (...names: string[]) =>
  (t: Term) =>
    names.includes(t.name)

/** What the terms of a sentence say about a time. */
function signs({ before, behind, clause }: Surroundings, first: number, last: number) {
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
      return t.name === 'Limit' ? isVerb(next) : t.name === 'Filler' && next.name !== 'Task' && isVerb(next)
    }),
    past: before.some((t) => t.name === 'Past' && t.at >= since),
    plan: inClause.some((t) => (t.name === 'Plan' || t.name === 'If') && (!told || t.at > told.at)),
    condition: inClause.some(named('If')),
    policy: inClause.some(named('Policy')) || behind.some((t) => t.name === 'Policy' && t.at - last < NEAR),
    // "có thể sẽ phải" is no duty.
    mustBehind: behind.find((t, i) => t.name === 'Must' && !behind.slice(0, i).some(named('Plan'))),
  }
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
  const s = signs(around, first, last)
  const back = (rule: string): Read => ({ ...dutyBefore(context, around, first), rule })
  const ahead = (rule: string): Read => ({ ...dutyBehind(context, around, first, last), rule })
  const opens = opensClause(context, around, first)
  const yearly = around.before.at(-1)?.name === 'Yearly' && first - (around.before.at(-1) as Term).last <= 1

  // "Chậm nhất ngày 5/1, Sở phải ...", "Hằng năm, trước ngày 31/7, UBND báo cáo ...", "yêu cầu Sở trước ngày 5/1 phải ..."
  const next = s.mustBehind
  if (cue === 'latest' || cue === 'before' || cue === 'till') {
    if (next && (opens || yearly || (s.told && next.at === last))) return ahead('fronted')
    if (yearly && around.behind.some(isVerb)) return ahead('yearly')
    if (opens && cue === 'latest' && around.behind.some(isVerb)) return ahead('fronted')
  }
  if (cue === 'until' && !s.policy && date.kind !== 'time') {
    // "phải đến ngày hôm sau" is "not before".
    const told = (s.order && first - s.order.last <= 1) || (s.told && next?.at === last)
    if (told || (opens && next && around.behind.some(named('Done')))) return ahead('until')
  }
  if ((cue === 'fromNow' || cue === 'in') && s.told && next?.at === last) return ahead('until')
  if (cue === 'fromNow' && !s.policy && around.behind.some((t) => isVerb(t) && t.at - last <= 1)) return ahead('until')
  if (s.past) return undefined
  const series = previous && first > around.clause && previous.last > around.sentence

  // "Hoàn thành việc học tập trước ngày 5/1.": a list of tasks tells nobody's name.
  const head = s.inClause[0]
  const imperative =
    head && head.at === around.clause && (isVerb(head) || head.name === 'Manner') && !s.plan && !s.condition
  if (imperative && !s.told && (cue === 'before' || cue === 'till')) return back('imperative')
  if (imperative && cue === 'in' && s.done && first - s.done.last <= 1 && isShort(date)) return back('imperative')
  const is = around.before.at(-1)?.last === first || markAt(context, first - 1) === ':'
  if (
    s.limit &&
    (cue !== 'none' || (is && s.limit.name === 'Limit')) &&
    date.kind !== 'interval' &&
    (s.told || !s.plan)
  )
    return back('time-limit')
  if (cue === 'latest') return s.told || (s.inClause.some(isVerb) && !s.plan) ? back('at-the-latest') : undefined
  if (cue === 'before') {
    if (s.told && (s.verb || (s.must && s.must.at >= s.told.at && !s.plan))) return back('before')
    if (series && s.done && !s.plan) return back('series')
    const submit = findLast(s.inClause, named('Submit'))
    if (submit && !plannedSince(context, around, first)) return back('hand-in-before')
    // "Các chi bộ học tập xong trước ngày 15/1"
    const who = s.inClause[0]
    const willing = s.inClause.some(named('Aux', 'Plan', 'If'))
    if (s.done?.last === first && !willing && who && who.at === around.clause && named('Agent', 'Plural')(who))
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
  }
  if (s.done && (s.told || series)) return back('finish-in')
  if (series && s.inClause.some(isVerb) && !s.plan && endsClause(context, last)) return back('series')
  return undefined
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
  return Object.keys(reading.point).some((part) => /^(?:month|quarter|week|day)/.test(part))
}

function endsClause(context: Context, at: number): boolean {
  return at >= context.tokens.length || endsSentence(context, at) || markAt(context, at) === ';'
}

/** Why someone has to do something within an amount of time, if so. */
export function dutyOfAmount(
  context: Context,
  cue: Cue,
  around: Surroundings,
  first: number,
  last: number,
  amountLast: number,
  previous: Mention<'deadline'> | undefined,
): Read {
  const s = signs(around, first, last)
  const back = (rule: string): Read => ({ ...dutyBefore(context, around, first), rule })
  const ahead = (rule: string): Read => ({ ...dutyBehind(context, around, first, last), rule })
  const opens = opensClause(context, around, first)
  const next = around.behind[0]
  // "kể từ ngày nhận hồ sơ" is the language of rules.
  const counted = last > amountLast
  if (s.past) return undefined
  if (cue === 'after') {
    if (!s.told && !previous) return undefined
    if (next?.name === 'Submit' && next.at - last <= 1)
      return { ...ahead('after'), ...who(context, around, first) } as Read
    return s.inClause.some(named('Submit')) && !s.plan && endsClause(context, last) ? back('after') : undefined
  }
  const bound = cue === 'within' || cue === 'latest' || cue === 'atMost'
  if (
    bound &&
    opens &&
    ((cue !== 'atMost' && s.mustBehind) || (counted && next?.name !== 'Plan' && around.behind.some(isVerb)))
  )
    return ahead('within')
  if (s.told && s.verb && !s.plan && (bound || s.verb.name !== 'Task')) return back('within')
  if (bound && (counted ? !s.condition : !s.plan) && s.inClause.some(named('Submit'))) return back('within')
  return undefined
}

/** Who, where the task stands behind: "cán bộ vắng mặt, sau 1 tuần, nộp bài". */
function who(context: Context, around: Surroundings, first: number): { assignee?: Range } {
  let last = first
  while (last > around.clause && context.tokens.kind[last - 1] === Token.Mark) last--
  return last > around.clause ? { assignee: { first: around.clause, last } } : {}
}
