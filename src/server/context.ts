/** What the parts of one server share. */
import { setMaxListeners } from 'node:events'
import { Pool } from '../workers/pool.ts'
import { Bodies, ClientGone } from './bodies.ts'
import { type Answered, Dispatcher } from './dispatcher.ts'
import type { Metrics } from './metrics.ts'
import { Problem } from './problems.ts'
import type { Order, Result, Task } from './protocol.ts'
import type { ServerSettings } from './settings.ts'

export class Service {
  readonly pool: Pool<Task, Result>
  readonly dispatcher: Dispatcher
  readonly bodies: Bodies
  metrics: Metrics | undefined
  /** Requests that are not answered yet. */
  open = 0
  /** Those among them that have a body, and are limited. */
  inFlight = 0
  /** All worker threads have read an article. */
  warm = false
  /** The balancer is told to send no more. */
  leaving = false
  /** New requests are turned away. */
  draining = false
  /** Streams end where they are. */
  readonly cut = new AbortController()

  constructor(
    readonly settings: ServerSettings,
    worker: URL,
  ) {
    const { workers, workerMegabytes } = settings
    this.pool = new Pool({ url: worker, threads: workers, heapMegabytes: workerMegabytes })
    this.dispatcher = new Dispatcher(this.pool, workers)
    this.bodies = new Bodies(settings)
    // Each stream listens, and there may be many.
    setMaxListeners(0, this.cut.signal)
  }

  /** Starts the threads and has each read an article, so that the first request finds them ready. */
  async warmUp(): Promise<void> {
    const { workers } = this.settings
    const body = Buffer.from(JSON.stringify({ text: WARM_UP.repeat(8) }))
    const tasks = Array.from({ length: workers }, () => {
      const bytes = new Uint8Array(body)
      return this.pool.run({ bytes: bytes.buffer, jobs: [{ order: { kind: 'extract' }, from: 0, to: bytes.length }] })
    })
    await Promise.all(tasks)
    this.warm = true
  }

  /**
   * Has a body worked on, within the time for a request.
   * @param gone Called with what is to be done when the client goes away; it gives back how to forget it.
   * @throws Problem, ClientGone, ThreadEnded.
   */
  async ask(order: Order, body: Uint8Array, gone?: (leave: () => void) => () => void): Promise<Answered> {
    const { requestSeconds } = this.settings
    const ticket = this.dispatcher.ask(order, body)
    const timer = setTimeout(
      () =>
        ticket.cancel(
          new Problem('too-slow', `the answer was not ready within ${requestSeconds} seconds`, {
            limit: requestSeconds,
          }),
          true,
        ),
      requestSeconds * 1000,
    )
    // A thread that is at it goes on: ending it would cost the others more.
    const forget = gone?.(() => ticket.cancel(new ClientGone('the client went away'), false))
    try {
      const answered = await ticket.answered
      if (!('problem' in answered.answer)) this.metrics?.work(answered.answer)
      return answered
    } finally {
      clearTimeout(timer)
      forget?.()
    }
  }
}

const WARM_UP = `Sáng 4/12, huyện tổ chức hội nghị trực tuyến đến 26 điểm cầu cơ sở, với hơn 1.400 cán bộ, đảng viên tham dự.
Đồng chí Lê Thị Thu An, Phó Bí thư Thường trực Huyện ủy, quán triệt Nghị quyết số 12-NQ/HU ngày 24/11/2023 của Ban Chấp hành Đảng bộ huyện.
Các chi bộ gửi báo cáo về Văn phòng trước ngày 15/12.
`
