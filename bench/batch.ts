/**
 * `npm run bench:batch [-- --times 16] [--rounds 2] [--quick] [--write]`: documents a second of `trichluc batch`, for one and two threads and
 * for each form of archive, beside `extractAll` in one process, and beside two processes that share nothing, which is what the machine has to
 * give. Exits with 1 where a form does not give the same facts.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import zlib from 'node:zlib'
import { markdownTable } from '../scripts/markers.ts'
import { isFurnitureLine } from '../src/html/furniture.ts'
import { loadArticles } from './articles.ts'
import { builtPackage } from './built.ts'
import { megabytes, surroundings, writeResult } from './results.ts'

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '16' },
    rounds: { type: 'string', default: '2' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    dist: { type: 'string' },
  },
})

interface Item {
  readonly id: string
  readonly text: string
  readonly publishedAt: string
}

interface Measured {
  /** Documents a second by the clock, and of CPU time of all threads. */
  readonly wall: number
  readonly cpu: number
  readonly peak: number
}

const dist = builtPackage(values.dist)
const folder = mkdtempSync(join(tmpdir(), 'trichluc-bench-'))
const at = (name: string) => join(folder, name)
const REPORT = `import { writeSync } from 'node:fs'
process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())))`

async function measure(): Promise<void> {
  const articles = loadArticles(values.quick)
  const once: Item[] = articles.list.map(({ bytes, day }, i) => ({
    id: `a${String(i).padStart(6, '0')}`,
    text: Buffer.from(bytes).toString(),
    publishedAt: day,
  }))
  const times = values.quick ? 1 : Number(values.times)
  const many = Array.from({ length: times }, (_, n) => once.map((item) => ({ ...item, id: `${n}-${item.id}` }))).flat()
  const jsonLines = (items: readonly Item[]) => items.map((item) => `${JSON.stringify(item)}\n`).join('')
  writeFileSync(at('many.jsonl'), jsonLines(many))
  const half = many.length >> 1
  writeFileSync(at('half-0.jsonl'), jsonLines(many.slice(0, half)))
  writeFileSync(at('half-1.jsonl'), jsonLines(many.slice(half)))

  // In turns, so that a busy minute is nobody's alone; the best of each counts.
  const contenders: readonly [string, () => Measured | Promise<Measured>][] = [
    ['`extractAll`, one process', () => inProcess(many.length)],
    ['to .jsonl, 1 job', () => batch(['many.jsonl'], 'a.jsonl', 1)],
    ['to .jsonl, 2 jobs', () => batch(['many.jsonl'], 'b.jsonl', 2)],
    ['two processes of 1 job, at once, half of the archive each', () => apart(many.length)],
    ['to .csv, 2 jobs', () => batch(['many.jsonl'], 'c.csv', 2)],
    ['to .parquet, 2 jobs', () => batch(['many.jsonl'], 'd.parquet', 2)],
  ]
  const best = new Map<string, Measured>()
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [name, run] of contenders) {
      const now = await run()
      const before = best.get(name) ?? now
      best.set(name, {
        wall: Math.max(now.wall, before.wall),
        cpu: Math.max(now.cpu, before.cpu),
        peak: Math.max(now.peak, before.peak),
      })
    }
  const [alone, one, two, limit] = [...best.values()] as [Measured, Measured, Measured, Measured]
  const row = (name: string, { wall, cpu, peak }: Measured) => [
    name,
    wall.toFixed(0),
    cpu ? cpu.toFixed(0) : '-',
    peak ? megabytes(peak, 0) : '-',
  ]
  const speed = markdownTable(
    ['', 'documents/s', 'documents a second of CPU time', 'peak memory'],
    [...best].map(([name, measured]) => row(name, measured)),
  )

  const forms = formsOf(once)
  const table = `${surroundings()}; ${many.length} ${articles.source} (${megabytes(statSync(at('many.jsonl')).size)}), best of ${values.rounds} rounds, each from a cold start:

${speed}

Two jobs give ${(two.wall / one.wall).toFixed(2)} times the documents a second of one, two processes that share nothing but the processor ${(limit.wall / one.wall).toFixed(2)} times. Of the speed of \`extractAll\`, one job reaches ${percent(one.wall / alone.wall)} by
the clock, and a core ${percent(two.cpu / alone.cpu)} with two jobs (documents a second of CPU time; reading, decoding, serialising and writing included).

The same ${once.length} articles in other forms, 2 jobs, once:

${markdownTable(['', 'size', 'documents/s', 'facts'], forms)}`
  console.log(table)
  if (values.write) writeResult('bench/RESULTS.md', 'batch', table)
}

const percent = (share: number) => `${(100 * share).toFixed(0)} %`

function run(args: readonly string[], documents: number, seconds: () => number): Measured {
  const report = `data:text/javascript,${encodeURIComponent(REPORT)}`
  const { output, status, stderr } = spawnSync(process.execPath, ['--import', report, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(String(output[3])) as NodeJS.ResourceUsage
  return {
    wall: documents / seconds(),
    cpu: (1e6 * documents) / (userCPUTime + systemCPUTime),
    peak: maxRSS * 1024,
  }
}

function batch(inputs: readonly string[], out: string, jobs: number): Measured {
  const args = ['batch', ...inputs, '--out', out, '--jobs', String(jobs), '--summary', 'summary.json', '--force']
  const summary = () => JSON.parse(readFileSync(at('summary.json'), 'utf8')) as { seconds: number; documents: number }
  const lines = readFileSync(at(inputs[0] as string))
  const documents = inputs[0]?.endsWith('.jsonl') ? lines.filter((byte) => byte === 0x0a).length : 0
  return run([join(dist, 'cli.js'), ...args], documents, () => summary().seconds)
}

/** Two processes that know nothing of each other: no program does more on this machine, be its threads ever so good. */
async function apart(documents: number): Promise<Measured> {
  const ends = [0, 1].map(async (n) => {
    const args = [
      'batch',
      `half-${n}.jsonl`,
      '--out',
      `half-${n}.out.jsonl`,
      '--jobs',
      '1',
      '--summary',
      `half-${n}.json`,
      '--force',
    ]
    const child = spawn(process.execPath, [join(dist, 'cli.js'), ...args], { cwd: folder, stdio: 'ignore' })
    const status = await new Promise((resolve) => child.on('close', resolve))
    if (status !== 0) throw new Error(`half-${n}.jsonl: exit status ${status}`)
    return JSON.parse(readFileSync(at(`half-${n}.json`), 'utf8')) as { seconds: number }
  })
  const seconds = (await Promise.all(ends)).map((end) => end.seconds)
  return { wall: documents / Math.max(...seconds), cpu: 0, peak: 0 }
}

/** The same articles, parsed before the clock starts; with the same setting of the compiler as the command line. */
function inProcess(documents: number): Measured {
  writeFileSync(
    at('plain.mjs'),
    `import { readFileSync, writeFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { extractAll } from ${JSON.stringify(pathToFileURL(join(dist, 'index.js')).href)}
setFlagsFromString('--max-inlined-bytecode-size-cumulative=100')
const articles = readFileSync('many.jsonl', 'utf8').trimEnd().split('\\n').map((line) => JSON.parse(line)).map(({ text, publishedAt }) => ({ text, referenceDate: publishedAt }))
const from = performance.now()
const before = process.cpuUsage()
let facts = 0
for (let i = 0; i < articles.length; i += 64) for (const extraction of extractAll(articles.slice(i, i + 64))) facts += extraction.facts.length
const { user, system } = process.cpuUsage(before)
writeFileSync('plain.json', JSON.stringify({ seconds: (performance.now() - from) / 1000, cpu: (user + system) / 1e6, facts }))
`,
  )
  const plain = () => JSON.parse(readFileSync(at('plain.json'), 'utf8')) as { seconds: number; cpu: number }
  const measured = run([at('plain.mjs')], documents, () => plain().seconds)
  // Only of the extraction itself.
  return { ...measured, cpu: documents / plain().cpu }
}

type Facts = readonly Readonly<Record<string, unknown>>[]

function factsOf(file: string): Map<string, Facts> {
  const facts = new Map<string, Facts>()
  for (const line of readFileSync(at(file), 'utf8').split('\n'))
    if (line !== '') {
      const { id, facts: found } = JSON.parse(line) as { id: string; facts: Facts }
      facts.set(id.replace(/^.*\//, '').replace(/\.txt$/, ''), found)
    }
  return facts
}

/** Each form of the archive, with whether its facts are those of JSON Lines. */
function formsOf(list: readonly Item[]): string[][] {
  // Text files have no day, and pages have paragraphs but no links to other articles: so that all forms have the same texts and days, all have
  // this one and these.
  const same = list.map(({ id, text }) => ({
    id,
    publishedAt: '2023-12-05',
    text: text
      .normalize('NFC')
      .split(/\s*\n\s*/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '' && !isFurnitureLine(line))
      .join('\n'),
  }))
  const lines = same.map((item) => `${JSON.stringify(item)}\n`).join('')
  writeFileSync(at('same.jsonl'), lines)
  writeFileSync(at('same.jsonl.gz'), zlib.gzipSync(lines))
  mkdirSync(at('texts'))
  for (const { id, text } of same) writeFileSync(at(`texts/${id}.txt`), text)
  writeFileSync(at('same.warc.gz'), Buffer.concat(same.map((item) => zlib.gzipSync(recordOf(item)))))

  const expected = new Map<string, Facts>()
  const measured = (name: string, input: string, offsets: boolean) => {
    const out = `${input}.out.jsonl`
    const args = [
      'batch',
      input,
      '--out',
      out,
      '--jobs',
      '2',
      '--summary',
      'summary.json',
      '--reference-date',
      '2023-12-05',
    ]
    run([join(dist, 'cli.js'), ...args], list.length, () => 1)
    const facts = factsOf(out)
    if (expected.size === 0) for (const [id, found] of facts) expected.set(id, found)
    const plain = (found: Facts | undefined) =>
      JSON.stringify(offsets ? found : found?.map(({ start, end, mentions, inferred, ...rest }) => rest))
    const different = [...expected].filter(([id, found]) => plain(found) !== plain(facts.get(id))).length
    if (different > 0) process.exitCode = 1
    const { documentsPerSecond } = JSON.parse(readFileSync(at('summary.json'), 'utf8')) as {
      documentsPerSecond: number
    }
    const size =
      input === 'texts' ? same.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) : statSync(at(input)).size
    return [
      name,
      megabytes(size),
      documentsPerSecond.toFixed(0),
      different === 0 ? 'the same' : `${different} documents differ`,
    ]
  }
  return [
    measured('JSON Lines', 'same.jsonl', true),
    measured('JSON Lines in gzip', 'same.jsonl.gz', true),
    measured('text files', 'texts', true),
    measured('one WARC of HTML pages, in gzip', 'same.warc.gz', false),
  ]
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function recordOf({ id, text, publishedAt }: Item): Buffer {
  const paragraphs = text.split('\n').map((line) => `<p>${escaped(line)}</p>`)
  const page = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${id}</title>
<meta property="article:published_time" content="${publishedAt}T08:00:00+07:00"></head>
<body><nav><a href="/">Trang chủ</a></nav><article>${paragraphs.join('\n')}</article><footer>Tòa soạn</footer></body></html>`
  const body = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`)
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://archive.example/${id}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${body.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')])
}

try {
  await measure()
} finally {
  rmSync(folder, { recursive: true })
}
