/** What an article tells of one type, in a form that reads well in a table. */
import type { Fact, FactType } from '../../src/index.ts'
import { settings } from '../../src/options.ts'
import { run } from '../../src/pipeline.ts'

/** Fields that all facts have, or that other tests look at. */
const passed = new Set(['type', 'start', 'end', 'text', 'rule', 'confidence', 'key', 'inferred', 'mentions'])

/**
 * Each fact in a line, "evidence | rule | field=value | …" with the fields that are not null, then each candidate that is none,
 * "✗ evidence | rule | code: reason".
 */
export function told(type: FactType, text: string, referenceDate: string | null = null): string[] {
  const [result] = run([{ text, referenceDate }], settings({ types: [type] }))
  if (!result) return []
  const facts = result.extraction.facts.map((fact) =>
    [fact.text, short(fact.rule, type), ...fieldsOf(fact)].join(' | '),
  )
  const rejected = result.rejected
    .filter((candidate) => candidate.type === type)
    .map(
      ({ start, end, rule, code, reason }) => `✗ ${text.slice(start, end)} | ${short(rule, type)} | ${code}: ${reason}`,
    )
  return [...facts, ...rejected]
}

const short = (rule: string, type: string) => (rule.startsWith(`${type}/`) ? rule.slice(type.length + 1) : rule)

function fieldsOf(fact: Fact): string[] {
  const told = Object.entries(fact).filter(
    ([name, value]) => !passed.has(name) && value !== null && value !== undefined,
  )
  const fields = told.map(([name, value]) => `${name}=${Array.isArray(value) ? value.join(' + ') : value}`)
  // Mentions of an official beside the first one, by their words.
  const more =
    fact.type === 'official' && fact.mentions.length > 1
      ? [`mentions=${fact.mentions.map(({ start, end }) => `${start}-${end}`).join(' ')}`]
      : []
  return [...fields, ...more]
}
