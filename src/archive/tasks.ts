/** An archive as tasks for the threads, in the order of the archive. */
import { bytesOf } from './bytes.ts'
import { cutCsv } from './cut-csv.ts'
import { brokenOff, cutLines, joined, tooLong } from './cut-lines.ts'
import { cutWarc } from './cut-warc.ts'
import type { Input } from './inputs.ts'
import { type Form, isBroken, type Piece } from './pieces.ts'
import { cellsOf } from './read-csv.ts'
import { Packer, type Task } from './task.ts'

export interface CutSettings {
  /** Bytes of the longest document that is read. */
  readonly mostBytes: number
  /** Between the columns of CSV, where the caller says it. */
  readonly delimiter: string | undefined
  /** Is told how many bytes of the inputs have been read. */
  readonly count: (bytes: number) => void
}

/** Files that are one document each go together by so many, counted over the list: one that changes moves no other. */
const FILES = 32

export async function* tasksOf(inputs: readonly Input[], settings: CutSettings): AsyncGenerator<Task> {
  let files: Packer | undefined
  let inGroup = 0
  for (const input of inputs) {
    if (input.form === 'text' || input.form === 'html') {
      if (files && files.form !== input.form) {
        yield files.take()
        files = undefined
      }
      files ??= new Packer(input.form)
      files.add(await wholeFile(input, settings))
      if (++inGroup % FILES === 0 || files.full) {
        yield files.take()
        files = undefined
      }
      continue
    }
    if (files) yield files.take()
    files = undefined
    inGroup = 0
    yield* tasksOfOne(input, settings)
  }
  if (files) yield files.take()
}

async function* tasksOfOne(input: Input, { mostBytes, delimiter: given, count }: CutSettings): AsyncGenerator<Task> {
  const { source, form, compression } = input
  const bytes = bytesOf(source, compression, count)
  const delimiter = given ?? (/\.tsv(?:\.\w+)?$/i.test(source) ? '\t' : ',')
  let packer = form === 'csv' ? undefined : new Packer(form)
  for await (const pieces of cut(bytes, form, source, delimiter, mostBytes))
    for (const piece of pieces) {
      if (!packer && !isBroken(piece)) {
        // The first row says what the others are.
        packer = new Packer(form, { names: namesOf(piece.bytes, delimiter), delimiter })
        continue
      }
      packer ??= new Packer(form, { names: [], delimiter })
      packer.add(piece)
      if (packer.full) yield packer.take()
    }
  if (packer && !packer.empty) yield packer.take()
}

function cut(bytes: AsyncIterable<Uint8Array>, form: Form, source: string, delimiter: string, mostBytes: number) {
  switch (form) {
    case 'csv':
      return cutCsv(bytes, source, delimiter, mostBytes)
    case 'warc':
      return cutWarc(bytes, source, mostBytes)
    default:
      return cutLines(bytes, source, mostBytes)
  }
}

/** Names of columns are ASCII, or UTF-8. */
function namesOf(header: Uint8Array, delimiter: string): readonly string[] {
  const cells = cellsOf(Buffer.from(header).toString(), delimiter)
  return typeof cells === 'string' ? [] : cells.map((name) => name.trim())
}

async function wholeFile({ source, compression }: Input, { mostBytes, count }: CutSettings): Promise<Piece> {
  const place = { source, line: null, byte: null }
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of bytesOf(source, compression, count)) {
      length += chunk.length
      if (length > mostBytes) return { ...tooLong(place, mostBytes, 'file'), id: source } as Piece
      chunks.push(chunk)
    }
    return { ...place, bytes: joined(chunks) }
  } catch (error) {
    return { ...brokenOff(error, place), id: source } as Piece
  }
}
