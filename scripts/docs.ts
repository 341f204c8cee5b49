/**
 * The examples of the README and of docs are run, and their output is what stands there: `npm run docs` writes it, a test compares it. A
 * block of js or ts is a module; where a block of text stands right behind it, that is its output. In a block of console each line that begins with
 * "$ " is a command, and what stands below is its output. The commands of a document share a folder of their own, in which fixtures lies. What
 * they start in the background and leave the number of in a file NAME.pid is ended with the document, and the port 8080 stands for one that is free.
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
  const programs = mkdtempSync(join(tmpdir(), 'trichluc-bin-'))
  const cli = `#!/bin/sh\nexec "${process.execPath}" "${join(dist, 'cli.js')}" "$@"\n`
  writeFileSync(join(programs, 'trichluc'), cli, { mode: 0o755 })
  const place: Place = { folder, programs, dist, port: document.includes(PORT) ? freePort() : PORT }
  symlinkSync(`${root}fixtures`, join(folder, 'fixtures'))
  // Modules find the package, and examples in TypeScript what runs them.
  symlinkSync(`${root}node_modules`, join(folder, 'node_modules'))
  try {
    return document.replace(BLOCK, (block, language: string, code: string) => {
      if (language === 'console') return `\`\`\`console\n${session(code, place)}\`\`\``
      const output = runModule(code, language, place)
      const head = `\`\`\`${language}\n${code}\`\`\``
      if (!block.includes('```text\n')) {
        if (output !== '')
          throw new Error(`this example prints something, and no block of text shows it:\n${code}${output}`)
        return head
      }
      return `${head}\n\n\`\`\`text\n${output}\`\`\``
    })
  } finally {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.pid')))
      end(Number(readFileSync(join(folder, file), 'utf8')))
    rmSync(folder, { recursive: true })
    rmSync(programs, { recursive: true })
  }
}

/** Ends a process that may have ended by itself. */
function end(pid: number): void {
  try {
    if (pid > 0) process.kill(pid)
  } catch {}
}

function freePort(): string {
  const ask =
    "s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close() })"
  return spawnSync(process.execPath, ['-e', ask], { encoding: 'utf8' }).stdout.trim()
}

/** Where the examples of a document run. */
interface Place {
  readonly folder: string
  /** On the PATH: the command. */
  readonly programs: string
  readonly dist: string
  /** In place of 8080. */
  readonly port: string
}

const PORT = '8080'

function runModule(code: string, language: string, place: Place): string {
  const { folder, dist } = place
  const file = join(folder, `example.${language === 'ts' ? 'mts' : 'mjs'}`)
  const url = (_: string, name = 'index') => `'${pathToFileURL(join(dist, `${name}.js`))}'`
  writeFileSync(file, code.replace(/'trichluc(?:\/([a-z-]+))?'/g, url).replaceAll(PORT, place.port))
  return run(process.execPath, [...(language === 'ts' ? ['--import', 'tsx'] : []), file], place)
}

function session(block: string, place: Place): string {
  const commands = block.split('\n').filter((line) => line.startsWith('$ '))
  const whole = (output: string) => (output === '' || output.endsWith('\n') ? output : `${output}\n`)
  return commands.map((command) => `${command}\n${whole(runCommand(command.slice(2), place))}`).join('\n')
}

const runCommand = (command: string, place: Place) =>
  run('bash', ['-c', `{ ${command.replaceAll(PORT, place.port)}\n} 2>&1`], place)

function run(command: string, args: readonly string[], { folder, programs, port }: Place): string {
  // The service's own default is 8080 as well.
  const env = { ...process.env, PATH: `${programs}:${process.env['PATH']}`, TRICHLUC_PORT: port }
  const { stdout, stderr, error } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env })
  if (error || stderr) throw error ?? new Error(stderr)
  return stdout.replaceAll(port, PORT)
}

if (process.argv[1]?.endsWith('scripts/docs.ts'))
  for (const name of documents()) {
    const before = readFileSync(root + name, 'utf8')
    const after = refresh(before, `${root}dist`)
    if (after !== before) writeFileSync(root + name, after)
  }
