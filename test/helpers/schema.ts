/** The published JSON Schema, made strict: it lets new fields pass, but our own output has none that it does not know. */
import { readFileSync } from 'node:fs'
import Ajv, { type ErrorObject } from 'ajv'
import { root } from './paths.ts'

export const schema = JSON.parse(readFileSync(`${root}schemas/extraction.schema.json`, 'utf8'))

function strict(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strict)
  if (typeof node !== 'object' || node === null) return node
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, strict(value)]))
  return copy['type'] === 'object' ? { ...copy, additionalProperties: false } : copy
}

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(strict(schema) as object)

/** What the schema has against a value, once it has been JSON. */
export const schemaProblems = (value: unknown): readonly ErrorObject[] =>
  validate(JSON.parse(JSON.stringify(value))) ? [] : [...(validate.errors ?? [])]
