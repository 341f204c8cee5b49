/** What stands in a job of the queue, and by which key a document and a job are known. */
import { createHash } from 'node:crypto'
import { version } from '../../package.json'
import { type ExtractOptions, extractAll } from '../index.ts'

/** An article to be done. Another form than this one is a poison message: it ends in the failed set, with its reason. */
export interface QueuedArticle {
  readonly id: string | number
  readonly text: string
  /** ISO date or date-time of publication, of which the day counts. */
  readonly publishedAt?: string | null
}

/** Options that can be written into a job. */
export type QueuedOptions = Omit<ExtractOptions, 'nfc'>

export interface JobData {
  readonly articles: readonly QueuedArticle[]
  readonly options: QueuedOptions
}

/** What stands in a job that is done: its articles are of no more use, and would fill Redis. */
export interface DoneData {
  readonly done: JobResult
}

export interface JobResult {
  /** Documents whose facts went into the sink. */
  readonly documents: number
  /** Documents that were given a job of their own, since they could not be done or may be what workers die of. */
  readonly alone: number
}

/**
 * The key of a document: the same for the same article under the same options and the same version of the package, and for nothing else. A sink that keeps one row a key
 * has each document once, however often it is delivered.
 */
export const keyOf = (article: unknown, options: QueuedOptions) => digest([version, canonical(options), article])

/** The same for the same documents in the same order, so that a job that is added twice is one job. */
export const jobIdOf = ({ articles, options }: JobData) =>
  `batch-${digest(articles.map((article) => keyOf(article, options)))}`

/** The id of a job with one document. */
export const aloneIdOf = (article: unknown, options: QueuedOptions) => `document-${keyOf(article, options)}`

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)

const canonical = ({ referenceDate, types, offsets }: QueuedOptions) => [
  referenceDate ?? null,
  types ? [...types].sort() : null,
  offsets ?? 'utf16',
]

/** What is wrong with a job as a whole, or undefined. */
export function wrongJob(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return 'the job has no data'
  const { articles, options } = data as { readonly articles?: unknown; readonly options?: unknown }
  if (!Array.isArray(articles)) return `articles: expected a list, got ${typeof articles}`
  if (options !== undefined && (typeof options !== 'object' || options === null))
    return `options: expected an object, got ${typeof options}`
  try {
    extractAll([], options)
  } catch (error) {
    return (error as Error).message
  }
  return undefined
}

/** An article without the fields that extraction does not read, so that they neither cost room nor change its key. What is no article stays as it is. */
export function slim(article: QueuedArticle): QueuedArticle {
  if (typeof article !== 'object' || article === null) return article
  const { id, text, publishedAt } = article
  return publishedAt === undefined || publishedAt === null ? { id, text } : { id, text, publishedAt }
}
