import { existsSync } from 'node:fs'
import type { ConnectionOptions, Job, UnrecoverableError } from 'bullmq'
import { Pool } from '../workers/pool.ts'
import { loadBullmq } from './bullmq.ts'
import { answersOf } from './isolate.ts'
import { aloneIdOf, type DoneData, type JobData, type JobResult, keyOf, wrongJob } from './job.ts'
import { JOB_OPTIONS } from './producer.ts'
import type { Answered } from './thread.ts'

/** The facts of a document, for the sink. */
export interface Answer {
  /** The same whenever this document is delivered: keep one row a key, and nothing is twice. */
  readonly key: string
  readonly id: string | number
  /** A line of JSON, as the filter writes it: `{"id", "schemaVersion", "offsets", "reference", "facts", "diagnostics"}`. */
  readonly line: string
}

/**
 * Takes the facts of a job's documents. When it has resolved, they must be safe, since the job is then forgotten; when it throws, the job comes again. It must be
 * idempotent: a worker that dies after it has run makes the same answers come again.
 */
export type Sink = (answers: readonly Answer[]) => Promise<void>

/** How a worker reaches Redis, and what it does with the facts. */
export interface WorkerOptions {
  /** How BullMQ reaches Redis: `{ host, port, … }`, or a client of ioredis. */
  readonly connection: ConnectionOptions
  /** Where the facts go. */
  readonly sink: Sink
  /** The queue's name; "trichluc" by default. */
  readonly queue?: string
  /** Threads that extract; 1 by default. One a core is right. */
  readonly threads?: number
  /** The most megabytes of JavaScript objects a thread may hold: an article that needs more goes to the failed set. Node's own default else. */
  readonly heapMegabytes?: number
  /** After how many seconds without a sign of life the jobs of a worker are given to another; 30 by default. */
  readonly lock?: number
  /** Told of what goes wrong beside the jobs, such as a lost connection; on stderr by default. */
  readonly onError?: (error: Error) => void
}

/** A worker that takes jobs out of the queue. */
export interface QueueWorker {
  /** Takes no more jobs, finishes those that it has, and ends its threads and connections. */
  close(): Promise<void>
}

/**
 * Starts to work off the queue.
 * @throws RangeError for a wrong number of threads; Error where BullMQ is not installed.
 */
export async function startWorker(settings: WorkerOptions): Promise<QueueWorker> {
  const { connection, sink, queue: name = 'trichluc', threads = 1, heapMegabytes, lock = 30 } = settings
  const { onError = (error: Error) => console.error(`trichluc/queue: ${error.message}`) } = settings
  const pool = new Pool<JobData, Answered[]>({ url: threadFile(), threads, heapMegabytes })
  const { Queue, UnrecoverableError, Worker } = await loadBullmq()
  const queue = new Queue<JobData>(name, { connection, defaultJobOptions: JOB_OPTIONS })
  queue.on('error', onError)
  const work = workOf({ pool, sink, queue, UnrecoverableError })
  const worker = new Worker<JobData | DoneData, JobResult>(name, work, {
    connection,
    // While the threads are busy, the next job is fetched and the last one written.
    concurrency: threads + 1,
    lockDuration: lock * 1000,
    stalledInterval: lock * 1000,
    // A job of which that many workers have died does not come again: it goes to the failed set.
    maxStalledCount: 5,
  })
  worker.on('error', onError)
  return {
    async close() {
      await worker.close()
      await pool.close()
      await queue.close()
    },
  }
}

interface Means {
  readonly pool: Pool<JobData, Answered[]>
  readonly sink: Sink
  readonly queue: {
    addBulk(jobs: { name: string; data: JobData; opts: { jobId: string } }[]): Promise<unknown>
  }
  readonly UnrecoverableError: new (message: string) => UnrecoverableError
}

/** How often a job of many documents may stall before each of them gets a job of its own. */
const SUSPECT = 2

/** What is done with a job. A job that stops anywhere can be done again from the beginning. */
const workOf =
  ({ pool, sink, queue, UnrecoverableError }: Means) =>
  async (
    job: Pick<Job<JobData | DoneData, JobResult>, 'data' | 'stalledCounter' | 'updateData'>,
  ): Promise<JobResult> => {
    const { data } = job
    if (typeof data === 'object' && data !== null && 'done' in data) return data.done
    const wrong = wrongJob(data)
    if (wrong !== undefined) throw new UnrecoverableError(wrong)
    const { articles, options = {} } = data
    const alone = (some: JobData['articles']) =>
      queue.addBulk(
        some.map((article) => ({
          name: 'document',
          data: { articles: [article], options },
          opts: { jobId: aloneIdOf(article, options) },
        })),
      )
    const finish = async (done: JobResult) => {
      await job.updateData({ done })
      return done
    }
    // Whole workers have died with it, and one of its documents may be why: memory can run out in a way that ends the process.
    if (job.stalledCounter >= SUSPECT && articles.length > 1) {
      await alone(articles)
      return finish({ documents: 0, alone: articles.length })
    }
    const answered = await answersOf(pool, { articles, options })

    const answers: Answer[] = []
    const poison: { article: JobData['articles'][number]; reason: string }[] = []
    answered.forEach((one, i) => {
      const article = articles[i] as JobData['articles'][number]
      if ('line' in one) answers.push({ key: keyOf(article, options), id: one.id, line: one.line })
      else poison.push({ article, reason: one.reason })
    })
    // Alone in its job, a document that cannot be done makes the job fail, so that its reason stands in the failed set. One among others becomes such a job first.
    if (articles.length === 1 && poison[0]) throw new UnrecoverableError(poison[0].reason)
    if (poison.length > 0) await alone(poison.map(({ article }) => article))
    if (answers.length > 0) await sink(answers)
    return finish({ documents: answers.length, alone: poison.length })
  }

/** The thread's file stands beside this one in the package. */
function threadFile(): URL {
  const url = new URL('./queue-thread.js', import.meta.url)
  if (!existsSync(url)) throw new Error(`trichluc/queue: ${url.pathname} is missing; is the package whole?`)
  return url
}
