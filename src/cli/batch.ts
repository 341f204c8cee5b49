import { type Command, InvalidArgumentError, Option } from 'commander'
import type { BatchOptions, BatchSummary } from '../archive/index.ts'
import type { ExtractOptions } from '../index.ts'
import { complain } from './output.ts'
import { progressShower } from './progress.ts'

/** What commander makes of the flags. */
export interface BatchFlags {
  readonly out: string
  readonly format?: BatchOptions['format']
  readonly textOut?: string
  readonly errors?: string
  readonly jobs?: number
  readonly inputFormat?: BatchOptions['inputForm']
  readonly textField?: string
  readonly idField?: string
  readonly dateField?: string
  readonly delimiter?: string
  readonly resume?: true
  readonly retryFailed?: true
  readonly force?: true
  readonly maxErrors?: string
  readonly maxDocument?: string
  readonly dryRun?: true
  readonly summary?: string
  readonly progress?: 'auto' | 'json' | 'none'
}

/** Exit status: 0 all well, 1 some documents failed, 2 wrong usage, 3 input or output, 130 interrupted. */
const STATUS = { usage: 2, io: 3, interrupted: 130 } as const

const whole = (value: string): number => {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new InvalidArgumentError('expected a whole number from 1.')
  return Number(value)
}

export function addBatchCommand<Flags>(command: Command, optionsOf: (flags: Flags) => ExtractOptions): void {
  command
    .description(
      'the facts of an archive, however large: restarts where it stopped, says what went wrong with which document',
    )
    .argument(
      '<input...>',
      'files, folders, globs, or - for stdin: .txt .html .jsonl .csv .tsv .warc, each also .gz .zst .br',
    )
    .requiredOption('--out <file>', 'where the facts go: .jsonl (a line a document), .csv or .parquet (a row a fact)')
    .addOption(
      new Option('--format <format>', 'instead of by the ending of --out').choices(['jsonl', 'csv', 'parquet']),
    )
    .option('--text-out <file>', 'the texts that offsets are of, as JSON Lines')
    .option('--errors <file>', 'what could not be read, as JSON Lines (default: OUT.errors.jsonl)')
    .option('--jobs <n>', 'threads (default: as many as processors)', whole)
    .addOption(
      new Option('--input-format <form>', 'of inputs whose names do not say it (default of stdin: jsonl)').choices([
        'jsonl',
        'text',
      ]),
    )
    .option('--text-field <name>', 'the column or property with the text (default: text)')
    .option('--id-field <name>', 'that with the id (default: id)')
    .option('--date-field <name>', 'that with the day of publication (default: publishedAt)')
    .option('--delimiter <char>', 'between the columns of CSV (default: a comma, a tab in .tsv)')
    .option('--resume', 'go on where an interrupted run stopped')
    .option('--retry-failed', 'do again what has failed, and take over the rest')
    .option('--force', 'begin again, though an interrupted run could be resumed')
    .option('--max-errors <n>', 'stop when more have failed: a number, or a share like 5%')
    .option('--max-document <size>', 'the longest document that is read, in megabytes (default: 16)')
    .option('--dry-run', 'read everything, extract and write nothing')
    .option('--summary <file>', 'counts and times, as JSON')
    .addOption(
      new Option('--progress <how>', 'on stderr; auto: for people, if it is a terminal')
        .choices(['auto', 'json', 'none'])
        .default('auto'),
    )
    .action(async (inputs: readonly string[], flags: BatchFlags & Flags) => {
      process.exitCode = await batchCommand(inputs, flags, optionsOf(flags))
    })
}

async function batchCommand(inputs: readonly string[], flags: BatchFlags, extract: ExtractOptions): Promise<number> {
  // Loaded here: the other commands start without it.
  const { batch, BatchError } = await import('../archive/index.ts')
  const given = [flags.resume && '--resume', flags.retryFailed && '--retry-failed', flags.force && '--force']
  if (given.filter(Boolean).length > 1)
    throw new InvalidArgumentError(`${given.filter(Boolean).join(' and ')}: give one`)
  const interrupt = new AbortController()
  const onSignal = () => {
    if (interrupt.signal.aborted) process.exit(STATUS.interrupted)
    complain('interrupted: finishing what is in flight (once more: stop at once)')
    interrupt.abort()
  }
  const progress = progressShower(flags.progress ?? 'auto')
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  try {
    const summary = await batch({
      inputs,
      out: flags.out,
      format: flags.format,
      textOut: flags.textOut,
      errors: flags.errors,
      jobs: flags.jobs,
      inputForm: flags.inputFormat,
      fields: {
        ...(flags.textField === undefined ? {} : { text: flags.textField }),
        ...(flags.idField === undefined ? {} : { id: flags.idField }),
        ...(flags.dateField === undefined ? {} : { date: flags.dateField }),
      },
      delimiter: flags.delimiter === '\\t' ? '\t' : flags.delimiter,
      extract,
      mode: flags.resume ? 'resume' : flags.retryFailed ? 'retry-failed' : 'new',
      force: flags.force,
      maxErrors: flags.maxErrors,
      mostBytes: flags.maxDocument === undefined ? undefined : Math.round(Number(flags.maxDocument) * (1 << 20)),
      dryRun: flags.dryRun,
      summary: flags.summary,
      signal: interrupt.signal,
      onProgress: progress.show,
      onNote: progress.note,
    })
    progress.end()
    return tell(summary, flags)
  } catch (error) {
    progress.end()
    if (!(error instanceof BatchError)) throw error
    complain(error.message)
    return STATUS[error.kind]
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  }
}

function tell(summary: BatchSummary, flags: BatchFlags): number {
  const { status, documents, failed, facts, passedOver, documentsBefore } = summary
  const number = (n: number, what: string) => `${n.toLocaleString('en-US')} ${what}${n === 1 ? '' : 's'}`
  const parts = [number(documents, 'document'), number(facts, 'fact'), `${number(failed, 'failure')}`]
  if (documentsBefore > 0) parts.push(`${number(documentsBefore, 'document')} done before`)
  if (passedOver > 0) parts.push(`${number(passedOver, 'file')} of unknown endings passed over`)
  const line = parts.join(', ')
  const again = 'go on with --resume'
  if (status === 'interrupted') complain(`interrupted after ${line}; ${again}`)
  else if (status === 'stopped')
    complain(`stopped: more failures than --max-errors ${flags.maxErrors} after ${line}; ${again}`)
  else complain(flags.dryRun ? `${line}; nothing was written` : `${flags.out}: ${line}`)
  if (status === 'interrupted') return STATUS.interrupted
  return failed > 0 ? 1 : 0
}
