import type { ExtractOptions } from '../index.ts'
import { filter, InputError, type Tally } from './filter.ts'
import { complain, flushed, write } from './output.ts'

/** How a parent makes sure that the filter has seen all that it was given. */
export interface Counting {
  /** How many lines the input must have. */
  readonly expectCount?: number
  /** Whether to state the count on stderr. */
  readonly count?: true
}

const NOT_WHOLE = 3

/** @returns The exit status: 0, or 1 where a line was no article, or 3 where the input was not whole, whatever else it was. */
export async function filterCommand(
  input: AsyncIterable<Uint8Array>,
  options: ExtractOptions,
  { expectCount, count }: Counting,
): Promise<number> {
  // For a reader that closes the pipe early: with a count, status 0 means that all was answered and taken.
  if (expectCount !== undefined) process.exitCode = NOT_WHOLE
  let tally: Tally
  try {
    tally = await filter(input, write, options)
    await flushed()
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    complain(`stdin: ${error.message}`)
    return NOT_WHOLE
  }
  if (count) process.stderr.write(`${JSON.stringify(tally)}\n`)
  if (expectCount !== undefined && tally.lines !== expectCount) {
    const which = tally.lines < expectCount ? 'truncated' : 'longer than it should be'
    complain(`stdin: expected ${expectCount} lines, got ${tally.lines}: the input is ${which}`)
    return NOT_WHOLE
  }
  return tally.bad > 0 ? 1 : 0
}
