/** Terms that users add to the lexicons. */
import type { LexiconEntry, Terms } from './lexicon.ts'
import { type LexiconName, lexicons, withTerms } from './load.ts'

/** What a term is: where it goes in the lexicons. */
const uses = {
  /** A body, company or unit by its whole name. `value`: the full name, where the term is an abbreviation. */
  body: { lexicon: 'body', class: 'Body' },
  /** A post that a person may hold: "giám đốc vùng". */
  position: { lexicon: 'position', class: 'Position' },
  /** A town, district or other place. */
  place: { lexicon: 'place', class: 'City' },
  /** The first word of Vietnamese names. */
  surname: { lexicon: 'person', class: 'Surname' },
  /** A noun of documents that have numbers. `value`: the noun in full, where the term is a short form. */
  documentKind: { lexicon: 'document', class: 'DocKind' },
  /** The name of a law without the word "luật". */
  law: { lexicon: 'law', class: 'LawName' },
  /** Something that people attend: "hội thao". */
  event: { lexicon: 'attendance', class: 'Event' },
  /** A noun of people who attend: "cổ đông". */
  attendee: { lexicon: 'attendance', class: 'Person' },
} as const satisfies Record<string, { readonly lexicon: LexiconName; readonly class: string }>

/** What a term of your own is: "body", "position", "place", "surname", "documentKind", "law", "event" or "attendee". */
export type TermUse = keyof typeof uses
export const termUses = Object.keys(uses) as readonly TermUse[]

/** A term of your own. Case, the place of tone marks and lone i or y do not count; a term in capitals is found in capitals only. */
export interface OwnTerm {
  /** One or more words, without digits. */
  readonly term: string
  /** What the term is. */
  readonly as: TermUse
  /** What the term stands for; see `TermUse`. */
  readonly value?: string | undefined
}

/** A term that cannot be added; `index` is its place in the list, `problem` says why. */
export class TermError extends Error {
  constructor(
    readonly index: number,
    readonly field: keyof OwnTerm,
    readonly problem: string,
  ) {
    super(problem)
  }
}

const compiled = new WeakMap<readonly OwnTerm[], Terms>()

/**
 * The package's lexicons with terms of your own. One list is compiled once, which takes some milliseconds.
 * @throws TermError
 */
export function withOwnTerms(own: readonly OwnTerm[]): Terms {
  let terms = compiled.get(own)
  if (!terms) {
    terms = withTerms(own.flatMap(entryOf))
    compiled.set(own, terms)
  }
  return terms
}

function entryOf({ term, as, value }: OwnTerm, index: number): (LexiconEntry & { readonly lexicon: LexiconName })[] {
  const text = term.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (!/^[\p{L}\p{M}]/u.test(text) || /\d/.test(text))
    throw new TermError(index, 'term', `"${term}": a term begins with a letter and has no digits`)
  const { lexicon, class: kind } = uses[as]
  const full = value ?? (as === 'documentKind' ? text.charAt(0).toUpperCase() + text.slice(1) : '')
  const known = lexicons().lookup(text, lexicons().bit(lexicon))
  const other = known.find((entry) => entry.class !== kind)
  if (other) throw new TermError(index, 'as', `"${text}" is in the lexicon already, as ${other.class}`)
  // The package's own entry says more than a new one would.
  return known.length > 0 && value === undefined ? [] : [{ lexicon, term: text, class: kind, value: full }]
}
