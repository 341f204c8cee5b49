/** A batch of which an article was too much for its thread: the others are answered all the same. */
import { type OffsetUnit, schemaVersion } from '../index.ts'
import type { ArticleAnswer, ArticleError, BatchAnswer } from '../service/answers.ts'
import { ThreadEnded } from '../workers/pool.ts'
import type { Service } from './context.ts'
import { Problem } from './problems.ts'
import type { Order } from './protocol.ts'
import { isObject } from './read.ts'

type Result = ArticleAnswer | ArticleError

/**
 * The answer to a batch over which a thread has ended, by halves. It was within the limit on bytes, and this is seldom: it is read here.
 * @returns undefined where the body is no batch.
 * @throws what `ask` throws, but ThreadEnded.
 */
export async function answerByHalves(
  desk: Service,
  order: Order,
  body: Uint8Array,
  gone: Parameters<Service['ask']>[2],
): Promise<Uint8Array | undefined> {
  const { articles, options } = bodyOf(body)
  if (!Array.isArray(articles)) return undefined

  const halves = async (from: number, to: number): Promise<Result[]> => {
    if (to - from === 1) {
      desk.metrics?.reject('internal')
      return [tooMuch(articles[from], from)]
    }
    const middle = (from + to) >> 1
    return [...(await part(from, middle)), ...(await part(middle, to))]
  }
  const part = async (from: number, to: number): Promise<Result[]> => {
    try {
      const bytes = Buffer.from(JSON.stringify({ articles: articles.slice(from, to), options }))
      const answered = await desk.ask(order, bytes, gone)
      if ('problem' in answered.answer) {
        const { code, detail, extras } = answered.answer.problem
        throw new Problem(code, detail, extras)
      }
      const { results } = JSON.parse(Buffer.from(answered.bytes).toString()) as BatchAnswer
      return results.map((result) => placed(result, from))
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error
      return halves(from, to)
    }
  }

  const results = await halves(0, articles.length)
  const offsets = (isObject(options) ? options['offsets'] : undefined) as OffsetUnit | undefined
  const answer: BatchAnswer = { schemaVersion, offsets: offsets ?? 'utf16', results }
  return Buffer.from(JSON.stringify(answer))
}

function bodyOf(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString())
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

/** With the place in the whole batch, of what was answered in a part of it. */
const placed = (result: Result, from: number): Result =>
  'error' in result && result.error.index !== undefined
    ? { ...result, error: { ...result.error, index: result.error.index + from } }
    : result

function tooMuch(article: unknown, index: number): ArticleError {
  const id = isObject(article) ? article['id'] : null
  return {
    id: typeof id === 'string' || typeof id === 'number' ? id : null,
    status: 500,
    error: { code: 'internal', index, message: 'the article was too much for its worker thread' },
  }
}
