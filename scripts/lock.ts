/**
 * Completes package-lock.json: `npm run lock`, after dependencies have changed. Tools with native parts name one optional package for each
 * platform. A registry that offers only some of them makes npm leave the others out of the lock file, and `npm ci` then refuses it.
 * They are added here by name and version, for npm to pass over on other platforms.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface Entry {
  readonly version: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const OS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const CPU = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> }
const added: Record<string, Entry> = {}
for (const { optionalDependencies = {} } of Object.values(lock.packages))
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const place = `node_modules/${name}`
    if (Object.keys(lock.packages).some((key) => key === place || key.endsWith(`/${place}`))) continue
    const words = name.split(/[-/]/)
    const os = words.filter((word) => OS.includes(word))
    const cpu = words
      .filter((word) => CPU.includes(word) || word === 'armv7')
      .map((word) => word.replace('armv7', 'arm'))
    if (os.length === 0 || cpu.length === 0 || !/^\d/.test(version)) continue
    const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : words.includes('gnu') ? ['glibc'] : []
    added[place] = { version, cpu, dev: true, ...(libc.length > 0 ? { libc } : {}), optional: true, os }
  }
lock.packages = Object.fromEntries(
  Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
)
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${Object.keys(added).length} optional packages added`)
