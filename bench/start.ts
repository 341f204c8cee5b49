/**
 * `npm run bench:start [-- --runs N] [--check] [--write]`: how long it takes until the first facts are there, and how much there is to
 * load, against the budgets. With --check it exits with 1 where the bundle is too large; times only warn, as machines differ.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { markdownTable } from '../scripts/markers.ts'
import budgets from './budgets.json' with { type: 'json' }
import { builtPackage } from './built.ts'
import { surroundings, writeResult } from './results.ts'
import { median, took } from './statistics.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const ARTICLE = `${root}fixtures/articles/hoi-nghi-huyen-attendance-ratios.txt`

interface Row {
  readonly name: string
  readonly unit: 'ms' | 'bytes'
  /** The median. */
  readonly value: number
  readonly best?: number
  readonly budget?: number
}

function node(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${args.join(' ')}: ${stderr}`)
  return stdout
}

/** Milliseconds as a fresh process counts them itself: what Node needs for its own start stays out. */
function inside(statements: string): number {
  const code = `const from = performance.now(); ${statements}; console.log(performance.now() - from)`
  return Number(node(['--input-type=module', '-e', code]))
}

function times(dist: string, runs: number): Row[] {
  const load = `await import(${JSON.stringify(pathToFileURL(`${dist}/index.js`).href)})`
  const text = JSON.stringify(readFileSync(ARTICLE, 'utf8'))
  const measured: (Pick<Row, 'name' | 'budget'> & { readonly run: () => number })[] = [
    { name: 'import', budget: budgets.importMs, run: () => inside(load) },
    { name: 'import and first article', run: () => inside(`(${load}).extract(${text})`) },
    {
      name: '`trichluc extract FILE`, whole process',
      budget: budgets.commandMs,
      run: () => took(() => node([`${dist}/cli.js`, 'extract', ARTICLE])).wall,
    },
    { name: '`node -e 0`, whole process', run: () => took(() => node(['-e', '0'])).wall },
  ]
  const all = measured.map(() => [] as number[])
  // In turn, so that what else the machine does meets all alike.
  for (let i = 0; i < runs; i++) measured.forEach(({ run }, j) => void all[j]?.push(run()))
  return measured.map(({ run: _, ...row }, j) => {
    const runs = all[j] as number[]
    return { ...row, unit: 'ms', value: median(runs), best: Math.min(...runs) }
  })
}

function sizes(dist: string): Row[] {
  const bundle = readFileSync(`${dist}/index.js`)
  return [
    { name: 'bundle, minified', unit: 'bytes', value: bundle.length },
    {
      name: 'bundle, gzip -9',
      unit: 'bytes',
      value: gzipSync(bundle, { level: 9 }).length,
      budget: budgets.bundleGzipBytes,
    },
    { name: 'bundle, brotli', unit: 'bytes', value: brotliCompressSync(bundle).length },
  ]
}

/** Of the project's own dist: a package of another folder cannot be packed. */
function packedSize(): Row[] {
  // Not built once more for it.
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error']
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`npm pack: ${stderr}`)
  const [{ size, unpackedSize }] = JSON.parse(stdout) as [{ readonly size: number; readonly unpackedSize: number }]
  return [
    { name: 'package, packed', unit: 'bytes', value: size },
    { name: 'package, unpacked', unit: 'bytes', value: unpackedSize },
  ]
}

const show = (value: number, unit: Row['unit']) =>
  unit === 'ms' ? `${value.toFixed(1)} ms` : `${(value / 1000).toFixed(1)} kB`

const isOver = ({ value, budget }: Row) => budget !== undefined && value > budget

export const startTable = (rows: readonly Row[]): string =>
  markdownTable(
    ['', 'median', 'best', 'budget', ''],
    rows.map((row) => [
      row.name,
      show(row.value, row.unit),
      row.best === undefined ? '-' : show(row.best, row.unit),
      row.budget === undefined ? '-' : show(row.budget, row.unit),
      row.budget === undefined ? '' : isOver(row) ? '**over**' : 'within',
    ]),
  )

if (process.argv[1]?.endsWith('bench/start.ts')) {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '15' },
      check: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      dist: { type: 'string' },
    },
  })
  const dist = builtPackage(values.dist)
  const rows = [...times(dist, Number(values.runs)), ...sizes(dist), ...(values.dist ? [] : packedSize())]
  const table = `${surroundings()}; medians of ${values.runs} fresh processes each; kB of 1000 bytes:

${startTable(rows)}

The first two times are counted inside of the process, without Node's own start. The bundle is dist/index.js, which is what browsers
load.`
  console.log(table)
  if (values.write) writeResult('bench/RESULTS.md', 'start', table)
  for (const row of rows.filter(isOver)) {
    console.error(
      `over the budget: ${row.name}, ${show(row.value, row.unit)} of ${show(row.budget as number, row.unit)}`,
    )
    if (values.check && row.unit === 'bytes') process.exitCode = 1
  }
}
