import type { Mention, Rejection } from '../facts/types.ts'
import type { Lexicons } from '../scan/lexicon.ts'
import type { TokenStream } from '../scan/scanner.ts'

/** What a kind of fact may look at while it searches an article. */
export interface Context {
  /** The normalised text. */
  readonly text: string
  readonly tokens: TokenStream
  readonly lexicons: Lexicons
  /** For each token the lexicons of which a term begins there. */
  readonly starts: Int32Array
  /** Year, month and day of the caller's reference date, as an ISO date; null where there is none. */
  readonly reference: string | null
  /** What the kinds before this one in the registry have found, in the order of the text. */
  readonly found: readonly Mention[]
  /** Says why a candidate is no fact. */
  reject(rejection: Rejection): void
}

/**
 * Calls `parse` at each token that may begin a fact and goes on behind what it took.
 * @param mask Lexicons whose terms are anchors.
 * @param kinds Kinds of numbers that are anchors by themselves, as bits.
 * @param parse Returns the index of the token behind what it read, or 0 if it read nothing.
 */
export function eachAnchor(context: Context, mask: number, kinds: number, parse: (at: number) => number): void {
  const { kind, anchors, anchorCount } = context.tokens
  const { starts } = context
  let from = 0
  for (let n = 0; n < anchorCount; n++) {
    const i = anchors[n] as number
    if (i >= from && ((starts[i] as number) & mask || (1 << (kind[i] as number)) & kinds)) from = parse(i)
  }
}

/** The mentions of one type, typed. */
export function mentionsOf<T extends Mention['type']>(mentions: readonly Mention[], type: T): Mention<T>[] {
  return mentions.filter((m): m is Mention<T> => m.type === type)
}
