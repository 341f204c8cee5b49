/**
 * `npm run bench:memory [-- --gigabytes 0.2] [--quick] [--write]`: a stream far larger than memory through the filter. Exits with 1
 * where a line is lost or the memory goes over its budget.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { markdownTable } from '../scripts/markers.ts'
import { type Article, loadArticles } from './articles.ts'
import budgets from './budgets.json' with { type: 'json' }
import { builtPackage } from './built.ts'
import { megabytes, surroundings, writeResult } from './results.ts'
import { megabytesPerSecond } from './statistics.ts'

interface Passage {
  readonly bytesIn: number
  readonly bytesOut: number
  readonly linesIn: number
  readonly linesOut: number
  /** Milliseconds by the clock. */
  readonly wall: number
  /** Milliseconds of the filter's CPU time. */
  readonly cpu: number
  /** Bytes. */
  readonly peak: number
  readonly exitCode: number | null
}

/** What is written to the pipe at once, in bytes. */
const CHUNK = 1 << 16
const LF = 0x0a
/** Run in the filter's process: what it used goes to a pipe of its own at the very end. */
const REPORT = `import { writeSync } from 'node:fs'
process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())))`

/** JSON Lines of at least so many bytes, in chunks: the articles over and over, each time with another id. Nothing is held. */
function* jsonLines(articles: readonly Article[], bytes: number, count: (lines: number, bytes: number) => void) {
  const tails = articles.map(({ bytes: text, day }) => {
    const fields = { text: Buffer.from(text).toString(), publishedAt: day }
    return Buffer.from(`,${JSON.stringify(fields).slice(1)}\n`)
  })
  let chunk: Uint8Array[] = []
  let size = 0
  for (let id = 0, left = bytes; left > 0; id++) {
    const line = [Buffer.from(`{"id":"a${id}"`), tails[id % tails.length] as Uint8Array]
    const length = line.reduce((sum, part) => sum + part.length, 0)
    count(1, length)
    chunk.push(...line)
    size += length
    left -= length
    if (size < CHUNK && left > 0) continue
    yield Buffer.concat(chunk)
    chunk = []
    size = 0
  }
}

export async function passThrough(cli: string, articles: readonly Article[], bytes: number): Promise<Passage> {
  const report = `data:text/javascript,${encodeURIComponent(REPORT)}`
  const from = performance.now()
  const child = spawn(process.execPath, ['--import', report, cli, 'extract', '-'], {
    stdio: ['pipe', 'pipe', 'inherit', 'pipe'],
  })
  const closed = once(child, 'close')
  let [linesIn, bytesIn, linesOut, bytesOut, used] = [0, 0, 0, 0, '']
  child.stdout?.on('data', (chunk: Buffer) => {
    bytesOut += chunk.length
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) linesOut++
  })
  child.stdio[3]?.on('data', (chunk: Buffer) => {
    used += chunk
  })
  const count = (lines: number, size: number) => {
    linesIn += lines
    bytesIn += size
  }
  try {
    await pipeline(Readable.from(jsonLines(articles, bytes, count)), child.stdin as Writable)
  } catch (error) {
    // The filter ended before its input: the lines that it lost are counted below.
    console.error((error as Error).message)
  }
  const [exitCode] = await closed
  // Nothing where the filter was killed.
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(
    used || '{"maxRSS":0,"userCPUTime":0,"systemCPUTime":0}',
  ) as NodeJS.ResourceUsage
  const wall = performance.now() - from
  // The engine counts memory in units of 1024 bytes and time in microseconds.
  const [peak, cpu] = [maxRSS * 1024, (userCPUTime + systemCPUTime) / 1000]
  return { bytesIn, bytesOut, linesIn, linesOut, wall, cpu, peak, exitCode }
}

const problems = ({ exitCode, linesIn, linesOut, peak }: Passage) => [
  ...(exitCode === 0 ? [] : [`the filter ended with ${exitCode}`]),
  ...(linesIn === linesOut ? [] : [`${linesIn} lines in, ${linesOut} lines out`]),
  ...(peak > 0 ? [] : ['the filter did not tell its memory']),
  ...(peak <= budgets.filterPeakBytes ? [] : [`over the budget: ${megabytes(peak)} of memory`]),
]

if (process.argv[1]?.endsWith('bench/memory.ts')) {
  const { values } = parseArgs({
    options: {
      gigabytes: { type: 'string', default: '1' },
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      dist: { type: 'string' },
    },
  })
  const { list } = loadArticles(values.quick)
  const passage = await passThrough(`${builtPackage(values.dist)}/cli.js`, list, 1e9 * Number(values.gigabytes))
  const rows = [
    ['lines in', String(passage.linesIn)],
    ['lines out', String(passage.linesOut)],
    ['JSON Lines in', megabytes(passage.bytesIn)],
    ['JSON Lines out', megabytes(passage.bytesOut)],
    ['time, all processes', `${(passage.wall / 1000).toFixed(1)} s`],
    ['CPU time of the filter', `${(passage.cpu / 1000).toFixed(1)} s`],
    ['MB/s in, by the clock', megabytesPerSecond(passage.bytesIn, passage.wall).toFixed(2)],
    ['MB/s in, of CPU time', megabytesPerSecond(passage.bytesIn, passage.cpu).toFixed(2)],
    ['peak memory', `${megabytes(passage.peak)} of ${megabytes(budgets.filterPeakBytes)}`],
  ]
  const table = `${surroundings()}; \`trichluc extract -\`, fed and read by another process:

${markdownTable(['', 'measured'], rows)}

Peak memory is the largest resident set of the filter's process, as it tells at its end.`
  console.log(table)
  if (values.write) writeResult('bench/RESULTS.md', 'memory', table)
  for (const problem of problems(passage)) {
    console.error(problem)
    process.exitCode = 1
  }
}
