/** Rows become Parquet when all of them are there: a row group takes more rows than a thread has at once. */
import { closeSync, createReadStream, fsyncSync, openSync, writeSync } from 'node:fs'
import type { SchemaElement } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { lineBatches } from '../jsonl/lines.ts'
import { type Cell, type ColumnType, columns } from './columns.ts'

/** Rows that are held at once. */
const GROUP = 20_000

const TYPES: Readonly<Record<ColumnType, Partial<SchemaElement>>> = {
  VARCHAR: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  JSON: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
  INTEGER: { type: 'INT32' },
  BIGINT: { type: 'INT64' },
  DOUBLE: { type: 'DOUBLE' },
  BOOLEAN: { type: 'BOOLEAN' },
}

const schema: SchemaElement[] = [
  { name: 'root', num_children: columns.length },
  ...columns.map(({ name, type }): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...TYPES[type] })),
]

/**
 * The rows of a file, each a list of cells in a line of JSON, as a file of Parquet that is on the disk when this is done. The same rows
 * give the same bytes.
 */
export async function writeParquet(rows: string, path: string): Promise<void> {
  const file = openSync(path, 'w')
  try {
    const bytes = new ByteWriter()
    const flush = () => {
      const written = new Uint8Array(bytes.buffer, 0, bytes.index)
      for (let from = 0; from < written.length; ) from += writeSync(file, written, from)
      // The writer goes on counting the file's offset.
      bytes.index = 0
    }
    const writer = new ParquetWriter({ writer: bytes, schema, createdBy: 'trichluc' })
    let group: Cell[][] = []
    const write = () => {
      const columnData = columns.map(({ name, type }, i) => ({
        name,
        data: group.map((row) => parquetValue(row[i], type)),
      }))
      writer.write({ columnData, rowGroupSize: GROUP })
      flush()
      group = []
    }
    for await (const lines of lineBatches(createReadStream(rows)))
      for (const line of lines) {
        group.push(JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.length).toString()))
        if (group.length === GROUP) write()
      }
    if (group.length > 0) write()
    writer.finish()
    flush()
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

const parquetValue = (cell: Cell | undefined, type: ColumnType): unknown => {
  if (cell === null || cell === undefined) return null
  if (type === 'BIGINT') return BigInt(cell as number)
  return type === 'JSON' ? JSON.parse(cell as string) : cell
}
