/**
 * Who is who: all that an article says of one person is one fact. Short forms ("ông Ất", "Thủ tướng Ất") join the one person whose
 * name ends so, or nobody.
 */
import { type NameSpan, nameAt, nameBefore, nameOf } from '../facts/official-names.ts'
import { titleAt } from '../facts/official-titles.ts'
import { Words } from '../facts/official-words.ts'
import type { Mention, Span } from '../facts/types.ts'
import { lazy } from '../lazy.ts'
import type { Context } from '../parse/context.ts'
import { Room, Shape, Token, type TokenStream } from '../scan/scanner.ts'
import { unitAt } from '../text/code-unit.ts'
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

/** The most words of address before a name. */
const MOST_ADDRESSES = 4
/** Up to so many persons each name is looked for through the whole text; more of them in one pass. */
const FEW = 3
/** The most short names of an article that are looked for in its text, each at most once through the text. */
const MOST_SEARCHES = 100
/** The most words of a name behind a country, and of the country. */
const MOST_BEHIND = 4
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
  const byWord = later.length ? wordIndex(persons.values()) : undefined
  const searched = new Map<string, string | undefined>()
  const things = new Map<string, boolean>()
  const isThing = ({ name }: PersonMention): boolean => {
    if (!things.has(name) && things.size < MOST_SEARCHES) things.set(name, namesThing(context, name))
    return things.get(name) ?? false
  }
  for (const mention of later) {
    const full = byWord?.get(nameKey(mention.name))?.filter((p) => isShortOf(mention.name, p.name)) ?? []
    if (full.length === 1) {
      full[0]?.mentions.push(mention)
      continue
    }
    if (full.length > 1) continue
    if (!searched.has(mention.name) && searched.size < MOST_SEARCHES)
      searched.set(mention.name, fullName(context, mention))
    const name = searched.get(mention.name)
    if (name) add(persons, name, mention)
    else if (!isSyllable(mention.name) && mention.leader && !isThing(mention)) add(persons, mention.name, mention)
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
  const all = [...persons.values()]
  const places = all.length > FEW ? placesOf(context, all) : undefined
  return all.map((person) => toFact(context, person, places)).sort((a, b) => a.start - b.start)
}

/** Persons by the first and the last word of their names. */
function wordIndex(persons: Iterable<Person>): Map<string, Person[]> {
  const index = new Map<string, Person[]>()
  for (const person of persons) {
    const words = nameKey(person.name).split(' ')
    for (const word of new Set([words[0], words.at(-1)])) {
      if (word === undefined) continue
      const list = index.get(word)
      if (list) list.push(person)
      else index.set(word, [person])
    }
  }
  return index
}

function add(persons: Map<string, Person>, name: string, mention: PersonMention): void {
  const key = nameKey(name)
  const known = persons.get(key)
  if (known) known.mentions.push(mention)
  else persons.set(key, { name, mentions: [mention] })
}

/** Names are compared with all their letters; only case, tone placement and spaces do not count. */
const nameKey = (name: string) => {
  const key = foldKey(name)
  return key.includes('.') ? key.replace(/[\s.]+/g, ' ') : key
}

/** Whether a word is the name by which a person is called: the last of a Vietnamese name, the first of a Chinese or Korean one. */
function isShortOf(short: string, name: string): boolean {
  const key = nameKey(short)
  const words = nameKey(name).split(' ')
  return words.length > 1 && (words.at(-1) === key || (words[0] === key && !isSyllable(short)))
}

/** "Thủ tướng Zalo": a word that stands behind "trên", "tại" is a place or a thing. Only the first MOST_PLACES are looked at. */
function namesThing({ text }: Context, name: string): boolean {
  let places = 0
  for (let at = text.indexOf(name); at >= 0 && places < MOST_PLACES; at = text.indexOf(name, at + 1)) {
    places++
    if (/(?:^|\s)(?:trên|tại|ở|mạng xã hội|tài khoản|trang|nhạc) $/i.test(text.slice(Math.max(0, at - 13), at)))
      return true
  }
  return false
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
    const name = nameBefore(words, index + 1) ?? nameBehindCountry(words, index + 1)
    if (!name || name.form === 'short') continue
    const full = words.text(name.first, name.last)
    names.set(nameKey(full), full)
  }
  return names.size === 1 ? [...names.values()][0] : undefined
}

/** "người đồng cấp Thổ Nhĩ Kỳ | Tayyip Erdogan": a name that a country stands before. */
function nameBehindCountry(words: Words, end: number): NameSpan | undefined {
  for (let first = end - 2; first >= Math.max(1, end - MOST_BEHIND); first--) {
    if (!words.isCapital(first)) return undefined
    for (let i = first - 1; i >= Math.max(0, first - MOST_BEHIND) && words.isCapital(i); i--)
      if (words.is(i, 'place', 'Country')?.end === first && /^(cấp|nhiệm)$/.test(words.text(Math.max(0, i - 1), i)))
        return nameOf(words, first, end, true)
  }
  return undefined
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

/** @param places Offsets of the persons' names; where there are none, the text is searched for this one. */
function toFact(context: Context, { name, mentions }: Person, places: Places | undefined): Mention<'official'> {
  const { tokens } = context
  const sorted = mentions.length > 1 ? [...mentions].sort((a, b) => a.first - b.first) : mentions
  const spans = mentionSpans(context, name, sorted, places)
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
    rule: ruleOf(sorted),
    name,
    titles: titlesOf(sorted),
    rank: sorted.find((m) => m.rank)?.rank ?? null,
    degree: sorted.find((m) => m.degree)?.degree ?? null,
    mentions: spans,
  }
}

/** Named for what they rest on, so that each has a confidence of its own. */
function ruleOf(mentions: readonly PersonMention[]): string {
  if (mentions.every((m) => m.titles.length === 0)) return 'official/rank-and-name'
  if (mentions.every((m) => m.form === 'short')) return 'official/title-and-short-name'
  return mentions.some((m) => m.form === 'vietnamese') ? 'official/title-and-name' : 'official/title-and-foreign-name'
}

/** Where a person is named: the full name everywhere, and the short forms that came with a title. */
function mentionSpans(
  { text, tokens }: Context,
  name: string,
  mentions: readonly PersonMention[],
  places: Places | undefined,
): Span[] {
  const spans = new Map<number, Span>()
  for (const m of mentions) {
    const start = tokens.start[m.first] as number
    spans.set(start, { start, end: tokens.end[m.last - 1] as number })
  }
  for (const at of places ? (places.get(name) ?? []) : searchFor(text, name))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length]))
      spans.set(at, { start: at, end: at + name.length })
  const all = [...spans.values()]
  return all.length > 1 ? all.sort((a, b) => a.start - b.start) : all
}

/** Room for the tokens of one name, used again for each. */
const roomOfName = lazy(() => new Room(16))

/** Offsets of names, by name. */
type Places = ReadonlyMap<string, readonly number[]>

/** The first MOST_PLACES places of a name. */
function searchFor(text: string, name: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(name); at >= 0 && found.length < MOST_PLACES; at = text.indexOf(name, at + name.length))
    found.push(at)
  return found
}

/** The first MOST_PLACES places of many names, in one pass: at each capital, names of each number of tokens. */
function placesOf({ text, tokens, lexicons }: Context, persons: readonly Person[]): Places {
  const places = new Map(persons.map(({ name }) => [name, [] as number[]]))
  // Most capitals begin no name, which their letter tells without cutting out a text for each length.
  const initials = new Set(persons.map(({ name }) => name.charCodeAt(0)))
  const lengths = new Set(persons.map(({ name }) => lexicons.scan(name, roomOfName()).length))
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind[i] !== Token.Word || tokens.shape[i] === Shape.Lower) continue
    const start = tokens.start[i] as number
    if (!initials.has(unitAt(text, start))) continue
    for (const length of lengths) {
      if (i + length > tokens.length) continue
      const found = places.get(text.slice(start, tokens.end[i + length - 1]))
      if (found && found.length < MOST_PLACES) found.push(start)
    }
  }
  return places
}

/** Mostly asked of a space or a mark, for which the engine need not look up what its capital would be. */
const isLetter = (char: string | undefined) =>
  char !== undefined && char > '?' && char.toLowerCase() !== char.toUpperCase()

/** Titles in the order of the text, each once; a bare form goes where a fuller one of the same post is there. */
function titlesOf(mentions: readonly PersonMention[]): string[] {
  const sorted: TitleText[] = []
  for (const { titles } of mentions) for (const title of titles) sorted.push(title)
  if (sorted.length < 2) return sorted.map(({ text }) => text)
  sorted.sort((a, b) => a.at - b.at)
  const unique = new Map<string, TitleText>()
  for (const title of sorted) {
    const key = titleKey(title.text)
    if (!unique.has(key)) unique.set(key, title)
  }
  const kept = [...unique.values()]
  return kept.filter((t) => !(t.bare && kept.some((u) => isFullerTitle(u, t)))).map((t) => t.text)
}
const titleKey = (text: string) => {
  const key = foldKey(text)
  return /[-/&.,]/.test(key) ? key.replace(/\s*([-/&])\s*/g, '$1').replace(/[.,]/g, '') : key
}
/** A former post is no bare form of one that is held: "cựu Tổng thống" stays beside "Tổng thống Maldives". */
const isFullerTitle = (full: TitleText, bare: TitleText) =>
  bare.post === bare.text
    ? isFuller(titleKey(full.post), titleKey(bare.post))
    : isFuller(titleKey(full.text), titleKey(bare.text))
const isFuller = (full: string, bare: string) => full.startsWith(`${bare} `)

/**
 * The one official of an article whom a title alone means ("Đồng chí Bí thư Thành ủy", "Phó Thủ tướng"), or undefined where nobody
 * or several hold it. A title means who is given with it, or with a fuller form of it.
 */
export function holderOf(officials: readonly Mention<'official'>[], title: string): Mention<'official'> | undefined {
  const key = titleKey(title)
  const equal = officials.filter((o) => o.titles.some((t) => titleKey(t) === key))
  if (equal.length > 0) return equal.length === 1 ? equal[0] : undefined
  const fuller = officials.filter((o) => o.titles.some((t) => isFuller(titleKey(t), key)))
  return fuller.length === 1 ? fuller[0] : undefined
}

/** The one official whom a full or a short name means ("ông Châu", "Trump"), or undefined. */
export function personNamed(officials: readonly Mention<'official'>[], name: string): Mention<'official'> | undefined {
  const key = nameKey(name)
  const equal = officials.find((o) => nameKey(o.name) === key)
  if (equal) return equal
  const short = officials.filter((o) => isShortOf(name, o.name))
  return short.length === 1 ? short[0] : undefined
}

/**
 * The official who is meant at a token: the person named there, or the holder of the title that is read there without a name.
 * @param officials The officials of the article.
 * @param at Index of the first token of a name, a word of address or a title.
 */
export function personAt(
  officials: readonly Mention<'official'>[],
  context: Context,
  at: number,
): Mention<'official'> | undefined {
  const words = new Words(context)
  let i = at
  for (let step = 0; step < MOST_ADDRESSES; step++) {
    const term = words.term(i, 'person') ?? words.is(i, 'position', 'Rank')
    if (!term || term.class === 'Surname') break
    i = term.end
    while (words.mark(i) === '.' || words.mark(i) === ',') i++
  }
  const title = titleAt(words, i, false)
  if (title && !title.nameEnd) return holderOf(officials, words.text(title.first, title.last))
  const from = title ? title.next : i
  const name = nameAt(words, from, true)
  return name ? personNamed(officials, words.text(name.first, name.last)) : undefined
}
