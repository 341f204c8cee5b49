/** Looking up terms of some lexicons at a token, for rules that walk over tokens without a grammar. */
import type { TermMatch } from '../scan/lexicon.ts'
import { lexicons } from '../scan/load.ts'
import type { Context } from './context.ts'

export interface Cue extends TermMatch {
  /** Class and value of the term's first entry. */
  readonly class: string
  readonly value: string
}

/** A finder of terms of the named lexicons: the longest at a token, or nothing. */
export function cueFinder(...names: string[]): (context: Context, at: number) => Cue | undefined {
  let mask = 0
  return ({ tokens, starts }, at) => {
    mask ||= names.reduce((bits, name) => bits | lexicons().bit(name), 0)
    if (at < 0 || at >= tokens.length || !((starts[at] as number) & mask)) return undefined
    const match = lexicons().longest(tokens, at, mask)
    const entry = match?.entries[0]
    return match && entry
      ? { end: match.end, entries: match.entries, class: entry.class, value: entry.value }
      : undefined
  }
}

/** The text of tokens[first, last) with single spaces. */
export function textOf({ text, tokens }: Context, first: number, last: number): string {
  return text
    .slice(tokens.start[first] as number, tokens.end[last - 1] as number)
    .replace(/\s+/g, ' ')
    .trim()
}

/** The one character of a mark at a token, or '' where there is no mark. */
export function markAt({ text, tokens }: Context, at: number): string {
  // A mark's kind is 1; see Token.
  return at >= 0 && at < tokens.length && tokens.kind[at] === 1 ? (text[tokens.start[at] as number] as string) : ''
}
