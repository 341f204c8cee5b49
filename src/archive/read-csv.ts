/** A row of CSV as a document. */
import { parse } from 'csv-parse/sync'
import { BadLine, readArticle } from '../jsonl/article.ts'
import type { Reading } from './documents.ts'
import type { ReadSettings } from './fields.ts'
import { failure, placeOf, type RawDocument } from './pieces.ts'
import type { Columns } from './task.ts'
import { textOf } from './text.ts'

export function readCsv(piece: RawDocument, { names, delimiter }: Columns, { fields, named }: ReadSettings): Reading {
  const { text: row, encoding, diagnostics } = textOf(piece.bytes)
  const cells = cellsOf(row, delimiter)
  if (typeof cells === 'string') return failure(piece, null, 'bad-csv', cells)
  const cell = (name: string) => cells[names.indexOf(name)]
  const has = (name: string) => names.includes(name)
  const id = has(fields.id) ? (cell(fields.id) ?? null) : `${piece.source}:${piece.line}`
  if (cells.length !== names.length)
    return failure(piece, id, 'bad-csv', `the row has ${fieldsOf(cells.length)}, and the header ${names.length}`)
  for (const name of [fields.text, ...(named.id ? [fields.id] : []), ...(named.date ? [fields.date] : [])])
    if (!has(name))
      return failure(piece, id, 'no-column', `there is no column "${name}"; the header has ${names.join(', ')}`)
  if (id === '') return failure(piece, null, 'bad-id', `${fields.id}: is empty`)
  const date = has(fields.date) ? cell(fields.date) : undefined
  const read = readArticle({ id, text: cell(fields.text), publishedAt: date === '' ? null : date }, piece.line ?? 1)
  if (read instanceof BadLine)
    return failure(piece, id, read.error.code, read.error.message.replace(/^publishedAt:/, `${fields.date}:`))
  return { place: placeOf(piece), ...read, encoding, diagnostics }
}

const fieldsOf = (count: number) => (count === 1 ? 'one field' : `${count} fields`)

/** The cells of a row, or what is wrong with it. */
export function cellsOf(row: string, delimiter: string): readonly string[] | string {
  try {
    const rows = parse(row, { delimiter, relax_column_count: true, bom: true }) as string[][]
    return rows.length === 1 ? (rows[0] as string[]) : `expected one row, found ${rows.length}`
  } catch (error) {
    // The message ends with a line that is counted within the row.
    return (error as Error).message.replace(/ (?:at|on) line \d+.*$/s, '').replace(/^Invalid/, 'invalid')
  }
}
