/** The grammars under Chevrotain: it checks them, and gives the same trees as the engine that is shipped. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withChevrotain } from '../../scripts/chevrotain.ts'
import { factTypes } from '../../src/facts/index.ts'
import { settings } from '../../src/options.ts'
import { run } from '../../src/pipeline.ts'
import { parseExamples } from '../helpers/examples.ts'
import { articles as folder, root } from '../helpers/paths.ts'

test('every grammar passes the checks of Chevrotain, which users are spared', async () => {
  const { computeLookahead } =
    await withChevrotain<typeof import('../../grammars/lookahead.ts')>('grammars/lookahead.ts')
  expect(Object.keys(computeLookahead()).sort()).toEqual(
    ['amount', 'attendance', 'bridgePoints', 'date', 'deadline', 'document', 'official', 'topic'].sort(),
  )
})

test('Chevrotain and the engine that is shipped read every article and example alike', async () => {
  const oracle = await withChevrotain<typeof import('../../src/pipeline.ts')>('src/pipeline.ts')
  const texts = [
    ...readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
    ...readdirSync(`${root}grammars`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^(_shared|lexicons)$/.test(entry.name))
      .flatMap(({ name }) => parseExamples(readFileSync(`${root}grammars/${name}/examples.vi.txt`, 'utf8')))
      .map(({ pieces }) => pieces.map(({ text }) => text).join('')),
  ]
  expect(texts.length).toBeGreaterThan(500)
  const counts = new Map<string, number>()
  const articles = texts.map((text) => ({ text }))
  const options = settings({ referenceDate: '2024-05-15' })
  const theirs = oracle.run(articles, options)
  run(articles, options).forEach((ours, i) => {
    expect({ facts: ours.extraction.facts, rejected: ours.rejected }, texts[i]).toEqual({
      facts: theirs[i]?.extraction.facts,
      rejected: theirs[i]?.rejected,
    })
    for (const { type } of ours.extraction.facts) counts.set(type, (counts.get(type) ?? 0) + 1)
  })
  // The comparison means something only where there is something to read.
  for (const type of factTypes) expect(counts.get(type), type).toBeGreaterThan(20)
})
