/** Runs grammars/<kind>/examples.vi.txt, each sentence in all its spellings. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Fact, factTypes } from '../src/index.ts'
import { checkExample } from './helpers/check-example.ts'
import { parseExamples } from './helpers/examples.ts'
import { root } from './helpers/paths.ts'
import { variants } from './helpers/variants.ts'

const typeOf = (folder: string) => folder.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
const fileOf = (folder: string) => `${root}grammars/${folder}/examples.vi.txt`
const folders = readdirSync(`${root}grammars`).filter((name) => existsSync(fileOf(name)))

it('has examples for every kind of fact', () => {
  expect(folders.map(typeOf).sort()).toEqual([...factTypes].sort())
})

describe.each(folders)('%s', (folder) => {
  const type = typeOf(folder) as Fact['type']
  const examples = parseExamples(readFileSync(fileOf(folder), 'utf8'))

  it('has as many negatives as positives, 30 or more of each', () => {
    const negatives = examples.filter((example) => example.negative).length
    expect(negatives).toBeGreaterThanOrEqual(30)
    expect(examples.length - negatives).toBeGreaterThanOrEqual(30)
  })

  it.each(examples.map((example) => [example.line, example.source, example] as const))(
    'line %i: %s',
    (_line, _source, example) => {
      const problems = variants.flatMap((variant) => checkExample(type, example, variant))
      if (example.knownMiss) expect(problems, 'this known miss is right now: take the ~ away').not.toEqual([])
      else expect(problems).toEqual([])
    },
  )
})
