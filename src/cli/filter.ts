/**
 * The filter: articles as JSON Lines in, one line of facts out for each, in order. A line that is no article gives one line with
 * its error in its place and leaves the others alone.
 */
import { type ExtractOptions, extractAll } from '../index.ts'
import { lineBatches } from './lines.ts'
import { decodeUtf8, NotUtf8 } from './utf8.ts'

/** What is wrong with a line of input; lines are counted from 1. */
export interface LineError {
  readonly code: 'blank-line' | 'bad-utf8' | 'bad-json' | 'bad-line' | 'bad-id' | 'bad-text' | 'bad-published-at'
  readonly line: number
  readonly message: string
}

/** An ISO date, alone or with a time behind it. */
const PUBLISHED = /^(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/i

/** A batch is written when it is this long, and whenever the input that has arrived is used up. */
const BATCH = 1 << 16

/**
 * @param write Takes output; waits until there is room for more.
 * @returns How many lines were bad.
 */
export async function filter(
  input: AsyncIterable<Uint8Array>,
  write: (text: string) => Promise<void>,
  options: ExtractOptions,
): Promise<number> {
  let number = 0
  let bad = 0
  let blank = 0
  for await (const batch of lineBatches(input)) {
    const lines: (Line | BadLine)[] = []
    for (const bytes of batch) {
      number++
      // A blank line is bad like any other line that is no article, but many a tool ends its output with one.
      if (blank > 0) lines.push(new BadLine(null, { code: 'blank-line', line: blank, message: 'the line is blank' }))
      blank = isBlank(bytes) ? number : 0
      if (blank === 0) lines.push(read(bytes, number))
    }
    let output = ''
    for (let from = 0; from < lines.length; from += TOGETHER) {
      const some = lines.slice(from, from + TOGETHER)
      const extractions = extractAll(
        some.filter((line): line is Line => !(line instanceof BadLine)),
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
  return bad
}

/** Lines that are answered together. */
const TOGETHER = 64

/** A line that is an article. */
interface Line {
  readonly id: string | number
  readonly text: string
  readonly referenceDate: string | undefined
}

class BadLine {
  constructor(
    readonly id: string | number | null,
    readonly error: LineError,
  ) {}
}

const answer = (value: unknown) => `${JSON.stringify(value)}\n`

const isBlank = (bytes: Uint8Array) => bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)

function read(bytes: Uint8Array, line: number): Line | BadLine {
  const bad = (id: string | number | null, code: LineError['code'], message: string) =>
    new BadLine(id, { code, line, message })

  let value: unknown
  try {
    const text = decodeUtf8(bytes)
    value = JSON.parse(line === 1 && text.startsWith('\ufeff') ? text.slice(1) : text)
  } catch (error) {
    // The engine's own message is another one in each version.
    return error instanceof NotUtf8 ? bad(null, 'bad-utf8', error.message) : bad(null, 'bad-json', 'not valid JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return bad(null, 'bad-line', `expected an object with id and text, got ${nameOf(value)}`)

  const { id, text, publishedAt } = value as { readonly id?: unknown; readonly text?: unknown; publishedAt?: unknown }
  if (typeof id !== 'string' && typeof id !== 'number')
    return bad(null, 'bad-id', `id: expected a string or a number, got ${nameOf(id)}`)
  if (typeof text !== 'string') return bad(id, 'bad-text', `text: expected a string, got ${nameOf(text)}`)
  if (publishedAt === undefined || publishedAt === null) return { id, text, referenceDate: undefined }

  const day = typeof publishedAt === 'string' ? PUBLISHED.exec(publishedAt)?.[1] : undefined
  return day && isDay(day)
    ? { id, text, referenceDate: day }
    : bad(id, 'bad-published-at', `publishedAt: expected an ISO date or date-time, got ${JSON.stringify(publishedAt)}`)
}

/** Whether the calendar has a day that is written as YYYY-MM-DD. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

const nameOf = (value: unknown) =>
  value === undefined
    ? 'nothing'
    : value === null
      ? 'null'
      : Array.isArray(value)
        ? 'a list'
        : typeof value === 'object'
          ? 'an object'
          : `a ${typeof value}`
