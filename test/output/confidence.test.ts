import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readCorpus } from '../../src/eval/corpus.ts'
import { type Article, extractAll } from '../../src/index.ts'
import { confidenceOf } from '../../src/output/confidence.ts'
import { parseExamples } from '../helpers/examples.ts'
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
    expect(Number(right)).toBeGreaterThanOrEqual(0)
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

it('lists every rule that our articles and examples show (npm run calibrate)', () => {
  const counted = new Set(rows.map(([rule]) => rule))
  const texts = [
    ...readCorpus(articles).map(({ text, reference }) => ({ text, referenceDate: reference })),
    ...exampleTexts(),
  ]
  const shown = new Set(extractAll(texts).flatMap(({ facts }) => facts.map(({ rule }) => rule)))
  expect([...shown].filter((rule) => !counted.has(rule))).toEqual([])
})

const exampleTexts = (): Article[] =>
  readdirSync(`${root}grammars`)
    .map((kind) => `${root}grammars/${kind}/examples.vi.txt`)
    .filter((file) => existsSync(file))
    .flatMap((file) => parseExamples(readFileSync(file, 'utf8')))
    .map(({ pieces, reference }) => ({ text: pieces.map(({ text }) => text).join(''), referenceDate: reference }))
