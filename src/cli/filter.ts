/**
 * The filter: articles as JSON Lines in, one line of facts out for each, in order. A line that is no article gives one line with
 * its error in its place and leaves the others alone.
 */
import { type ExtractOptions, extractAll } from '../index.ts'
import { type ArticleLine, BadLine, isBlank, readLine } from '../jsonl/article.ts'
import { lineBatches } from '../jsonl/lines.ts'

/** A batch is written when it is this long, and whenever the input that has arrived is used up. */
const BATCH = 1 << 16

/** What a run of the filter came to. A blank line at the very end is no line. */
export interface Tally {
  /** Lines that were read, each with one line of answer. */
  readonly lines: number
  /** Those that were no article. */
  readonly bad: number
}

/**
 * @param write Takes output; waits until there is room for more.
 * @throws InputError where the input breaks off with an error.
 */
export async function filter(
  input: AsyncIterable<Uint8Array>,
  write: (text: string) => Promise<void>,
  options: ExtractOptions,
): Promise<Tally> {
  let number = 0
  let bad = 0
  let blank = 0
  for await (const batch of lineBatches(minded(input))) {
    const lines: (ArticleLine | BadLine)[] = []
    for (const bytes of batch) {
      number++
      // A blank line is bad like any other line that is no article, but many a tool ends its output with one.
      if (blank > 0) lines.push(new BadLine(null, { code: 'blank-line', line: blank, message: 'the line is blank' }))
      blank = isBlank(bytes) ? number : 0
      if (blank === 0) lines.push(readLine(bytes, number))
    }
    let output = ''
    for (let from = 0; from < lines.length; from += TOGETHER) {
      const some = lines.slice(from, from + TOGETHER)
      const extractions = extractAll(
        some.filter((line): line is ArticleLine => !(line instanceof BadLine)),
        options,
      )
      let next = 0
      for (const line of some) {
        if (line instanceof BadLine) bad++
        output += answer(line instanceof BadLine ? line : { id: line.id, ...extractions[next++] })
      }
      if (output.length > BATCH) {
        await write(output)
        output = ''
      }
    }
    if (output !== '') await write(output)
  }
  return { lines: blank > 0 ? number - 1 : number, bad }
}

/** The input cannot be read to its end. */
export class InputError extends Error {}

async function* minded(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* input
  } catch (error) {
    throw new InputError((error as Error).message, { cause: error })
  }
}

/** Lines that are answered together. */
const TOGETHER = 64

const answer = (value: unknown) => `${JSON.stringify(value)}\n`
