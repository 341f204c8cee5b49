/**
 * What a worker thread does: bodies in, answers out, bytes on both sides. Many small bodies come together, and their articles are read side
 * by side.
 */
import { type Extraction, extract, extractAll, type OffsetUnit, schemaVersion } from '../index.ts'
import { type ArticleLine, BadLine, isBlank, readArticle, readLine } from '../jsonl/article.ts'
import type { ArticleAnswer, ArticleError, BatchAnswer, ExtractAnswer } from '../service/answers.ts'
import type { ServiceOptions } from '../service/requests.ts'
import { Transfer } from '../workers/answer.ts'
import { normalized } from './normalized.ts'
import { Problem } from './problems.ts'
import type { Counts, Order, Refused, Result, Task } from './protocol.ts'
import { isObject, nameOf, readObject, readOptions, wrong } from './read.ts'
import { traceOf } from './trace.ts'

/** A body that was read: its articles wait for their facts. */
interface Reading {
  readonly options: ServiceOptions
  readonly articles: readonly Article[]
  /** @param found What was found in each article. */
  answer(found: readonly Found[]): Answer
}

type Article = Pick<ArticleLine, 'text' | 'referenceDate'>
/** An extraction, or the error that extracting threw: a bug of ours, which must not cost the others their answers. */
type Found = Extraction | Error

interface Answer extends Counts {
  readonly body: string
}

export function work({ bytes, jobs }: Task): Transfer<Result> {
  const readings = jobs.map(({ order, from, to }) => attempt(() => read(order, new Uint8Array(bytes, from, to - from))))
  const found = extractTogether(readings.filter((reading): reading is Reading => !('problem' in reading)))
  const answers = readings.map((reading) =>
    'problem' in reading ? reading : attempt(() => reading.answer(found.get(reading) as readonly Found[])),
  )
  const bodies = answers.map((answer) => ('problem' in answer ? Buffer.alloc(0) : Buffer.from(answer.body)))
  const all = new Uint8Array(bodies.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  const result: Result = {
    bytes: all.buffer,
    answers: answers.map((answer, i) => {
      if ('problem' in answer) return answer
      const from = at
      all.set(bodies[i] as Uint8Array, from)
      at += (bodies[i] as Uint8Array).length
      const { articles, facts, rejects } = answer
      return { from, to: at, articles, facts, rejects }
    }),
  }
  return new Transfer(result, [all.buffer])
}

/** A step for one body: what it throws is that body's affair alone. */
function attempt<T>(step: () => T): T | Refused {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof Problem)) return { problem: bug(), trace: traceOf(error) }
    const { code, detail, extras } = error
    return { problem: { code, detail, extras } }
  }
}

const bug = () => ({ code: 'internal' as const, detail: 'a bug in the service; its log has the place', extras: {} })

/** The facts of all readings, those with the same options together. */
function extractTogether(readings: readonly Reading[]): ReadonlyMap<Reading, readonly Found[]> {
  const groups = new Map<string, Reading[]>()
  for (const reading of readings) {
    const key = JSON.stringify(reading.options)
    const group = groups.get(key)
    if (group) group.push(reading)
    else groups.set(key, [reading])
  }
  const all = new Map<Reading, readonly Found[]>()
  for (const group of groups.values()) {
    const found = extractEach(
      group.flatMap(({ articles }) => articles),
      (group[0] as Reading).options,
    )
    let from = 0
    for (const reading of group) {
      all.set(reading, found.slice(from, from + reading.articles.length))
      from += reading.articles.length
    }
  }
  return all
}

function extractEach(articles: readonly Article[], options: ServiceOptions): Found[] {
  try {
    return extractAll(articles, options)
  } catch {
    return articles.map(({ text, referenceDate }) => {
      try {
        return extract(text, referenceDate === undefined ? options : { ...options, referenceDate })
      } catch (error) {
        return error as Error
      }
    })
  }
}

function read(order: Order, bytes: Uint8Array): Reading {
  switch (order.kind) {
    case 'extract':
      return readExtract(bytes)
    case 'batch':
      return readBatch(bytes, order.items)
    case 'lines':
      return readLines(bytes, order)
    case 'normalize':
      return readNormalize(bytes)
  }
}

function readExtract(bytes: Uint8Array): Reading {
  const fields = readObject(bytes, ['id', 'text', 'publishedAt', 'options'])
  const article = readArticle({ ...fields, id: fields['id'] ?? 0 }, 1)
  if (fields['id'] === null) throw wrong('/id', 'expected a string or a number, got null')
  if (article instanceof BadLine) {
    const field = FIELD_OF[article.error.code] ?? ''
    throw wrong(field, article.error.message.replace(/^\w+: /, ''))
  }
  const options = readOptions(fields['options'])
  const id = fields['id'] === undefined ? {} : { id: article.id }
  return {
    options,
    articles: [article],
    answer: ([found]) => {
      if (found instanceof Error) throw found
      const answer: ExtractAnswer = { ...id, ...(found as Extraction) }
      return { body: JSON.stringify(answer), articles: 1, facts: countFacts([found as Extraction]), rejects: {} }
    },
  }
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'bad-id': '/id',
  'bad-text': '/text',
  'bad-published-at': '/publishedAt',
}

function readBatch(bytes: Uint8Array, most: number): Reading {
  const fields = readObject(bytes, ['articles', 'options'])
  const { articles: items } = fields
  if (!Array.isArray(items)) throw wrong('/articles', `expected a list of articles, got ${nameOf(items)}`)
  if (items.length > most)
    throw new Problem('too-many-items', `the batch has ${items.length} articles, at most ${most} are taken`, {
      field: '/articles',
      limit: most,
    })
  const options = readOptions(fields['options'])
  const entries = items.map((item: unknown, index) => {
    const nameless = isObject(item) && item['id'] === undefined
    const entry = readArticle(nameless ? { ...item, id: 0 } : item, index)
    if (!(entry instanceof BadLine)) return nameless ? { ...entry, id: null } : entry
    const { code, message } = entry.error
    // A line is what a stream has.
    return failed(nameless ? null : entry.id, 400, {
      code: code === 'bad-line' ? 'bad-item' : code,
      index,
      message: code === 'bad-line' ? `expected an object with text, got ${nameOf(item)}` : message,
    })
  })
  return {
    options,
    articles: entries.filter((entry): entry is Exclude<typeof entry, ArticleError> => !('error' in entry)),
    answer: (found) => {
      const results = answersOf(entries, found, (index) => ({ index }))
      const answer: BatchAnswer = { schemaVersion, offsets: options.offsets ?? 'utf16', results }
      return { body: JSON.stringify(answer), ...countsOf(results) }
    },
  }
}

function readLines(bytes: Uint8Array, order: Extract<Order, { kind: 'lines' }>): Reading {
  const { options, first, tooLong, lineBytes } = order
  const entries = split(bytes).map((piece, i) => {
    const line = first + i
    if (tooLong.includes(i))
      return failed(null, 413, {
        code: 'line-too-long',
        line,
        message: `the line is longer than ${lineBytes} bytes`,
      })
    if (isBlank(piece)) return failed(null, 400, { code: 'blank-line', line, message: 'the line is blank' })
    const entry = readLine(piece, line)
    return entry instanceof BadLine ? failed(entry.id, 400, entry.error) : entry
  })
  return {
    options,
    articles: entries.filter((entry): entry is Exclude<typeof entry, ArticleError> => !('error' in entry)),
    answer: (found) => {
      const results = answersOf(entries, found, (index) => ({ line: first + index }))
      return { body: results.map((result) => `${JSON.stringify(result)}\n`).join(''), ...countsOf(results) }
    },
  }
}

function readNormalize(bytes: Uint8Array): Reading {
  const fields = readObject(bytes, ['text', 'offsets'])
  const { text, offsets = 'utf16' } = fields
  if (typeof text !== 'string') throw wrong('/text', `expected a string, got ${nameOf(text)}`)
  if (!UNITS.includes(offsets as OffsetUnit))
    throw wrong('/offsets', `expected one of ${UNITS.join(', ')}, got ${JSON.stringify(offsets)}`)
  return {
    options: {},
    articles: [],
    answer: () => ({
      body: JSON.stringify(normalized(text, offsets as OffsetUnit)),
      articles: 0,
      facts: {},
      rejects: {},
    }),
  }
}
const UNITS: readonly OffsetUnit[] = ['utf16', 'codepoint', 'utf8']

type Entry = (Article & { readonly id: string | number | null }) | ArticleError

/** Facts and errors in the order of the entries. */
function answersOf(
  entries: readonly Entry[],
  found: readonly Found[],
  place: (index: number) => { readonly line: number } | { readonly index: number },
): (ArticleAnswer | ArticleError)[] {
  let next = 0
  return entries.map((entry, index) => {
    if ('error' in entry) return entry
    const facts = found[next++] as Found
    return facts instanceof Error
      ? failed(entry.id, 500, { code: 'internal', ...place(index), message: 'a bug in the service' })
      : { id: entry.id, status: 200, ...facts }
  })
}

const failed = (
  id: string | number | null,
  status: ArticleError['status'],
  error: ArticleError['error'],
): ArticleError => ({
  id,
  status,
  error,
})

function countsOf(results: readonly (ArticleAnswer | ArticleError)[]): Counts {
  const rejects: Record<string, number> = {}
  for (const result of results)
    if ('error' in result) rejects[result.error.code] = (rejects[result.error.code] ?? 0) + 1
  const good = results.filter((result): result is ArticleAnswer => !('error' in result))
  return { articles: good.length, facts: countFacts(good), rejects }
}

function countFacts(extractions: readonly Extraction[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { facts } of extractions) for (const { type } of facts) counts[type] = (counts[type] ?? 0) + 1
  return counts
}

/** Lines with an LF between them. */
function split(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let from = 0
  for (let lf = bytes.indexOf(0x0a); lf >= 0; lf = bytes.indexOf(0x0a, from)) {
    lines.push(bytes.subarray(from, lf))
    from = lf + 1
  }
  lines.push(bytes.subarray(from))
  return lines
}
