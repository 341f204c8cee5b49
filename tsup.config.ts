import { defineConfig, type Options } from 'tsup'
import { CORE, type Entry, edges, entries } from './scripts/entries.ts'
import { packedLexicons } from './scripts/pack-lexicon.ts'
import { siblings } from './scripts/siblings.ts'

/** The notation of the grammars, and the questions to words: hundreds of calls whose names nobody outside sees. */
const notation =
  /^(CONSUME|SUBRULE|OPTION|OR|MANY|AT_LEAST_ONE|RULE|GATE|DEF|ALT|LABEL|isCapital|isLower|isAllCaps|isGlued|isBreak|isStop|isWord)\d?$/

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

const core: Options = {
  ...shared,
  entry: named([CORE]),
  format: ['esm', 'cjs'],
  platform: 'neutral',
  // Two kilobytes less (gzipped) than the bundler's own. Functions stay as they are: put into one another, they took a fifth more time.
  minify: 'terser',
  terserOptions: {
    module: true,
    compress: { passes: 3, ecma: 2020, inline: 0, reduce_funcs: false, keep_fargs: false, unsafe_arrows: true },
  },
  esbuildOptions(options) {
    options.charset = 'utf8'
    options.mangleProps = notation
    options.mainFields = ['module', 'main']
  },
}

/** What Node runs or loads: it may be CommonJS inside that requires Node's own modules, which a pure ES module cannot. */
const edge: Options = {
  ...shared,
  platform: 'node',
  minify: true,
  esbuildPlugins: [packedLexicons, siblings],
}

const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);"

const portable: Options = {
  ...shared,
  entry: edgesOf('portable'),
  format: ['esm', 'cjs'],
  platform: 'neutral',
  minify: true,
  esbuildPlugins: [siblings],
  esbuildOptions(options) {
    options.charset = 'utf8'
    options.mainFields = ['module', 'main']
  },
}

const edgeLibraries: Options = {
  ...edge,
  entry: edgesOf('library'),
  format: ['esm', 'cjs'],
  // Where a bundle lies is asked for in both forms of module.
  shims: true,
  esbuildOptions(options) {
    options.charset = 'utf8'
    if (options.format === 'esm') options.banner = { js: REQUIRE }
  },
}

const edgePrograms: Options = {
  ...edge,
  entry: edgesOf('program'),
  format: ['esm'],
  esbuildOptions(options) {
    options.charset = 'utf8'
    options.banner = { js: `#!/usr/bin/env node\n${REQUIRE}` }
  },
}

const declarations: Options = {
  entry: named(entries.filter(({ kind }) => kind !== 'program')),
  format: ['esm', 'cjs'],
  // TypeScript 6 warns of the baseUrl that the declaration plugin sets itself.
  dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
}

export default defineConfig(
  [core, portable, edgeLibraries, edgePrograms, declarations].filter(({ entry = {} }) => !none(entry)),
)
