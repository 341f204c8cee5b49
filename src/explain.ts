import type { OwnFact } from './facts/own.ts'
import type { Fact, FactBase, Inference, Rejection } from './facts/types.ts'
import { type ExtractOptions, settings } from './options.ts'
import type { ExtractionWith } from './output/extraction.ts'
import { offsetConverter } from './output/offsets.ts'
import { type Run, run } from './pipeline.ts'
import { checkedText } from './text/checked.ts'

/** Why an article's facts at one place are what they are. */
export interface Explanation<F extends OwnFact = never> {
  /** As asked for, in the unit of the options' `offsets`. */
  readonly offset: number
  /** The facts whose evidence covers the offset. */
  readonly facts: readonly ExplainedFact<F>[]
  /** What was taken for a fact on the offset's line and is none, the nearest first. */
  readonly rejected: readonly Rejection[]
}

export interface ExplainedFact<F extends OwnFact = never> {
  readonly fact: Fact | F
  /** The fields that the text says itself. */
  readonly read: Readonly<Record<string, unknown>>
  /** The fields that come from elsewhere, with their values and what they were inferred from. */
  readonly inferred: readonly (Inference & { readonly value: unknown })[]
}

/** All of an article's facts and what was taken for one, as `explain` tells of one place. */
export interface ExplainedArticle<F extends OwnFact = never> {
  readonly extraction: ExtractionWith<F>
  /** The facts of the extraction, in its order. */
  readonly facts: readonly ExplainedFact<F>[]
  /** What was taken for a fact and is none, in the order of the article. Offsets are in the unit of the options' `offsets`. */
  readonly rejected: readonly Rejection[]
}

/**
 * Explains all that is found in an article, and what is not: what `extract` gives, and of each place what `explain` says. Pure.
 * @throws OptionError for a wrong option; TypeError for an article that is no string.
 */
export function explainAll<F extends OwnFact = never>(
  article: string,
  options?: ExtractOptions<F>,
): ExplainedArticle<F> {
  const wanted = settings(options)
  const [{ extraction, source, rejected }] = run([{ text: checkedText(article) }], wanted) as [Run]
  const convert = offsetConverter(source.original, wanted.offsets)
  return {
    extraction,
    facts: extraction.facts.map((fact) => explained<F>(fact)),
    rejected: rejected
      .filter((r) => wanted.types.has(r.type))
      .map((r) => ({ ...r, start: convert(source.map.start(r.start)), end: convert(source.map.end(r.end)) }))
      .sort((a, b) => a.start - b.start || a.end - b.end),
  }
}

/**
 * Explains what is found, and what is not, at an offset of an article. Pure, like `extract`.
 * @param offset In the unit of `options.offsets` (UTF-16 code units by default), from 0 up to the article's length.
 * @throws OptionError for a wrong option; RangeError for an offset that the article does not have.
 */
export function explain<F extends OwnFact = never>(
  article: string,
  offset: number,
  options?: ExtractOptions<F>,
): Explanation<F> {
  const { extraction, facts, rejected } = explainAll(article, options)
  const convert = offsetConverter(article, extraction.offsets)
  const length = convert(article.length)
  if (!Number.isInteger(offset) || offset < 0 || offset > length)
    throw new RangeError(`trichluc: offset: expected a whole number from 0 to ${length}, got ${String(offset)}`)

  const line = lineAround(article, (at) => convert(at) <= offset)
  const distance = (span: Rejection) => Math.max(0, span.start - offset, offset - span.end + 1)
  return {
    offset,
    facts: facts.filter(({ fact }) => fact.start <= offset && offset < fact.end),
    rejected: rejected
      .filter((r) => r.start < convert(line.end) && r.end > convert(line.start))
      .sort((a, b) => distance(a) - distance(b)),
  }
}

/** Fields that all facts have; the others are what a fact says. */
const COMMON = new Set(['type', 'start', 'end', 'text', 'rule', 'confidence', 'inferred'])

function explained<F extends OwnFact>(fact: Fact | F): ExplainedFact<F> {
  const fields = fact as unknown as FactBase & Readonly<Record<string, unknown>>
  const inferred = (fact.inferred ?? []).map((inference) => ({ ...inference, value: fields[inference.field] }))
  const names = new Set(inferred.map((inference) => inference.field))
  const read = Object.entries(fields).filter(
    ([name, value]) => !COMMON.has(name) && !names.has(name) && value !== null && value !== undefined,
  )
  return { fact, read: Object.fromEntries(read), inferred }
}

/** The line that an offset stands in. @param before Whether an offset in UTF-16 is at or before the one looked for. */
function lineAround(text: string, before: (at: number) => boolean): { readonly start: number; readonly end: number } {
  let start = 0
  for (let end = text.indexOf('\n'); ; end = text.indexOf('\n', start)) {
    if (end < 0) return { start, end: text.length }
    if (!before(end + 1)) return { start, end }
    start = end + 1
  }
}
