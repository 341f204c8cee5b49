import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const articles = `${root}fixtures/articles`

/** A folder or file beside the project that not every clone has; tests that need it are skipped without it. */
export function shared(path: string): string | undefined {
  const full = `${root}../shared/${path}`
  if (existsSync(full)) return full
  console.warn(`skipped what needs ../shared/${path}: it is not there`)
  return undefined
}
