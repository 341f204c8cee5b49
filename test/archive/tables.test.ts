/** CSV and Parquet, read back by DuckDB. */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { beforeAll, describe, expect, it } from 'vitest'
import { extractAll } from '../../src/index.ts'
import { builtArchive, folder, items, jsonl } from '../helpers/archive.ts'

const list = items(100)
const at = folder()
/** DuckDB counts code points. */
const extract = { offsets: 'codepoint' } as const
const expected = () =>
  extractAll(
    list.map(({ text, publishedAt }) => ({ text, referenceDate: publishedAt })),
    extract,
  )

/** As schema.sql says, in the folder where it lies. */
async function loaded(file: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const sql = readFileSync(`${dirname(file)}/schema.sql`, 'utf8')
  expect(sql).toContain(`'${basename(file)}'`)
  await connection.run(sql.replace(`'${basename(file)}'`, `'${file}'`))
  return connection
}

const rows = async (connection: DuckDBConnection, sql: string) =>
  (await connection.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[]

describe.each(['parquet', 'csv'] as const)('%s', (format) => {
  const out = at.path(`facts.${format}`)
  let db: DuckDBConnection
  beforeAll(async () => {
    const { batch } = await builtArchive()
    const input = at.write('archive.jsonl', jsonl(list))
    await batch({ inputs: [input], out, jobs: 2, textOut: at.path(`texts-${format}.jsonl`), extract, force: true })
    db = await loaded(out)
  }, 120_000)

  it('has a row a fact: counts by type', async () => {
    const counts = new Map<string, number>()
    for (const { facts } of expected()) for (const { type } of facts) counts.set(type, (counts.get(type) ?? 0) + 1)
    const found = await rows(db, 'SELECT "type", count(*)::INTEGER AS n FROM facts GROUP BY ALL ORDER BY ALL')
    expect(found).toEqual([...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, n]) => ({ type, n })))
    expect(found.length).toBeGreaterThanOrEqual(6)
  })

  it('has the day of each document: documents by month', async () => {
    const found = await rows(
      db,
      `SELECT strftime(reference_date::DATE, '%Y-%m') AS month, count(DISTINCT document_id)::INTEGER AS documents
       FROM facts GROUP BY ALL ORDER BY ALL`,
    )
    const months = new Map<string, number>()
    for (const [i, { facts }] of expected().entries()) {
      const month = String(list[i]?.publishedAt).slice(0, 7)
      if (facts.length > 0) months.set(month, (months.get(month) ?? 0) + 1)
    }
    expect(found).toEqual([...months].map(([month, documents]) => ({ month, documents })))
  })

  it('joins with the texts, where offsets are right', async () => {
    const found = await rows(
      db,
      `SELECT count(*)::INTEGER AS facts, count(*) FILTER (WHERE f."text" = substring(t."text", start_offset + 1, end_offset - start_offset))::INTEGER AS right
       FROM facts f JOIN read_json('${at.path(`texts-${format}.jsonl`)}', columns = {id: 'VARCHAR', text: 'VARCHAR'}) t ON f.document_id = t.id`,
    )
    const all = expected().reduce((sum, { facts }) => sum + facts.length, 0)
    expect(found).toEqual([{ facts: all, right: all }])
  })

  it('has every field of every fact', async () => {
    const found = await rows(db, 'SELECT * FROM facts ORDER BY document_id, fact')
    const wanted = expected().flatMap(({ facts }, i) => facts.map((fact) => ({ id: list[i]?.id, fact })))
    expect(found).toHaveLength(wanted.length)
    for (const [i, { id, fact }] of wanted.entries()) {
      const row = found[i] as Record<string, unknown>
      expect(row['document_id']).toBe(id)
      for (const [field, value] of Object.entries(fact)) {
        const cell = row[COLUMN[field] ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]
        const plain = typeof cell === 'string' && typeof value === 'number' ? Number(cell) : cell
        if (typeof value === 'object' && value !== null) expect(JSON.parse(String(cell))).toEqual(value)
        else expect(plain, `${field} of ${JSON.stringify(fact)}`).toEqual(value)
      }
    }
  })

  it('has views with dates that are dates', async () => {
    const due = await rows(
      db,
      "SELECT count(*)::INTEGER AS n, typeof(any_value(due)) AS t FROM deadline WHERE due >= DATE '2000-01-01'",
    )
    expect(due[0]).toMatchObject({ t: 'DATE' })
    expect(due[0]?.['n']).toBeGreaterThan(0)
    const held = await rows(db, 'SELECT len(titles)::INTEGER AS n FROM official ORDER BY n DESC LIMIT 1')
    expect(held[0]?.['n']).toBeGreaterThan(1)
  })
})

const COLUMN: Readonly<Record<string, string>> = { start: 'start_offset', end: 'end_offset', of: 'called' }

describe('the columns', () => {
  it('are the same in a run that finds nothing', async () => {
    const { batch } = await builtArchive()
    const input = at.write('nothing.jsonl', jsonl([{ id: 1, text: 'Không có gì.' }]))
    await batch({ inputs: [input], out: at.path('facts.parquet'), jobs: 1, force: true })
    const db = await loaded(at.path('facts.parquet'))
    expect(await rows(db, 'SELECT count(*)::INTEGER AS n FROM facts')).toEqual([{ n: 0 }])
    await batch({ inputs: [input], out: at.path('facts.csv'), jobs: 1, force: true })
    expect(await rows(await loaded(at.path('facts.csv')), 'SELECT count(*)::INTEGER AS n FROM facts')).toEqual([
      { n: 0 },
    ])
    expect(at.read('facts.csv').split('\n')[0]?.split(',')).toHaveLength(46)
  })

  it('are written beside no file that is not ours', async () => {
    const { batch } = await builtArchive()
    const other = folder()
    writeFileSync(other.path('schema.sql'), 'CREATE TABLE mine (id INTEGER);')
    const run = batch({ inputs: [at.path('nothing.jsonl')], out: other.path('facts.parquet') })
    await expect(run).rejects.toThrow(/schema\.sql: is in the way/)
  })
})
