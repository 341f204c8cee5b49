/** The tables of what is the same across an archive, for CSV and for DuckDB. */
import type { ColumnType } from '../columns.ts'
import { SCHEMA_HEAD } from '../schema-sql.ts'

export interface Table {
  readonly name: string
  readonly comment: string
  readonly columns: readonly (readonly [name: string, type: ColumnType, comment: string])[]
}

export const tables = {
  copies: {
    name: 'copies',
    comment: 'a row a document that is a near-copy of an earlier one',
    columns: [
      ['document_id', 'VARCHAR', 'the copy'],
      ['copy_of', 'VARCHAR', 'the first document with this text'],
      ['similarity', 'DOUBLE', 'share of all their runs of five words that both have, about'],
      ['containment', 'DOUBLE', "share of the shorter one's runs that the other has too, about"],
    ],
  },
  keys: {
    name: 'keys',
    comment: 'a row a document or an official',
    columns: [
      ['document_id', 'VARCHAR', 'where it is'],
      ['fact', 'INTEGER', 'number of the fact in the document, from 0'],
      ['type', 'VARCHAR', 'document, official'],
      ['key', 'VARCHAR', 'the same for all that are one; null where the article does not settle which it is'],
      ['basis', 'VARCHAR', 'what settles it, or all that there is'],
    ],
  },
  links: {
    name: 'links',
    comment: 'what one article alone could not say',
    columns: [
      ['type', 'VARCHAR', 'joined: two keys of one person; open: a fact without a key'],
      ['document_id', 'VARCHAR', 'of open'],
      ['fact', 'INTEGER', 'of open'],
      ['text', 'VARCHAR', 'of open: what the article says'],
      ['key', 'VARCHAR', 'of joined: a key of the table keys'],
      ['joined', 'VARCHAR', 'of joined: the key that stands for it'],
      ['candidates', 'JSON', 'of open: keys that it may be, a list'],
      ['basis', 'VARCHAR', 'why'],
    ],
  },
} as const satisfies Record<string, Table>

const created = ({ name, comment, columns }: Table) => `-- ${comment}
CREATE OR REPLACE TABLE ${name} (
${columns.map(([column, type, note], i) => `  ${`"${column}"`.padEnd(14)} ${`${type}${i < columns.length - 1 ? ',' : ''}`.padEnd(8)} -- ${note}`).join('\n')}
);
INSERT INTO ${name} SELECT * FROM read_csv('${name}.csv', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, columns = {${columns.map(([column, type]) => `'${column}': '${type}'`).join(', ')}});
`

export const acrossSql = (): string => `${SCHEMA_HEAD} In the folder of this file: duckdb facts.db < across.sql
${Object.values(tables).map(created).join('\n')}
-- Keys, where two are joined by the one that stands for both.
CREATE OR REPLACE VIEW joined_keys AS
  SELECT k.document_id, k.fact, k."type", coalesce(l.joined, k."key") AS "key", k.basis
  FROM keys k LEFT JOIN links l ON l."type" = 'joined' AND l."key" = k."key";
`
