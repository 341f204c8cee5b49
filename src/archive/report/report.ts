import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { factRows } from '../rows.ts'
import { errorRows } from './errors.ts'
import { gather } from './gather.ts'
import { page } from './page.ts'

/** What a report can be told. */
export interface ReportOptions {
  /** The error rows; FACTS.errors.jsonl where it is there. */
  readonly errors?: string | undefined
  /** The heading; the name of the file by default. */
  readonly title?: string | undefined
}

/**
 * A page of HTML about an archive: counts by type and month, documents, officials, deadlines, what is not settled and what failed.
 * @param facts A file that `batch` has written: JSON Lines, CSV or Parquet, by its ending.
 * @throws BatchError that names the file and place that cannot be read.
 */
export async function report(facts: string, { errors, title }: ReportOptions = {}): Promise<string> {
  const beside = `${facts}.errors.jsonl`
  const errorFile = errors ?? (existsSync(beside) ? beside : undefined)
  const failed = errorFile === undefined ? undefined : await errorRows(errorFile)
  return page(title ?? `Facts of ${basename(facts)}`, await gather(factRows(facts)), failed)
}
