/**
 * Hands bodies to the worker threads. A thread that is free takes what waits: one body where one waits, many small ones together under load,
 * so that throughput costs no latency. Where there are several threads, one of them is kept from large bodies, so that small ones get through.
 */
import { type Pool, ThreadEnded } from '../workers/pool.ts'
import type { Done, Order, Refused, Result, Task } from './protocol.ts'

export interface Answered {
  readonly answer: Done | Refused
  /** The answer's body. */
  readonly bytes: Uint8Array
}

/** A body on its way. */
export interface Ticket {
  readonly answered: Promise<Answered>
  /** Ends the waiting with an error. @param stop Whether the thread is ended as well, if it is at this body alone. */
  cancel(error: Error, stop: boolean): void
}

interface Waiting {
  readonly order: Order
  readonly body: Uint8Array
  /** Tells the order in which they came. */
  readonly number: number
  /** After a thread has ended over it and others: which of them was it? */
  alone: boolean
  over: boolean
  task: Running | undefined
  readonly done: (answered: Answered) => void
  readonly failed: (error: unknown) => void
}

interface Running {
  readonly bodies: readonly Waiting[]
  readonly stop: AbortController
}

/** A body of more bytes is large: it takes some ten milliseconds. */
const LARGE = 1 << 16
/** The most that go to a thread together. */
const TOGETHER = 64
const BYTES_TOGETHER = 1 << 17

export class Dispatcher {
  readonly #pool: Pool<Task, Result>
  readonly #threads: number
  #small: Waiting[] = []
  #large: Waiting[] = []
  #number = 0
  #running = 0
  #runningLarge = 0

  constructor(pool: Pool<Task, Result>, threads: number) {
    this.#pool = pool
    this.#threads = threads
  }

  /** Bodies that no thread has taken yet. */
  get waiting(): number {
    return this.#small.length + this.#large.length
  }

  /** Threads that are at work. */
  get running(): number {
    return this.#running
  }

  ask(order: Order, body: Uint8Array): Ticket {
    let waiting!: Waiting
    const answered = new Promise<Answered>((done, failed) => {
      waiting = { order, body, number: this.#number++, alone: false, over: false, task: undefined, done, failed }
    })
    this.#queue(waiting)
    return { answered, cancel: (error, stop) => this.#cancel(waiting, error, stop) }
  }

  #queue(waiting: Waiting): void {
    if (waiting.body.length > LARGE) this.#large.push(waiting)
    else this.#small.push(waiting)
    this.#next()
  }

  #next(): void {
    while (this.#running < this.#threads) {
      const bodies = this.#take()
      if (bodies.length === 0) return
      void this.#run(bodies)
    }
  }

  /** The bodies that a free thread takes. */
  #take(): Waiting[] {
    const large = this.#large[0]
    const first = this.#small[0]
    const mayLarge = this.#threads === 1 || this.#runningLarge < this.#threads - 1
    if (large && mayLarge && !(first && first.number < large.number)) return this.#large.splice(0, 1)
    if (!first) return []
    // As much for each of the threads that are free.
    const share = Math.ceil(this.#small.length / (this.#threads - this.#running))
    let count = 1
    if (!first.alone)
      for (let bytes = first.body.length; count < Math.min(share, TOGETHER); count++) {
        const next = this.#small[count] as Waiting
        bytes += next.body.length
        if (next.alone || bytes > BYTES_TOGETHER) break
      }
    return this.#small.splice(0, count)
  }

  async #run(bodies: readonly Waiting[]): Promise<void> {
    const task: Running = { bodies, stop: new AbortController() }
    const isLarge = (bodies[0] as Waiting).body.length > LARGE
    this.#running++
    if (isLarge) this.#runningLarge++
    for (const waiting of bodies) waiting.task = task
    const packed = pack(bodies)
    let again: readonly Waiting[] = []
    try {
      const { bytes, answers } = await this.#pool.run(packed, { transfer: [packed.bytes], signal: task.stop.signal })
      bodies.forEach((waiting, i) => {
        const answer = answers[i] as Done | Refused
        const { from, to } = 'problem' in answer ? { from: 0, to: 0 } : answer
        waiting.done({ answer, bytes: new Uint8Array(bytes, from, to - from) })
      })
    } catch (error) {
      if (error instanceof ThreadEnded && bodies.length > 1) again = bodies.filter(({ over }) => !over)
      else for (const waiting of bodies) waiting.failed(error)
    }
    this.#running--
    if (isLarge) this.#runningLarge--
    for (const waiting of again) {
      waiting.alone = true
      waiting.task = undefined
    }
    this.#small.unshift(...again)
    this.#next()
  }

  #cancel(waiting: Waiting, error: Error, stop: boolean): void {
    waiting.over = true
    waiting.failed(error)
    const { task } = waiting
    if (!task) {
      for (const queue of [this.#small, this.#large]) {
        const place = queue.indexOf(waiting)
        if (place >= 0) queue.splice(place, 1)
      }
    } else if (stop && task.bodies.every(({ over }) => over)) task.stop.abort(error)
  }
}

/** Bodies one behind the other in one buffer, which goes over to the thread. */
function pack(bodies: readonly Waiting[]): Task {
  const bytes = new Uint8Array(bodies.reduce((sum, { body }) => sum + body.length, 0))
  let at = 0
  const jobs = bodies.map(({ order, body }) => {
    const from = at
    bytes.set(body, from)
    at += body.length
    return { order, from, to: at }
  })
  return { bytes: bytes.buffer, jobs }
}
