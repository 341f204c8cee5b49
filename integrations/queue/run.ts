/**
 * The queue on a real Redis, with everything broken that breaks: `npm run queue -- [--documents 100000]`. A producer and two workers, each a process of its
 * own; a worker is killed with -9, Redis is killed with -9 and started again on its append-only file, a worker is told to close; documents are
 * delivered twice, in the same job and in another one; some are poison. At the end it prints documents in, out, lost and twice.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { builtPackage } from '../../bench/built.ts'
import { digestOf, libraryLines, writeDocuments } from '../material.ts'
import { redisVersion, startRedis } from './redis.ts'

const { values } = parseArgs({ options: { documents: { type: 'string', default: '100000' } } })
const COUNT = Number(values.documents)
/** Documents that are delivered twice. */
const AGAIN = Math.min(5000, COUNT)
const POISON = [
  { id: 'poison-1', text: 7 },
  { id: 'poison-2', text: 'Họp tại 64 điểm cầu.', publishedAt: '5/12/2023' },
  { text: 'an article without id' },
]

const version = redisVersion()
if (version === undefined) throw new Error('there is no redis-server: apt-get install redis-server')
builtPackage()

const begin = performance.now()
const say = (text: string) => console.log(`${((performance.now() - begin) / 1000).toFixed(1).padStart(6)} s  ${text}`)
const script = (name: string, ...args: string[]) =>
  spawn(process.execPath, [fileURLToPath(new URL(name, import.meta.url)), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

const folder = mkdtempSync(join(tmpdir(), 'trichluc-queue-'))
const all = join(folder, 'all.jsonl')
const some = join(folder, 'some.jsonl')
writeDocuments(all, COUNT)
writeDocuments(some, AGAIN)

const redis = await startRedis()
const connection = { host: '127.0.0.1', port: redis.port }
const store = new Redis({ ...connection, db: 1, maxRetriesPerRequest: null })
store.on('error', () => {})
const queue = new Queue('trichluc', { connection })
queue.on('error', () => {})
say(`redis-server ${version} on 127.0.0.1:${redis.port}, append-only file on`)

const children = new Set<ChildProcess>()
const run = (name: string, ...args: string[]) => {
  const child = script(name, String(redis.port), ...args)
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}
const ended = async (child: ChildProcess) =>
  (child.exitCode ?? child.signalCode ?? (await once(child, 'exit'))[0]) as unknown
const done = () => store.hlen('facts')
const reached = async (share: number) => {
  while ((await done()) < share * COUNT) await sleep(50)
}

let failed = false
const check = (what: string, good: boolean) => {
  if (good) return
  failed = true
  console.error(`FAILED: ${what}`)
}

try {
  const producer = run('producer.mjs', all)
  let first = run('worker.mjs')
  const second = run('worker.mjs')
  say('one producer and two workers started')
  await queue.add('batch', { articles: POISON, options: {} })
  await queue.add('batch', { articles: 'none' })
  await queue.add('batch', { articles: [{ id: 1, text: 'x' }], options: { offsets: 'utf7' } })

  await reached(0.2)
  first.kill('SIGKILL')
  say(`a worker killed with -9, ${await done()} documents done`)
  first = run('worker.mjs')

  // The same documents once more: in jobs that the queue knows, and in jobs of another size, which it cannot know.
  const again = [run('producer.mjs', some), run('producer.mjs', some, '50')]

  await reached(0.5)
  const before = await done()
  await redis.restart()
  say(`redis-server killed with -9 and started again, ${before} documents done before, ${await done()} after`)
  check('Redis lost what was in the sink', (await done()) >= before)

  await reached(0.75)
  second.kill('SIGTERM')
  check('a worker that is told to close exits with 0', (await ended(second)) === 0)
  say(`a worker closed, ${await done()} documents done`)
  run('worker.mjs')

  for (const child of [producer, ...again]) check('a producer exits with 0', (await ended(child)) === 0)
  say('producers done')
  // Failed attempts wait in "delayed", jobs of dead workers in "active" until their lock has run out.
  const left = async () => {
    const counts = await queue.getJobCounts('wait', 'active', 'delayed', 'prioritized')
    return Object.values(counts).reduce((sum, n) => sum + n, 0)
  }
  while ((await left()) > 0) await sleep(100)
  say('the queue is empty')

  const lines = Object.values(await store.hgetall('facts'))
  const ids = lines.map((line) => (JSON.parse(line) as { id: string }).id)
  const unique = new Set(ids)
  const expected = [...libraryLines(COUNT)]
  const lost = expected.filter((line) => !unique.has((JSON.parse(line) as { id: string }).id)).length
  const same = digestOf(lines) === digestOf(expected)
  const poison = await queue.getFailed(0, 100)
  const documents = { in: COUNT, out: unique.size, lost, twice: ids.length - unique.size }

  console.log(`\ndocuments in ${documents.in}, out ${documents.out}, lost ${documents.lost}, twice ${documents.twice}`)
  console.log(`written again by a repeat, without harm: ${(await store.get('again')) ?? 0}`)
  console.log(`the same facts as the library, byte for byte after sorting: ${same ? 'yes' : 'NO'}`)
  console.log(`failed set: ${poison.length} jobs`)
  for (const { id, failedReason } of poison) console.log(`  ${id}: ${failedReason}`)
  check('every document is out once', documents.out === COUNT && lost === 0 && documents.twice === 0)
  check('the facts are those of the library', same)
  check('the failed set holds the poison and nothing else', poison.length === POISON.length + 2)
  const seconds = (performance.now() - begin) / 1000
  console.log(`queue: ${failed ? 'FAILED' : 'passed'}, ${COUNT} documents in ${seconds.toFixed(0)} s`)
} finally {
  for (const child of children) child.kill('SIGKILL')
  await queue.close().catch(() => {})
  store.disconnect()
  await redis.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)
