/** Writes what is done, and into the journal that it is done; at the end gives the outputs their names. */
import { rm } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import type { Done } from './answer.ts'
import { type Entry, JournalWriter } from './journal.ts'
import type { Settings } from './options.ts'
import { attempt, Outputs } from './outputs.ts'
import type { Place } from './pieces.ts'
import { type Plan, partialPaths, promote } from './plan.ts'
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
    if (done.length === 0 && head.starts[0] > 0) await outputs.write([headOf(settings), NOTHING, NOTHING])
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

  async finish(_failed: boolean): Promise<void> {
    const { plan, settings } = this
    this.#journal.add({ finished: true })
    await this.checkpoint()
    await promote(settings, plan.head, plan.journalPath)
    // What was taken over is not needed any more.
    for (const path of plan.reuse?.paths ?? [])
      if (path !== undefined && ![settings.out, settings.errors, settings.textOut].includes(path))
        await rm(path, { force: true })
  }

  async close(): Promise<void> {
    await this.#outputs.close()
    await this.#journal.close()
  }
}

const NOTHING = new Uint8Array(0)
const headOf = (_settings: Settings): Uint8Array => NOTHING
