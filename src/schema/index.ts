/** The JSON Schemas of the package as objects, and a check by them: `trichluc/schema`. They are made from the TypeScript types. */
import extraction from '../../schemas/extraction.schema.json' with { type: 'json' }
import service from '../../schemas/service.schema.json' with { type: 'json' }
import type { Extraction } from '../output/extraction.ts'
import { problemsOf } from './check.ts'
import type { JsonSchema, SchemaProblem } from './types.ts'

export type { JsonSchema, SchemaProblem } from './types.ts'

/**
 * What `extract` gives, as JSON Schema (draft 7). The facts of each type are under `definitions`: "DocumentFact", "DateFact" and so
 * on. The same as the file `trichluc/schemas/extraction.schema.json`.
 */
export const extractionSchema: JsonSchema = extraction

/** What the HTTP service takes and answers, under `definitions`; the same as `trichluc/schemas/service.schema.json`. */
export const serviceSchema: JsonSchema = service

/**
 * What a value has against the schema of an extraction, in the order of its fields; nothing where it fits. For results that come out of
 * a store or over a network. Fields that the schema does not know pass, as a newer version may have written them; that offsets
 * lie within the article is not checked. Facts of kinds of your own do not fit: the schema knows the built-in ones alone.
 * @param value Anything that JSON can hold.
 */
export function extractionProblems(value: unknown): readonly SchemaProblem[] {
  return problemsOf(value, extractionSchema, extractionSchema)
}

/** Whether a value has the form of an extraction; `extractionProblems` says why not. */
export function isExtraction(value: unknown): value is Extraction {
  return extractionProblems(value).length === 0
}
