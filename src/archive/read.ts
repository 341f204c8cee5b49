/** The documents of pieces: done in the threads. */
import type { ExtractOptions } from '../index.ts'
import { BadLine, readArticle, readLine } from '../jsonl/article.ts'
import { decodeUtf8, NotUtf8 } from '../jsonl/utf8.ts'
import type { Reading } from './documents.ts'
import { type Form, isBroken, type Piece, type RawDocument } from './pieces.ts'
import type { Columns } from './task.ts'

/** What a thread is told once. */
export interface ReadSettings {
  /** Names of the columns or properties that hold text, id and date. */
  readonly fields: Fields
  /** Which of them were named: those must be there. */
  readonly named: { readonly id: boolean; readonly date: boolean }
  readonly extract: ExtractOptions
}

export interface Fields {
  readonly text: string
  readonly id: string
  readonly date: string
}

export const FIELDS: Fields = { text: 'text', id: 'id', date: 'publishedAt' }

export function readPiece(piece: Piece, form: Form, _columns: Columns | undefined, fields: Fields): Reading {
  if (isBroken(piece)) return piece
  switch (form) {
    case 'jsonl':
      return readJson(piece, fields)
    default:
      return readText(piece)
  }
}

function readJson(piece: RawDocument, fields: Fields): Reading {
  const line = piece.line ?? 1
  const read = isPlain(fields) ? readLine(piece.bytes, line) : readNamed(piece.bytes, line, fields)
  if (read instanceof BadLine)
    return { ...placeOf(piece), id: read.id, code: read.error.code, message: read.error.message }
  return { place: placeOf(piece), ...read, diagnostics: [] }
}

const isPlain = ({ text, id, date }: Fields) => text === FIELDS.text && id === FIELDS.id && date === FIELDS.date

function readNamed(bytes: Uint8Array, line: number, fields: Fields) {
  void fields
  return readArticle(JSON.parse(decodeUtf8(bytes)), line)
}

function readText(piece: RawDocument): Reading {
  try {
    return {
      place: placeOf(piece),
      id: piece.source,
      text: decodeUtf8(piece.bytes),
      referenceDate: undefined,
      diagnostics: [],
    }
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error
    return { ...placeOf(piece), id: piece.source, code: 'bad-utf8', message: error.message }
  }
}

const placeOf = ({ source, line, byte }: RawDocument) => ({ source, line, byte })
