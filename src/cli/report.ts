import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { complain, write } from './output.ts'

interface ReportFlags {
  readonly out?: string
  readonly errors?: string
  readonly title?: string
}

export function addReportCommand(command: Command): void {
  command
    .description('a page of HTML about an archive, from the facts that batch has written')
    .argument('<facts>', '.jsonl, .csv or .parquet')
    .option('--out <file>', 'where the page goes (default: FACTS.html; - for stdout)')
    .option('--errors <file>', 'the error rows (default: FACTS.errors.jsonl, if it is there)')
    .option('--title <title>', 'the heading (default: the name of the file)')
    .action(async (facts: string, flags: ReportFlags) => {
      process.exitCode = await reportCommand(facts, flags)
    })
}

async function reportCommand(facts: string, { out = `${facts}.html`, errors, title }: ReportFlags): Promise<number> {
  const { report, BatchError } = await import('../archive/index.ts')
  try {
    const page = await report(facts, { errors, title })
    if (out === '-') await write(page)
    else await writeFile(out, page)
    return 0
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!(error instanceof BatchError) && code === undefined) throw error
    complain(error instanceof BatchError ? message : `${out}: ${message}`)
    return 3
  }
}
