/** The main job on our own articles: the facts of each, then how many of them are right. `npm run demo` */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const DIR = 'fixtures/articles'

function trichluc(...args: readonly string[]): void {
  console.log(`\n$ trichluc ${args.join(' ')}`)
  const { status } = spawnSync(process.execPath, ['dist/cli.js', ...args], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

for (const file of readdirSync(DIR).filter((name) => name.endsWith('.txt'))) {
  const { reference } = JSON.parse(readFileSync(`${DIR}/${file.replace('.txt', '.gold.json')}`, 'utf8'))
  trichluc('extract', `${DIR}/${file}`, ...(reference ? ['--reference-date', reference] : []))
}
trichluc('eval', DIR)
