/** How probable it is that a text in ASCII is VIQR. */
import { isVietnameseSyllable } from './syllable.ts'
import { readViqrRun, viqrRuns } from './viqr.ts'

/** Of texts that hold a mark of VIQR somewhere: formulas, code and English with apostrophes are more. */
const PRIOR = -5
const DEPENDENCE = 0.7
const MOST_RUNS = 400

export function viqrConfidence(text: string): number {
  const seen = new Set<string>()
  let sum = 0
  for (const run of viqrRuns(text)) {
    if (seen.has(run)) continue
    seen.add(run)
    sum += runEvidence(run)
    if (seen.size >= MOST_RUNS) break
  }
  return 1 / (1 + Math.exp(-(PRIOR + sum * DEPENDENCE)))
}

const SHAPED = /[aAeEoO]\^|[oOuU]\+|[aA]\(|[dD][dD]/
const TONED_INSIDE = /[aeiouyAEIOUY][`'?~.][A-Za-z]/
const ACCENTED_END = /[`~]$/
const PLAIN = /^[a-z]+$/

/** As in evidence.ts: above 0 speaks for VIQR. */
function runEvidence(run: string): number {
  if (PLAIN.test(run) && !run.includes('dd')) return isVietnameseSyllable(run) ? 0.2 : -0.7
  const read = readViqrRun(run)
  if (read === run.replaceAll('\\', '')) return 0
  const words = read.match(/[\p{L}\p{M}]+/gu) ?? []
  const valid = words.every((word) => isVietnameseSyllable(word))
  if (SHAPED.test(run)) return valid ? (words[0]?.length === 1 ? 0.5 : 2.5) : -3
  if (TONED_INSIDE.test(run)) return valid ? 1.2 : -2
  if (ACCENTED_END.test(run)) return valid ? 1 : -2
  // A word and a full stop or an apostrophe: in every language.
  return valid ? 0 : -0.3
}
