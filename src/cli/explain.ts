import { InvalidArgumentError } from 'commander'
import { type Explanation, type ExtractOptions, explain } from '../index.ts'
import { offsetAt } from '../view/place.ts'
import { oneLine, summaryOf } from '../view/summary.ts'
import { FileError, readArticle } from './files.ts'
import { colours, complain, write } from './output.ts'
import { painter } from './table.ts'

/** FILE:OFFSET or FILE:LINE:COLUMN */
const PLACE = /^(.+?):(\d+)(?::(\d+))?$/s

/** @returns Whether the file could be read. */
export async function explainCommand(place: string, options: ExtractOptions, json: boolean): Promise<boolean> {
  const match = PLACE.exec(place)
  if (!match) throw new InvalidArgumentError(`expected FILE:OFFSET or FILE:LINE:COLUMN, got "${place}"`)
  const [, file = '', first, second] = match
  let text: string
  try {
    text = readArticle(file)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    complain(error.message)
    return false
  }
  let offset: number | undefined = Number(first)
  let wanted = options
  if (second !== undefined) {
    offset = offsetAt(text, Number(first), Number(second))
    if (offset === undefined) throw new InvalidArgumentError(`${file} has no line ${first} with a column ${second}`)
    // Lines and columns are counted in UTF-16.
    wanted = { ...options, offsets: 'utf16' }
  }
  let explanation: Explanation
  try {
    explanation = explain(text, offset, wanted)
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidArgumentError(error.message.replace('trichluc: ', ''))
    throw error
  }
  await write(json ? `${JSON.stringify(explanation, null, 2)}\n` : show(explanation))
  return true
}

function show({ facts, rejected, offset }: Explanation): string {
  const paint = painter(colours())
  const lines: string[] = []
  if (facts.length === 0) lines.push(`No fact covers offset ${offset}.`)
  for (const { fact, read, inferred } of facts) {
    lines.push(
      `${paint('bold', fact.type)} ${summaryOf(fact)}`,
      `  text        ${oneLine(fact.text)}  [${fact.start}, ${fact.end})`,
      `  rule        ${fact.rule}`,
      `  confidence  ${fact.confidence}`,
      ...Object.entries(read).map(([name, value]) => `  read        ${name} = ${JSON.stringify(value)}`),
      ...inferred.map(({ field, value, basis }) => `  inferred    ${field} = ${JSON.stringify(value)}, from ${basis}`),
    )
  }
  if (rejected.length > 0) lines.push(paint('bold', 'Not facts, on the same line:'))
  for (const { type, start, end, rule, code, reason } of rejected)
    lines.push(`  ${type} [${start}, ${end}) by ${rule}: ${reason} (${code})`)
  return `${lines.join('\n')}\n`
}
