/**
 * Worker threads that do one task each at a time. Tasks wait in the order in which they came. Ours, because the pools of others find their
 * worker's file beside their own, which a bundle does not have; and because a task must fail alone when its thread dies.
 */
import { Worker } from 'node:worker_threads'
import type { Answer, Question } from './messages.ts'

export interface PoolSettings {
  /** The worker's file: a module that calls `answerTasks`. */
  readonly url: URL
  /** The most threads; each is started when there is a task for it. */
  readonly threads: number
  /** Given to each worker when it starts, as `workerData`. */
  readonly data?: unknown
  /** The most megabytes of JavaScript objects a thread may hold before it is ended; Node's own default else. */
  readonly heapMegabytes?: number | undefined
}

export interface TaskSettings {
  /** Buffers that go over to the thread instead of being copied. */
  readonly transfer?: readonly ArrayBuffer[]
  /** Ends the task: one that waits is dropped, for one that runs the thread is ended. */
  readonly signal?: AbortSignal | undefined
}

/** The thread that did a task has ended: out of memory, or by a bug. The other tasks are not concerned. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded'
}

/** Tasks were given to a pool that was closed, or it was destroyed while they waited. */
export class PoolClosed extends Error {
  override readonly name = 'PoolClosed'
}

interface Job<Task, Result> {
  readonly task: Task
  readonly transfer: readonly ArrayBuffer[]
  readonly done: (result: Result) => void
  readonly failed: (error: unknown) => void
}

interface Thread<Task, Result> {
  readonly worker: Worker
  job: Job<Task, Result> | undefined
}

export class Pool<Task, Result> {
  readonly #settings: PoolSettings
  readonly #threads = new Set<Thread<Task, Result>>()
  readonly #queue: Job<Task, Result>[] = []
  #closing = false
  #idle: (() => void)[] = []

  constructor(settings: PoolSettings) {
    if (!Number.isInteger(settings.threads) || settings.threads < 1)
      throw new RangeError(`threads: expected a whole number from 1, got ${settings.threads}`)
    this.#settings = settings
  }

  /** Tasks that no thread has taken yet. */
  get waiting(): number {
    return this.#queue.length
  }

  /** Tasks that a thread is at. */
  get running(): number {
    let count = 0
    for (const { job } of this.#threads) if (job) count++
    return count
  }

  /**
   * The result of a task.
   * @throws what the task throws; `ThreadEnded` when its thread ends; the signal's reason when it is aborted; `PoolClosed`.
   */
  run(task: Task, { transfer = [], signal }: TaskSettings = {}): Promise<Result> {
    if (this.#closing) return Promise.reject(new PoolClosed('the pool is closed'))
    if (signal?.aborted) return Promise.reject(signal.reason)
    return new Promise<Result>((resolve, reject) => {
      const abort = () => this.#abort(job, signal?.reason)
      const end = () => signal?.removeEventListener('abort', abort)
      const job: Job<Task, Result> = {
        task,
        transfer,
        done: (result) => {
          end()
          resolve(result)
        },
        failed: (error) => {
          end()
          reject(error)
        },
      }
      signal?.addEventListener('abort', abort, { once: true })
      this.#queue.push(job)
      this.#next()
    })
  }

  /** Waits for the tasks that were given, then ends the threads. */
  async close(): Promise<void> {
    this.#closing = true
    while (this.#queue.length > 0 || this.running > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
    await this.destroy()
  }

  /** Ends the threads at once; tasks that have no result yet fail with `PoolClosed`. */
  async destroy(): Promise<void> {
    this.#closing = true
    const error = new PoolClosed('the pool was closed')
    for (const job of this.#queue.splice(0)) job.failed(error)
    const threads = [...this.#threads]
    this.#threads.clear()
    for (const thread of threads) thread.job?.failed(error)
    await Promise.all(threads.map(({ worker }) => worker.terminate()))
    this.#settle()
  }

  #start(): Thread<Task, Result> {
    const { url, data, heapMegabytes } = this.#settings
    const worker = new Worker(url, {
      workerData: data,
      ...(heapMegabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } }),
    })
    const thread: Thread<Task, Result> = { worker, job: undefined }
    this.#threads.add(thread)
    let reason: Error | undefined
    worker.on('message', (answer: Answer<Result>) => {
      const { job } = thread
      thread.job = undefined
      if ('error' in answer) job?.failed(answer.error)
      else job?.done(answer.result)
      this.#next()
    })
    worker.on('error', (error: Error) => {
      reason = error
    })
    worker.on('exit', (code) => this.#ended(thread, reason ?? new Error(`exit code ${code}`)))
    return thread
  }

  #ended(thread: Thread<Task, Result>, reason: Error): void {
    if (!this.#threads.delete(thread)) return
    const { job } = thread
    thread.job = undefined
    const error = new ThreadEnded(`the worker thread ended: ${reason.message}`, { cause: reason })
    job?.failed(error)
    this.#next()
  }

  #abort(job: Job<Task, Result>, reason: unknown): void {
    const place = this.#queue.indexOf(job)
    if (place >= 0) {
      this.#queue.splice(place, 1)
      job.failed(reason)
    } else
      for (const thread of this.#threads)
        if (thread.job === job) {
          this.#threads.delete(thread)
          job.failed(reason)
          void thread.worker.terminate()
        }
    this.#next()
  }

  #next(): void {
    while (this.#queue.length > 0) {
      const thread = this.#free()
      if (!thread) break
      const job = this.#queue.shift() as Job<Task, Result>
      thread.job = job
      const question: Question<Task> = { task: job.task }
      try {
        thread.worker.postMessage(question, job.transfer)
      } catch (error) {
        thread.job = undefined
        job.failed(error)
      }
    }
    this.#settle()
  }

  #free(): Thread<Task, Result> | undefined {
    for (const thread of this.#threads) if (!thread.job) return thread
    return this.#threads.size < this.#settings.threads ? this.#start() : undefined
  }

  #settle(): void {
    if (this.#queue.length > 0 || this.running > 0) return
    for (const resolve of this.#idle.splice(0)) resolve()
  }
}
