import { setTimeout as sleep } from 'node:timers/promises'
import type { ConnectionOptions, Queue } from 'bullmq'
import { loadBullmq } from './bullmq.ts'
import { type JobData, jobIdOf, type QueuedArticle, type QueuedOptions, slim } from './job.ts'

/** How a producer reaches Redis, and how it makes jobs. */
export interface ProducerOptions {
  /** How BullMQ reaches Redis: `{ host, port, … }`, or a client of ioredis. */
  readonly connection: ConnectionOptions
  /** The queue's name; "trichluc" by default. */
  readonly queue?: string
  /** What to extract, and how; it goes with each job. */
  readonly options?: QueuedOptions
  /** Documents in a job, 50 to 200; 100 by default. */
  readonly batch?: number
  /** Jobs that may wait in Redis before `add` waits for workers to take some; 200 by default. A job of 100 articles takes about 0.4 MB. */
  readonly maxWaiting?: number
  /** For how many seconds a job is tried to be added while Redis cannot be reached; 60 by default. */
  readonly patience?: number
}

/** What was added. A job that the queue had already counts as well: it is not done twice. */
export interface Added {
  readonly documents: number
  readonly jobs: number
}

/** Puts articles into the queue. */
export interface Producer {
  /**
   * Puts articles into the queue, in jobs of `batch` documents. Where it fails, it may be repeated from the beginning with the same articles: jobs that the queue knows are
   * not added again.
   * @throws the error of the connection, when Redis could not be reached for `patience` seconds.
   */
  add(articles: Iterable<QueuedArticle> | AsyncIterable<QueuedArticle>): Promise<Added>
  /** Ends the connection. Jobs that were added stay. */
  close(): Promise<void>
}

/** A job ends earlier than after `batch` documents where they are longer together than this, in UTF-16 code units. */
const LONGEST = 1 << 22

/** A failed attempt is made again after a second, two, four, eight and so on: a sink that is away for some minutes costs nothing. */
export const JOB_OPTIONS = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 1000 },
  // The id of a job that is done is remembered for a day; its articles are gone by then (see worker.ts).
  removeOnComplete: { age: 86_400, count: 1_000_000 },
  removeOnFail: false,
} as const

/**
 * Opens a producer.
 * @throws RangeError for a batch that is not 50 to 200; Error where BullMQ is not installed.
 */
export async function openProducer(settings: ProducerOptions): Promise<Producer> {
  const { connection, queue: name = 'trichluc', options = {}, batch = 100, maxWaiting = 200, patience = 60 } = settings
  if (!Number.isInteger(batch) || batch < 50 || batch > 200)
    throw new RangeError(`batch: expected a whole number from 50 to 200, got ${batch}`)
  const { Queue } = await loadBullmq()
  const queue = new Queue<JobData>(name, { connection, defaultJobOptions: JOB_OPTIONS })
  // Without a listener an error of the connection would end the process; the command that it fails tells of it.
  queue.on('error', () => {})

  const insist = async <T>(action: () => Promise<T>): Promise<T> => {
    const until = Date.now() + patience * 1000
    for (let wait = 250; ; wait = Math.min(2 * wait, 5000))
      try {
        return await action()
      } catch (error) {
        if (Date.now() > until) throw error
        await sleep(wait)
      }
  }

  return {
    async add(articles) {
      let documents = 0
      let jobs = 0
      for await (const some of inBatches(articles, batch)) {
        if (jobs % 20 === 0) await room(queue, maxWaiting, insist)
        const data: JobData = { articles: some, options }
        await insist(() => queue.add('batch', data, { jobId: jobIdOf(data) }))
        documents += some.length
        jobs++
      }
      return { documents, jobs }
    },
    close: () => queue.close(),
  }
}

async function room(queue: Queue, maxWaiting: number, insist: <T>(action: () => Promise<T>) => Promise<T>) {
  while ((await insist(() => queue.getWaitingCount())) >= maxWaiting) await sleep(100)
}

async function* inBatches(
  articles: Iterable<QueuedArticle> | AsyncIterable<QueuedArticle>,
  size: number,
): AsyncGenerator<QueuedArticle[]> {
  let batch: QueuedArticle[] = []
  let length = 0
  for await (const article of articles) {
    const one = slim(article)
    batch.push(one)
    length += one?.text?.length ?? 0
    if (batch.length === size || length > LONGEST) {
      yield batch
      batch = []
      length = 0
    }
  }
  if (batch.length > 0) yield batch
}
