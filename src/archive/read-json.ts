/** A line of JSON as a document. */
import { BadLine, readArticle, readLine } from '../jsonl/article.ts'
import { decodeUtf8 } from '../jsonl/utf8.ts'
import type { Reading } from './documents.ts'
import { FIELDS, type Fields, type ReadSettings } from './fields.ts'
import { failure, placeOf, type RawDocument } from './pieces.ts'
import { mended } from './text.ts'

export function readJson(piece: RawDocument, { fields }: ReadSettings): Reading {
  const line = piece.line ?? 1
  const read = isDefault(fields) ? readLine(piece.bytes, line) : readNamed(piece.bytes, line, fields)
  if (read instanceof BadLine) return failure(piece, read.id, read.error.code, read.error.message)
  const { id, text, referenceDate } = read
  return { place: placeOf(piece), id, referenceDate, ...mended(text) }
}

const isDefault = ({ text, id, date }: Fields) => text === FIELDS.text && id === FIELDS.id && date === FIELDS.date

/** As an article whose properties have other names. */
function readNamed(bytes: Uint8Array, line: number, fields: Fields) {
  let value: unknown
  try {
    value = JSON.parse(decodeUtf8(bytes).replace(line === 1 ? /^\ufeff/ : '', ''))
  } catch {
    // Read once more for what is wrong with it.
    return readLine(bytes, line)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return readArticle(value, line)
  const object = value as Readonly<Record<string, unknown>>
  const read = readArticle({ id: object[fields.id], text: object[fields.text], publishedAt: object[fields.date] }, line)
  if (!(read instanceof BadLine)) return read
  const message = read.error.message.replace(
    /^(id|text|publishedAt):/,
    (_, name: string) => `${fields[name === 'publishedAt' ? 'date' : (name as 'id' | 'text')]}:`,
  )
  return new BadLine(read.id, { ...read.error, message })
}
