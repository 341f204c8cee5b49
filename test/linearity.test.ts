/**
 * Work is linear in the text, whatever the text: twice the text takes twice the steps. Steps are counted and not timed
 * (test/helpers/steps), so the figures are the same on every machine and in every run.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { extract } from '../src/index.ts'
import { ownArticles } from './helpers/material.ts'
import { type ExtractArguments, extractCounter, type StepCounter, stepCounter } from './helpers/steps/counter.ts'
import { excess, MOST_GROWTH } from './helpers/steps/growth.ts'
import {
  distinct,
  exampleShapes,
  interleavedShapes,
  known,
  lexiconShapes,
  repeated,
  type Unit,
} from './helpers/steps/shapes.ts'

/** In UTF-16 units; the shortest is several times as long as all that a rule looks at around one place. */
const SIZES = [8_000, 16_000, 32_000]
/** The most steps for one UTF-16 unit, on the worst of all texts below; an article of the press takes about 50. */
const MOST_STEPS = 2_000

const options = { referenceDate: '2023-12-05' }
let count: StepCounter<ExtractArguments>
beforeAll(async () => {
  count = await extractCounter()
})

/** What is wrong with the steps for a unit's texts, in words. */
function problems(unit: Unit, sizes: readonly number[]): string[] {
  const texts = sizes.map((size) => repeated(unit, size))
  const steps = texts.map((text) => count(text, options))
  const found: string[] = []
  steps.forEach((long, i) => {
    const short = steps[i - 1]
    const growth = short ? excess(short, long) : ''
    if (growth) found.push(`${sizes[i - 1]} to ${sizes[i]} characters: ${growth}`)
    const each = long.total / (texts[i] as string).length
    if (each > MOST_STEPS) found.push(`${each.toFixed(0)} steps a character`)
  })
  return found
}

describe('the count of steps', () => {
  it('does not change what is found', () => {
    for (const article of ownArticles())
      expect(JSON.stringify(count(article, options).result)).toBe(JSON.stringify(extract(article, options)))
  })

  it('is the same each time, whatever came before', async () => {
    const [first = '', second = ''] = ownArticles()
    // What a term or a branch of a grammar is found to be is kept.
    count(first, options)
    const once = count(first, options)
    count(second, options)
    expect(count(first, options)).toEqual(once)
    const another = await extractCounter()
    another(first, options)
    expect(another(first, options)).toEqual(once)
  })

  const grows = (body: string) => {
    const steps = stepCounter<[string]>(`const f = (text) => { ${body} }`, 'f')
    return steps('a b '.repeat(500)).total / steps('a b '.repeat(250)).total
  }

  it.each([
    ['loops', 'for (let i = 0; i < text.length; i++) for (let j = 0; j < i; j++);'],
    ['calls', 'const g = (n) => n; for (let i = 0; i < text.length; i++) { let j = i; while (g(j)) j-- }'],
    ['callbacks', '[...text].forEach((_, i) => [...text].some((_, j) => j > i))'],
    ['slices', 'for (let i = 0; i < text.length; i++) text.slice(i)'],
    ['searches', 'for (let i = 0; i < text.length; i++) text.indexOf("c", i)'],
    ['patterns that search', 'for (let i = 0; i < text.length; i++) /c/.test(text)'],
    ['patterns that come back', '/[ab ]+c/.test(text)'],
    ['replacing', 'for (let i = 0; i < text.length; i++) text.replace(/a/g, "b")'],
    ['lists', 'const list = []; for (const c of text) { list.includes("c"); list.push(c) }'],
    ['copies', 'let list = []; for (const c of text) list = [...list, c]'],
    ['rests', 'const list = [...text]; for (const c of text) { const [first, ...rest] = list }'],
    ['copies of objects', 'let o = {}; let n = 0; for (const c of text) o = { ...o, [n++]: c }'],
    ['sets', 'const list = [...text]; for (const c of text) new Set(list)'],
    ['shifts', 'const list = [...text]; while (list.length) list.shift()'],
    ['typed arrays', 'for (const c of text) new Uint8Array(text.length)'],
  ])('sees quadratic %s', (_name, body) => {
    expect(grows(body)).toBeGreaterThan(3)
  })

  it.each([
    ['loops', 'for (let i = 0; i < text.length; i++) for (let j = 0; j < 10; j++);'],
    ['short slices', 'for (let i = 0; i < text.length; i++) text.slice(i, i + 10)'],
    ['sticky patterns', 'const p = /[ab]/y; for (let i = 0; i < text.length; i++) { p.lastIndex = i; p.test(text) }'],
    ['searches that go on', 'let at = -1; while ((at = text.indexOf("b", at + 1)) >= 0);'],
    ['replacing', 'text.replace(/ +/g, "")'],
    ['sorting', '[...text].sort()'],
    ['lists', 'const list = []; for (const c of text) list.push(c); new Set(list.map(String)).size'],
  ])('sees linear %s', (_name, body) => {
    expect(grows(body)).toBeGreaterThan(1.7)
    expect(grows(body)).toBeLessThan(MOST_GROWTH)
  })
})

describe('known shapes', () => {
  it.each(Object.entries(known))('%s', (_name, unit) => {
    expect(problems(unit, SIZES)).toEqual([])
  })
})

describe('shapes that never repeat', () => {
  it.each(Object.entries(distinct))('%s', (_name, unit) => {
    expect(problems(unit, SIZES)).toEqual([])
  })
})

describe('our own articles again and again', () => {
  it.each(ownArticles().map((article, i) => [i + 1, article] as const))(
    'article %i, in lines and in one',
    (_i, article) => {
      expect(problems(article, SIZES)).toEqual([])
      expect(problems(article.replace(/[\r\n]+/g, ' ').replace(/[.!?;]/g, ','), SIZES)).toEqual([])
    },
  )
})

/** The failures of many shapes, one in a line. */
const failures = (shapes: Iterable<readonly [string, string]>) =>
  [...shapes].flatMap(([name, unit]) => problems(unit, SIZES.slice(0, 2)).map((problem) => `${name}: ${problem}`))

describe('shapes from the grammars', () => {
  it.each([...lexiconShapes()])('every class of %s', (_lexicon, shapes) => {
    expect(failures(shapes)).toEqual([])
  })

  it.each([...exampleShapes()])('the examples of %s as one sentence', (_grammar, shapes) => {
    expect(failures(shapes)).toEqual([])
  })

  it('terms of two lexicons by turns', () => {
    expect(failures(interleavedShapes())).toEqual([])
  })
})
