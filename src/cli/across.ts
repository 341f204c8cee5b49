import type { Command } from 'commander'
import { complain } from './output.ts'

export function addAcrossCommand(command: Command): void {
  command
    .description('near-copies in an archive, and the documents and persons that are one in all of it, as tables')
    .argument('<facts>', 'what batch has written: .jsonl, .csv or .parquet')
    .option('--texts <file>', 'its --text-out, by which near-copies are found')
    .requiredOption('--out <folder>', 'gets copies.csv, keys.csv, links.csv, and across.sql for DuckDB')
    .action(async (facts: string, options: { readonly texts?: string; readonly out: string }) => {
      process.exitCode = await acrossCommand(facts, options)
    })
}

async function acrossCommand(
  facts: string,
  options: { readonly texts?: string; readonly out: string },
): Promise<number> {
  const { across, BatchError } = await import('../archive/index.ts')
  try {
    const { documents, copies, keyed, open, joined } = await across(facts, options)
    const near =
      options.texts === undefined ? 'near-copies not looked for (--texts)' : count(copies, 'near-copy', 'near-copies')
    complain(
      `${options.out}: ${count(documents, 'document')}, ${near}, ${count(keyed, 'key')}, ${open} of them open, ${joined} joined`,
    )
    return 0
  } catch (error) {
    if (!(error instanceof BatchError)) throw error
    complain(error.message)
    return 3
  }
}

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`
