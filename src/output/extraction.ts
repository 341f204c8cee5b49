import type { OwnFact } from '../facts/own.ts'
import type { Fact, Mention, Span } from '../facts/types.ts'
import type { OffsetUnit } from '../options.ts'
import type { SourceText } from '../text/source.ts'
import { factOf } from './fact.ts'
import { offsetConverter } from './offsets.ts'

/** Version of the output's form. It changes when a field changes its meaning or goes; new fields may come without. */
export const schemaVersion = '1.0'

/** Something about an article that a reader of its facts should know. */
export interface Diagnostic {
  /** Short and stable, for programs: "empty-text". */
  readonly code: string
  /** For people; it may be worded better at any time. */
  readonly message: string
}

/** What `extract` gives for an article. */
export interface Extraction {
  readonly schemaVersion: string
  /** The unit of all offsets. */
  readonly offsets: OffsetUnit
  /** The date that relative expressions were read against, with where it came from; null where there is none. */
  readonly reference: { readonly date: string; readonly basis: string } | null
  /** In the order of the article. */
  readonly facts: readonly Fact[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The same with facts of kinds of your own. */
export interface ExtractionWith<F extends OwnFact> extends Omit<Extraction, 'facts'> {
  readonly facts: readonly (Fact | F)[]
}

/** Mentions become facts: offsets of the article as given, in the unit asked for, with the evidence and the rule's confidence. */
export function toFacts(mentions: readonly Mention[], source: SourceText, unit: OffsetUnit): Fact[] {
  const convert = offsetConverter(source.original, unit)
  const facts: Fact[] = []
  for (const mention of mentions) {
    const from = source.map.start(mention.start)
    const to = source.map.end(mention.end)
    const evidence = { start: convert(from), end: convert(to), text: source.original.slice(from, to) }
    const span = (s: Span): Span => ({ start: convert(source.map.start(s.start)), end: convert(source.map.end(s.end)) })
    facts.push(factOf(mention, evidence, span))
  }
  return facts
}
