/** The documents of pieces: done in the threads. */
import type { Reading } from './documents.ts'
import type { ReadSettings } from './fields.ts'
import { type Form, isBroken, type Piece, placeOf } from './pieces.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import { readPage } from './read-page.ts'
import { readWarc } from './read-warc.ts'
import type { Columns } from './task.ts'
import { textOf } from './text.ts'

export function readPiece(piece: Piece, form: Form, columns: Columns | undefined, settings: ReadSettings): Reading {
  if (isBroken(piece)) return piece
  switch (form) {
    case 'jsonl':
      return readJson(piece, settings)
    case 'csv':
      return readCsv(piece, columns as Columns, settings)
    case 'warc':
      return readWarc(piece, settings)
    case 'html':
      return readPage(piece, piece.source, undefined, undefined)
    case 'text':
      return { place: placeOf(piece), id: piece.source, referenceDate: undefined, ...textOf(piece.bytes) }
  }
}
