/** What a bench says at the top, and where its tables go. */
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { between } from '../scripts/markers.ts'

/** The surroundings that figures depend on. */
export function surroundings(): string {
  const cores = availableParallelism()
  return `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cores} ${cores === 1 ? 'core' : 'cores'}`
}

/** Figures on several cores also hold what other cores do for the collector and the compiler: said on stderr. */
export function adviseOneCore(): void {
  if (availableParallelism() > 1)
    console.error('more than one core may be used; steadier figures: taskset -c 0 npm run bench (on Linux)')
}

/** Puts a table between the markers of its name. @param file From the project's root. */
export function writeResult(file: string, name: string, content: string): void {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url))
  writeFileSync(path, between(readFileSync(path, 'utf8'), name, content))
}

/** Bytes in words: "9.74 MB", of megabytes of a million bytes. */
export const megabytes = (bytes: number, digits = 1): string => `${(bytes / 1e6).toFixed(digits)} MB`
