/**
 * `npm run soak [-- --minutes 5] [--write]`: all places of the service under load, good requests and bad ones, clients that go away. Exits with 1
 * where an answer is not as expected, or the memory of the last fifth of the time is more than that of the second fifth.
 */
import { parseArgs } from 'node:util'
import { markdownTable } from '../scripts/markers.ts'
import { builtPackage } from './built.ts'
import { megabytes, surroundings, writeResult } from './results.ts'
import { piecesOf, startService } from './service.ts'
import { median } from './statistics.ts'

const CLIENTS = 16
/** By how much the memory of a process may move that keeps nothing. */
const SLACK = 1.1

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    write: { type: 'boolean', default: false },
    dist: { type: 'string' },
  },
})
const milliseconds = Number(values.minutes) * 60_000
const { url, end } = await startService(builtPackage(values.dist), ['--workers', '1'])
const texts = piecesOf(4096)
const text = (n: number) => texts[n % texts.length] as string
const send = (path: string, body: string, type = 'application/json', signal: AbortSignal | null = null) =>
  fetch(url + path, { method: 'POST', headers: { 'content-type': type }, body, signal })

/** Kinds of request, each with what it must come to. */
const kinds: readonly ((n: number) => Promise<boolean>)[] = [
  async (n) => {
    const answer = await send('/v1/extract', JSON.stringify({ id: n, text: text(n) }))
    return answer.status === 200 && ((await answer.json()) as { id: number }).id === n
  },
  async (n) => {
    const articles = [0, 1, 2, 3].map((i) => ({ id: i, text: i === 2 ? 7 : text(n + i) }))
    const answer = await send('/v1/extract:batch', JSON.stringify({ articles }))
    const { results } = (await answer.json()) as { results: { status: number }[] }
    return results.map(({ status }) => status).join() === '200,200,400,200'
  },
  async (n) => {
    const lines = Array.from({ length: 20 }, (_, i) => `${JSON.stringify({ id: i, text: text(n + i) })}\n`)
    const answer = await send('/v1/extract:stream', lines.join(''), 'application/x-ndjson')
    return (await answer.text()).split('\n').length === 21
  },
  async (n) => (await send('/v1/normalize', JSON.stringify({ text: text(n) }))).json().then(() => true),
  async () => (await send('/v1/extract', '{"text"')).status === 400,
  async (n) => {
    const signal = AbortSignal.timeout(1 + (n % 5))
    // Whether it was in time is chance.
    const answer = await send(
      '/v1/extract',
      JSON.stringify({ text: text(n).repeat(20) }),
      'application/json',
      signal,
    ).catch(() => undefined)
    await answer?.arrayBuffer().catch(() => undefined)
    return true
  },
]

interface Sample {
  readonly at: number
  readonly resident: number
  readonly heap: number
}

async function sample(at: number): Promise<Sample> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  const gauge = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1])
  return { at, resident: gauge('process_resident_memory_bytes'), heap: gauge('nodejs_heap_size_used_bytes') }
}

let [requests, wrong] = [0, 0]
const from = performance.now()
const passed = () => performance.now() - from
const samples: Sample[] = []
const watch = (async () => {
  while (passed() < milliseconds) {
    samples.push(await sample(passed()))
    await new Promise((resolve) => setTimeout(resolve, milliseconds / 100))
  }
})()
await Promise.all(
  Array.from({ length: CLIENTS }, async (_, client) => {
    for (let n = client; passed() < milliseconds; n += CLIENTS) {
      const kind = kinds[requests++ % kinds.length] as (typeof kinds)[0]
      if (!(await kind(n).catch(() => false))) wrong++
    }
  }),
)
await watch
await end()

const during = (first: number, last: number) =>
  samples.filter(({ at }) => at >= first * milliseconds && at < last * milliseconds)
const [early, late] = [during(0.2, 0.4), during(0.8, 1)]
const memory = (part: readonly Sample[]) => median(part.map(({ resident }) => resident))
const heap = (part: readonly Sample[]) => median(part.map((s) => s.heap))
const most = Math.max(...samples.map(({ resident }) => resident))
const table = `${surroundings()}; one worker, ${CLIENTS} clients, ${values.minutes} minutes:

${markdownTable(
  ['', 'measured'],
  [
    ['requests', String(requests)],
    ['answers not as expected', String(wrong)],
    ['resident memory, second fifth', megabytes(memory(early))],
    ['resident memory, last fifth', megabytes(memory(late))],
    ['resident memory, most', megabytes(most)],
    ['heap of the main thread, second fifth', megabytes(heap(early))],
    ['heap of the main thread, last fifth', megabytes(heap(late))],
  ],
)}

Medians of the samples of each fifth.`
console.log(table)
if (values.write) writeResult('bench/RESULTS.md', 'soak', table)
if (wrong > 0) console.error(`${wrong} answers were not as expected`)
const grown = !(memory(late) <= SLACK * memory(early))
if (grown) console.error('the memory has grown')
if (wrong > 0 || grown) process.exitCode = 1
