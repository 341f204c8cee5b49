import { type ExtractOptions, extract } from '../index.ts'
import { FileError, readArticle } from './files.ts'
import { colours, complain, write } from './output.ts'
import { painter, table } from './table.ts'

export const FORMATS = ['table', 'json', 'jsonl'] as const
export type Format = (typeof FORMATS)[number]

/**
 * Writes the facts of files. A file that cannot be read is named on stderr, and the others are done all the same.
 * @returns Whether all files could be read.
 */
export async function extractFiles(
  files: readonly string[],
  format: Format,
  options: ExtractOptions,
): Promise<boolean> {
  let good = true
  let written = 0
  if (format === 'json') await write('[')
  for (const file of files) {
    let text: string
    try {
      text = readArticle(file)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      complain(error.message)
      good = false
      continue
    }
    await write(render(file, text, format, options, written++ === 0))
  }
  if (format === 'json') await write(written === 0 ? ']\n' : '\n]\n')
  return good
}

function render(file: string, text: string, format: Format, options: ExtractOptions, first: boolean): string {
  if (format === 'jsonl') return `${JSON.stringify({ id: file, ...extract(text, options) })}\n`
  if (format === 'json')
    return `${first ? '' : ','}\n${JSON.stringify({ id: file, ...extract(text, options) }, null, 2)}`

  // The table shows lines and columns, which are counted in UTF-16.
  const { facts, reference, diagnostics } = extract(text, { ...options, offsets: 'utf16' })
  const style = { width: process.stdout.columns ?? 100, colours: colours() }
  const paint = painter(style.colours)
  const head = [
    paint('bold', file),
    `${facts.length} ${facts.length === 1 ? 'fact' : 'facts'}`,
    reference ? `reference date ${reference.date} (${reference.basis})` : 'no reference date',
  ]
  const remarks = diagnostics.map(({ message }) => `${paint('yellow', 'note')}: ${message}\n`)
  return `${first ? '' : '\n'}${head.join(' · ')}\n${remarks.join('')}${facts.length > 0 ? table(text, facts, style) : ''}`
}
