/** Which hypothesis the words of a document speak for, and how sure that is. */
import type { Family, Hypothesis } from './hypotheses.ts'
import type { EncodingName } from './types.ts'

export interface Verdict {
  readonly best: Hypothesis
  /** Probability of `best`: of its encoding, where it is one, and of all hypotheses that nothing is to be undone, where not. */
  readonly confidence: number
  /** Probability of `best` without those that read nearly alike. */
  readonly alone: number
  /** The hypotheses of an encoding, the most probable first, with their probability. */
  readonly ranked: readonly { readonly hypothesis: Hypothesis; readonly confidence: number }[]
  /** The encoding of a part of the document, where another part cannot come from it. */
  readonly mixed: EncodingName | null
}

/** Words that are looked at: more of them make no answer surer. */
const MOST_CHUNKS = 1000
/** Words of one text go wrong together, so that their evidence counts for less than its sum. */
const DEPENDENCE = 0.7
/** Against a chunk that cannot come from an encoding. */
const IMPOSSIBLE = -4
/** Evidence of a part from which on it is in an encoding, and of the rest from which on that is correct: two words. */
const CONVINCING = 8
const SOME_WORDS = 1.5

/**
 * The distinct pieces of text, without ASCII other than letters, that hold characters beyond ASCII or control characters that some code
 * pages have letters for. Of long texts those that come first.
 */
export function chunksOf(text: string): readonly string[] {
  const found = new Set<string>()
  for (const [chunk] of text.matchAll(CHUNK)) {
    if (TELLING.test(chunk)) found.add(chunk.length > LONGEST ? chunk.slice(0, LONGEST) : chunk)
    if (found.size >= MOST_CHUNKS) break
  }
  return [...found]
}
const LONGEST = 60
const CHUNK = /[^\t\n\v\f\r -@[-`{-\x7f]+/g
const TELLING = /[^A-Za-z]/

/** Chunks that are weighed first; where they leave no doubt, the others are not. */
const FIRST_LOOK = 60

export function weigh(chunks: readonly string[], family: Family, declared?: EncodingName): Verdict {
  const priors = family.priors(chunks, declared)
  if (chunks.length > FIRST_LOOK * 1.5) {
    const step = Math.ceil(chunks.length / FIRST_LOOK)
    const some = chunks.filter((_, i) => i % step === 0)
    const verdict = weighAll(some, family, priors)
    if (verdict.alone >= HIGHEST && !verdict.mixed) return verdict
  }
  return weighAll(chunks, family, priors)
}

function weighAll(chunks: readonly string[], family: Family, priors: readonly number[]): Verdict {
  const { hypotheses } = family
  const readings = chunks.map((chunk) => family.read(chunk))
  const totals = priors.map((prior, i) => {
    let sum = 0
    for (const evidence of readings) sum += evidence[i] ?? IMPOSSIBLE
    return prior + sum * DEPENDENCE
  })
  const highest = Math.max(...totals)
  const weights = totals.map((total) => Math.exp(total - highest))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const all = hypotheses.map((hypothesis, i) => ({ hypothesis, confidence: (weights[i] as number) / whole }))
  const best = hypotheses[totals.indexOf(highest)] as Hypothesis
  const confidence = all
    .filter(({ hypothesis }) => agree(hypothesis.encoding, best.encoding))
    .reduce((sum, { confidence }) => sum + confidence, 0)
  const alone = all
    .filter(({ hypothesis }) => hypothesis.encoding === best.encoding)
    .reduce((sum, { confidence }) => sum + confidence, 0)
  const ranked = all
    .filter(({ hypothesis }) => hypothesis.encoding !== null)
    .sort((a, b) => b.confidence - a.confidence)
  return {
    best,
    confidence: rounded(confidence),
    alone: rounded(alone),
    ranked,
    mixed: mixedWith(hypotheses, readings),
  }
}

/** TCVN3 and TCVN 5712 read all but a few capitals alike. */
const agree = (one: EncodingName | null, other: EncodingName | null) =>
  one === other || (one?.startsWith('tcvn') && other?.startsWith('tcvn'))

/** Never 1: nothing that words say is certain. */
export const rounded = (probability: number): number => Math.min(HIGHEST, Math.round(probability * 1000) / 1000)
const HIGHEST = 0.999

/** The encoding for which the pieces speak that are wrong as they are, where others that no code page can hold are right as they are. */
function mixedWith(
  hypotheses: readonly Hypothesis[],
  readings: readonly (readonly (number | undefined)[])[],
): EncodingName | null {
  const asIs = (evidence: readonly (number | undefined)[]) => evidence[0] ?? 0
  const right = readings
    .filter((evidence) => evidence.every((value, i) => hypotheses[i]?.encoding === null || value === undefined))
    .reduce((sum, evidence) => sum + asIs(evidence), 0)
  if (right < SOME_WORDS) return null
  const wrong = readings.filter((evidence) => asIs(evidence) < 0)
  const sums = hypotheses.map(({ encoding, prior }, i) =>
    encoding === null ? 0 : wrong.reduce((sum, evidence) => sum + (evidence[i] ?? IMPOSSIBLE), prior),
  )
  const highest = Math.max(...sums)
  return highest > CONVINCING ? (hypotheses[sums.indexOf(highest)]?.encoding ?? null) : null
}
