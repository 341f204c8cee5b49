/** What makes a table of the facts in DuckDB, and views of it by type. */
import { columns } from './columns.ts'

/** How each of our files begins: another one is not written over. */
export const SCHEMA_HEAD = '-- trichluc: facts in DuckDB.'

const text = (value: string) => `'${value.replaceAll("'", "''")}'`
const name = (value: string) => `"${value}"`

/** @param file The name of the facts' file, in the folder in which this will be run. */
export function schemaSql(file: string, format: 'csv' | 'parquet'): string {
  const types = columns.map((column) => `${text(column.name)}: ${text(column.type)}`).join(', ')
  const source =
    format === 'parquet'
      ? `read_parquet(${text(file)})`
      : `read_csv(${text(file)}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, columns = {${types}})`
  const width = Math.max(...columns.map((column) => column.name.length)) + 2
  return `${SCHEMA_HEAD} In the folder of this file: duckdb facts.db < schema.sql
CREATE OR REPLACE TABLE facts (
${columns.map((column, i) => `  ${name(column.name).padEnd(width)} ${`${column.type}${i < columns.length - 1 ? ',' : ''}`.padEnd(8)} -- ${column.comment}`).join('\n')}
);
INSERT INTO facts SELECT * FROM ${source};

-- A date is a DATE where it is a whole day.
CREATE OR REPLACE VIEW document AS
  SELECT document_id, fact, "text", "kind", "number", "year", "symbol", "code", "issuer", "congress", "plenum", try_cast(issued_on AS DATE) AS issued_on, "subject", "name", "key", "ambiguous"
  FROM facts WHERE "type" = 'document';
CREATE OR REPLACE VIEW date AS
  SELECT document_id, fact, "text", "kind", "value", "mod", try_cast("value" AS DATE) AS day FROM facts WHERE "type" = 'date';
CREATE OR REPLACE VIEW official AS
  SELECT document_id, fact, "text", "name", from_json("titles", '["VARCHAR"]') AS titles, "rank", "degree", try_cast(reference_date AS DATE) AS said_on
  FROM facts WHERE "type" = 'official';
CREATE OR REPLACE VIEW topic AS
  SELECT document_id, fact, "text", "title", "speaker", "document", "key" FROM facts WHERE "type" = 'topic';
CREATE OR REPLACE VIEW bridge_points AS
  SELECT document_id, fact, "text", "count", "role", "approx" FROM facts WHERE "type" = 'bridgePoints';
CREATE OR REPLACE VIEW attendance AS
  SELECT document_id, fact, "text", "count", "unit", "approx", "called", "percent" FROM facts WHERE "type" = 'attendance';
CREATE OR REPLACE VIEW deadline AS
  SELECT document_id, fact, "text", try_cast("due" AS DATE) AS due, "inclusive", "within", "task", "assignee" FROM facts WHERE "type" = 'deadline';
`
}
