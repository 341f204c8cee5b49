/** What Prometheus is told. */
import type { loadMetrics } from './peers.ts'
import type { Counts } from './protocol.ts'

/** States that are asked for when the metrics are read. */
export interface Gauges {
  readonly inFlight: () => number
  readonly waiting: () => number
  readonly heldBytes: () => number
  readonly busyThreads: () => number
}

export type Metrics = ReturnType<typeof createMetrics>

export function createMetrics(prometheus: Awaited<ReturnType<typeof loadMetrics>>, gauges: Gauges) {
  const { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } = prometheus.default ?? prometheus
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const requests = new Counter({
    name: 'trichluc_http_requests_total',
    help: 'Requests that were answered, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'trichluc_http_request_duration_seconds',
    help: 'Time from the headers of a request to the end of its answer, by route.',
    labelNames: ['route'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  })
  const articles = new Counter({
    name: 'trichluc_articles_total',
    help: 'Articles whose facts were extracted.',
    registers,
  })
  const facts = new Counter({
    name: 'trichluc_facts_total',
    help: 'Facts that were found, by type.',
    labelNames: ['type'],
    registers,
  })
  const rejects = new Counter({
    name: 'trichluc_rejects_total',
    help: 'Requests, items of batches and lines of streams that got an error, by its code.',
    labelNames: ['code'],
    registers,
  })
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value())
      },
    })
  gauge('trichluc_requests_in_flight', 'Requests that wait or are worked on.', gauges.inFlight)
  gauge('trichluc_queue_bodies', 'Bodies and parts of streams that no thread has taken yet.', gauges.waiting)
  gauge('trichluc_held_bytes', 'Bytes of the bodies that are here.', gauges.heldBytes)
  gauge('trichluc_busy_threads', 'Worker threads that are at work.', gauges.busyThreads)

  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    request(method: string, route: string, status: number, milliseconds: number): void {
      requests.inc({ method, route, status: String(status) })
      seconds.observe({ route }, milliseconds / 1000)
    },
    reject(code: string, count = 1): void {
      rejects.inc({ code }, count)
    },
    work(counts: Counts): void {
      articles.inc(counts.articles)
      for (const [type, count] of Object.entries(counts.facts)) facts.inc({ type }, count)
      for (const [code, count] of Object.entries(counts.rejects)) rejects.inc({ code }, count)
    },
  }
}
