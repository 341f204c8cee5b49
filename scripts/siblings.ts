/** A bundler plugin that leaves the sources of other entries to their own files in dist. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import { entries } from './entries.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const places = new Map(entries.map(({ name, source }) => [resolve(root, source), name]))

export const siblings: Plugin = {
  name: 'siblings',
  setup({ onResolve, initialOptions }) {
    const ending = initialOptions.format === 'cjs' ? 'cjs' : 'js'
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
      const name = kind === 'entry-point' ? undefined : places.get(resolve(resolveDir, path))
      return name === undefined ? undefined : { path: `./${name}.${ending}`, external: true }
    })
  },
}
