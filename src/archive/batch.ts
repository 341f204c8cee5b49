/** A run over an archive: the main thread cuts and writes, the others read, extract and put into form. */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Pool, ThreadEnded } from '../workers/pool.ts'
import { addCounts, type Counts, type Done, noCounts } from './answer.ts'
import { Copier } from './copier.ts'
import { findInputs, type Input } from './inputs.ts'
import type { Entry } from './journal.ts'
import { type BatchOptions, rulesVersion, type Settings, settingsHash, settingsOf } from './options.ts'
import { attempt, type OutputBytes } from './outputs.ts'
import { isBroken, type Place } from './pieces.ts'
import { type Plan, planOf } from './plan.ts'
import { halves, hashOf, Packer, type Task, unpacked } from './task.ts'
import { tasksOf } from './tasks.ts'
import { checkSchema, headOf, Writer } from './writer.ts'

/** What became of a run. */
export interface BatchSummary {
  /** `stopped`: more failures than `maxErrors`; `interrupted`: by its signal. Then the outputs do not have their names yet. */
  readonly status: 'done' | 'stopped' | 'interrupted'
  readonly rules: string
  readonly inputs: number
  /** Files of folders that have no ending that is known. */
  readonly passedOver: number
  readonly documents: number
  readonly failed: number
  readonly facts: number
  readonly counts: Counts
  /** Documents that this run has not done itself, but taken over. */
  readonly documentsBefore: number
  readonly seconds: number
  readonly documentsPerSecond: number
}

const WORKER = new URL('./archive-worker.js', import.meta.url)
/** The program of the threads, and what of the package it loads. */
const RULES = [
  WORKER,
  new URL('./index.js', import.meta.url),
  new URL('./encodings.js', import.meta.url),
  new URL('./html.cjs', import.meta.url),
]

/** @throws BatchError for wrong usage and for files that cannot be written. What an archive holds never throws. */
export async function batch(options: BatchOptions): Promise<BatchSummary> {
  const settings = settingsOf(options)
  const started = performance.now()
  const { inputs, passedOver } = await findInputs(options.inputs, options.inputForm, ownPaths(settings))
  const head = {
    journal: 1,
    rules: rulesVersion(RULES),
    settings: settingsHash(settings),
    starts: [Buffer.byteLength(headOf(settings.format)), 0, 0],
  } as const
  if (!settings.dryRun) checkSchema(settings)
  const plan = settings.dryRun ? undefined : await planOf(settings, head)
  const run = new Run(settings, inputs)
  const status = plan?.complete && (await run.isTheSame(plan.complete.entries)) ? 'done' : await run.go(plan)
  const { counts, documentsBefore } = run
  const seconds = (performance.now() - started) / 1000
  const sum = (numbers: Readonly<Record<string, number>>) => Object.values(numbers).reduce((a, b) => a + b, 0)
  const summary: BatchSummary = {
    status,
    rules: head.rules,
    inputs: inputs.length,
    passedOver: passedOver.length,
    documents: counts.documents,
    failed: sum(counts.failed),
    facts: sum(counts.facts),
    counts,
    documentsBefore,
    seconds,
    documentsPerSecond: (counts.documents - documentsBefore) / seconds,
  }
  if (options.summary !== undefined) {
    const path = options.summary
    await attempt(path, () => writeFile(path, `${JSON.stringify(summary, null, 2)}\n`))
  }
  return summary
}

const ownPaths = ({ out, errors, textOut }: Settings) =>
  [out, errors, textOut].flatMap((path) => (path === undefined ? [] : [resolve(path)]))

class Run {
  counts = noCounts()
  documentsBefore = 0
  #failed = 0
  #bytesRead = 0
  readonly #bytesTotal: number

  constructor(
    readonly settings: Settings,
    readonly inputs: readonly Input[],
  ) {
    this.#bytesTotal = inputs.some(({ source }) => source === '-') ? 0 : inputs.reduce((sum, { size }) => sum + size, 0)
  }

  #tasks(): AsyncGenerator<Task> {
    const { mostBytes, delimiter } = this.settings
    this.#bytesRead = 0
    const count = (bytes: number) => {
      this.#bytesRead += bytes
    }
    return tasksOf(this.inputs, { mostBytes, delimiter, count })
  }

  /** Whether the archive still is what these tasks were made of: then there is nothing to do. */
  async isTheSame(entries: readonly Entry[]): Promise<boolean> {
    if (this.inputs.some(({ source }) => source === '-')) return false
    let next = 0
    for await (const task of this.#tasks()) if (entries[next++]?.hash !== hashOf(task)) return false
    if (next !== entries.length) return false
    for (const { counts } of entries) this.#count(counts, true)
    return true
  }

  async go(plan: Plan | undefined): Promise<BatchSummary['status']> {
    const { jobs, thread } = this.settings
    const pool = new Pool<Task, Done>({ url: WORKER, threads: jobs, data: thread })
    const copier = plan?.reuse ? await Copier.open(plan.reuse) : undefined
    const writer = plan ? await Writer.open(this.settings, plan) : undefined
    try {
      const status = await this.#work(pool, writer, copier)
      await writer?.checkpoint()
      if (status === 'done') await writer?.finish(this.#failed > 0)
      return status
    } finally {
      await pool.destroy()
      await copier?.close()
      await writer?.close()
    }
  }

  async #work(
    pool: Pool<Task, Done>,
    writer: Writer | undefined,
    copier: Copier | undefined,
  ): Promise<BatchSummary['status']> {
    const { jobs, signal, tooMany } = this.settings
    /** In the order of the archive; so many at once, so that memory does not depend on the archive. */
    const flight: Flight[] = []
    const land = async () => {
      const { place, work, copied } = flight.shift() as Flight
      const done = await work
      this.#count(done.counts, copied)
      await writer?.write(done, place)
    }
    const stop = (atEnd: boolean) => tooMany(this.#failed, this.counts.documents + this.#failed, atEnd)
    for await (const task of this.#tasks()) {
      if (signal?.aborted || stop(false)) break
      const before = writer && (await writer.skip(task))
      if (before) {
        this.#count(before.counts, true)
        continue
      }
      const copy = copier?.copy(task)
      const work = copy ?? doTask(pool, task)
      // Waited for in its turn; until then its failure is nobody's.
      work.catch(() => {})
      flight.push({ place: placeOf(task), work, copied: copy !== undefined })
      if (flight.length > IN_FLIGHT * jobs) await land()
    }
    while (flight.length > 0) await land()
    return signal?.aborted ? 'interrupted' : stop(true) ? 'stopped' : 'done'
  }

  #count(counts: Counts, before: boolean): void {
    addCounts(this.counts, counts)
    for (const count of Object.values(counts.failed)) this.#failed += count
    if (before) this.documentsBefore += counts.documents
    this.settings.onProgress?.({
      counts: this.counts,
      bytesRead: this.#bytesRead,
      bytesTotal: this.#bytesTotal,
      documentsBefore: this.documentsBefore,
    })
  }
}

/** Tasks a thread that are under way or wait for those before them to be written. */
const IN_FLIGHT = 4

interface Flight {
  readonly place: Place
  readonly work: Promise<Done>
  readonly copied: boolean
}

function placeOf({ pieces }: Task): Place {
  const { source, line, byte } = pieces[0] as Place
  return { source, line, byte }
}

/** A task that ends its thread is done again in halves, until it is known which document it is. */
async function doTask(pool: Pool<Task, Done>, task: Task): Promise<Done> {
  try {
    return await pool.run(task)
  } catch (error) {
    if (!(error instanceof ThreadEnded)) throw error
    const parts = halves(task) ?? [withoutDocument(task, error)]
    const counts = noCounts()
    const outputs: OutputBytes[] = []
    for (const part of parts) {
      const done = await doTask(pool, part)
      addCounts(counts, done.counts)
      outputs.push(done.outputs)
    }
    const all = (i: 0 | 1 | 2) => new Uint8Array(Buffer.concat(outputs.map((output) => output[i])))
    return { outputs: [all(0), all(1), all(2)], counts, hash: hashOf(task) }
  }
}

/** The only document of a task as a broken one. @throws the error where it was none. */
function withoutDocument(task: Task, error: ThreadEnded): Task {
  const packer = new Packer(task.form, task.columns)
  for (const piece of unpacked(task)) {
    if (isBroken(piece)) throw error
    const { source, line, byte } = piece
    packer.add({ source, line, byte, id: null, code: 'thread-ended', message: error.message })
  }
  return packer.take()
}
