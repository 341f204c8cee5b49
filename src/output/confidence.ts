/** Share of a rule's facts that are right, as counted on the annotated articles; see the README's chapter on confidence. */
import confidence from '../../grammars/lexicons/confidence.tsv'
import { lazy } from '../lazy.ts'

const table = lazy(() => {
  const rows = confidence
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('rule\t'))
  return new Map(
    rows.map((line) => {
      const [rule = '', right, all] = line.split('\t')
      return [rule, Math.round(((Number(right) + 1) / (Number(all) + 2)) * 100) / 100] as const
    }),
  )
})

/** The names of all rules. */
export const ruleNames = (): readonly string[] => [...table().keys()]

/** Rounded to two places; a rule that was never counted has 0.5. */
export function confidenceOf(rule: string): number {
  return table().get(rule) ?? 0.5
}
