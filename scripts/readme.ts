/**
 * The README's examples are run, and their output is what stands there: `npm run readme` writes it, a test compares it. A block of
 * js is a module whose output stands in the block of text behind it; in a block of console each line that begins with "$ " is a
 * command, and what stands below is its output.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const JS = /```js\n([\s\S]*?)```\n\n```text\n[\s\S]*?```/g
const CONSOLE = /```console\n([\s\S]*?)```/g

/** The README with the output of its examples. @param dist The folder of the built package. */
export function refresh(readme: string, dist: string): string {
  return readme
    .replace(JS, (_, code: string) => `\`\`\`js\n${code}\`\`\`\n\n\`\`\`text\n${runModule(code, dist)}\`\`\``)
    .replace(CONSOLE, (_, block: string) => {
      const commands = block.split('\n').filter((line) => line.startsWith('$ '))
      const parts = commands.map((command) => `${command}\n${runCommand(command.slice(2), dist)}`)
      return `\`\`\`console\n${parts.join('\n')}\`\`\``
    })
}

function runModule(code: string, dist: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'trichluc-readme-'))
  const file = join(folder, 'example.mjs')
  writeFileSync(file, code.replaceAll("'trichluc'", `'${pathToFileURL(join(dist, 'index.js'))}'`))
  const output = run(process.execPath, [file])
  rmSync(folder, { recursive: true })
  return output
}

const runCommand = (command: string, dist: string) =>
  run('bash', ['-c', `trichluc() { "${process.execPath}" "${join(dist, 'cli.js')}" "$@"; }\n{ ${command}\n} 2>&1`])

function run(command: string, args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8' })
  if (error || stderr) throw error ?? new Error(stderr)
  return stdout
}

if (process.argv[1]?.endsWith('scripts/readme.ts')) {
  const file = `${root}README.md`
  writeFileSync(file, refresh(readFileSync(file, 'utf8'), `${root}dist`))
}
