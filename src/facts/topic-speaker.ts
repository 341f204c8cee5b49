/** Who presents a topic: the person before "truyền đạt", "quán triệt" … of the same sentence. */
import { type Context, mentionsOf } from '../parse/context.ts'
import { cueFinder, markAt, textOf } from '../parse/cues.ts'
import { personAt } from '../resolve/persons.ts'
import { Shape, Token } from '../scan/scanner.ts'
import { isQuote } from './title.ts'
import { isPresenting, presentedBehind } from './topic-presenter.ts'
import type { Mention } from './types.ts'

const word = cueFinder('title')
const citation = cueFinder('citation')
const person = cueFinder('person')

/** How far back from a title its verb, and from the verb its subject, are looked for, in tokens. */
const VERB = 110
const SUBJECT = 40
/** How near a verb stands that is often something else: "thông tin chuyên đề". */
const NEAR = 5

interface Person {
  readonly start: number
  readonly end: number
  readonly name: string
}

/** @returns A function from the token at which a topic's cue stands to the name of the person who presents it. */
export function speakerFinder(context: Context): (cue: number, behind: number) => string | null {
  const { tokens } = context
  const officials = mentionsOf(context.found, 'official')
  let named: Person[] | undefined
  return (cue, behind) => {
    const persons = (named ??= officials
      .flatMap(({ name, mentions }) => mentions.map(({ start, end }) => ({ start, end, name })))
      .sort((a, b) => a.start - b.start))
    const presenter = personOfDo(context, behind, persons)
    if (presenter !== undefined) return presenter
    let verb = -1
    // "N thông tin về “…”": the cue is the verb.
    const told = isPresenting(context, cue) && behind > cue && quoteBehindAbout(context, cue)
    for (let i = told ? cue : cue - 1; i >= Math.max(0, cue - VERB); i--) {
      if (tokens.kind[i] === Token.Break || sentenceEnd(context, i)) break
      if (isPresenting(context, i) && !(cue - i > NEAR && word(context, i)?.value === 'lower')) {
        const name = subjectOf(context, i, persons, officials)
        if (name !== undefined) return name
        verb = i
      }
    }
    if (verb < 0) {
      const next = personBesides(context, cue, behind, persons)
      if (next) return next
    }
    // "Giới thiệu về nghị quyết …, N, Trưởng Ban … cho biết": the person follows.
    const first = verb >= 0 && (verb === 0 || tokens.kind[verb - 1] === Token.Break || sentenceEnd(context, verb - 1))
    return first ? personBehind(context, cue, persons) : null
  }
}

/** The name before a verb, or undefined where none is said. */
function subjectOf(
  context: Context,
  verb: number,
  persons: readonly Person[],
  officials: readonly Mention<'official'>[],
): string | undefined {
  const { tokens } = context
  let low = verb
  for (let i = verb - 1; i >= Math.max(0, verb - SUBJECT); i--) {
    if (tokens.kind[i] === Token.Break || markAt(context, i) === ';' || sentenceEnd(context, i)) break
    const stop = word(context, i)?.entries.find((e) => e.class === 'SpeakerBreak')
    if (stop && (tokens.shape[i] === Shape.Lower || stop.value === 'event')) break
    low = i
  }
  const from = tokens.start[low] as number
  const to = tokens.start[verb] as number
  const named = lastBefore(persons, to)
  if (named && named.start >= from) return named.name
  return guestBefore(context, low, verb) ?? capitalsBefore(context, verb) ?? titleBefore(context, low, verb, officials)
}

/** "đồng chí Bí thư Huyện ủy lên quán triệt": the one person whose title it is. */
function titleBefore(
  context: Context,
  low: number,
  verb: number,
  officials: readonly Mention<'official'>[],
): string | undefined {
  for (let i = verb - 2; i >= low; i--)
    if (citation(context, i)?.class === 'Person') return personAt(officials, context, i)?.name
  return undefined
}

/** "Phan Thị Kiều Mi truyền đạt": two to five words in capitals right before the verb, behind an address or a mark. */
function capitalsBefore(context: Context, verb: number): string | undefined {
  const { tokens } = context
  let end = verb
  // "đã trực tiếp", "lên", "sẽ"
  while (
    end > verb - 4 &&
    end > 0 &&
    tokens.kind[end - 1] === Token.Word &&
    tokens.shape[end - 1] === Shape.Lower &&
    adverb(context, end - 1)
  )
    end--
  let first = end
  while (
    first > end - 6 &&
    first > 0 &&
    tokens.kind[first - 1] === Token.Word &&
    tokens.shape[first - 1] !== Shape.Lower
  )
    first--
  if (end - first < 2 || end - first > 5) return undefined
  const address = citation(context, first - 1)?.class === 'Person' || citation(context, first - 2)?.class === 'Person'
  return address ? textOf(context, first, end) : undefined
}

/** "TS Phan Thị Cam, Học viện Báo chí … truyền đạt", without a post: a name of 3 or 4 words between a degree or an address and a comma. */
function guestBefore(context: Context, low: number, verb: number): string | undefined {
  const { tokens } = context
  for (let i = verb - 2; i > low + 2; i--) {
    if (markAt(context, i) !== ',') continue
    let first = i
    while (
      first > low &&
      first > i - 5 &&
      tokens.kind[first - 1] === Token.Word &&
      tokens.shape[first - 1] === Shape.Capital
    )
      first--
    if (i - first < 3 || i - first > 4) continue
    const before = citation(context, first - 1)?.class === 'Person' || citation(context, first - 2)?.class === 'Person'
    if (before || degreeBefore(context, first)) return textOf(context, first, i)
  }
  return undefined
}

/** "PGS.TS", "ThS." right before a token. */
function degreeBefore(context: Context, at: number): boolean {
  const end = markAt(context, at - 1) === '.' ? at - 1 : at
  return [1, 2, 3].some((length) => {
    const degree = person(context, end - length)
    return degree?.class === 'Degree' && (degree.end === end || degree.end === at)
  })
}

function adverb({ text, tokens }: Context, i: number): boolean {
  return /^(đã|sẽ|lên|trực|tiếp|cũng|vừa|đang)$/u.test(text.slice(tokens.start[i] as number, tokens.end[i] as number))
}

/** '“…” (Nghị quyết số 27-NQ/TW) do đồng chí N, … trình bày', right behind a title, over one parenthesis of at most 24 tokens. */
function personOfDo(context: Context, behind: number, persons: readonly Person[]): string | null | undefined {
  const { tokens } = context
  let at = behind
  if (markAt(context, at) === '(') {
    while (at < behind + 24 && at < tokens.length && markAt(context, at) !== ')') at++
    // "“…” (Chủ tịch nước N)"
    const inside = firstFrom(persons, tokens.start[behind] as number)
    const brackets = context.text.slice(tokens.start[behind], tokens.end[at])
    if (inside && inside.end <= (tokens.end[at] ?? 0) && !/[\d\n]/.test(brackets)) return inside.name
    at++
  }
  // "Chuyên đề 4: …, do đồng chí N truyền đạt"
  if (markAt(context, at) === ',' && citation(context, at + 1)?.class === 'Do') at++
  // "1. “…” - ThS N, Phó Trưởng khoa"
  const dash = at === behind && markAt(context, at) === '-'
  if (!dash && citation(context, at)?.class !== 'Do') return undefined
  const from = tokens.start[at] as number
  const person = firstFrom(persons, from)
  if (!dash && !presentedBehind(context, at)) return undefined
  if (person && person.start - from < (dash ? 25 : 120) && !context.text.slice(from, person.start).includes('\n'))
    return person.name
  return dash ? undefined : guestOfDo(context, at)
}

/** "thông tin về “" */
function quoteBehindAbout(context: Context, verb: number): boolean {
  const about = word(context, word(context, verb)?.end ?? verb)
  return about?.class === 'About' && isQuote(markAt(context, about.end))
}

/** "Với chuyên đề “…”, | đồng chí N": a person right behind the comma. */
function personBesides(
  { text, tokens }: Context,
  cue: number,
  behind: number,
  persons: readonly Person[],
): string | null {
  if (text[tokens.start[behind] ?? text.length] !== ',' || cue === 0) return null
  if (!/^chuyên đề/iu.test(text.slice(tokens.start[cue], tokens.end[cue + 1]))) return null
  if (!/^(?:với|ở|tại|trong|về)$/iu.test(text.slice(tokens.start[cue - 1], tokens.end[cue - 1]))) return null
  const from = tokens.start[behind] as number
  const next = firstFrom(persons, from)
  return next && next.start - from < 60 && !text.slice(from, next.start).includes('\n') ? next.name : null
}

/** "do bác sĩ | Trần Thị Bính | báo cáo": two to five words in capitals, at most four tokens behind "do". */
function guestOfDo(context: Context, at: number): string | null {
  const { tokens } = context
  let first = at + 1
  while (first < at + 5 && tokens.shape[first] === Shape.Lower && tokens.kind[first] === Token.Word) first++
  if (!(citation(context, first - 1)?.class === 'Person' || degreeBefore(context, first) || person(context, first - 2)))
    return null
  let last = first
  while (last < first + 5 && tokens.kind[last] === Token.Word && tokens.shape[last] === Shape.Capital) last++
  return last - first >= 2 ? textOf(context, first, last) : null
}

function personBehind(context: Context, cue: number, persons: readonly Person[]): string | null {
  const from = context.tokens.start[cue] as number
  const next = firstFrom(persons, from)
  if (!next) return null
  const between = context.text.slice(from, next.start)
  return between.length < 400 && !/[.\n;]/.test(between) ? next.name : null
}

function firstFrom(persons: readonly Person[], offset: number): Person | undefined {
  let low = 0
  let high = persons.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((persons[middle] as Person).start < offset) low = middle + 1
    else high = middle
  }
  return persons[low]
}

function lastBefore(persons: readonly Person[], offset: number): Person | undefined {
  let low = 0
  let high = persons.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((persons[middle] as Person).end <= offset) low = middle + 1
    else high = middle
  }
  return persons[low - 1]
}

/** A stop that ends a sentence: a capital or nothing follows. */
function sentenceEnd(context: Context, i: number): boolean {
  const mark = markAt(context, i)
  if (mark !== '.' && mark !== '!' && mark !== '?') return false
  const before = context.text.slice(context.tokens.start[i - 1] ?? 0, context.tokens.start[i] as number)
  return !/^(TP|Tp|GS|PGS|TS|ThS|Q|P|T|BS)$/.test(before)
}
