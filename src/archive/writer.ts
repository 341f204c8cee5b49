/** Writes what is done, and into the journal that it is done; at the end gives the outputs their names. */
import { existsSync, readFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Done, Format } from './answer.ts'
import { csvHead } from './csv.ts'
import { type Entry, JournalWriter } from './journal.ts'
import type { Settings } from './options.ts'
import { attempt, Outputs } from './outputs.ts'
import { writeParquet } from './parquet.ts'
import type { Place } from './pieces.ts'
import { assembled, type Plan, partialPaths, promote } from './plan.ts'
import { BatchError } from './problem.ts'
import { SCHEMA_HEAD, schemaSql } from './schema-sql.ts'
import { hashOf, type Task } from './task.ts'

/** What is done goes onto the disk and into the journal so often, in milliseconds. */
const CHECKPOINT = 250

export class Writer {
  /** Tasks that are done, and how many of them were found to be the same as then. */
  #done: readonly Entry[]
  #same = 0
  #saved = performance.now()
  #outputs: Outputs
  #journal: JournalWriter

  private constructor(
    readonly settings: Settings,
    readonly plan: Plan,
    outputs: Outputs,
    journal: JournalWriter,
  ) {
    this.#outputs = outputs
    this.#journal = journal
    this.#done = plan.done
  }

  static async open(settings: Settings, plan: Plan): Promise<Writer> {
    const { head, done, lengths, journalPath } = plan
    const paths = partialPaths(settings, head.generation)
    const outputs = await Outputs.open(paths, done.at(-1)?.ends ?? [0, 0, 0])
    const journal = await attempt(journalPath, () =>
      lengths.length > 0
        ? JournalWriter.goOn(journalPath, lengths.at(-1) as number)
        : JournalWriter.create(journalPath, head),
    )
    if (done.length === 0 && head.starts[0] > 0)
      await outputs.write([new TextEncoder().encode(headOf(settings.format)), NOTHING, NOTHING])
    return new Writer(settings, plan, outputs, journal)
  }

  /** The entry of a task that is done, or undefined. The first task that is not the same as it was ends what is done. */
  async skip(task: Task): Promise<Entry | undefined> {
    const entry = this.#done[this.#same]
    if (!entry) return undefined
    if (entry.hash === hashOf(task)) {
      this.#same++
      return entry
    }
    await this.#dropTheRest(task.pieces[0] as Place)
    return undefined
  }

  async #dropTheRest({ source, line }: Place): Promise<void> {
    const { plan, settings } = this
    const done = this.#done.slice(0, this.#same)
    const lengths = plan.lengths.slice(0, this.#same + 1)
    settings.onNote?.(
      `${source}${line === null ? '' : `:${line}`}: another one than when the run was interrupted; what follows is done again`,
    )
    await this.close()
    const next = await Writer.open(settings, { ...plan, done, lengths })
    this.#done = done
    this.#outputs = next.#outputs
    this.#journal = next.#journal
  }

  async write({ outputs, counts, hash }: Done, { source, line, byte }: Place): Promise<void> {
    await this.#outputs.write(outputs)
    this.#journal.add({ input: source, line, byte, hash, ends: this.#outputs.ends, counts })
    if (performance.now() - this.#saved > CHECKPOINT) await this.checkpoint()
  }

  async checkpoint(): Promise<void> {
    await this.#outputs.sync()
    await attempt(this.#journal.path, () => this.#journal.flush())
    this.#saved = performance.now()
  }

  /** @param failed Whether something has failed: then what a retry takes over is kept. */
  async finish(failed: boolean): Promise<void> {
    const { plan, settings } = this
    const { head, journalPath, reuse } = plan
    const rows = settings.format === 'parquet' ? partialPaths(settings, head.generation)[0] : undefined
    if (rows !== undefined) {
      const path = assembled(settings, head.generation)
      await attempt(path, () => writeParquet(rows, path))
    }
    await writeSchema(settings)
    this.#journal.add({ finished: true })
    await this.checkpoint()
    await promote(settings, head, journalPath)
    if (rows !== undefined && !failed) await rm(rows, { force: true })
    // What was taken over is not needed any more.
    for (const path of reuse?.paths ?? [])
      if (path !== undefined && ![settings.out, settings.errors, settings.textOut].includes(path))
        await rm(path, { force: true })
  }

  async close(): Promise<void> {
    await this.#outputs.close()
    await this.#journal.close()
  }
}

const NOTHING = new Uint8Array(0)

/** What stands before the first fact. */
export const headOf = (format: Format): string => (format === 'csv' ? csvHead() : '')

/** Beside the facts. @throws BatchError where a file stands there that is not ours. */
async function writeSchema({ out, format }: Settings): Promise<void> {
  if (format === 'jsonl') return
  const path = schemaPath(out)
  await attempt(path, async () => {
    await writeFile(`${path}.partial`, schemaSql(basename(out), format))
    await rename(`${path}.partial`, path)
  })
}

const schemaPath = (out: string) => join(dirname(out), 'schema.sql')

/** @throws BatchError where another file than ours stands where the schema goes. */
export function checkSchema({ out, format }: Settings): void {
  const path = schemaPath(out)
  if (format === 'jsonl' || !existsSync(path)) return
  if (!readFileSync(path, 'utf8').startsWith(SCHEMA_HEAD))
    throw new BatchError(
      'usage',
      `${path}: is in the way, and not written by trichluc; move it or choose another folder`,
    )
}
