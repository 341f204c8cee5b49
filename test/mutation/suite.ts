/**
 * The tests that mutants are run against, in one bundle: unit tests, examples in the spelling that they are written in, and our own articles.
 * Those that need a build, a child process or the corpora beside the project stay out, they are too slow to run for each mutant.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { predict, readCorpus } from '../../src/eval/corpus.ts'
import { identify, readLedger } from '../../src/eval/ledger.ts'
import { score } from '../../src/eval/score.ts'
import type { Fact } from '../../src/index.ts'
import { checkExample } from '../helpers/check-example.ts'
import { parseExamples } from '../helpers/examples.ts'
import { articles, root } from '../helpers/paths.ts'
import { variants } from '../helpers/variants.ts'

// The bundler looks these up.
await import('../extend.test.ts')
for (const file of readdirSync(`${root}test/text`)) if (file.endsWith('.test.ts')) await import(`../text/${file}`)
for (const file of readdirSync(`${root}test/resolve`)) if (file.endsWith('.test.ts')) await import(`../resolve/${file}`)
for (const file of readdirSync(`${root}test/facts`)) if (file.endsWith('.test.ts')) await import(`../facts/${file}`)

const [plain] = variants
for (const folder of readdirSync(`${root}grammars`)) {
  const file = `${root}grammars/${folder}/examples.vi.txt`
  if (!existsSync(file) || !plain) continue
  const type = folder.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()) as Fact['type']
  describe(folder, () => {
    // A changed example is another test, which `--incremental` goes by.
    for (const example of parseExamples(readFileSync(file, 'utf8')))
      it(example.source, () => {
        const problems = checkExample(type, example, plain)
        if (example.knownMiss) expect(problems).not.toEqual([])
        else expect(problems).toEqual([])
      })
  })
}

describe('article', () => {
  const known = readLedger(readFileSync(`${root}fixtures/known-failures.json`, 'utf8')).map(({ mistake }) => mistake)
  for (const article of readCorpus(articles))
    it(article.name, () => {
      const made = score([predict(article)]).mistakes.map(identify)
      expect(made.sort()).toEqual(known.filter((mistake) => mistake.startsWith(`${article.name}: `)).sort())
    })
})
