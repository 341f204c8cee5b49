/** Runs grammars/<kind>/examples.vi.txt, each sentence in all its spellings. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fold } from '../src/eval/fold.ts'
import { extract, type Fact, factTypes } from '../src/index.ts'
import { type Example, fieldText, parseExamples } from './helpers/examples.ts'
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
      const problems = variants.flatMap(({ name, apply }) => check(type, example, name, apply))
      if (example.knownMiss) expect(problems, 'this known miss is right now: take the ~ away').not.toEqual([])
      else expect(problems).toEqual([])
    },
  )
})

/** What is wrong with the facts of an example in one spelling. */
function check(type: Fact['type'], example: Example, variant: string, apply: (text: string) => string): string[] {
  let text = ''
  const expected = example.pieces.flatMap((piece) => {
    const start = text.length
    text += apply(piece.text)
    return piece.fields ? [{ start, end: text.length, fields: piece.fields }] : []
  })
  // Needs of a kind are found too, so all types are asked for.
  const found = extract(text, { referenceDate: example.reference }).facts.filter((fact) => fact.type === type)
  // The spelling that the example is written in must come out letter by letter, the others but for what spelling leaves open.
  const equal = (a: string, b: string) => (variant === 'NFC' ? a === b.normalize('NFC') : fold(a) === fold(b))

  const problems: string[] = []
  const say = (problem: string) => problems.push(`${variant}: ${problem}`)
  for (const { start, end, fields } of expected) {
    const evidence = text.slice(start, end)
    const fact = found.find((f) => f.start === start && f.end === end)
    if (!fact) {
      say(`"${evidence}" is not found`)
      continue
    }
    for (const [name, value] of fields) {
      const is = fieldText((fact as unknown as Readonly<Record<string, unknown>>)[name])
      if (!equal(is, value)) say(`"${evidence}": ${name} is ${is} and should be ${value}`)
    }
  }
  for (const fact of found)
    if (!expected.some(({ start, end }) => fact.start === start && fact.end === end))
      say(`"${fact.text}" is found by ${fact.rule}`)
  return problems
}
