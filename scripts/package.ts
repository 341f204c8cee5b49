/**
 * `npm run check:package`: what npm would publish, as its readers judge it. Packs it once, then asks publint, are-the-types-wrong and knip, weighs each
 * export against its budget (bench/budgets.json), and installs it into an empty folder for the time until the first facts. It takes dist as it is;
 * `npm run build` comes first. With `-- --write` its figures go into the README.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import budgets from '../bench/budgets.json' with { type: 'json' }
import manifest from '../package.json' with { type: 'json' }
import { libraries, specifierOf } from './entries.ts'
import { between, markdownTable } from './markers.ts'

/** What the README shows. */
const figures: [what: string, figure: string][] = []

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'trichluc-package-'))

interface Ran {
  readonly status: number | null
  readonly output: string
}

function run(command: string, args: readonly string[], cwd = root): Ran {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (error) throw error
  return { status, output: `${stdout}${stderr}`.trim() }
}

const tool = (name: string, ...args: readonly string[]) => run('npx', ['--no-install', name, ...args])

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

/** The tarball, packed as it is published but for the build that comes before. */
function pack(): { readonly file: string; readonly size: number; readonly unpackedSize: number } {
  const { status, output } = run('npm', [
    'pack',
    '--ignore-scripts',
    '--json',
    '--loglevel=error',
    '--pack-destination',
    folder,
  ])
  if (status !== 0) throw new Error(`npm pack: ${output}`)
  const [{ filename, size, unpackedSize }] = JSON.parse(output)
  return { file: join(folder, filename), size, unpackedSize }
}

async function publintProblems(file: string): Promise<string[]> {
  const tarball = readFileSync(file)
  const { messages } = await publint({ strict: true, pack: { tarball: new Uint8Array(tarball).buffer } })
  return messages.map((message) => formatMessage(message, manifest, { color: false }) ?? message.code)
}

/** The profile leaves out the resolution of TypeScript before 4.7 (node10), which knows no `exports`: nothing of this package is found by it. */
function typeProblems(file: string): string[] {
  const { status, output } = tool(
    'attw',
    file,
    '--profile',
    'node16',
    '--no-definitely-typed',
    '--no-emoji',
    '--no-color',
  )
  return status === 0 ? [] : [output]
}

function unusedProblems(): string[] {
  const { status, output } = tool('knip', '--no-progress')
  return status === 0 ? [] : [output]
}

/** @returns What is over its budget, and what has none or has one without being there. */
function sizeProblems(packed: { readonly size: number; readonly unpackedSize: number }): string[] {
  const allowed: Readonly<Record<string, number>> = budgets.exportsGzipBytes
  const rows = libraries.map((entry) => {
    const size = gzipSync(readFileSync(`${root}dist/${entry.name}.js`), { level: 9 }).length
    return { name: specifierOf(entry), size, budget: allowed[entry.name] }
  })
  rows.push({ name: 'the tarball', size: packed.size, budget: budgets.packedBytes })
  rows.push({ name: 'the tarball, unpacked', size: packed.unpackedSize, budget: budgets.unpackedBytes })
  for (const { name, size, budget } of rows)
    console.log(`${name.padEnd(24)} ${kB(size).padStart(10)} of ${budget === undefined ? '?' : kB(budget)}`)
  const listed = rows
    .filter(({ name }) => name.startsWith('trichluc'))
    .map(({ name, size }) => `\`${name}\` ${kB(size)}`)
  figures.push(['each export by itself, gzip -9', listed.join(', ')])
  const strange = Object.keys(allowed).filter((name) => !libraries.some((entry) => entry.name === name))
  return [
    ...rows.flatMap(({ name, size, budget }) => {
      if (budget === undefined) return [`${name} has no budget in bench/budgets.json`]
      return size > budget ? [`${name}: ${size} bytes, of ${budget}`] : []
    }),
    ...strange.map((name) => `bench/budgets.json has a budget for ${name}, and there is no such export`),
  ]
}

/** Installs the tarball as a user does, scripts allowed and the registry out of reach, and extracts. */
function installProblems(file: string): string[] {
  const home = mkdtempSync(join(folder, 'consumer-'))
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  writeFileSync(
    join(home, 'first.js'),
    "import { extract } from 'trichluc'\nconsole.log(extract('Hội nghị họp ngày 4/12/2023.').facts[0].value)\n",
  )
  const from = performance.now()
  const installed = run('npm', ['install', '--offline', '--foreground-scripts', '--no-audit', '--no-fund', file], home)
  const there = performance.now()
  const first = run(process.execPath, ['first.js'], home)
  const done = performance.now()

  const modules = join(home, 'node_modules')
  const packages = readdirSync(modules).filter((name) => !name.startsWith('.'))
  const files = readdirSync(join(modules, 'trichluc'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ path: join(entry.parentPath, entry.name), name: entry.name }))
  const bytes = (of: readonly { readonly path: string }[]) => of.reduce((sum, { path }) => sum + statSync(path).size, 0)
  const core = bytes(
    files.filter(({ name }) => /^(index|extraction-[\w-]+|options-[\w-]+|source-[\w-]+)\.(c?js|d\.c?ts)$/.test(name)),
  )
  const view = bytes(files.filter(({ path }) => path.includes('playground')))
  const archive = bytes(files.filter(({ name }) => /^(archive|html)[.-]/.test(name)))
  figures.push(
    ['`npm install trichluc.tgz` into an empty folder, offline', seconds(there - from)],
    ['then, until a fresh process has printed the first facts', seconds(done - there)],
    ['packages installed, scripts run', `${packages.length}, none`],
    ['on the disk', kB(bytes(files))],
    ['of it the core: ES module, CommonJS, types', kB(core)],
    ['of it archives, with the reader of pages', kB(archive)],
    ['of it the playground', kB(view)],
  )
  const problems: string[] = []
  if (installed.status !== 0) problems.push(`npm install: ${installed.output}`)
  if (/install scripts/.test(installed.output)) problems.push(`npm warns of scripts: ${installed.output}`)
  // npm announces each script that it runs with "> NAME@VERSION SCRIPT".
  if (/^> /m.test(installed.output)) problems.push(`installing runs a script: ${installed.output}`)
  if (first.output !== '2023-12-04') problems.push(`the first program: ${first.output}`)
  if (packages.join() !== 'trichluc') problems.push(`installed besides: ${packages.join(', ')}`)
  if (core > CORE_BYTES) problems.push(`the core takes ${core} bytes, of ${CORE_BYTES}`)
  return problems
}

const CORE_BYTES = 2_000_000

const packed = pack()
const checks: readonly [string, () => string[] | Promise<string[]>][] = [
  ['publint', () => publintProblems(packed.file)],
  ['are-the-types-wrong', () => typeProblems(packed.file)],
  ['knip', unusedProblems],
  ['sizes', () => sizeProblems(packed)],
  ['installation', () => installProblems(packed.file)],
]
for (const [name, check] of checks) {
  const problems = await check()
  console.log(`${name}: ${problems.length === 0 ? 'nothing found' : `${problems.length} found`}`)
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
}
rmSync(folder, { recursive: true })

const table = markdownTable(['', ''], figures)
console.log(table)
if (process.argv.includes('--write')) {
  const readme = `${root}README.md`
  writeFileSync(readme, between(readFileSync(readme, 'utf8'), 'install', table))
}
