/**
 * The command line. Results go to stdout, everything else to stderr. Exit status: 0, 1 where some input was bad, 2 for wrong usage, 3 where
 * the input of the filter was not whole.
 */
import { setFlagsFromString } from 'node:v8'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { version } from '../../package.json'
import { type ExtractOptions, extract, factTypes, OptionError } from '../index.ts'
import { addAcrossCommand } from './across.ts'
import { addBatchCommand } from './batch.ts'
import { evaluateCommand } from './evaluate.ts'
import { explainCommand } from './explain.ts'
import { extractFiles, FORMATS, type Format } from './extract.ts'
import { type Counting, filterCommand } from './filter-command.ts'
import { complain, mindPipes } from './output.ts'
import { addReportCommand } from './report.ts'
import { addServe } from './serve.ts'

export interface Flags {
  readonly referenceDate?: string
  readonly types?: readonly string[]
  readonly offsets?: string
}

const list = (value: string, before: readonly string[] = []) => [...before, ...value.split(',').map((t) => t.trim())]

function wholeNumber(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError(`expected a whole number, got "${value}"`)
  return Number(value)
}

/** The options that `extract` and `explain` share. Their values are checked by the library, so that its messages are the only ones. */
const withOptions = (command: Command) =>
  command
    .option('--reference-date <day>', 'read "hôm qua" and dates without a year against this day (YYYY-MM-DD)')
    .option('--types <list>', `only these types, separated by commas: ${factTypes.join(', ')}`, list)
    .option('--offsets <unit>', 'unit of offsets: utf16 (the default), codepoint or utf8')

function optionsOf(flags: Flags): ExtractOptions {
  const options = {
    referenceDate: flags.referenceDate,
    types: flags.types,
    offsets: flags.offsets,
  } as ExtractOptions
  extract('', options)
  return options
}

// The engine's compiler puts functions into one another, and takes seconds for code as wide as this. With less of it the code is soon as
// quick as it gets, and no slower in the end: 3,000 newspaper articles take 2.2 s instead of 3.4 s, start and all.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=100')

const program = new Command('trichluc')
  .description('Structured facts out of Vietnamese news text.')
  .version(version)
  .showHelpAfterError('(trichluc --help says more)')
  .exitOverride()

withOptions(program.command('extract'))
  .description('the facts of articles')
  .argument('<file...>', 'text files in UTF-8; - reads JSON Lines {"id","text","publishedAt"?} from stdin')
  .addOption(
    new Option('--format <form>', 'table for people; json: one list; jsonl: a line for each article')
      .choices(FORMATS)
      .default(undefined, 'table, with - jsonl'),
  )
  .option('--expect-count <n>', 'with -: exit status 3 unless the input has that many lines', wholeNumber)
  .option('--count', 'with -: at the end, {"lines","bad"} as one line on stderr')
  .action(async (files: readonly string[], flags: Flags & Counting & { readonly format?: Format }) => {
    const options = optionsOf(flags)
    if (!files.includes('-')) {
      if (flags.expectCount !== undefined) throw new InvalidArgumentError('--expect-count is for -')
      if (flags.count) throw new InvalidArgumentError('--count is for -')
      if (!(await extractFiles(files, flags.format ?? 'table', options))) process.exitCode = 1
      return
    }
    if (files.length > 1) throw new InvalidArgumentError('- stands alone: give either files or -')
    if ((flags.format ?? 'jsonl') !== 'jsonl')
      throw new InvalidArgumentError(`--format ${flags.format} is for files: - writes JSON Lines`)
    process.exitCode = await filterCommand(process.stdin, options, flags)
  })

withOptions(program.command('explain'))
  .description('why there is, or is not, a fact at a place of an article')
  .argument('<place>', 'FILE:OFFSET, or FILE:LINE:COLUMN as in the table of extract')
  .option('--json', 'as JSON')
  .action(async (place: string, flags: Flags & { readonly json?: true }) => {
    if (!(await explainCommand(place, optionsOf(flags), flags.json ?? false))) process.exitCode = 1
  })

withOptions(program.command('view'))
  .description('one HTML page on stdout that shows the facts of articles and why they are facts')
  .argument('<file...>', 'text files in UTF-8')
  .option('--gold', 'compare with FILE.gold.json (without .txt), whose reference date then serves')
  .action(async (files: readonly string[], flags: Flags & { readonly gold?: true }) => {
    const { viewCommand } = await import('./view.ts')
    if (!(await viewCommand(files, optionsOf(flags), flags.gold ?? false))) process.exitCode = 1
  })

program
  .command('eval')
  .description('precision, recall and F1 of the facts of DIR/NAME.txt against DIR/NAME.gold.json')
  .argument('<dir>')
  .option('--errors', 'also each miss, each wrong fact and each wrong field, in context')
  .option('--types <list>', 'only these types', list)
  .option('--json', 'as JSON')
  .action(async (dir: string, flags: Flags & { readonly errors?: true; readonly json?: true }) => {
    const options = optionsOf(flags)
    if (!(await evaluateCommand(dir, options.types ?? factTypes, flags.errors ?? false, flags.json ?? false)))
      process.exitCode = 1
  })

addBatchCommand(withOptions(program.command('batch')), optionsOf)
addServe(program)
addReportCommand(program.command('report'))
addAcrossCommand(program.command('across'))

/** What is wrong with how the command was called, or undefined for any other error. */
function usage(error: unknown): string | undefined {
  if (error instanceof InvalidArgumentError) return error.message
  if (!(error instanceof OptionError)) return undefined
  return `--${error.option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${error.problem}`
}

mindPipes()
try {
  await program.parseAsync()
} catch (error) {
  const wrong = usage(error)
  // Commander has said what it has to say itself.
  if (error instanceof CommanderError && !(error instanceof InvalidArgumentError))
    process.exitCode = error.exitCode === 0 ? 0 : 2
  else if (wrong !== undefined) {
    complain(wrong)
    process.exitCode = 2
  } else {
    complain(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
