/**
 * The sentence around a time, as the words in it that tell of duties. No more is looked at than `BACK` tokens before and `AHEAD` tokens
 * behind.
 */
import { lazy } from '../lazy.ts'
import type { Context } from '../parse/context.ts'
import { lexicons } from '../scan/load.ts'
import { Shape, Token, type TokenStream } from '../scan/scanner.ts'
import { behindMarker } from './list-item.ts'

const BACK = 120
const AHEAD = 40

export type DutyClass =
  | 'Order'
  | 'Ordered'
  | 'Must'
  | 'Promise'
  | 'Plan'
  | 'If'
  | 'Policy'
  | 'Past'
  | 'Yearly'
  | 'Done'
  | 'Submit'
  | 'Task'
  | 'Manner'
  | 'Agent'
  | 'Plural'
  | 'Say'
  | 'Thing'
  | 'Passive'
  | 'Filler'
  | 'Limit'
  | 'Lead'
  | 'Noun'
  | 'Session'
  | 'NotYet'
  | 'Then'
  | 'Under'
  | 'Aux'

/** A term that tells of duties, at tokens [at, last). */
export interface Term {
  readonly name: DutyClass
  readonly at: number
  readonly last: number
}

/** The sentence around a time. */
export interface Surroundings {
  /** First token of the sentence, and of the clause behind the last semicolon, colon or finished deadline. */
  readonly sentence: number
  readonly clause: number
  /** Terms of the sentence before the time, in their order. */
  readonly before: readonly Term[]
  /** Terms behind it, up to the end of the clause at token `end`. */
  readonly behind: readonly Term[]
  readonly end: number
}

/** Token indexes, half-open. */
export interface Range {
  readonly first: number
  readonly last: number
}

const mask = lazy(() => lexicons().bit('deadline'))

/** @param from Token behind the deadline before, which ends the clause that it stands in. */
export function surroundings(context: Context, first: number, last: number, from: number): Surroundings {
  const { tokens } = context
  let sentence = Math.max(0, first - BACK)
  let clause = -1
  for (let i = first - 1; i >= sentence; i--) {
    if (endsSentence(context, i)) {
      sentence = i + 1
      break
    }
    const mark = markAt(context, i)
    // A colon in front of the time itself begins nothing: "Thời hạn: trước ngày 5/1".
    if (clause < 0 && i < first - 1 && (mark === ';' || mark === ':')) clause = i + 1
  }
  // "b) ", "Thứ hai, " number a sentence and are no part of it.
  sentence = Math.min(behindMarker(context, sentence), first)
  if (from > sentence && from > clause && from < first) clause = from
  while (clause >= 0 && clause < first && ',;'.includes(markAt(context, clause) || ' ')) clause++
  let end = last
  while (end < tokens.length && end < last + AHEAD && !endsSentence(context, end) && markAt(context, end) !== ';') end++
  return {
    sentence,
    clause: Math.max(sentence, clause),
    before: terms(context, sentence, first),
    behind: terms(context, last, end),
    end,
  }
}

/** The terms between two tokens, in their order. */
export function terms({ tokens, starts, text }: Context, from: number, to: number): Term[] {
  const found: Term[] = []
  let depth = 0
  for (let i = from; i < to; ) {
    if (tokens.kind[i] === Token.Mark) {
      const mark = text[tokens.start[i] as number]
      // What stands in brackets, "(phải)", is no part of the sentence.
      // An open one that is not closed is.
      if (mark === '(' && closes(tokens, text, i, to)) depth++
      else if (mark === ')' && depth > 0) depth--
    }
    const match = depth === 0 && (starts[i] as number) & mask() ? lexicons().longest(tokens, i, mask()) : undefined
    if (!match || match.end > to) {
      i++
      continue
    }
    const name = dutyClass(tokens, text, match.entries[0]?.class as string, match.end)
    // "Ban Xây dựng Đảng" does not build.
    // "Viện Sốt rét - Ký sinh trùng" does not sign.
    const joined = i > from && (tokens.kind[i - 1] === Token.Word || text[tokens.start[i - 1] as number] === '-')
    const proper = i > from + 1 && joined && tokens.shape[i] !== Shape.Lower
    // A promise needs someone who makes it: "Cam kết trong Tuyên bố chung" is a thing.
    const bare = name === 'Promise' && i === from
    // "Chỉ thị số 35" tells nobody.
    const titled = proper && match.entries[0]?.class === 'Direct'
    // "kết quả học tập", "kế hoạch kiểm tra": a noun takes the verb behind it.
    const previous = found.at(-1)
    const attribute = name === 'Task' && previous?.name === 'Noun' && previous.last === i
    if (name && !bare && !titled && !attribute && !(proper && verbs.has(name)))
      found.push({ name, at: i, last: match.end })
    i = match.end
  }
  return found
}

/** The most tokens in brackets that are passed over. */
const BRACKETS = 16

function closes(tokens: TokenStream, text: string, at: number, to: number): boolean {
  for (let i = at + 1; i < Math.min(to, at + BRACKETS); i++)
    if (tokens.kind[i] === Token.Mark && text[tokens.start[i] as number] === ')') return true
  return false
}

const verbs: ReadonlySet<string> = new Set(['Task', 'Done', 'Submit', 'Manner'])

function dutyClass(tokens: TokenStream, text: string, name: string, last: number): DutyClass | undefined {
  switch (name) {
    // "giao Sở Y tế", "giao các huyện": but "giao bóng".
    case 'Assign': {
      const proper = last < tokens.length && tokens.kind[last] === Token.Word && tokens.shape[last] !== Shape.Lower
      const next = last < tokens.length ? lexicons().longest(tokens, last, mask())?.entries[0]?.class : undefined
      return proper || next === 'Agent' || next === 'Plural' ? 'Order' : undefined
    }
    // "Theo kế hoạch, các chi bộ hoàn thành ...": but "dự án theo kế hoạch hoàn thành ..." is a plan.
    case 'Scheme':
      return last < tokens.length && text[tokens.start[last] as number] === ',' ? 'Lead' : 'Plan'
    case 'Direct':
      return 'Order'
    case 'Other':
    case 'Before':
    case 'Latest':
    case 'Until':
    case 'Till':
    case 'FromNow':
    case 'In':
    case 'At':
    case 'Within':
    case 'AtMost':
    case 'After':
    case 'Since':
      return undefined
    default:
      return name as DutyClass
  }
}

/** A full stop ends a sentence if a space follows, unless it stands behind a short abbreviation: "TP. Huế", "Q. 3". */
export function endsSentence({ tokens, text }: Context, i: number): boolean {
  if (tokens.kind[i] === Token.Break) return true
  if (tokens.kind[i] !== Token.Mark) return false
  const mark = text[tokens.start[i] as number] as string
  if (mark === '!' || mark === '?') return true
  if (mark !== '.' && mark !== '…') return false
  const next = i + 1 < tokens.length && tokens.kind[i + 1] === Token.Word ? tokens.shape[i + 1] : undefined
  if (mark === '…' && next === Shape.Lower) return false
  const last = i + 1 >= tokens.length || tokens.kind[i + 1] === Token.Break
  if (last) return true
  if (tokens.start[i + 1] === tokens.end[i]) return false
  // "trong quý I. Các huyện ..."
  if (i > 1 && /^quý$/i.test(text.slice(tokens.start[i - 2], tokens.end[i - 2]))) return true
  const short = i > 0 && tokens.kind[i - 1] === Token.Word && tokens.end[i - 1] === tokens.start[i]
  const size = short ? (tokens.end[i - 1] as number) - (tokens.start[i - 1] as number) : 0
  return !(short && size <= 2 && tokens.shape[i - 1] !== Shape.Lower)
}

export function markAt({ tokens, text }: Context, i: number): string {
  return tokens.kind[i] === Token.Mark ? (text[tokens.start[i] as number] as string) : ''
}

export const isVerb = (t: Term) => t.name === 'Task' || t.name === 'Done' || t.name === 'Submit'

/** The last of a list that passes a test. */
export function findLast<T>(list: readonly T[], test: (item: T) => boolean): T | undefined {
  for (let i = list.length - 1; i >= 0; i--) if (test(list[i] as T)) return list[i]
  return undefined
}
