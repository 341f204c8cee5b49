/** The built package: what importing it does, and that it needs nothing of Node. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createContext, Script } from 'node:vm'
import { build } from 'esbuild'
import { describe, expect, inject, it } from 'vitest'
import * as library from '../src/index.ts'
import { extract } from '../src/index.ts'
import { parseExamples } from './helpers/examples.ts'
import { articles, root } from './helpers/paths.ts'

const folder = inject('bundle')
const TEXT = 'Ngày 4/12/2023, hội nghị họp tại 64 điểm cầu.'

async function browserScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: "export * from './index.js'", resolveDir: folder },
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'trichluc',
    write: false,
  })
  return outputFiles[0]?.text ?? ''
}

describe('a browser bundle', () => {
  it('runs where there is nothing but the language', async () => {
    const context = createContext({}, { codeGeneration: { strings: false, wasm: false } })
    // The one name for the global object that windows and workers share.
    new Script('var self = globalThis').runInContext(context)
    new Script(await browserScript()).runInContext(context)
    const result = new Script(`JSON.stringify(trichluc.extract(${JSON.stringify(TEXT)}))`).runInContext(context)
    expect(JSON.parse(result)).toEqual(JSON.parse(JSON.stringify(extract(TEXT))))
  })
})

describe('importing', () => {
  /** Runs code that fails as soon as it touches a file, the clock, chance or the environment. */
  const WATCHED = `
    import { syncBuiltinESMExports } from 'node:module'
    import fs from 'node:fs'
    const touched = []
    const watch = (object, name, label) => {
      const original = object[name]
      object[name] = function (...args) { touched.push(label); return original.apply(this, args) }
    }
    const url = process.argv[1]
    const { source } = { source: fs.readFileSync(url, 'utf8') }
    for (const name of ['readFileSync', 'openSync', 'readdirSync', 'statSync', 'existsSync', 'readFile', 'open']) watch(fs, name, 'fs.' + name)
    syncBuiltinESMExports()
    watch(Date, 'now', 'Date.now')
    const Real = Date
    globalThis.Date = class extends Real {
      constructor(...args) { if (args.length === 0) touched.push('new Date()'); super(...args) }
    }
    watch(Math, 'random', 'Math.random')
    const module = await import('data:text/javascript,' + encodeURIComponent(source))
    const { extract } = module
    const env = process.env
    Object.defineProperty(process, 'env', { get() { touched.push('process.env'); return env } })
    extract(${JSON.stringify(TEXT)})
    if (touched.length > 0) { console.error(touched.join()); process.exit(1) }`

  it('prints nothing and reads no file, clock or environment', () => {
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', WATCHED, join(folder, 'index.js')], {
      encoding: 'utf8',
    })
    expect(run).toMatchObject({ status: 0, stdout: '', stderr: '' })
  })

  it('gives what the source gives, though its inner names are short', async () => {
    const { extractAll: built } = (await import(/* @vite-ignore */ join(folder, 'index.js'))) as typeof library
    const own = readdirSync(articles).filter((name) => name.endsWith('.txt'))
    const sentences = readdirSync(`${root}grammars`)
      .map((name) => `${root}grammars/${name}/examples.vi.txt`)
      .filter((file) => existsSync(file))
      .flatMap((file) => parseExamples(readFileSync(file, 'utf8')))
    const texts = [
      ...own.map((name) => ({ text: readFileSync(`${articles}/${name}`, 'utf8') })),
      ...sentences.map(({ pieces }) => ({ text: pieces.map(({ text }) => text).join('') })),
    ]
    expect(texts.length).toBeGreaterThan(500)
    const options = { referenceDate: '2024-05-15' }
    expect(built(texts, options)).toEqual(library.extractAll(texts, options))
  })

  it('works with require as with import', async () => {
    const esm = await import(/* @vite-ignore */ join(folder, 'index.js'))
    const cjs = createRequire(import.meta.url)(join(folder, 'index.cjs'))
    expect(Object.keys(cjs).sort()).toEqual(Object.keys(esm).sort())
    expect(cjs.extract(TEXT)).toEqual(esm.extract(TEXT))
  })

  it('needs no other package', () => {
    const text = readFileSync(join(folder, 'index.js'), 'utf8')
    const imports = [...text.matchAll(/\b(?:from|import|require\()\s*["']([@\w][\w@./:-]*)["']/g)]
    expect(imports.map(([, name]) => name)).toEqual([])
  })
})
