/** What a run can be told, checked. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import type { ExtractOptions } from '../index.ts'
import { type Counts, type Format, formats, type ThreadSettings } from './answer.ts'
import { FIELDS, type Fields } from './fields.ts'
import type { Form } from './pieces.ts'
import { BatchError } from './problem.ts'

/** What a run over an archive can be told. Only `inputs` and `out` are needed. */
export interface BatchOptions {
  /** Files, folders, globs, and "-" for stdin. */
  readonly inputs: readonly string[]
  /** Where the facts go. Its ending says the form: .jsonl, .csv or .parquet. */
  readonly out: string
  /** The form of the facts, where the ending of `out` does not say it. */
  readonly format?: Format | undefined
  /** Where the texts go that offsets are of, as JSON Lines. */
  readonly textOut?: string | undefined
  /** Where the error rows go; OUT.errors.jsonl by default. */
  readonly errors?: string | undefined
  /** Threads; as many as there are processors by default. */
  readonly jobs?: number | undefined
  /** The form of inputs whose names do not say it; of stdin JSON Lines by default. */
  readonly inputForm?: Form | undefined
  /** The names of columns or properties; `text`, `id` and `publishedAt` by default. */
  readonly fields?: Partial<Fields> | undefined
  /** What stands between the columns of CSV; a comma by default, a tab in files that end in .tsv. */
  readonly delimiter?: string | undefined
  /** The options of `extract` but for `nfc`, as plain data. */
  readonly extract?: Omit<ExtractOptions, 'nfc'> | undefined
  /**
   * `new` begins at the start, `resume` goes on where the journal ends, `retry-failed` does again what has failed and takes over the rest.
   * Default `new`.
   */
  readonly mode?: 'new' | 'resume' | 'retry-failed' | undefined
  /** With `new`: drop what an interrupted run has left. */
  readonly force?: boolean | undefined
  /** Stop when more parts have failed: a number, or a share of all like "5%", which counts from the thousandth document on. */
  readonly maxErrors?: number | string | undefined
  /** Bytes of the longest document that is read; 16 MiB by default. */
  readonly mostBytes?: number | undefined
  /** Only read: nothing is extracted, nothing written. */
  readonly dryRun?: boolean | undefined
  /** Where the summary goes, as JSON. */
  readonly summary?: string | undefined
  /** Ends the run when what is in flight is done; `resume` goes on. */
  readonly signal?: AbortSignal | undefined
  /** Is told how far the run is, whenever a part of the work is done. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** Is told what a person should know and the summary does not say. */
  readonly onNote?: ((note: string) => void) | undefined
}

/** How far a run is. */
export interface Progress {
  readonly counts: Counts
  readonly bytesRead: number
  /** Of all inputs; 0 where that is not known. */
  readonly bytesTotal: number
  /** Documents that were done before, by the run that is resumed. */
  readonly documentsBefore: number
}

const MOST_BYTES = 1 << 24

export interface Settings extends BatchOptions {
  readonly format: Format
  readonly errors: string
  readonly jobs: number
  readonly mode: 'new' | 'resume' | 'retry-failed'
  readonly mostBytes: number
  readonly thread: ThreadSettings
  /** Whether so many failures of so many parts are too many. */
  readonly tooMany: (failed: number, all: number, atEnd: boolean) => boolean
}

/** @throws BatchError of kind `usage`. */
export function settingsOf(options: BatchOptions): Settings {
  const { out, errors = `${out}.errors.jsonl`, textOut, mode = 'new', mostBytes = MOST_BYTES } = options
  const jobs = options.jobs ?? availableParallelism()
  if (options.inputs.length === 0) throw usage('name at least one file, folder or pattern, or - for stdin')
  if (options.inputs.filter((input) => input === '-').length > 1) throw usage('- can be named only once')
  if (!Number.isInteger(jobs) || jobs < 1) throw usage(`--jobs: expected a whole number from 1, got ${jobs}`)
  if (!Number.isInteger(mostBytes) || mostBytes < 1 || mostBytes > 1 << 28)
    throw usage(`--max-document: expected up to 256 MB, got ${mostBytes} bytes`)
  const format = options.format ?? formatOf(out)
  const paths = [out, errors, ...(textOut === undefined ? [] : [textOut])].map((path) => resolve(path))
  if (new Set(paths).size < paths.length) throw usage('--out, --errors and --text-out must be different files')
  const delimiter = options.delimiter
  if (delimiter !== undefined && !/^[^"\r\n]$/.test(delimiter))
    throw usage(`--delimiter: expected one character, got "${delimiter}"`)
  const fields = { ...FIELDS, ...options.fields }
  return {
    ...options,
    format,
    errors,
    jobs,
    mode,
    mostBytes,
    thread: {
      fields,
      named: { id: options.fields?.id !== undefined, date: options.fields?.date !== undefined },
      extract: options.extract ?? {},
      format,
      texts: textOut !== undefined,
      dry: options.dryRun ?? false,
      mostBytes,
    },
    tooMany: limitOf(options.maxErrors),
  }
}

const usage = (message: string) => new BatchError('usage', message)

function formatOf(out: string): Format {
  const ending = /\.([^./\\]+)$/.exec(out)?.[1]?.toLowerCase()
  const format = formats.find((name) => name === ending)
  if (!format)
    throw usage(`--out: the ending of "${out}" says no format; name it with --format (${formats.join(', ')})`)
  return format
}

function limitOf(maxErrors: number | string | undefined): Settings['tooMany'] {
  if (maxErrors === undefined) return () => false
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(String(maxErrors))
  if (!match || (match[2] === '' && !Number.isInteger(Number(match[1]))))
    throw usage(`--max-errors: expected a number or a share like 5%, got "${maxErrors}"`)
  const most = Number(match[1])
  if (match[2] === '') return (failed) => failed > most
  return (failed, all, atEnd) => (atEnd || all >= SHARE_FROM) && 100 * failed > most * all
}

/** A share of fewer documents says little. */
const SHARE_FROM = 1000

/** The programs on which facts depend, as one hash: whoever changes one of them has other rules. */
export function rulesVersion(programs: readonly URL[]): string {
  const hash = createHash('sha256')
  for (const program of programs) hash.update(readFileSync(program))
  return hash.digest('base64url').slice(0, 16)
}

/** The settings on which the outputs depend, as one hash. */
export function settingsHash({ thread, delimiter }: Settings): string {
  return createHash('sha256').update(JSON.stringify({ thread, delimiter })).digest('base64url').slice(0, 16)
}
