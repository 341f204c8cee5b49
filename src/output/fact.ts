/**
 * The fields of a fact, in the order in which they are written out. Each type is put together by a literal of its own: with fields copied
 * one by one the engine made a slow object of every fact.
 */
import type { Fact, FactBase, Mention, Span } from '../facts/types.ts'
import { confidenceOf } from './confidence.ts'

type Evidence = Pick<FactBase, 'start' | 'end' | 'text'>
type Draft<F> = { -readonly [Field in keyof F]: F[Field] }

/**
 * @param evidence In offsets of the article.
 * @param convert Makes such offsets of those of a mention.
 */
export function factOf(mention: Mention, evidence: Evidence, convert: (span: Span) => Span): Fact {
  const fact: Draft<Fact> = withFields(mention, evidence, convert)
  const { inferred } = mention
  if (inferred?.length) fact.inferred = inferred
  return fact
}

function withFields(mention: Mention, { start, end, text }: Evidence, convert: (span: Span) => Span): Draft<Fact> {
  switch (mention.type) {
    case 'date': {
      const { type, kind, value, mod, rule } = mention
      const confidence = confidenceOf(rule)
      return mod === undefined
        ? { type, start, end, text, kind, value, rule, confidence }
        : { type, start, end, text, kind, value, mod, rule, confidence }
    }
    case 'official': {
      const { type, name, titles, rank, degree, rule } = mention
      const mentions = mention.mentions.map(convert)
      return { type, start, end, text, name, titles, rank, degree, mentions, rule, confidence: confidenceOf(rule) }
    }
    case 'document': {
      const { type, kind, number, year, symbol, code, issuer, congress, plenum, issuedOn, subject, key } = mention
      const { name, ambiguous, rule } = mention
      const said = { type, start, end, text, kind, number, year, symbol, code, issuer, congress, plenum, issuedOn }
      // Added field by field, as the rule's name comes behind those that may be missing.
      const fact = Object.assign(said, { subject, key }) as Draft<typeof mention & FactBase>
      if (name !== undefined) fact.name = name
      if (ambiguous) fact.ambiguous = ambiguous
      fact.rule = rule
      fact.confidence = confidenceOf(rule)
      return fact
    }
    case 'topic': {
      const { type, title, speaker, document, key, rule } = mention
      return { type, start, end, text, title, speaker, document, key, rule, confidence: confidenceOf(rule) }
    }
    case 'deadline': {
      const { type, due, inclusive, within, task, assignee, rule } = mention
      const confidence = confidenceOf(rule)
      return { type, start, end, text, due, inclusive, within, task, assignee, rule, confidence }
    }
    case 'attendance': {
      const { type, count, unit, approx, of, percent, rule } = mention
      return { type, start, end, text, count, unit, approx, of, percent, rule, confidence: confidenceOf(rule) }
    }
    case 'bridgePoints': {
      const { type, count, role, approx, rule } = mention
      return { type, start, end, text, count, role, approx, rule, confidence: confidenceOf(rule) }
    }
    default:
      return ofOwnKind(mention, { start, end, text })
  }
}

/** Fields of a mention that are no fields of a fact, or come in a place of their own. */
const INTERNAL: ReadonlySet<string> = new Set(['type', 'start', 'end', 'rule', 'inferred'])

/** A fact of a kind of a user's, who may give it any fields, and a confidence. */
function ofOwnKind(mention: MentionOfOwnKind, evidence: Evidence): Draft<Fact> {
  const { type, rule } = mention
  const fact: Record<string, unknown> = { type, ...evidence }
  for (const field of Object.keys(mention)) if (!INTERNAL.has(field)) fact[field] = mention[field]
  fact['rule'] = rule
  fact['confidence'] ??= confidenceOf(rule)
  return fact as unknown as Draft<Fact>
}
type MentionOfOwnKind = Readonly<Record<string, unknown>> & { readonly rule: string }
