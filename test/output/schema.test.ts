import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { readCorpus } from '../../src/eval/corpus.ts'
import { extract, factTypes, schemaVersion } from '../../src/index.ts'
import { articles, root } from '../helpers/paths.ts'

const schema = JSON.parse(readFileSync(`${root}schemas/extraction.schema.json`, 'utf8'))

/** The published schema lets new fields pass; our own output must have no field that it does not know. */
function strict(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strict)
  if (typeof node !== 'object' || node === null) return node
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, strict(value)]))
  return copy['type'] === 'object' ? { ...copy, additionalProperties: false } : copy
}

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true })
const validate = ajv.compile(strict(schema) as object)
const problems = (value: unknown) => (validate(JSON.parse(JSON.stringify(value))) ? [] : (validate.errors ?? []))

describe('the JSON Schema', () => {
  it('fits what is found in our articles', () => {
    const seen = new Set<string>()
    for (const { name, text, reference } of readCorpus(articles)) {
      const extraction = extract(text, { referenceDate: reference ?? undefined })
      expect(problems(extraction), name).toEqual([])
      for (const fact of extraction.facts) seen.add(fact.type)
    }
    expect([...seen].sort()).toEqual([...factTypes].sort())
  })

  it('fits empty and odd texts', () => {
    for (const text of ['', '\0', '\ud800', '\ufffd']) expect(problems(extract(text))).toEqual([])
  })

  it('does not fit anything else', () => {
    const extraction = extract('Có 64 điểm cầu.')
    expect(problems({ ...extraction, facts: [{ ...extraction.facts[0], count: 'x' }] })).not.toEqual([])
    expect(problems({ ...extraction, reference: undefined })).not.toEqual([])
  })

  it('has a definition for each type, with descriptions', () => {
    const text = JSON.stringify(schema)
    for (const type of factTypes) expect(text).toContain(`"const":"${type}"`)
    expect(schema.definitions.DocumentFact.description).toBe('An official document that is mentioned.')
  })
})

it('has a version of its own', () => {
  expect(extract('').schemaVersion).toBe(schemaVersion)
})
