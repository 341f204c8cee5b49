/**
 * `npm run bench:stages [-- --rounds N] [--quick] [--write]`: where the time goes, stage by stage. The engine's own profiler takes
 * samples of an unminified bundle, and its source map tells the module of each function: the code has no hooks for it.
 */
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import type { Runtime } from 'node:inspector'
import { SourceMap } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'tsup'
import { markdownTable } from '../scripts/markers.ts'
import configs from '../tsup.config.ts'
import { loadArticles } from './articles.ts'
import { attribute, type Part } from './attribution.ts'
import { runPlain } from './plain.ts'
import type { Profile } from './profile.ts'
import { megabytes, surroundings, writeResult } from './results.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Builds the library as it is shipped, but readable and with a source map. */
async function buildReadable(folder: string): Promise<void> {
  const [library] = configs as readonly (typeof configs)[]
  if (typeof library !== 'object' || Array.isArray(library)) throw new Error('tsup.config.ts: expected a list')
  const readable = { format: ['esm' as const], minify: false, sourcemap: true, treeshake: false }
  await build({ ...library, ...readable, outDir: folder, dts: false, clean: false, silent: true, config: false })
}

/** Finds the module of a function in the bundle of a folder, from the project's root. */
function locator(folder: string): (frame: Runtime.CallFrame) => string | undefined {
  const map = new SourceMap(JSON.parse(readFileSync(join(folder, 'index.js.map'), 'utf8')))
  const url = pathToFileURL(join(folder, 'index.js')).href
  return (frame) => {
    if (frame.url !== url) return undefined
    const entry = map.findEntry(frame.lineNumber, frame.columnNumber)
    if (!('originalSource' in entry)) return undefined
    return relative(root, resolve(folder, entry.originalSource)).replaceAll('\\', '/')
  }
}

/** @param msPerMegabyte CPU time of all parts together: the profiler's own clock also counts while others have the processor. */
export function stagesTable(parts: readonly Part[], msPerMegabyte: number): string {
  const all = parts.reduce((sum, { own }) => sum + own, 0)
  const cells = (time: number) =>
    time === 0 ? ['-', '-'] : [((100 * time) / all).toFixed(1), ((msPerMegabyte * time) / all).toFixed(2)]
  const rows = parts.map(({ name, own, step }) => [name, ...cells(own), ...cells(step)])
  return markdownTable(
    ['', 'own, %', 'ms/MB', 'step, %', 'ms/MB'],
    [...rows, ['all', ...cells(all), ...cells(parts.reduce((sum, { step }) => sum + step, 0))]],
  )
}

if (process.argv[1]?.endsWith('bench/stages.ts')) {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  })
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'trichluc-bench-')))
  try {
    await buildReadable(folder)
    const which = values.quick ? 'quick' : 'all'
    const [{ profile, cpu }] = runPlain<Profile>('profile.ts', [[folder, which, values.rounds]]) as [Profile]
    const parts = attribute(profile, locator(folder))
    const articles = loadArticles(values.quick)
    const table = `${surroundings()}; ${articles.list.length} ${articles.source}, ${megabytes(articles.bytes, 2)} of UTF-8 in ${values.rounds} rounds:

${stagesTable(parts, cpu / ((articles.bytes / 1e6) * Number(values.rounds)))}

Own: while a function of that part of the source ran, with the built-in functions and regular expressions that it calls. Step: while the
pipeline did that step, libraries and shared code included. "node" is decoding. Milliseconds are of CPU time; the profiler itself makes all of it slower.`
    console.log(table)
    if (values.write) writeResult('bench/RESULTS.md', 'stages', table)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
