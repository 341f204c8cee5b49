/** trichluc/schema: its check says of each value what a JSON Schema library says, and says it readably. */
import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCorpus } from '../../src/eval/corpus.ts'
import { extract } from '../../src/index.ts'
import { extractionProblems, extractionSchema, isExtraction, serviceSchema } from '../../src/schema/index.ts'
import { articles, root } from '../helpers/paths.ts'

const file = (name: string) => JSON.parse(readFileSync(`${root}schemas/${name}.schema.json`, 'utf8'))
const fits = new Ajv({ allowUnionTypes: true }).compile(file('extraction'))
const samples = readCorpus(articles).map(({ text, reference }) =>
  JSON.parse(JSON.stringify(extract(text, { referenceDate: reference ?? undefined }))),
)

type Path = readonly (string | number)[]

/** The places of a value, itself left out. */
const places = (value: unknown, path: Path = []): Path[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, field]) => {
        const at = [...path, Array.isArray(value) ? Number(key) : key]
        return [at, ...places(field, at)]
      })

/** A copy with another value, or none (undefined), at a place. */
function changed(value: unknown, path: Path, by: unknown): unknown {
  const copy = structuredClone(value)
  let parent = copy as Record<string | number, unknown>
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>
  const last = path.at(-1) as string | number
  if (by === undefined && !Array.isArray(parent)) delete parent[last]
  else parent[last] = by ?? null
  return copy
}

describe('the schemas', () => {
  it('are those of the files', () => {
    expect(extractionSchema).toEqual(file('extraction'))
    expect(serviceSchema).toEqual(file('service'))
  })

  it('have no keyword that the check does not know', () => {
    const KNOWN = ['$schema', '$ref', 'title', 'description', 'type', 'const', 'enum', 'format', 'properties']
    KNOWN.push('required', 'additionalProperties', 'items', 'anyOf', 'definitions')
    const strange = new Set<string>()
    const look = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties' || key === 'definitions') Object.values(value as object).forEach(look)
        else if (key === 'items' || key === 'additionalProperties') look(value)
        else if (key === 'anyOf') (value as unknown[]).forEach(look)
        if (!KNOWN.includes(key)) strange.add(key)
      }
    }
    look(extractionSchema)
    look(serviceSchema)
    expect([...strange]).toEqual([])
  })
})

describe('the check', () => {
  it('finds nothing in what is extracted', () => {
    expect(samples.length).toBeGreaterThan(10)
    for (const sample of samples) expect(extractionProblems(sample)).toEqual([])
  })

  it('agrees with ajv on results in which one place was changed', () => {
    const kinds = [undefined, null, true, 0, 1.5, '', 'date', 'utf8', [], {}, [{}], { start: 0, end: 1 }]
    const verdicts = { fit: 0, unfit: 0 }
    const trial = fc
      .constantFrom(...samples)
      .chain((sample) => fc.tuple(fc.constant(sample), fc.constantFrom(...places(sample)), fc.constantFrom(...kinds)))
    fc.assert(
      fc.property(trial, ([sample, path, by]) => {
        const value = changed(sample, path, by)
        const right = fits(value)
        verdicts[right ? 'fit' : 'unfit']++
        expect(isExtraction(value), JSON.stringify([path, by])).toBe(right)
      }),
      { numRuns: 600, seed: 7 },
    )
    expect(verdicts.fit).toBeGreaterThan(10)
    expect(verdicts.unfit).toBeGreaterThan(200)
  })

  it('says where and what', () => {
    const sample = JSON.parse(JSON.stringify(extract('Hội nghị có 64 điểm cầu.')))
    const [fact] = sample.facts
    const withFact = (fields: object) => extractionProblems({ ...sample, facts: [{ ...fact, ...fields }] })
    expect(withFact({ count: 'x' })).toEqual([{ path: '/facts/0/count', message: 'expected integer, got "x"' }])
    expect(withFact({ role: undefined, start: 1.5 })).toEqual([
      { path: '/facts/0/role', message: 'is missing' },
      { path: '/facts/0/start', message: 'expected integer, got 1.5' },
    ])
    expect(withFact({ type: 'money' })[0]).toMatchObject({ path: '/facts/0' })
    expect(withFact({ note: 'a newer version has written it' })).toEqual([])
    expect(extractionProblems({ ...sample, offsets: 'bytes' })).toEqual([
      { path: '/offsets', message: 'expected one of "utf16", "codepoint", "utf8", got "bytes"' },
    ])
    expect(extractionProblems(null)).toEqual([{ path: '', message: 'expected object, got null' }])
    expect(extractionProblems([])).toEqual([{ path: '', message: 'expected object, got an array' }])
  })
})
