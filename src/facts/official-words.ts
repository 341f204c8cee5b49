/** Looking at the tokens of an article with the lexicons of persons, positions, bodies and places. All look-ups are by token index. */

import { lazy } from '../lazy.ts'
import type { Context } from '../parse/context.ts'
import type { LexiconEntry } from '../scan/lexicon.ts'
import { lexicons } from '../scan/load.ts'
import { Shape, Token, type TokenStream } from '../scan/scanner.ts'

/** A term of a lexicon at a token. */
export interface Term {
  /** Index of the token behind it. */
  readonly end: number
  readonly class: string
  readonly value: string
}

export const masks = lazy(() => {
  const l = lexicons()
  return {
    position: l.bit('position'),
    person: l.bit('person'),
    body: l.bit('body'),
    place: l.bit('place'),
    context: l.bit('title-context'),
  }
})
export type LexiconName = 'position' | 'person' | 'body' | 'place' | 'context'

/** Masks by the number of a lexicon in the cache. */
const numbered = lazy(() => {
  const { position, body, context, place, person } = masks()
  return [position, body, context, place, person] as const
})
/** A chain of comparisons, not a table: half a million look-ups by a name in a table took longer than what they looked up. */
const numberOf = (lexicon: LexiconName): number =>
  lexicon === 'position' ? 0 : lexicon === 'body' ? 1 : lexicon === 'context' ? 2 : lexicon === 'place' ? 3 : 4

/** Places of the cache; the lexicons have slots of their own in each group of eight. */
const CACHE = 128

/** Terms that were asked for last, of one reader at a time: an array of its own for each article cost more than it spared. */
class Cache {
  whose: Words | undefined = undefined
  /** For each slot the token that was asked for, counted from 1, and what begins there. */
  readonly asked = new Int32Array(CACHE)
  readonly answers: (Term | undefined)[] = new Array(CACHE).fill(undefined)

  begin(whose: Words): void {
    this.whose = whose
    this.asked.fill(0)
  }
}
const cache = lazy(() => new Cache())

/** What the readers of names and titles look through. */
export class Words {
  readonly tokens: TokenStream
  private readonly masks = numbered()

  constructor(readonly context: Context) {
    this.tokens = context.tokens
  }

  /** The longest term of one lexicon at a token. Names of places and surnames count only with a capital. */
  term(at: number, lexicon: LexiconName): Term | undefined {
    const number = numberOf(lexicon)
    const mask = this.masks[number] as number
    if (at >= this.tokens.length || !((this.context.starts[at] as number) & mask)) return undefined
    // The readers ask for the same term several times over.
    const { whose, asked, answers } = cache()
    if (whose !== this) cache().begin(this)
    const slot = ((at << 3) + number) & (CACHE - 1)
    if (asked[slot] === at + 1) return answers[slot]
    const term = this.find(at, lexicon, mask)
    asked[slot] = at + 1
    answers[slot] = term
    return term
  }

  private find(at: number, lexicon: LexiconName, mask: number): Term | undefined {
    const match = this.context.lexicons.longest(this.tokens, at, mask)
    if (!match) return undefined
    const entry = match.entries[0] as LexiconEntry
    if ((lexicon === 'place' || entry.class === 'Surname') && !this.allCapital(at, match.end)) return undefined
    return { end: match.end, class: entry.class, value: entry.value }
  }

  /** A term of one class, or undefined. */
  is(at: number, lexicon: LexiconName, className: string): Term | undefined {
    const term = this.term(at, lexicon)
    return term?.class === className ? term : undefined
  }

  /** Whether a word stands here that a title does not go beyond. */
  isStop(at: number): boolean {
    const kind = this.term(at, 'context')?.class
    return kind === 'Stop' || kind === 'Barrier'
  }

  isWord(at: number): boolean {
    return at >= 0 && at < this.tokens.length && this.tokens.kind[at] === Token.Word
  }

  isCapital(at: number): boolean {
    return this.isWord(at) && this.tokens.shape[at] !== Shape.Lower
  }

  isLower(at: number): boolean {
    return this.isWord(at) && this.tokens.shape[at] === Shape.Lower
  }

  isAllCaps(at: number): boolean {
    return this.isWord(at) && this.tokens.shape[at] === Shape.AllCaps
  }

  /** The character of a mark, or ''. */
  mark(at: number): string {
    if (at < 0 || at >= this.tokens.length || this.tokens.kind[at] !== Token.Mark) return ''
    return this.context.text[this.tokens.start[at] as number] as string
  }

  /** Whether nothing stands between a token and the one before it. */
  isGlued(at: number): boolean {
    return at > 0 && at < this.tokens.length && this.tokens.start[at] === this.tokens.end[at - 1]
  }

  isBreak(at: number): boolean {
    return at < 0 || at >= this.tokens.length || this.tokens.kind[at] === Token.Break
  }

  /** The article's words from token `first` to before token `last`, with single spaces. */
  text(first: number, last: number): string {
    const { tokens, context } = this
    const raw = context.text.slice(tokens.start[first] as number, tokens.end[last - 1] as number)
    return last - first > 1 && raw.includes('  ') ? raw.replace(/ +/g, ' ') : raw
  }

  length(at: number): number {
    return (this.tokens.end[at] as number) - (this.tokens.start[at] as number)
  }

  private allCapital(from: number, to: number): boolean {
    // "miền Trung", "Phan Rang - Tháp Chàm": the last word decides with the first one.
    const last = this.isWord(to - 1) ? to - 1 : from
    return this.isCapital(last) && (this.isCapital(from) || to - from > 1)
  }
}
