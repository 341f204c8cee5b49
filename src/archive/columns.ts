/** The columns of CSV and Parquet: a row a fact, the same columns in every run. */
import type { Extraction, Fact } from '../index.ts'
import type { ArchiveDocument } from './documents.ts'

export type ColumnType = 'VARCHAR' | 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN' | 'JSON'
export type Cell = string | number | boolean | null

export interface Column {
  readonly name: string
  readonly type: ColumnType
  /** What it holds; of which types, where not of all. */
  readonly comment: string
  /** The field of a fact that it is; undefined for what is no field. */
  readonly field?: string
}

const of = (name: string, type: ColumnType, field: string, comment: string): Column => ({ name, type, field, comment })

export const columns: readonly Column[] = [
  { name: 'document_id', type: 'VARCHAR', comment: 'id of the document' },
  { name: 'source', type: 'VARCHAR', comment: 'the input that the document is from' },
  { name: 'reference_date', type: 'VARCHAR', comment: 'the day that the document was read against, YYYY-MM-DD' },
  { name: 'reference_basis', type: 'VARCHAR', comment: 'where that day is from' },
  { name: 'fact', type: 'INTEGER', comment: 'number of the fact in the document, from 0' },
  of('type', 'VARCHAR', 'type', 'type of the fact'),
  of('start_offset', 'INTEGER', 'start', 'where the evidence begins in the text'),
  of('end_offset', 'INTEGER', 'end', 'where it ends, exclusive'),
  of('text', 'VARCHAR', 'text', 'the evidence'),
  of('rule', 'VARCHAR', 'rule', 'the rule that read it'),
  of('confidence', 'DOUBLE', 'confidence', 'share of right facts of that rule'),
  of('inferred', 'JSON', 'inferred', 'what was inferred instead of read, a list of {field, basis}'),
  of('kind', 'VARCHAR', 'kind', 'document: Nghị quyết, Luật …; date: date, time, interval, duration, set'),
  of('number', 'VARCHAR', 'number', 'document'),
  of('year', 'INTEGER', 'year', 'document: the year in its number or behind its name'),
  of('symbol', 'VARCHAR', 'symbol', 'document: NQ/TW'),
  of('code', 'VARCHAR', 'code', 'document: number, year and symbol'),
  of('issuer', 'VARCHAR', 'issuer', 'document: who issued it'),
  of('congress', 'INTEGER', 'congress', 'document: the term'),
  of('plenum', 'INTEGER', 'plenum', 'document'),
  of('issued_on', 'VARCHAR', 'issuedOn', 'document: ISO date, X for what is not known'),
  of('subject', 'VARCHAR', 'subject', 'document: what it is about'),
  of('key', 'VARCHAR', 'key', 'document, topic: the same for all mentions of one'),
  of('ambiguous', 'JSON', 'ambiguous', 'document: keys of those that it may be'),
  of('value', 'VARCHAR', 'value', 'date: ISO 8601 and its TIMEX3 extension'),
  of('mod', 'VARCHAR', 'mod', 'date: START, MID, END'),
  of('name', 'VARCHAR', 'name', 'official; document: the name of a law'),
  of('titles', 'JSON', 'titles', 'official: a list of positions'),
  of('rank', 'VARCHAR', 'rank', 'official'),
  of('degree', 'VARCHAR', 'degree', 'official'),
  of('mentions', 'JSON', 'mentions', 'official: a list of {start, end}'),
  of('title', 'VARCHAR', 'title', 'topic'),
  of('speaker', 'VARCHAR', 'speaker', 'topic: who presents it'),
  of('document', 'VARCHAR', 'document', 'topic: code of the document whose subject it is'),
  of('count', 'BIGINT', 'count', 'bridgePoints, attendance'),
  of('role', 'VARCHAR', 'role', 'bridgePoints: main, branch, total'),
  of('approx', 'VARCHAR', 'approx', 'bridgePoints, attendance: exact, about, over, under'),
  of('unit', 'VARCHAR', 'unit', 'attendance: who they are'),
  of('called', 'BIGINT', 'of', 'attendance: how many were called'),
  of('percent', 'DOUBLE', 'percent', 'attendance'),
  of('due', 'VARCHAR', 'due', 'deadline: ISO date, X for what is not known'),
  of('inclusive', 'BOOLEAN', 'inclusive', 'deadline: whether that day is still in time'),
  of('within', 'VARCHAR', 'within', 'deadline: ISO duration'),
  of('task', 'VARCHAR', 'task', 'deadline'),
  of('assignee', 'VARCHAR', 'assignee', 'deadline: who must'),
  { name: 'other', type: 'JSON', comment: 'an object of all fields that are in no column: those of own kinds' },
]

const KNOWN: ReadonlySet<string> = new Set(columns.flatMap(({ field }) => field ?? []))

/** The cells of a fact, in the order of the columns. JSON is written out. */
export function rowOf(
  document: ArchiveDocument,
  reference: Extraction['reference'],
  fact: Fact,
  index: number,
): Cell[] {
  const fields = fact as unknown as Readonly<Record<string, unknown>>
  const first: Cell[] = [
    String(document.id),
    document.place.source,
    reference?.date ?? null,
    reference?.basis ?? null,
    index,
  ]
  const other: Record<string, unknown> = {}
  for (const field in fields) if (!KNOWN.has(field)) other[field] = fields[field]
  const rest = columns.slice(first.length).map(({ field, type }): Cell => {
    if (field === undefined) return Object.keys(other).length > 0 ? JSON.stringify(other) : null
    const value = fields[field]
    if (value === undefined || value === null) return null
    if (type === 'JSON') return JSON.stringify(value)
    // A field of an own kind may have the name of one of ours and hold something else.
    return typeof value === 'object' ? JSON.stringify(value) : fitting(value as Cell, type)
  })
  return [...first, ...rest]
}

/** A value in the type of its column; what does not fit is null there. */
function fitting(value: Cell, type: ColumnType): Cell {
  switch (type) {
    case 'VARCHAR':
    case 'JSON':
      return typeof value === 'string' ? value : String(value)
    case 'BOOLEAN':
      return typeof value === 'boolean' ? value : null
    case 'DOUBLE':
      return typeof value === 'number' ? value : null
    case 'INTEGER':
    case 'BIGINT':
      return typeof value === 'number' && Number.isSafeInteger(value) ? value : null
  }
}
