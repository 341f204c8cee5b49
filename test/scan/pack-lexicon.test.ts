import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packLexicon } from '../../scripts/pack-lexicon.ts'
import { type LexiconEntry, rowsOf } from '../../src/scan/lexicon.ts'
import { root } from '../helpers/paths.ts'

/** Entries by term, in their order. */
const byTerm = (entries: readonly LexiconEntry[]) => {
  const terms = new Map<string, LexiconEntry[]>()
  for (const entry of entries) terms.set(entry.term, [...(terms.get(entry.term) ?? []), entry])
  return terms
}

const folder = `${root}grammars/lexicons/`
const files = readdirSync(folder).filter((name) => readFileSync(folder + name, 'utf8').startsWith('term\t'))

test.each(files)('%s has the same entries when it is packed', (name) => {
  const tsv = readFileSync(folder + name, 'utf8')
  const packed = packLexicon(tsv)
  expect(packed.length).toBeLessThan(tsv.length)
  expect(byTerm(rowsOf(packed, name))).toEqual(byTerm(rowsOf(tsv, name)))
})

test('entries of one term keep their order where groups would turn it', () => {
  const tsv = 'term\tclass\tvalue\tsource\nhai\tB\t\tx\nba\tA\t1\tx\nba\tB\t\tx\nhai\tA\t1\tx\n'
  expect(byTerm(rowsOf(packLexicon(tsv), 'x'))).toEqual(byTerm(rowsOf(tsv, 'x')))
})
