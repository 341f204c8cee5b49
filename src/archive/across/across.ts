/** What is the same across the documents of an archive, from the files that a batch has written. */
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Across } from '../../across/index.ts'
import type { Fact } from '../../index.ts'
import { lineBatches } from '../../jsonl/lines.ts'
import type { Cell } from '../columns.ts'
import { csvLine } from '../csv.ts'
import { attempt } from '../outputs.ts'
import { BatchError, reasonOf } from '../problem.ts'
import { type FactFields, factRows, objectOf } from '../rows.ts'
import { SCHEMA_HEAD } from '../schema-sql.ts'
import { acrossSql, type Table, tables } from './tables.ts'

/** Where the tables go, and what they are made from besides the facts. */
export interface AcrossFilesOptions {
  /** The folder that gets copies.csv, keys.csv, links.csv and across.sql; it is made if it is not there. */
  readonly out: string
  /** The texts of the same run (`textOut`), by which near-copies are found; without them copies.csv has no rows. */
  readonly texts?: string | undefined
}

/** What was found, in numbers of rows. */
export interface AcrossSummary {
  readonly documents: number
  /** Documents that are a near-copy of an earlier one. */
  readonly copies: number
  /** Documents and officials of the facts. */
  readonly keyed: number
  /** Of these, those which the article does not settle. */
  readonly open: number
  /** Keys that are the same person's as another one. */
  readonly joined: number
}

/**
 * Near-copies of articles, and the keys under which cited documents and persons are the same in all of them, as tables.
 * @param facts A file that `batch` has written: JSON Lines, CSV or Parquet, by its ending.
 * @throws BatchError that names the file and place that cannot be read or written.
 */
export async function across(facts: string, { out, texts }: AcrossFilesOptions): Promise<AcrossSummary> {
  const sql = join(out, 'across.sql')
  await attempt(out, () => mkdir(out, { recursive: true }))
  await checkSql(sql)
  const writers = {
    copies: await TableWriter.open(out, tables.copies),
    keys: await TableWriter.open(out, tables.keys),
    links: await TableWriter.open(out, tables.links),
  }
  let [documents, copies, keyed, unsettled, joined] = [0, 0, 0, 0, 0]
  try {
    const all = new Across()
    for await (const { id, text, day, facts: list } of withTexts(facts, texts)) {
      documents++
      const reference = day === null ? null : ({ date: day, basis: 'given' } as const)
      const { copyOf, keys } = all.add({ id, text, extraction: { facts: list, reference } })
      if (copyOf) {
        copies++
        await writers.copies.row([id, String(copyOf.id), copyOf.similarity, copyOf.containment])
      }
      for (const { fact, key, basis } of keys) {
        keyed++
        await writers.keys.row([id, fact, (list[fact] as Fact).type, key, basis])
      }
    }
    for (const link of all.links()) {
      if (link.type === 'joined') joined++
      else unsettled++
      await writers.links.row(
        link.type === 'joined'
          ? [link.type, null, null, null, link.key, link.joined, null, link.basis]
          : [link.type, String(link.id), link.fact, link.text, null, null, JSON.stringify(link.candidates), link.basis],
      )
    }
    for (const writer of Object.values(writers)) await writer.end()
    await attempt(sql, () => writeFile(sql, acrossSql()))
  } finally {
    for (const writer of Object.values(writers)) await writer.close()
  }
  return { documents, copies, keyed, open: unsettled, joined }
}

interface Document {
  readonly id: string
  readonly day: string | null
  readonly text: string
  readonly facts: readonly Fact[]
}

/** Documents with their facts; with texts also those of which a table has no row. */
async function* withTexts(facts: string, texts: string | undefined): AsyncGenerator<Document> {
  if (texts === undefined) {
    for await (const document of withFacts(facts)) yield { ...document, text: '' }
    return
  }
  const next = textRows(texts)
  for await (const document of withFacts(facts)) {
    while (true) {
      const { value, done } = await next.next()
      if (done)
        throw new BatchError(
          'io',
          `${texts}: there is no text of the document "${document.id}" of ${facts} in its order: expected the --text-out of the same run`,
        )
      if (value.id === document.id) {
        yield { ...document, text: value.text }
        break
      }
      yield { ...value, day: null, facts: [] }
    }
  }
  for await (const value of next) yield { ...value, day: null, facts: [] }
}

async function* withFacts(path: string): AsyncGenerator<Omit<Document, 'text'>> {
  let document: { id: string; day: string | null; facts: Fact[] } | undefined
  for await (const { document: id, reference: day, index, fact } of factRows(path)) {
    // The next document may have the same id; its facts are counted anew.
    if (document?.id !== id || index === 0) {
      if (document) yield document
      document = { id, day, facts: [] }
    }
    if (fact) document.facts.push(whole(fact))
  }
  if (document) yield document
}

/** The fields by which facts are joined: a table has none where JSON has null. */
const FIELDS = ['kind', 'number', 'year', 'symbol', 'code', 'issuer', 'congress', 'plenum', 'issuedOn', 'key']
const NONE = Object.fromEntries(FIELDS.map((field) => [field, null]))

const whole = (fact: FactFields): Fact =>
  (fact.type === 'document'
    ? { ...NONE, ...fact }
    : fact.type === 'official' && !Array.isArray(fact['titles'])
      ? { ...fact, titles: [] }
      : fact) as unknown as Fact

async function* textRows(path: string): AsyncGenerator<{ readonly id: string; readonly text: string }> {
  let line = 0
  try {
    for await (const lines of lineBatches(createReadStream(path)))
      for (const bytes of lines) {
        line++
        const { id, text } = objectOf(bytes, path, line)
        if ((typeof id !== 'string' && typeof id !== 'number') || typeof text !== 'string')
          throw new BatchError(
            'io',
            `${path}:${line}: expected "id" and "text", as --text-out of trichluc batch writes them`,
          )
        yield { id: String(id), text }
      }
  } catch (error) {
    if (error instanceof BatchError) throw error
    throw new BatchError('io', `${path}: ${reasonOf(error)}`, { cause: error })
  }
}

/** A table that grows under a temporary name, and gets its own when it is whole. */
class TableWriter {
  #rows = ''

  private constructor(
    readonly path: string,
    readonly file: FileHandle,
  ) {}

  static async open(folder: string, { name, columns }: Table): Promise<TableWriter> {
    const path = join(folder, `${name}.csv`)
    const writer = new TableWriter(path, await attempt(path, () => open(`${path}.partial`, 'w')))
    await writer.row(columns.map(([column]) => column))
    return writer
  }

  async row(cells: readonly Cell[]): Promise<void> {
    this.#rows += csvLine(cells)
    if (this.#rows.length > 1 << 16) await this.#flush()
  }

  async #flush(): Promise<void> {
    const rows = this.#rows
    this.#rows = ''
    await attempt(this.path, () => this.file.appendFile(rows))
  }

  async end(): Promise<void> {
    await this.#flush()
    await attempt(this.path, async () => {
      await this.file.sync()
      await rename(`${this.path}.partial`, this.path)
    })
  }

  /** What has not come to its end goes. */
  async close(): Promise<void> {
    await this.file.close()
    await rm(`${this.path}.partial`, { force: true })
  }
}

/** @throws BatchError where another file than ours stands where the schema goes. */
async function checkSql(path: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => SCHEMA_HEAD)
  if (!before.startsWith(SCHEMA_HEAD))
    throw new BatchError('io', `${path}: is in the way, and not written by trichluc; move it or choose another folder`)
}
