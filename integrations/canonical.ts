/** Answers in one form, so that they can be compared byte for byte: keys sorted, one line each. */
import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A line with its keys sorted. */
export const canonical = (line: string): string => JSON.stringify(sorted(JSON.parse(line) as Json))

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}

interface Row {
  readonly [column: string]: Json
  readonly facts: readonly { readonly [field: string]: Json }[] | null
}

/**
 * The lines of a folder of Parquet files that extract_facts has written: read by DuckDB, which is neither Spark nor ours. In a table all facts have all fields; here they have those of their
 * type again, by the JSON Schema.
 */
export async function linesOfParquet(folder: string): Promise<string[]> {
  const required = requiredFields()
  const connection = await (await DuckDBInstance.create()).connect()
  const reader = await connection.runAndReadAll(`SELECT to_json(t)::VARCHAR FROM read_parquet('${folder}/*.parquet') t`)
  return reader.getRows().map(([text]) => {
    const { error, facts, ...rest } = JSON.parse(text as string) as Row
    if (error !== null || facts === null) throw new Error(`a row has an error: ${text}`)
    const own = facts.map((fact) =>
      Object.fromEntries(
        Object.entries(fact).filter(
          ([name, value]) => value !== null || required.get(fact['type'] as string)?.has(name),
        ),
      ),
    )
    return canonical(JSON.stringify({ ...rest, facts: own }))
  })
}

/** The fields that each type of fact always has, though they may be null. */
function requiredFields(): Map<string, Set<string>> {
  const { definitions } = JSON.parse(
    readFileSync(new URL('../schemas/extraction.schema.json', import.meta.url), 'utf8'),
  ) as { definitions: Record<string, { required?: string[]; properties?: { type?: { const?: string } } }> }
  const fields = new Map<string, Set<string>>()
  for (const { required = [], properties } of Object.values(definitions))
    if (properties?.type?.const !== undefined) fields.set(properties.type.const, new Set(required))
  return fields
}
