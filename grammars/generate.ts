/** Writes what is compiled when the package is built: `npm run generate`. A test fails when the result is stale. */
import { writeFileSync } from 'node:fs'
import { patterns } from './_shared/patterns.ts'

const target = new URL('./_shared/patterns.generated.ts', import.meta.url)

/** xregexp numbers its named groups; native expressions can keep the names, so they are put back. */
export function nativeSource(pattern: RegExp): string {
  const names = [
    ...((pattern as RegExp & { xregexp: { captureNames: readonly (string | null)[] | null } }).xregexp.captureNames ??
      []),
  ]
  return pattern.source.replaceAll('(?:)', '').replace(/\\.|\[(?:\\.|[^\]])*\]|\((?!\?)/gs, (part) => {
    if (part !== '(') return part
    const name = names.shift()
    return name ? `(?<${name}>` : part
  })
}

export function generated(): string {
  const lines = Object.entries(patterns).map(([name, pattern]) => `  ${name}: /${nativeSource(pattern)}/y,`)
  return [
    '// Generated from patterns.ts by `npm run generate`. Do not edit.',
    '/* eslint-disable */',
    'export const patterns = {',
    ...lines,
    '} as const',
    '',
  ].join('\n')
}

if (process.argv[1]?.endsWith('grammars/generate.ts')) writeFileSync(target, generated())
