/** What a thread makes of a task: the lines of each output, ready to be written. */
import { type Extraction, extractAll } from '../index.ts'
import { rowOf } from './columns.ts'
import { csvLine } from './csv.ts'
import type { ArchiveDocument, Reading } from './documents.ts'
import type { ReadSettings } from './fields.ts'
import type { Broken } from './pieces.ts'
import { readPiece } from './read.ts'
import { hashOf, type Task, unpacked } from './task.ts'

/** The forms in which facts are written. */
export const formats = ['jsonl', 'csv', 'parquet'] as const
/** A form in which facts are written. */
export type Format = (typeof formats)[number]

export interface ThreadSettings extends ReadSettings {
  readonly format: Format
  /** Whether the texts are written as well. */
  readonly texts: boolean
  /** Whether documents are only read. */
  readonly dry: boolean
}

/** What became of the documents of a run. */
export interface Counts {
  /** Documents that were read. */
  documents: number
  /** Facts by type. */
  facts: Record<string, number>
  /** Parts that could not be read, by code. */
  failed: Record<string, number>
  /** Parts that are no documents, by reason. */
  skipped: Record<string, number>
  /** Documents by the encoding from which they were converted. */
  converted: Record<string, number>
}

export interface Done {
  /** Of the facts, the errors and the texts, in UTF-8. */
  readonly outputs: readonly [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>]
  readonly counts: Counts
  readonly hash: string
}

export const noCounts = (): Counts => ({ documents: 0, facts: {}, failed: {}, skipped: {}, converted: {} })

export function addCounts(sum: Counts, more: Counts): void {
  sum.documents += more.documents
  for (const field of ['facts', 'failed', 'skipped', 'converted'] as const)
    for (const [name, count] of Object.entries(more[field])) sum[field][name] = (sum[field][name] ?? 0) + count
}

export function answer(task: Task, settings: ThreadSettings): Done {
  const counts = noCounts()
  const hash = hashOf(task)
  const readings: Reading[] = []
  for (const piece of unpacked(task)) readings.push(readPiece(piece, task.form, task.columns, settings))
  const documents = readings.filter((reading): reading is ArchiveDocument => 'text' in reading)
  const extractions = settings.dry ? [] : extractAll(documents, settings.extract)
  let [facts, errors, texts] = ['', '', '']
  let next = 0
  for (const reading of readings) {
    if ('skipped' in reading) add(counts.skipped, reading.skipped)
    else if ('code' in reading) {
      add(counts.failed, reading.code)
      errors += line(errorRow(reading))
    } else {
      counts.documents++
      if (reading.encoding !== undefined) add(counts.converted, reading.encoding)
      const extraction = extractions[next++]
      if (!extraction) continue
      for (const { type } of extraction.facts) add(counts.facts, type)
      facts += factLines(reading, described(reading, extraction), settings.format)
      if (settings.texts) texts += line(textRow(reading))
    }
  }
  return { outputs: [encode(facts), encode(errors), encode(texts)], counts, hash }
}

const encoder = new TextEncoder()
const encode = (text: string) => encoder.encode(text) as Uint8Array<ArrayBuffer>
const line = (value: unknown) => `${JSON.stringify(value)}\n`

function add(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1
}

/** An extraction with what is known of where its text is from. */
function described({ referenceBasis, diagnostics }: ArchiveDocument, extraction: Extraction): Extraction {
  const { reference } = extraction
  return {
    ...extraction,
    reference: reference && referenceBasis !== undefined ? { ...reference, basis: referenceBasis } : reference,
    diagnostics: [...extraction.diagnostics, ...diagnostics],
  }
}

function factLines(document: ArchiveDocument, extraction: Extraction, format: Format): string {
  if (format === 'jsonl') return line({ id: document.id, ...extraction })
  const form = format === 'csv' ? csvLine : line
  return extraction.facts.map((fact, i) => form(rowOf(document, extraction.reference, fact, i))).join('')
}

/** The place stands in fields and in the message, which is often all that is seen. */
const errorRow = ({ id, code, source, line, byte, message }: Broken) => ({
  id,
  code,
  source,
  line,
  byte,
  message: `${source}${line === null ? (byte === null ? '' : `, byte ${byte}`) : `:${line}`}: ${message}`,
})

/** What is not known is left out. */
const textRow = ({
  id,
  place,
  title,
  referenceDate,
  referenceBasis,
  encoding,
  diagnostics,
  text,
}: ArchiveDocument) => ({
  id,
  source: place.source,
  ...(title ? { title } : {}),
  ...(referenceDate === undefined ? {} : { publishedAt: referenceDate }),
  ...(referenceBasis === undefined ? {} : { publishedBasis: referenceBasis }),
  ...(encoding === undefined ? {} : { encoding }),
  ...(diagnostics.length > 0 ? { diagnostics } : {}),
  text,
})
