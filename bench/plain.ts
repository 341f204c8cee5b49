import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

/**
 * Runs a script of this folder in a process of its own and gives what it prints as JSON. The script is bundled to plain JavaScript
 * first: a loader of TypeScript would take memory in the process and touch the code that it measures.
 * @param runs Arguments of each process, one after the other.
 */
export function runPlain<Result>(script: string, runs: readonly (readonly string[])[]): Result[] {
  const source = new URL(script, import.meta.url)
  const folder = mkdtempSync(join(tmpdir(), 'trichluc-bench-'))
  const outfile = join(folder, 'script.mjs')
  try {
    buildSync({
      entryPoints: [fileURLToPath(source)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      // The articles are found from where the source is.
      define: { 'import.meta.url': JSON.stringify(source.href) },
    })
    return runs.map((args) => run<Result>(outfile, args))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run<Result>(file: string, args: readonly string[]): Result {
  const { status, stdout } = spawnSync(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (status !== 0) throw new Error(`${args.join(' ')}: the measuring process failed`)
  return JSON.parse(stdout)
}
