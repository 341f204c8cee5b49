/** Where a run begins: at the start, behind what a journal says is done, or with new outputs that take over what was done before. */
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Ends, type Entry, type Head, type Journal, readJournal } from './journal.ts'
import type { Settings } from './options.ts'
import { attempt, type Paths, reach } from './outputs.ts'
import { BatchError } from './problem.ts'

/** Tasks that were done before, whose lines can be copied. */
export interface Reuse {
  readonly paths: Paths
  readonly spans: ReadonlyMap<string, Span>
}

export interface Span {
  readonly from: Ends
  readonly entry: Entry
}

export interface Plan {
  readonly head: Head
  readonly journalPath: string
  /** Done tasks that the first tasks must be the same as; what is behind them is dropped. */
  readonly done: readonly Entry[]
  /** Bytes of the journal up to each of them, and of its head. */
  readonly lengths: readonly number[]
  readonly reuse: Reuse | undefined
  /** A run that was finished and may need nothing. */
  readonly complete: Journal | undefined
}

export const journalOf = (out: string) => `${out}.journal`
const nextOf = (out: string) => `${out}.journal.next`

const numbered = (path: string, generation: number) => (generation === 0 ? path : `${path}-${generation}`)

/** The temporary names. Facts for Parquet are rows of JSON until all are there. */
export function partialPaths({ out, errors, textOut, format }: Settings, generation: number): Paths {
  const partial = (path: string) => numbered(`${path}.partial`, generation)
  const facts = format === 'parquet' ? numbered(`${out}.rows`, generation) : partial(out)
  return [facts, partial(errors), textOut === undefined ? undefined : partial(textOut)]
}

/** Where Parquet is put together. */
export const assembled = ({ out }: Settings, generation: number) => numbered(`${out}.partial`, generation)

export async function planOf(settings: Settings, fresh: Omit<Head, 'generation' | 'retry'>): Promise<Plan> {
  const { out, mode, force, onNote = () => {} } = settings
  const [journal, next] = [await readJournal(journalOf(out)), await readJournal(nextOf(out))]
  const begin = (): Plan => ({
    head: { ...fresh, generation: 0, retry: false },
    journalPath: journalOf(out),
    done: [],
    lengths: [],
    reuse: undefined,
    complete: undefined,
  })
  if (mode === 'new') {
    const left = (journal && !journal.finished && journal.entries.length > 0) || (next && !next.finished)
    if (left && !force)
      throw new BatchError(
        'usage',
        `${journalOf(out)}: a run was interrupted here; --resume goes on with it, --force begins again`,
      )
    await rm(nextOf(out), { force: true })
    return begin()
  }
  if (!journal) {
    if (mode === 'retry-failed')
      throw new BatchError('usage', `${journalOf(out)}: there is no journal, so nothing to retry`)
    return begin()
  }
  const fits = ({ head }: Journal) => head.rules === fresh.rules && head.settings === fresh.settings
  if (!fits(journal)) {
    const what = journal.head.rules === fresh.rules ? 'the options are others' : 'the rules have changed'
    onNote(`${journalOf(out)}: ${what} since this journal was begun; everything is done again`)
    await rm(nextOf(out), { force: true })
    return begin()
  }
  if (next && fits(next) && mode === 'resume') {
    if (next.finished) {
      await promote(settings, next.head, nextOf(out))
      return planOf(settings, fresh)
    }
    return { ...(await goOn(settings, next, nextOf(out))), reuse: await reuseOf(settings, journal, next.head.retry) }
  }
  if (journal.finished) await promote(settings, journal.head, journalOf(out))
  else if (mode === 'resume') return goOn(settings, journal, journalOf(out))
  const retry = mode === 'retry-failed'
  const failed = journal.entries.some(hasFailed)
  return {
    head: { ...fresh, generation: journal.head.generation + 1, retry },
    journalPath: nextOf(out),
    done: [],
    lengths: [],
    reuse: await reuseOf(settings, journal, retry),
    complete: journal.finished && !(retry && failed) ? journal : undefined,
  }
}

const hasFailed = ({ counts }: Entry) => Object.keys(counts.failed).length > 0

async function goOn(settings: Settings, journal: Journal, journalPath: string): Promise<Plan> {
  const { head, entries, lengths, length } = journal
  const paths = partialPaths(settings, head.generation)
  // After a loss of power the outputs may be shorter than the journal says.
  let kept = entries.length
  while (kept > 0 && !(await reach(paths, (entries[kept - 1] as Entry).ends))) kept--
  return {
    head,
    journalPath,
    done: entries.slice(0, kept),
    lengths: [lengths.length > 0 ? headLength(journal) : length, ...lengths.slice(0, kept)],
    reuse: undefined,
    complete: undefined,
  }
}

const headLength = ({ head }: Journal) => Buffer.byteLength(JSON.stringify(head)) + 1

async function reuseOf(settings: Settings, journal: Journal, retry: boolean): Promise<Reuse | undefined> {
  const { head, entries, finished } = journal
  const partial = partialPaths(settings, head.generation)
  // The rows that Parquet was made of stay as long as something has failed.
  const facts = settings.format === 'parquet' ? partial[0] : settings.out
  const paths: Paths = finished ? [facts, settings.errors, settings.textOut] : partial
  if (!paths.every((path) => path === undefined || existsSync(path))) return undefined
  const last = entries.at(-1)
  if (last && !(await reach(paths, last.ends))) return undefined
  const spans = new Map<string, Span>()
  let from = head.starts
  for (const entry of entries) {
    if (!(retry && hasFailed(entry))) spans.set(entry.hash, { from, entry })
    from = entry.ends
  }
  return { paths, spans }
}

/**
 * Outputs of a finished run get their names. Done again after a crash it does what is left.
 * @param journalPath Where the run's journal stands.
 */
export async function promote(settings: Settings, { generation }: Head, journalPath: string): Promise<void> {
  const { out, errors, textOut, format } = settings
  if (journalPath !== journalOf(out)) await move(journalPath, journalOf(out))
  const [facts, problems, texts] = partialPaths(settings, generation)
  await move(format === 'parquet' ? assembled(settings, generation) : facts, out)
  await move(problems, errors)
  if (texts !== undefined && textOut !== undefined) await move(texts, textOut)
  for (const folder of new Set([out, errors, textOut ?? out].map(dirname))) await syncFolder(folder)
}

async function move(from: string, to: string): Promise<void> {
  if (existsSync(from)) await attempt(to, () => rename(from, to))
}

/** Some systems cannot sync a folder, and need not. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder)
    await handle.sync().finally(() => handle.close())
  } catch {}
}
