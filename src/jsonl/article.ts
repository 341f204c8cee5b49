/** One line of JSON Lines as an article: the form that the filter and the service share. */
import { decodeUtf8, NotUtf8 } from './utf8.ts'

/** A line that is an article. */
export interface ArticleLine {
  readonly id: string | number
  readonly text: string
  /** The day of `publishedAt`, as YYYY-MM-DD. */
  readonly referenceDate: string | undefined
}

/** What is wrong with a line of input; lines are counted from 1. */
export interface LineError {
  readonly code: 'blank-line' | 'bad-utf8' | 'bad-json' | 'bad-line' | 'bad-id' | 'bad-text' | 'bad-published-at'
  readonly line: number
  readonly message: string
}

/** A line that is none, with its id if it has one. */
export class BadLine {
  constructor(
    readonly id: string | number | null,
    readonly error: LineError,
  ) {}
}

/** The bytes of a line, without its LF. @param line Its number, counted from 1; a byte-order mark may begin the first. */
export function readLine(bytes: Uint8Array, line: number): ArticleLine | BadLine {
  let value: unknown
  try {
    const text = decodeUtf8(bytes)
    value = JSON.parse(line === 1 && text.startsWith('\ufeff') ? text.slice(1) : text)
  } catch (error) {
    // The engine's own message is another one in each version.
    return error instanceof NotUtf8
      ? new BadLine(null, { code: 'bad-utf8', line, message: error.message })
      : new BadLine(null, { code: 'bad-json', line, message: 'not valid JSON' })
  }
  return readArticle(value, line)
}

/** The value of a line. @param line Its number, which an error states. */
export function readArticle(value: unknown, line: number): ArticleLine | BadLine {
  const bad = (id: string | number | null, code: LineError['code'], message: string) =>
    new BadLine(id, { code, line, message })
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

/** Whether a line has nothing but spaces, tabs and a CR. */
export const isBlank = (bytes: Uint8Array) => bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)

/** An ISO date, alone or with a time behind it. */
const PUBLISHED = /^(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/i

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
