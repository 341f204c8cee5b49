/**
 * The playground as one file, `dist/playground/index.html`: `npm run build` writes it behind the bundles. Its worker holds the core of
 * dist, so that what people try is what they install.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { version } from '../package.json'
import { playgroundPage } from '../src/playground/page.ts'
import { CORE } from './entries.ts'
import { bundled, hashOf } from './view-assets.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @param dist The folder of the built package. @returns The page's file. */
export async function buildPlayground(dist: string): Promise<string> {
  const script = bundled('src/playground/main.ts')
  const style = bundled('src/playground/playground.css')
  const folder = join(dist, 'playground')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'index.html')
  const assets = { script, style, scriptHash: hashOf(script), styleHash: hashOf(style), version }
  writeFileSync(file, playgroundPage({ ...assets, engine: await engine(dist) }))
  return file
}

async function engine(dist: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/playground/worker.ts'],
    plugins: [coreOf(dist)],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
  })
  const text = outputFiles[0]?.text ?? ''
  // A page's parser would read these as something else.
  if (/<\/script|<!--|[\0\r]/i.test(text)) throw new Error('the worker cannot stand in a page')
  return text
}

const coreOf = (dist: string): Plugin => ({
  name: 'core-of-dist',
  setup({ onResolve }) {
    onResolve({ filter: /\/index\.ts$/ }, ({ path, resolveDir }) =>
      resolve(resolveDir, path) === resolve(root, CORE.source) ? { path: resolve(dist, `${CORE.name}.js`) } : undefined,
    )
  },
})

if (process.argv[1]?.endsWith('scripts/playground.ts')) {
  const file = await buildPlayground(join(root, 'dist'))
  console.log(`${file} ${(readFileSync(file).length / 1024).toFixed(0)} kB`)
}
