/** A bundler plugin that leaves the sources of other entries to their own files in dist. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import { entries } from './entries.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const places = new Map(entries.map((entry) => [resolve(root, entry.source), entry]))

/** @param ending That of the files beside it: "js" in ES modules, "cjs" in CommonJS. Of a `part` there is CommonJS alone. */
export const siblings = (ending: 'js' | 'cjs'): Plugin => ({
  name: 'siblings',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
      const entry = kind === 'entry-point' ? undefined : places.get(resolve(resolveDir, path))
      if (!entry) return undefined
      return { path: `./${entry.name}.${entry.kind === 'part' ? 'cjs' : ending}`, external: true }
    })
  },
})
