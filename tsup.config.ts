import { readFileSync } from 'node:fs'
import { defineConfig, type Options } from 'tsup'
import { CORE, type Entry, edges, libraries } from './scripts/entries.ts'
import { packedLexicons } from './scripts/pack-lexicon.ts'
import { siblings } from './scripts/siblings.ts'

/** The notation of the grammars, and the questions to words: hundreds of calls whose names nobody outside sees. */
const notation =
  /^(CONSUME|SUBRULE|OPTION|OR|MANY|AT_LEAST_ONE|RULE|GATE|DEF|ALT|LABEL|isCapital|isLower|isAllCaps|isGlued|isBreak|isStop|isWord)\d?$/

/** Letters of a line of the minified files. */
const LINE = 2000

const named = (list: readonly Entry[]) => Object.fromEntries(list.map(({ name, source }) => [name, source]))
const edgesOf = (kind: Entry['kind']) => named(edges.filter((entry) => entry.kind === kind))
const none = (list: object) => Object.keys(list).length === 0

/** What every bundle shares. Lexicons are TSV files that are bundled as text, so that importing reads no file. */
const shared: Options = {
  target: 'node20',
  sourcemap: false,
  splitting: false,
  treeshake: true,
  loader: { '.tsv': 'text' },
  esbuildPlugins: [packedLexicons],
  dts: false,
}

/** Natural's distance functions as modules of today: what lets CommonJS be imported takes as much again as they do. */
const naturalModules: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'natural-modules',
  setup({ onLoad }) {
    onLoad({ filter: /natural[\\/]lib[\\/]natural[\\/]distance[\\/][\w-]+\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace('module.exports =', 'export default'),
    }))
  },
}

const core: Options = {
  ...shared,
  esbuildPlugins: [packedLexicons, naturalModules],
  entry: named([CORE]),
  format: ['esm', 'cjs'],
  platform: 'neutral',
  // Two kilobytes less (gzipped) than the bundler's own. Functions stay as they are: put into one another, they took a fifth more time.
  minify: 'terser',
  terserOptions: {
    module: true,
    // An error that nobody catches prints the line where it was thrown.
    format: { max_line_len: LINE },
    compress: {
      passes: 3,
      ecma: 2020,
      inline: 0,
      reduce_funcs: false,
      keep_fargs: false,
      unsafe_arrows: true,
      pure_getters: true,
      // Comparisons as they are written, and statements rather than commas, repeat more: 0.35 kB.
      lhs_constants: false,
      sequences: false,
    },
  },
  esbuildOptions(options) {
    options.charset = 'utf8'
    options.mangleProps = notation
    options.mainFields = ['module', 'main']
  },
}

/** One form of module of edges that run anywhere. */
const portable = (format: 'esm' | 'cjs'): Options => ({
  ...shared,
  entry: edgesOf('portable'),
  format: [format],
  platform: 'neutral',
  minify: true,
  esbuildPlugins: [siblings(ENDING[format])],
  esbuildOptions(options) {
    options.charset = 'utf8'
    options.lineLimit = LINE
    options.mainFields = ['module', 'main']
  },
})

/**
 * One form of module of what Node runs or loads: it may be CommonJS inside that requires Node's own modules, which a pure ES module
 * cannot.
 * @param first What stands first in an ES module.
 */
const edge = (kind: Entry['kind'], format: 'esm' | 'cjs', first = REQUIRE): Options => ({
  ...shared,
  entry: edgesOf(kind),
  format: [format],
  platform: 'node',
  minify: true,
  // Where a bundle lies is asked for in both forms of module.
  shims: kind === 'library',
  esbuildPlugins: [packedLexicons, siblings(ENDING[format])],
  esbuildOptions(options) {
    options.charset = 'utf8'
    options.lineLimit = LINE
    if (format === 'esm') options.banner = { js: first }
  },
})

const ENDING = { esm: 'js', cjs: 'cjs' } as const
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);"

const declarations: Options = {
  entry: named(libraries),
  format: ['esm', 'cjs'],
  // TypeScript 6 warns of the baseUrl that the declaration plugin sets itself.
  dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
}

const all: readonly Options[] = [
  core,
  portable('esm'),
  portable('cjs'),
  edge('library', 'esm'),
  edge('library', 'cjs'),
  edge('program', 'esm', `#!/usr/bin/env node\n${REQUIRE}`),
  edge('part', 'cjs'),
  declarations,
]

export default defineConfig(all.filter(({ entry = {} }) => !none(entry)))
