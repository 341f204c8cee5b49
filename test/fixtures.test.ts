/** Our own articles: accuracy, and the ledger of what is known to be wrong. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { predict, readCorpus } from '../src/eval/corpus.ts'
import { identify, readLedger } from '../src/eval/ledger.ts'
import { score } from '../src/eval/score.ts'
import { floors } from './floors.ts'
import { belowFloors } from './helpers/floors.ts'
import { articles, root } from './helpers/paths.ts'

const corpus = readCorpus(articles)
const report = score(corpus.map(predict))

it('has at least twelve articles', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(12)
})

it('has gold facts that lie in their articles', () => {
  for (const { name, text, gold } of corpus)
    for (const item of gold) {
      const evidence = text.slice(item.start, item.end)
      expect(evidence, `${name} at ${item.start}`).toBe(evidence.trim())
      expect(evidence, `${name} at ${item.start}`).not.toBe('')
    }
})

it('reaches the floors', () => {
  expect(belowFloors(report, floors.fixtures)).toEqual([])
})

it('makes the mistakes of the ledger and no others', () => {
  const known = readLedger(readFileSync(`${root}fixtures/known-failures.json`, 'utf8')).map(({ mistake }) => mistake)
  const made = report.mistakes.map(identify)
  expect(
    made.filter((mistake) => !known.includes(mistake)),
    'new mistakes',
  ).toEqual([])
  expect(
    known.filter((mistake) => !made.includes(mistake)),
    'mistakes of fixtures/known-failures.json that are mended: take them out (npm run ledger)',
  ).toEqual([])
})
