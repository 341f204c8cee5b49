/** A short run of the fuzzer, always the same; and every case that a long one (npm run fuzz) has found. */
import { describe, expect, it } from 'vitest'
import { anyArticle } from './fuzz/articles.ts'
import { readCases } from './fuzz/cases.ts'
import { type Property, problemOf } from './fuzz/problem.ts'
import { reduce } from './fuzz/reduce.ts'
import { knownMistakes, trial } from './fuzz/run.ts'
import { longTrials, trials } from './fuzz/trials.ts'

const SEED = 20231204
const cases = readCases()

describe('for generated articles', () => {
  const known = knownMistakes(cases.map(([, found]) => found))

  it.each(trials.map((one) => [one.about, one] as const))('%s', (_about, { round }) => {
    expect(round(SEED, known)).toBeUndefined()
  })
})

describe('what was found', () => {
  const quick = new Set(trials.map(({ name }) => name))

  it.each(cases)('%s', async (_file, { property, input, known }) => {
    const all = quick.has(property) ? trials : await longTrials()
    const one = all.find(({ name }) => name === property)
    expect(one, `no property is named ${property}`).toBeDefined()
    const problem = one?.check(input)
    if (known === undefined) expect(problem).toBeUndefined()
    else expect(problem, 'this is mended: take "known" out of the file').toBeDefined()
  })

  it('has a reason where it is not mended', () => {
    expect(cases.filter(([, { known }]) => known?.trim() === '')).toEqual([])
  })
})

describe('the fuzzer', () => {
  const broken: Property<string> = {
    name: 'broken',
    about: 'no colon stands behind a digit',
    check: (text) => (/\d.*:/.test(text) ? { what: 'a colon', detail: text } : undefined),
  }
  const { round } = trial(broken, anyArticle, 500)

  it('finds what does not hold, and makes it small', () => {
    expect(round(SEED, new Set())?.input).toMatch(/^\d:$/)
  })

  it('passes over what is known', () => {
    expect(round(SEED, new Set(['broken: a colon']))).toBeUndefined()
  })

  it('reduces a text to what matters', () => {
    expect(reduce('xx“yy”zz', (text) => text.includes('“') && text.includes('”'))).toBe('“”')
  })

  it('takes an exception for a problem', () => {
    expect(problemOf({ ...broken, check: () => JSON.parse('{') }, '')?.what).toMatch(/^SyntaxError/)
  })
})
