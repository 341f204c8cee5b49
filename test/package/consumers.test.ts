/** The package as users have it: packed, installed into fresh projects, imported, compiled and bundled. It is what `npm run build` made. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { libraries, specifierOf } from '../../scripts/entries.ts'
import { root } from '../helpers/paths.ts'

const ARTICLE = 'Ngày 4/12/2023, hội nghị họp tại 64 điểm cầu.'
/** Another file of the package, or of Node. */
const LOADS = /["'](\.\/|node:)/

let folder: string
beforeAll(() => {
  if (!existsSync(`${root}dist/index.js`)) throw new Error('npm run build comes first')
  folder = mkdtempSync(join(tmpdir(), 'trichluc-consumer-'))
  const pack = execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    stdio: 'pipe',
  })
  const tarball = pack.toString().trim().split('\n').at(-1) as string
  write('package.json', JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  execFileSync(
    'npm',
    ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--omit=peer', `./${tarball}`],
    {
      cwd: folder,
      stdio: 'pipe',
    },
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
const node = (file: string, flags: readonly string[] = []) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, file], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(status).toBe(0)
  return stdout
}

describe('what is installed', () => {
  it('is one package', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['trichluc'])
  })

  it('has no script that runs on installation, and no dependency', () => {
    const { dependencies, scripts } = JSON.parse(
      readFileSync(join(folder, 'node_modules/trichluc/package.json'), 'utf8'),
    )
    expect(dependencies ?? {}).toEqual({})
    expect(Object.keys(scripts)).not.toContain('postinstall')
    expect(Object.keys(scripts)).not.toContain('install')
  })

  it('has a core under 2 MB, and declares each library for both kinds of module', () => {
    const dist = join(folder, 'node_modules/trichluc/dist')
    const files = readdirSync(dist)
    const core = files.filter((file) => /^(index|extraction-\w+)\./.test(file))
    expect(core.reduce((sum, file) => sum + statSync(join(dist, file)).size, 0)).toBeLessThan(2e6)
    for (const { name } of libraries)
      for (const ending of ['js', 'cjs', 'd.ts', 'd.cts']) expect(files, name).toContain(`${name}.${ending}`)
  })
})

describe('a program', () => {
  const code = `const { facts } = extract(${JSON.stringify(ARTICLE)})
console.log(facts.map(({ type }) => type).join())\n`

  it('imports it', () => {
    write('esm.mjs', `import { extract } from 'trichluc'\n${code}`)
    expect(node('esm.mjs')).toBe('date,bridgePoints\n')
  })

  it('requires it', () => {
    write('cjs.cjs', `const { extract } = require('trichluc')\n${code}`)
    expect(node('cjs.cjs')).toBe('date,bridgePoints\n')
  })

  it.each(libraries.filter(({ kind }) => kind === 'portable').map(specifierOf))(
    'imports and requires %s without a word',
    (name) => {
      write(
        'both.mjs',
        `import * as esm from '${name}'\nimport { createRequire } from 'node:module'
const cjs = createRequire(import.meta.url)('${name}')
console.log(JSON.stringify([Object.keys(esm), Object.keys(cjs)].map((keys) => keys.filter((k) => !/^(default|module\\.exports)$/.test(k)).sort())))`,
      )
      const [esm, cjs] = JSON.parse(node('both.mjs'))
      expect(esm.length).toBeGreaterThan(0)
      expect(cjs).toEqual(esm)
    },
  )
})

describe('CommonJS', () => {
  it('loads no ES module of the package, so that there is one core in it and older loaders can read it', () => {
    const dist = join(folder, 'node_modules/trichluc/dist')
    const mixed = readdirSync(dist)
      .filter((file) => file.endsWith('.cjs'))
      .filter((file) => /require\(["']\.\/[\w-]+\.js["']\)/.test(readFileSync(join(dist, file), 'utf8')))
    expect(mixed).toEqual([])
    write(
      'one.cjs',
      `const { OptionError } = require('trichluc')
require("trichluc/handler")
console.log(Object.keys(require.cache).filter((file) => /index\\.c?js$/.test(file)).length, typeof OptionError)`,
    )
    expect(node('one.cjs')).toBe('1 function\n')
  })

  it('requires each library of Node, whose peers are loaded when they are needed', () => {
    const names = libraries.filter(({ kind }) => kind === 'library').map(specifierOf)
    write(
      'node.cjs',
      `for (const name of ${JSON.stringify(names)}) if (Object.keys(require(name)).length === 0) throw name`,
    )
    expect(node('node.cjs')).toBe('')
    write(
      'node.mjs',
      `for (const name of ${JSON.stringify(names)}) if (Object.keys(await import(name)).length === 0) throw name`,
    )
    expect(node('node.mjs')).toBe('')
  })
})

describe('trichluc/normalize', () => {
  it('is one small file, without the core', () => {
    const code = readFileSync(join(folder, 'node_modules/trichluc/dist/normalize.js'), 'utf8')
    expect(code.length).toBeLessThan(20_000)
    expect(code).not.toMatch(LOADS)
    write(
      'fold.mjs',
      `import { foldKey, normalize } from 'trichluc/normalize'
const { text, map } = normalize('Nghị quyếtvề')
console.log(text, map.start(text.indexOf('về')), foldKey('Hoà') === foldKey('hòa'))`,
    )
    expect(node('fold.mjs')).toBe('Nghị quyết về 10 true\n')
  })
})

describe('trichluc/schema', () => {
  it('checks a result, without the core', () => {
    const code = readFileSync(join(folder, 'node_modules/trichluc/dist/schema.js'), 'utf8')
    expect(code).not.toMatch(LOADS)
    write(
      'check.mjs',
      `import { extract } from 'trichluc'
import { extractionProblems, extractionSchema, isExtraction } from 'trichluc/schema'
import file from 'trichluc/schemas/extraction.schema.json' with { type: 'json' }
const result = JSON.parse(JSON.stringify(extract(${JSON.stringify(ARTICLE)})))
console.log(isExtraction(result), JSON.stringify(file) === JSON.stringify(extractionSchema))
console.log(extractionProblems({ ...result, offsets: 'bytes' })[0].path)`,
    )
    expect(node('check.mjs', ['--no-warnings'])).toBe('true true\n/offsets\n')
  })
})

describe('TypeScript', () => {
  const code = `import { normalize, type OffsetMap } from 'trichluc/normalize'
import { isExtraction } from 'trichluc/schema'
import { type Fact, type OwnFact, type OwnKind, extract, extractAll } from 'trichluc'

interface MoneyFact extends OwnFact { readonly type: 'money'; readonly amount: number }
const money: OwnKind<MoneyFact> = {
  type: 'money',
  summary: 'an amount of money',
  find: () => [{ start: 0, end: 1, rule: 'money/x', amount: 1 }],
}
for (const fact of extract('x', { kinds: [money] }).facts) {
  if (fact.type === 'money') { const amount: number = fact.amount; void amount }
  if (fact.type === 'document') { const code: string | null = fact.code; void code }
}
const facts: readonly Fact[] = extract('x').facts
const many: number = extractAll([{ text: 'x' }]).length
void [facts, many]
const map: OffsetMap = normalize('x').map
const stored: unknown = JSON.parse('{}')
if (isExtraction(stored)) void [stored.facts, map]
// @ts-expect-error a type that there is not
extract('x', { types: ['oficial'] })
`

  it.each([
    ['nodenext', 'nodenext'],
    ['bundler', 'esnext'],
  ])('with moduleResolution %s compiles against it', (moduleResolution, module) => {
    write('use.ts', code)
    write(
      'tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          target: 'es2022',
          lib: ['es2022', 'dom'],
          strict: true,
          noEmit: true,
          skipLibCheck: false,
          types: [],
          module,
          moduleResolution,
        },
        files: ['use.ts'],
      }),
    )
    const { stdout, status } = spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', folder], {
      encoding: 'utf8',
    })
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })
})

describe('a bundle for browsers', () => {
  const CHROMIUM = '/usr/bin/chromium'
  const missing = !existsSync(CHROMIUM) && !process.env['CI']
  if (missing) console.warn(`skipped what needs ${CHROMIUM}: it is not there`)

  it.skipIf(missing)('made by Vite gives facts in Chromium', async () => {
    const { build } = await import('vite')
    const { chromium } = await import('playwright-core')
    mkdirSync(join(folder, 'site'), { recursive: true })
    write(
      'site/index.html',
      '<!doctype html><meta charset="utf-8"><p id="facts"></p><script type="module" src="./main.js"></script>',
    )
    write(
      'site/main.js',
      `import { extract } from 'trichluc'
document.getElementById('facts').textContent = extract(${JSON.stringify(ARTICLE)}).facts.map(({ type }) => type).join()`,
    )
    await build({ root: join(folder, 'site'), logLevel: 'error', build: { modulePreload: false } })
    const assets = join(folder, 'site/dist/assets')
    const script = readFileSync(join(assets, readdirSync(assets)[0] as string), 'utf8')
    expect(script).not.toMatch(/from\s*["']node:/)
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
    try {
      const page = await browser.newPage()
      await page.setContent('<!doctype html><meta charset="utf-8"><p id="facts"></p>')
      await page.addScriptTag({ content: script, type: 'module' })
      await page.waitForFunction("document.getElementById('facts').textContent !== ''")
      expect(await page.textContent('#facts')).toBe('date,bridgePoints')
    } finally {
      await browser.close()
    }
  })
})
