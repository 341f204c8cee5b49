import { describe, expect, it } from 'vitest'
import { readCorpus } from '../../src/eval/corpus.ts'
import { extract, factTypes, schemaVersion } from '../../src/index.ts'
import { articles } from '../helpers/paths.ts'
import { schema, schemaProblems } from '../helpers/schema.ts'

describe('the JSON Schema', () => {
  it('fits what is found in our articles', () => {
    const seen = new Set<string>()
    for (const { name, text, reference } of readCorpus(articles)) {
      const extraction = extract(text, { referenceDate: reference ?? undefined })
      expect(schemaProblems(extraction), name).toEqual([])
      for (const fact of extraction.facts) seen.add(fact.type)
    }
    expect([...seen].sort()).toEqual([...factTypes].sort())
  })

  it('fits empty and odd texts', () => {
    for (const text of ['', '\0', '\ud800', '\ufffd']) expect(schemaProblems(extract(text))).toEqual([])
  })

  it('does not fit anything else', () => {
    const extraction = extract('Có 64 điểm cầu.')
    expect(schemaProblems({ ...extraction, facts: [{ ...extraction.facts[0], count: 'x' }] })).not.toEqual([])
    expect(schemaProblems({ ...extraction, reference: undefined })).not.toEqual([])
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
