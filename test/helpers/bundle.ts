/** Builds the package once for all tests, as tsup.config.ts says but for the declarations, into a place of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'tsup'
import type { TestProject } from 'vitest/node'
import configs from '../../tsup.config.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with the files of dist, see scripts/entries.ts. */
    readonly bundle: string
  }
}

export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'trichluc-test-'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  if (!Array.isArray(configs)) throw new Error('tsup.config.ts: expected a list')
  for (const options of configs.filter(({ dts }) => !dts))
    await build({ ...options, outDir: folder, dts: false, clean: false, silent: true, config: false })
  project.provide('bundle', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
