/**
 * The examples of the README and of docs are run, and their output is what stands there: `npm run docs` writes it, a test compares it. A
 * block of js or ts is a module; where a block of text stands right behind it, that is its output. In a block of console each line that begins with
 * "$ " is a command, and what stands below is its output. The commands of a document share a folder of their own, in which fixtures lies.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const BLOCK = /```(js|ts|console)\n([\s\S]*?)```(?:\n\n```text\n[\s\S]*?```)?/g

/** The documents whose examples are run, from the project's root. */
export const documents = (): string[] => [
  'README.md',
  ...readdirSync(`${root}docs`)
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`)
    .sort(),
]

/** How many examples a document has. */
export const examplesIn = (document: string): number => document.match(BLOCK)?.length ?? 0

/** A document with the output of its examples. @param dist The folder of the built package. */
export function refresh(document: string, dist: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'trichluc-docs-'))
  symlinkSync(`${root}fixtures`, join(folder, 'fixtures'))
  // Modules find the package, and examples in TypeScript what runs them.
  symlinkSync(`${root}node_modules`, join(folder, 'node_modules'))
  try {
    return document.replace(BLOCK, (block, language: string, code: string) => {
      if (language === 'console') return `\`\`\`console\n${session(code, folder, dist)}\`\`\``
      const output = runModule(code, language, folder, dist)
      const head = `\`\`\`${language}\n${code}\`\`\``
      if (!block.includes('```text\n')) {
        if (output !== '')
          throw new Error(`this example prints something, and no block of text shows it:\n${code}${output}`)
        return head
      }
      return `${head}\n\n\`\`\`text\n${output}\`\`\``
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function runModule(code: string, language: string, folder: string, dist: string): string {
  const file = join(folder, `example.${language === 'ts' ? 'mts' : 'mjs'}`)
  const place = (_: string, name = 'index') => `'${pathToFileURL(join(dist, `${name}.js`))}'`
  writeFileSync(file, code.replace(/'trichluc(?:\/([a-z-]+))?'/g, place))
  return run(process.execPath, [...(language === 'ts' ? ['--import', 'tsx'] : []), file], folder)
}

function session(block: string, folder: string, dist: string): string {
  const commands = block.split('\n').filter((line) => line.startsWith('$ '))
  return commands.map((command) => `${command}\n${runCommand(command.slice(2), folder, dist)}`).join('\n')
}

const runCommand = (command: string, folder: string, dist: string) =>
  run(
    'bash',
    ['-c', `trichluc() { "${process.execPath}" "${join(dist, 'cli.js')}" "$@"; }\n{ ${command}\n} 2>&1`],
    folder,
  )

function run(command: string, args: readonly string[], cwd: string): string {
  const { stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (error || stderr) throw error ?? new Error(stderr)
  return stdout
}

if (process.argv[1]?.endsWith('scripts/docs.ts'))
  for (const name of documents()) {
    const before = readFileSync(root + name, 'utf8')
    const after = refresh(before, `${root}dist`)
    if (after !== before) writeFileSync(root + name, after)
  }
