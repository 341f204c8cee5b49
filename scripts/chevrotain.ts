/** The project with Chevrotain in the place of its own engine: for computing look-ahead, and for comparing the two. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Imports a module of the project, from the project's root, with Chevrotain as the engine of all grammars. */
export async function withChevrotain<T>(module: string): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'trichluc-chevrotain-'))
  const outfile = join(folder, 'bundle.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL(`../${module}`, import.meta.url))],
    bundle: true,
    outfile,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    loader: { '.tsv': 'text' },
    plugins: [
      {
        name: 'chevrotain-as-engine',
        setup({ onResolve }) {
          onResolve({ filter: /\/engine\.ts$/ }, ({ resolveDir, path }) => ({
            path: fileURLToPath(new URL(path.replace('engine.ts', 'engine.chevrotain.ts'), `file://${resolveDir}/`)),
          }))
        },
      },
    ],
  })
  try {
    return (await import(pathToFileURL(outfile).href)) as T
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The look-ahead of all grammars as a module: grammars/_shared/lookahead.generated.ts. */
export async function lookaheadModule(): Promise<string> {
  const { computeLookahead } = await withChevrotain<typeof import('../grammars/lookahead.ts')>('grammars/lookahead.ts')
  const computed = computeLookahead()
  const lines = Object.keys(computed)
    .sort()
    .flatMap((grammar) => [
      `  ${grammar}: {`,
      ...Object.entries(computed[grammar] ?? {}).map(([rule, choices]) => `    ${rule}: ${JSON.stringify(choices)},`),
      '  },',
    ])
  return [
    '// Computed by Chevrotain from the grammars by `npm run generate`. Do not edit.',
    'export const lookahead = {',
    ...lines,
    '} as const',
    '',
  ].join('\n')
}
