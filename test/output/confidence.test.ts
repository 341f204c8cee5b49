import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readCorpus } from '../../src/eval/corpus.ts'
import { extract } from '../../src/index.ts'
import { confidenceOf } from '../../src/output/confidence.ts'
import { articles, root } from '../helpers/paths.ts'

const rows = readFileSync(`${root}grammars/lexicons/confidence.tsv`, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('rule\t'))
  .map((line) => line.split('\t'))

it('has counts that can be', () => {
  expect(rows.length).toBeGreaterThan(0)
  for (const [rule = '', right, all] of rows) {
    expect(rule).toMatch(/^[a-z-]+\/[a-z0-9-]+$/)
    expect(Number(right)).toBeLessThanOrEqual(Number(all))
    expect(Number(all)).toBeGreaterThan(0)
  }
})

it('is one half for a rule that was never counted', () => {
  expect(confidenceOf('no/such-rule')).toBe(0.5)
})

it('is between 0 and 1, and near the share of right facts', () => {
  for (const [rule = '', right, all] of rows) {
    const share = (Number(right) + 1) / (Number(all) + 2)
    // Rounded to two places; half a place is no error.
    expect(Math.abs(confidenceOf(rule) - share), rule).toBeLessThanOrEqual(0.005 + 1e-9)
  }
})

it('was counted for every rule that our articles show (npm run calibrate)', () => {
  const counted = new Set(rows.map(([rule]) => rule))
  const shown = new Set(
    readCorpus(articles).flatMap(({ text, reference }) =>
      extract(text, { referenceDate: reference ?? undefined }).facts.map(({ rule }) => rule),
    ),
  )
  expect([...shown].filter((rule) => !counted.has(rule))).toEqual([])
})
