/**
 * `npm run bench:serve [-- --seconds 10] [--quick] [--write]`: requests per second and latencies of POST /v1/extract with articles of 4 kB, with one
 * and two worker threads, one request at a time and many.
 */
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { markdownTable } from '../scripts/markers.ts'
import { builtPackage } from './built.ts'
import { surroundings, writeResult } from './results.ts'
import { piecesOf, startService } from './service.ts'

const BYTES = 4096

export interface Round {
  readonly workers: number
  readonly connections: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly failed: number
}

async function shoot(url: string, bodies: readonly string[], connections: number, seconds: number) {
  let next = 0
  return autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: '/v1/extract',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: bodies[next++ % bodies.length] as string }),
      },
    ],
  })
}

async function measure(dist: string, seconds: number, connections: readonly number[]): Promise<Round[]> {
  const bodies = piecesOf(BYTES).map((text) => JSON.stringify({ text, publishedAt: '2024-01-01' }))
  const rounds: Round[] = []
  for (const workers of [1, 2]) {
    const service = await startService(dist, ['--workers', String(workers)])
    // The engine compiles what is run often.
    await shoot(service.url, bodies, 16, seconds)
    for (const many of connections) {
      const { requests, latency, errors, timeouts, non2xx } = await shoot(service.url, bodies, many, seconds)
      rounds.push({
        workers,
        connections: many,
        perSecond: requests.average,
        p50: latency.p50,
        p99: latency.p99,
        failed: errors + timeouts + non2xx,
      })
    }
    await service.end()
  }
  return rounds
}

if (process.argv[1]?.endsWith('bench/serve.ts')) {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '10' },
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      dist: { type: 'string' },
    },
  })
  const seconds = values.quick ? 1 : Number(values.seconds)
  const rounds = await measure(builtPackage(values.dist), seconds, values.quick ? [8] : [1, 32, 256])
  const rows = rounds.map(({ workers, connections, perSecond, p50, p99 }) => [
    `${workers} ${workers === 1 ? 'worker' : 'workers'}, ${connections} at a time`,
    perSecond.toFixed(0),
    ((perSecond * BYTES) / 1e6).toFixed(1),
    String(p50),
    String(p99),
  ])
  const table = `${surroundings()}; articles of ${BYTES} bytes, ${seconds} s each; the load tool takes its share of the same cores:

${markdownTable(['', 'requests/s', 'MB/s', 'p50, ms', 'p99, ms'], rows)}

Every request was answered with 200.`
  console.log(table)
  const failed = rounds.reduce((sum, round) => sum + round.failed, 0)
  if (failed > 0) {
    console.error(`${failed} requests failed`)
    process.exitCode = 1
  } else if (values.write) writeResult('bench/RESULTS.md', 'serve', table)
}
