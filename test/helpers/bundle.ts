/** Builds the package once for all tests, as tsup.config.ts says but for the declarations, into a place of its own. */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'tsup'
import type { TestProject } from 'vitest/node'
import { builtPackage } from '../../bench/built.ts'
import { buildPlayground } from '../../scripts/playground.ts'
import configs from '../../tsup.config.ts'
import { root } from './paths.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with the files of dist, see scripts/entries.ts. */
    readonly bundle: string
  }
}

/** By itself, or by a helper. */
const NEEDS_IT = /inject\('bundle'\)|helpers\/(archive|cli|serve-process|service)\.ts/

export default async function setup(project: TestProject) {
  const { filenamePattern } = project.vitest as { filenamePattern?: string[] }
  const { testFiles } = await project.globTestFiles(filenamePattern)
  // It takes most of the time of a run that does not need it.
  if (!testFiles.some((file) => NEEDS_IT.test(readFileSync(file, 'utf8')))) return undefined
  // CI has built what will be shipped, and that is tested.
  if (process.env['CI']) {
    project.provide('bundle', builtPackage())
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'trichluc-test-'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  // Peers stand beside the package where it is installed.
  symlinkSync(`${root}node_modules`, join(folder, 'node_modules'))
  if (!Array.isArray(configs)) throw new Error('tsup.config.ts: expected a list')
  // The smallest form of the core takes its time; one that is nearly as small will do.
  for (const options of configs.filter(({ dts }) => !dts))
    await build({ ...options, minify: true, outDir: folder, dts: false, clean: false, silent: true, config: false })
  await buildPlayground(folder)
  project.provide('bundle', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
