/** The built package, which is what users run and what is measured. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * The folder with index.js and cli.js. The project's own is built where it is missing or older than its sources: figures of an old
 * build would be believed.
 * @param given Another folder, which is taken as it is.
 */
export function builtPackage(given?: string): string {
  if (given !== undefined) return resolve(given)
  const dist = join(root, 'dist')
  const built = ['index.js', 'cli.js'].map((name) => join(dist, name))
  if (built.every(existsSync) && changed(built, Math.min) > changed(sources(), Math.max)) return dist
  console.error('building first')
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('npm run build failed')
  return dist
}

const sources = () => [
  ...['tsup.config.ts', 'package-lock.json'].map((file) => join(root, file)),
  ...['src', 'grammars'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)),
  ),
]

const changed = (files: readonly string[], pick: (...times: readonly number[]) => number) =>
  pick(...files.map((file) => statSync(file).mtimeMs))
