/**
 * Who is who: all that an article says of one person is one fact. Short forms ("ông Ất", "Thủ tướng Ất") join the one person whose
 * name ends so, or nobody.
 */
import { nameBefore } from '../facts/official-names.ts'
import { Words } from '../facts/official-words.ts'
import type { Mention, Span } from '../facts/types.ts'
import type { Context } from '../parse/context.ts'
import type { TokenStream } from '../scan/scanner.ts'
import { foldKey, isSyllable } from '../text/vietnamese.ts'

/** A place where the article names somebody with a title or a rank. */
export interface PersonMention {
  /** Token indexes of the name, half-open. */
  readonly first: number
  readonly last: number
  readonly name: string
  readonly form: 'vietnamese' | 'foreign' | 'short'
  readonly titles: readonly TitleText[]
  /** Heads of states and governments and the like, whose names may be one foreign word. */
  readonly leader: boolean
  readonly rank: string | null
  readonly degree: string | null
}

export interface TitleText {
  readonly text: string
  /** A post without a body of its own. */
  readonly bare: boolean
  /** Token index. */
  readonly at: number
  /** The title without "nguyên", "quyền". */
  readonly post: string
}

interface Person {
  name: string
  mentions: PersonMention[]
}

/** The most places that are looked at for the full name behind a short one. */
const MOST_PLACES = 40

export function mergePersons(context: Context, found: readonly PersonMention[]): Mention<'official'>[] {
  const persons = new Map<string, Person>()
  const later: PersonMention[] = []
  for (const mention of found) {
    if (mention.form === 'short') {
      later.push(mention)
      continue
    }
    add(persons, mention.name, mention)
  }
  for (const mention of later) {
    const full = [...persons.values()].filter((p) => isShortOf(mention.name, p.name))
    if (full.length === 1) {
      full[0]?.mentions.push(mention)
      continue
    }
    if (full.length > 1) continue
    const name = fullName(context, mention)
    if (name) add(persons, name, mention)
    else if (!isSyllable(mention.name) && mention.leader) add(persons, mention.name, mention)
    else
      context.reject({
        type: 'official',
        start: context.tokens.start[mention.first] as number,
        end: context.tokens.end[mention.last - 1] as number,
        rule: 'official/title-and-name',
        code: 'no-full-name',
        reason: `the article has no full name for "${mention.name}"`,
      })
  }
  return [...persons.values()].map((p) => toFact(context, p)).sort((a, b) => a.start - b.start)
}

function add(persons: Map<string, Person>, name: string, mention: PersonMention): void {
  const key = nameKey(name)
  const known = persons.get(key)
  if (known) known.mentions.push(mention)
  else persons.set(key, { name, mentions: [mention] })
}

/** Names are compared with all their letters; only case, tone placement and spaces do not count. */
const nameKey = (name: string) => foldKey(name).replace(/[\s.]+/g, ' ')

/** Whether a word is the name by which a person is called: the last of a Vietnamese name, the first of a Chinese or Korean one. */
function isShortOf(short: string, name: string): boolean {
  const key = nameKey(short)
  const words = nameKey(name).split(' ')
  return words.length > 1 && (words.at(-1) === key || (words[0] === key && !isSyllable(short)))
}

/** The full name that ends in a short one somewhere in the article, if there is just one. */
function fullName(context: Context, mention: PersonMention): string | undefined {
  const { text, tokens } = context
  const words = new Words(context)
  const names = new Map<string, string>()
  let places = 0
  for (let at = text.indexOf(mention.name); at >= 0 && places < MOST_PLACES; at = text.indexOf(mention.name, at + 1)) {
    places++
    const index = tokenAt(tokens, at)
    if (index < 0 || tokens.start[index] !== at || words.isCapital(index + 1)) continue
    if (words.text(index, index + 1) !== mention.name || !words.isCapital(index - 1)) continue
    const name = nameBefore(words, index + 1)
    if (!name || name.form === 'short') continue
    const full = words.text(name.first, name.last)
    names.set(nameKey(full), full)
  }
  return names.size === 1 ? [...names.values()][0] : undefined
}

/** Index of the token at an offset, or -1. */
function tokenAt(tokens: TokenStream, offset: number): number {
  let low = 0
  let high = tokens.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if ((tokens.end[middle] as number) <= offset) low = middle + 1
    else if ((tokens.start[middle] as number) > offset) high = middle - 1
    else return middle
  }
  return -1
}

function toFact(context: Context, { name, mentions }: Person): Mention<'official'> {
  const { tokens } = context
  const sorted = [...mentions].sort((a, b) => a.first - b.first)
  const spans = mentionSpans(context, name, sorted)
  const start = (spans[0] as Span).start
  const end = (spans[0] as Span).end
  const first = tokenAt(tokens, start)
  let last = first + 1
  while (last < tokens.length && (tokens.end[last - 1] as number) < end) last++
  return {
    type: 'official',
    first,
    last,
    start,
    end,
    rule: 'official/title-and-name',
    name,
    titles: titlesOf(sorted.flatMap((m) => m.titles)),
    rank: sorted.find((m) => m.rank)?.rank ?? null,
    degree: sorted.find((m) => m.degree)?.degree ?? null,
    mentions: spans,
  }
}

/** Where a person is named: the full name everywhere, and the short forms that came with a title. */
function mentionSpans({ text, tokens }: Context, name: string, mentions: readonly PersonMention[]): Span[] {
  const spans = new Map<number, Span>()
  for (const m of mentions) {
    const start = tokens.start[m.first] as number
    spans.set(start, { start, end: tokens.end[m.last - 1] as number })
  }
  let places = 0
  for (let at = text.indexOf(name); at >= 0 && places < MOST_PLACES; at = text.indexOf(name, at + name.length)) {
    places++
    if (isLetter(text[at - 1]) || isLetter(text[at + name.length])) continue
    spans.set(at, { start: at, end: at + name.length })
  }
  return [...spans.values()].sort((a, b) => a.start - b.start)
}
const isLetter = (char: string | undefined) => char !== undefined && char.toLowerCase() !== char.toUpperCase()

/** Titles in the order of the text, each once; a bare form goes where a fuller one of the same post is there. */
function titlesOf(all: readonly TitleText[]): string[] {
  const sorted = [...all].sort((a, b) => a.at - b.at)
  const unique = new Map<string, TitleText>()
  for (const title of sorted) {
    const key = titleKey(title.text)
    if (!unique.has(key)) unique.set(key, title)
  }
  const kept = [...unique.values()]
  return kept
    .filter((t) => !(t.bare && kept.some((u) => u !== t && isFuller(titleKey(u.post), titleKey(t.post)))))
    .map((t) => t.text)
}
const titleKey = (text: string) => foldKey(text).replace(/\s*([-/&])\s*/g, '$1').replace(/[.,]/g, '')
const isFuller = (full: string, bare: string) => full.length > bare.length && full.startsWith(`${bare} `)
