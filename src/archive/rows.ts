/** The facts of a file that a batch has written, one by one, whatever its form. */
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { lineBatches } from '../jsonl/lines.ts'
import { columns } from './columns.ts'
import { BatchError, reasonOf } from './problem.ts'

/** A fact with the document that it is from; its fields have the names that they have in JSON. */
export interface FactRow {
  readonly document: string
  /** The day that the document was read against, YYYY-MM-DD. */
  readonly reference: string | null
  /** Its number in the document, from 0. */
  readonly index: number
  /** undefined for a document without facts, which only JSON Lines have. */
  readonly fact: FactFields | undefined
}

export type FactFields = Readonly<Record<string, unknown>> & { readonly type: string }

/** @throws BatchError that names the file and the place where it cannot be read. */
export async function* factRows(path: string): AsyncGenerator<FactRow> {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase()
  try {
    if (ending === 'parquet') yield* parquetRows(path)
    else if (ending === 'csv') yield* csvRows(path)
    else yield* jsonRows(path)
  } catch (error) {
    if (error instanceof BatchError) throw error
    throw new BatchError('io', `${path}: ${reasonOf(error)}`, { cause: error })
  }
}

async function* jsonRows(path: string): AsyncGenerator<FactRow> {
  let line = 0
  for await (const lines of lineBatches(createReadStream(path)))
    for (const bytes of lines) {
      line++
      const { id, reference, facts, error } = objectOf(bytes, path, line)
      // Lines of the filter may hold an error in a document's place.
      if (error !== undefined) continue
      if (!Array.isArray(facts)) throw new BatchError('io', `${path}:${line}: expected "facts", a list`)
      const place = { document: String(id), reference: (reference as { date?: string } | null)?.date ?? null }
      if (facts.length === 0) yield { ...place, index: 0, fact: undefined }
      for (const [index, fact] of facts.entries()) yield { ...place, index, fact: fact as FactFields }
    }
}

/** A line of JSON Lines as an object. @throws BatchError that names the line. */
export function objectOf(bytes: Uint8Array, path: string, line: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString())
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>
  } catch {}
  throw new BatchError('io', `${path}:${line}: expected a JSON object a line`)
}

async function* csvRows(path: string): AsyncGenerator<FactRow> {
  const rows = pipeline(createReadStream(path), parse({ columns: true, bom: true }), () => {
    // A failure ends the rows, and is thrown there.
  })
  for await (const row of rows) yield rowOfCells(row as Readonly<Record<string, unknown>>, path)
}

async function* parquetRows(path: string): AsyncGenerator<FactRow> {
  const file = await asyncBufferFromFile(path)
  const metadata = await parquetMetadataAsync(file)
  let rowStart = 0
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows)
    for (const row of await parquetReadObjects({ file, metadata, rowStart, rowEnd })) yield rowOfCells(row, path)
    rowStart = rowEnd
  }
}

function rowOfCells(cells: Readonly<Record<string, unknown>>, path: string): FactRow {
  const { document_id: document, reference_date: reference, fact: index, type } = cells
  if (typeof document !== 'string' || typeof type !== 'string' || !Number.isInteger(Number(index)))
    throw new BatchError(
      'io',
      `${path}: expected the columns document_id, fact and type, as trichluc batch writes them`,
    )
  const fact: Record<string, unknown> & { type: string } = { type }
  for (const { name, field, type: kind } of columns) {
    const cell = cells[name]
    if (field === undefined || cell === null || cell === undefined || cell === '') continue
    if (kind === 'JSON') fact[field] = typeof cell === 'string' ? JSON.parse(cell) : cell
    else if (kind === 'VARCHAR') fact[field] = cell
    else if (kind === 'BOOLEAN') fact[field] = cell === true || cell === 'true'
    else fact[field] = Number(cell)
  }
  const day = typeof reference === 'string' && reference !== '' ? reference : null
  return { document, reference: day, index: Number(index), fact }
}
