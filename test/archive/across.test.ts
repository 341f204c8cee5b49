/** The tables of what is the same across an archive, from each form of facts, read back by DuckDB. */
import { existsSync, readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { beforeAll, describe, expect, it } from 'vitest'
import { Across } from '../../src/across/index.ts'
import { extract } from '../../src/index.ts'
import { builtArchive, folder, items, jsonl } from '../helpers/archive.ts'

const at = folder()
const own = items(14)
/** Each article once more, as another paper prints it: the first paragraph and the name are its own. One has no facts. */
const list = [
  ...own,
  { id: 'không có gì', text: 'Trời đẹp.', publishedAt: '2023-03-01' },
  ...own.map(({ id, text, publishedAt }) => ({
    id: `chép ${id}`,
    text: `Theo một tờ báo khác.\n${text.split('\n').slice(1).join('\n')}`,
    publishedAt,
  })),
]
const formats = ['jsonl', 'csv', 'parquet'] as const
const names = ['copies.csv', 'keys.csv', 'links.csv', 'across.sql']

beforeAll(async () => {
  const { batch, across } = await builtArchive()
  const input = at.write('archive.jsonl', jsonl(list))
  for (const format of formats) {
    const [out, textOut] = [at.path(`facts.${format}`), at.path(`texts-${format}.jsonl`)]
    await batch({ inputs: [input], out, textOut, jobs: 1, force: true })
    await across(out, { out: at.path(format), texts: textOut })
  }
}, 120_000)

describe('across', () => {
  it.each(['csv', 'parquet'])('is the same from %s as from JSON Lines', (format) => {
    for (const name of names) expect(at.read(`${format}/${name}`)).toBe(at.read(`jsonl/${name}`))
  })

  it('is what the library says, one article after the other', async () => {
    const all = new Across()
    const [copies, keys]: [string[], string[]] = [[], []]
    for (const { id, text, publishedAt } of list) {
      const { copyOf, keys: found } = all.add({ id, text, extraction: extract(text, { referenceDate: publishedAt }) })
      if (copyOf) copies.push(`${id} = ${copyOf.id}`)
      for (const { fact, key } of found) keys.push(`${id} ${fact} ${key}`)
    }
    const db = await loaded('parquet')
    expect(await column(db, "SELECT document_id || ' = ' || copy_of FROM copies")).toEqual(copies)
    expect(await column(db, "SELECT concat(document_id, ' ', fact, ' ', coalesce(key, 'null')) FROM keys")).toEqual(
      keys,
    )
    expect(await column(db, "SELECT type || text FROM links WHERE type = 'open'")).toEqual(
      [...all.links()].flatMap((link) => (link.type === 'open' ? [`open${link.text}`] : [])),
    )
  })

  it('says of the articles that another paper prints whose copies they are', async () => {
    const db = await loaded('csv')
    const found = await column(db, "SELECT document_id || ' = ' || copy_of FROM copies")
    expect(found).toEqual(own.map(({ id }) => `chép ${id} = ${id}`))
  })

  it('gives the facts of each copy the keys of its original', async () => {
    const db = await loaded('jsonl')
    const lost = await column(
      db,
      `SELECT DISTINCT k.key FROM joined_keys k JOIN copies c ON c.document_id = k.document_id
       WHERE k.key IS NOT NULL AND k.key NOT IN (SELECT key FROM joined_keys o WHERE o.document_id = c.copy_of AND o.key IS NOT NULL)`,
    )
    expect(lost).toEqual([])
    expect(await column(db, 'SELECT count(*)::INTEGER FROM joined_keys')).not.toEqual([0])
  })

  it('has keys without texts, and no copies', async () => {
    const { across } = await builtArchive()
    const summary = await across(at.path('facts.jsonl'), { out: at.path('bare') })
    expect(summary).toMatchObject({ documents: list.length, copies: 0 })
    expect(at.read('bare/keys.csv')).toBe(at.read('jsonl/keys.csv'))
    expect(at.read('bare/copies.csv').split('\n')).toHaveLength(2)
  })

  it('names the document whose text is not there, and leaves nothing behind', async () => {
    const { across } = await builtArchive()
    const texts = at.write('others.jsonl', jsonl(list.slice(0, 5)))
    const [facts, out] = [at.path('facts.parquet'), at.path('broken')]
    await expect(across(facts, { out, texts })).rejects.toThrow(
      `${texts}: there is no text of the document "bài-00005" of ${facts} in its order`,
    )
    expect(names.filter((name) => existsSync(`${out}/${name}`) || existsSync(`${out}/${name}.partial`))).toEqual([])
  })

  it('names the line that is no text, and does not write over what is not its own', async () => {
    const { across } = await builtArchive()
    const facts = at.path('facts.jsonl')
    const texts = at.write('bad.jsonl', '{"id":"bài-00000","text":7}\n')
    await expect(across(facts, { out: at.path('bad'), texts })).rejects.toThrow(`${texts}:1: expected "id" and "text"`)
    await across(facts, { out: at.path('mine') })
    at.write('mine/across.sql', 'SELECT 1;\n')
    await expect(across(facts, { out: at.path('mine') })).rejects.toThrow('is in the way')
    await expect(across(at.path('nothing.csv'), { out: at.path('none') })).rejects.toThrow('nothing.csv')
  })
})

/** As across.sql says, in the folder where it lies. */
async function loaded(name: string) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(
    readFileSync(at.path(`${name}/across.sql`), 'utf8').replace(
      /'(\w+\.csv)'/g,
      (_, file) => `'${at.path(`${name}/${file}`)}'`,
    ),
  )
  return connection
}

const column = async (db: Awaited<ReturnType<typeof loaded>>, sql: string) =>
  (await db.runAndReadAll(sql)).getRowsJson().map(([cell]) => cell)
