import { type Pool, ThreadEnded } from '../workers/pool.ts'
import type { JobData } from './job.ts'
import type { Answered } from './thread.ts'

/**
 * The answers of a job's articles. Where a thread dies of them, halves of the articles are tried, so that the one that kills it is found and the
 * others are answered.
 * @throws what is wrong with the job as a whole, such as an OptionError.
 */
export async function answersOf(pool: Pool<JobData, Answered[]>, data: JobData): Promise<Answered[]> {
  const { articles, options } = data
  if (articles.length === 0) return []
  try {
    return await pool.run(data)
  } catch (error) {
    if (!(error instanceof ThreadEnded)) throw error
    const [only] = articles
    if (articles.length === 1) return [{ id: only?.id ?? null, reason: `thread-ended: ${error.message}` }]
    const half = articles.length >> 1
    return [
      ...(await answersOf(pool, { articles: articles.slice(0, half), options })),
      ...(await answersOf(pool, { articles: articles.slice(half), options })),
    ]
  }
}
