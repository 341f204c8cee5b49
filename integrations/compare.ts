/**
 * The same documents through the library, `trichluc batch --jobs 2`, Spark on local[2] and the queue with two workers: `npm run compare -- [--documents 6000] [--rounds 1] [--before 3000]
 * [--engines spark,queue]`. Prints how fast each is, as a share of the batch command, and the SHA-256 of its facts, sorted; fails where they differ.
 * Spark's session has done a job of --before documents when the time begins; with 0 it is a cold one. With --parquet FOLDER it only compares what Spark has written there.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Redis } from 'ioredis'
import { builtPackage } from '../bench/built.ts'
import { canonical, linesOfParquet } from './canonical.ts'
import { digestOf, libraryLines, writeDocuments } from './material.ts'
import { startRedis } from './queue/redis.ts'

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '6000' },
    rounds: { type: 'string', default: '1' },
    before: { type: 'string', default: '3000' },
    engines: { type: 'string', default: 'spark,queue' },
    parquet: { type: 'string' },
  },
})
const COUNT = Number(values.documents)
const BEFORE = Number(values.before)
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const seconds = (since: number) => (performance.now() - since) / 1000

/** What an engine has made of the documents, and how long it took. */
interface Outcome {
  readonly digest: string
  readonly seconds: number
}

const library = (): string => digestOf([...libraryLines(COUNT)].map(canonical))

if (values.parquet !== undefined) {
  const same = digestOf(await linesOfParquet(values.parquet)) === library()
  console.log(`the same facts as the library, byte for byte after sorting: ${same ? 'yes' : 'NO'}`)
  process.exit(same ? 0 : 1)
}

function program(command: string, args: readonly string[], env: Record<string, string> = {}): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: status ${status}\n${stdout}\n${stderr.slice(-4000)}`)
  return stdout
}

/** From the start of the process to its end. */
function batch(input: string, folder: string): Outcome {
  const out = join(folder, 'batch.jsonl')
  const begin = performance.now()
  program(process.execPath, [
    join(dist, 'cli.js'),
    'batch',
    input,
    '--jobs',
    '2',
    '--out',
    out,
    '--force',
    '--progress',
    'none',
  ])
  const took = seconds(begin)
  const lines = readFileSync(out, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  return { digest: digestOf(lines.map(canonical)), seconds: took }
}

/** From the start of the job to its end, with the start of its extractors: the session, which serves many jobs, is there, and has done one. */
async function spark(input: string, folder: string): Promise<Outcome> {
  const out = join(folder, 'spark.parquet')
  const before = join(folder, 'before.jsonl')
  writeDocuments(before, BEFORE)
  const told = program(python, [at('spark/run.py'), input, out, 'speed', ...(BEFORE > 0 ? [before] : [])], {
    PYTHONWARNINGS: 'ignore',
    // One task a core: an extractor needs some seconds until the engine has compiled it.
    PARTITION_BYTES: '512m',
  })
  const { seconds } = JSON.parse(told.trim().split('\n').at(-1) as string) as { seconds: number }
  return { digest: digestOf(await linesOfParquet(out)), seconds }
}

/** From the start of the producer until all is in the sink: the workers, which serve for days, are there. */
async function queue(input: string): Promise<Outcome> {
  const redis = await startRedis()
  const children: ChildProcess[] = []
  const run = (name: string, ...args: string[]) => {
    const script = [at(`queue/${name}`), String(redis.port), ...args]
    const child = spawn(process.execPath, script, { stdio: ['ignore', 'pipe', 'inherit'] })
    children.push(child)
    return child
  }
  const store = new Redis({ host: '127.0.0.1', port: redis.port, db: 1 })
  try {
    const workers = [run('worker.mjs'), run('worker.mjs')]
    await Promise.all(workers.map((worker) => once(worker.stdout as NodeJS.ReadableStream, 'data')))
    const begin = performance.now()
    const producer = run('producer.mjs', input)
    const failed = once(producer, 'exit').then(([status]) => {
      if (status !== 0) throw new Error(`the producer ended with ${status}`)
    })
    await Promise.all([
      failed,
      (async () => {
        while ((await store.hlen('facts')) < COUNT) await sleep(20)
      })(),
    ])
    const took = seconds(begin)
    return { digest: digestOf((await store.hvals('facts')).map(canonical)), seconds: took }
  } finally {
    for (const child of children) child.kill('SIGKILL')
    store.disconnect()
    await redis.stop()
  }
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] as number

const others: Readonly<Record<string, (input: string, folder: string) => Promise<Outcome>>> = { spark, queue }
const names = values.engines.split(',')
for (const name of names) if (!others[name]) throw new Error(`--engines: expected spark, queue or both, got ${name}`)

const python = program('bash', [at('install.sh'), 'redis', 'java', 'pyspark'])
  .trim()
  .split('\n')
  .at(-1) as string
const dist = builtPackage()
const folder = mkdtempSync(join(tmpdir(), 'trichluc-compare-'))
let same = true
try {
  const input = join(folder, 'in.jsonl')
  writeDocuments(input, COUNT)
  const expected = library()
  const took = new Map(['batch', ...names].map((name) => [name, [] as number[]]))
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [name, times] of took) {
      const outcome = await (others[name] ?? batch)(input, folder)
      times.push(outcome.seconds)
      same &&= outcome.digest === expected
      console.log(`round ${round + 1}  ${name.padEnd(8)}${outcome.seconds.toFixed(1).padStart(7)} s  ${outcome.digest}`)
    }
  console.log(`         library          ${expected}\n`)
  const ofBatch = took.get('batch') as number[]
  for (const [name, times] of took) {
    const share = median(times.map((time, i) => (ofBatch[i] as number) / time))
    const rate = Math.round(COUNT / median(times))
    console.log(
      `${name.padEnd(8)}${String(rate).padStart(6)} documents/s, ${(100 * share).toFixed(0).padStart(3)} % of batch`,
    )
  }
  console.log(
    `compare: ${same ? 'the same facts, byte for byte after sorting' : 'FAILED: the facts differ'}, ${COUNT} documents`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(same ? 0 : 1)
