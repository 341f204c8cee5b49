/** Who may import whom, and what the core must not touch. The rules are those of the README's chapter on architecture. */
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { type Module, modulesIn, walk } from './helpers/modules.ts'
import { root } from './helpers/paths.ts'

const source = modulesIn('src', 'grammars')
const everything = [...source, ...modulesIn('scripts', 'test', 'bench')]

const EDGES = [
  'src/across/',
  'src/archive/',
  'src/cli/',
  'src/client/',
  'src/eval/',
  'src/exchange/',
  'src/html/',
  'src/jsonl/',
  'src/playground/',
  'src/queue/',
  'src/schema/',
  'src/server/',
  'src/service/',
  'src/view/',
  'src/workers/',
]
/** What is built with the package and not shipped. */
const BUILD = [
  'grammars/generate.ts',
  'grammars/lookahead.ts',
  'grammars/_shared/engine.chevrotain.ts',
  'grammars/_shared/patterns.ts',
]
const core = source.filter(({ path }) => ![...EDGES, ...BUILD].some((edge) => path.startsWith(edge)))

/**
 * What the modules of each place may import, the longest place first; folders end in a slash. A module may always import its own
 * folder, types of src/facts/types.ts and src/lazy.ts. Where a place stands under "types", only its types may come in.
 */
const rules: readonly { readonly of: string; readonly may: readonly string[]; readonly types?: readonly string[] }[] = [
  {
    of: 'src/cli/',
    may: [
      'src/index.ts',
      'src/archive/index.ts',
      'src/eval/',
      'src/jsonl/',
      'src/server/index.ts',
      'src/view/',
      'package.json',
      'commander',
      'node:',
    ],
  },
  {
    of: 'src/archive/',
    may: [
      'src/index.ts',
      'src/across/index.ts',
      'src/archive/',
      'src/encodings/index.ts',
      'src/html/index.ts',
      'src/jsonl/',
      'src/workers/',
      'csv-parse',
      'csv-parse/sync',
      'fzstd',
      'hyparquet',
      'hyparquet-writer',
      'tinyglobby',
      'node:',
    ],
  },
  { of: 'src/eval/', may: ['src/index.ts', 'node:'] },
  { of: 'src/jsonl/', may: [] },
  { of: 'src/exchange/', may: [], types: ['src/index.ts'] },
  {
    of: 'src/server/',
    may: [
      'src/index.ts',
      'src/jsonl/',
      'src/workers/',
      'package.json',
      'schemas/',
      'fastify',
      '@fastify/',
      'prom-client',
      'node:',
    ],
    types: ['src/service/'],
  },
  // A browser's: the types of the service and nothing else of ours.
  { of: 'src/client/', may: [], types: ['src/service/'] },
  // What goes over the network: types alone, which the schemas are made from.
  { of: 'src/service/', may: [], types: ['src/facts/', 'src/options.ts', 'src/output/'] },
  { of: 'src/encodings/', may: [] },
  { of: 'src/across/', may: [], types: ['src/index.ts'] },
  { of: 'src/html/', may: ['src/encodings/index.ts', '@mozilla/readability', 'htmlparser2', 'linkedom'] },
  // No edge by what it touches: it runs wherever the core does.
  { of: 'src/handler/', may: ['src/index.ts', 'src/jsonl/'] },
  {
    of: 'src/queue/',
    may: ['src/index.ts', 'src/handler/', 'src/workers/', 'package.json', 'bullmq', 'node:'],
  },
  { of: 'src/workers/', may: ['node:'] },
  { of: 'src/playground/', may: ['src/index.ts', 'src/view/', 'src/eval/fold.ts'] },
  // Pages are made and shown without Node.
  { of: 'src/view/page/', may: [] },
  { of: 'src/view/', may: ['src/index.ts', 'src/eval/match.ts', 'src/eval/score.ts'] },
  { of: 'src/normalize/', may: ['src/text/'] },
  { of: 'src/schema/', may: ['schemas/'], types: ['src/output/'] },
  { of: 'src/text/', may: [] },
  { of: 'src/scan/', may: ['src/text/', 'grammars/_shared/patterns.generated.ts', 'grammars/lexicons/'] },
  { of: 'src/parse/', may: ['src/scan/', 'src/text/', 'grammars/_shared/'] },
  // One kind does not know another one's grammar: what they share is grammars/_shared and src/parse.
  {
    of: 'src/facts/',
    may: ['src/parse/', 'src/scan/', 'src/text/', 'src/resolve/', 'grammars/'],
  },
  {
    of: 'src/resolve/',
    may: ['src/facts/', 'src/parse/', 'src/scan/', 'src/text/', 'grammars/', 'natural/lib/'],
  },
  { of: 'src/link/', may: ['src/facts/', 'src/parse/', 'src/scan/', 'src/text/', 'src/resolve/', 'grammars/'] },
  {
    of: 'src/output/',
    may: ['src/text/', 'grammars/lexicons/confidence.tsv'],
    types: ['src/options.ts', 'src/facts/own.ts'],
  },
  { of: 'src/lazy.ts', may: [] },
  {
    of: 'src/options.ts',
    may: ['src/facts/', 'src/output/confidence.ts', 'src/resolve/similarity.ts', 'src/scan/own-terms.ts', 'src/text/'],
    types: ['src/scan/lexicon.ts'],
  },
  {
    of: 'src/pipeline.ts',
    may: ['src/facts/', 'src/link/', 'src/output/', 'src/parse/', 'src/resolve/', 'src/scan/', 'src/text/'],
    types: ['src/options.ts'],
  },
  { of: 'src/', may: ['src/'] },
  // Chevrotain takes the engine's place where grammars are checked, and is not shipped.
  { of: 'grammars/_shared/engine.chevrotain.ts', may: ['chevrotain'], types: ['src/parse/'] },
  { of: 'grammars/lookahead.ts', may: ['grammars/_shared/engine.chevrotain.ts', 'src/options.ts', 'src/pipeline.ts'] },
  { of: 'grammars/generate.ts', may: ['grammars/', 'node:'] },
  { of: 'grammars/_shared/patterns.ts', may: ['xregexp'] },
  // A grammar names the vocabulary that it reads, and nothing of what its tree will mean.
  { of: 'grammars/', may: ['grammars/_shared/', 'src/scan/'], types: ['src/parse/'] },
]

const within = (target: string, places: readonly string[]) =>
  places.some((place) => (/[/:]$/.test(place) ? target.startsWith(place) : target === place))

function broken({ path, imports }: Module): string[] {
  const rule = rules.find(({ of }) => within(path, [of]))
  if (!rule) return [`${path}: no rule says what it may import`]
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  return imports
    .filter(({ target, typeOnly }) => {
      if (folder !== 'src/' && target.startsWith(folder)) return false
      if (target === 'src/lazy.ts' || (typeOnly && target === 'src/facts/types.ts')) return false
      return !within(target, rule.may) && !(typeOnly && within(target, rule.types ?? []))
    })
    .map(({ target }) => `${path} imports ${target}`)
}

describe('imports', () => {
  it('keep to the layers', () => {
    expect(source.flatMap(broken)).toEqual([])
  })

  it('make no circle', () => {
    const next = new Map(
      source.map(({ path, imports }) => [
        path,
        imports.filter(({ typeOnly }) => !typeOnly).map(({ target }) => target),
      ]),
    )
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (path: string, trail: readonly string[]) => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      else if (!done.has(path)) {
        for (const target of next.get(path) ?? []) visit(target, [...trail, path])
        done.add(path)
      }
    }
    for (const path of next.keys()) visit(path, [])
    expect(circles).toEqual([])
  })

  it('name their files with the extension', () => {
    const vague = everything.flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => specifier.startsWith('.') && !/\.(ts|tsv|json|mjs)$/.test(specifier))
        .map((i) => `${path}: ${i.specifier}`),
    )
    expect(vague).toEqual([])
  })

  it('never load the whole of natural, which installs databases and prints', () => {
    expect(everything.filter(({ imports }) => imports.some(({ target }) => target === 'natural'))).toEqual([])
  })

  it('bring chevrotain, xregexp and unorm into nothing that is shipped', () => {
    const shipped = source.filter(({ path }) => !BUILD.includes(path))
    expect(
      shipped.filter(({ imports }) => imports.some(({ target }) => /^(chevrotain|xregexp|unorm)$/.test(target))),
    ).toEqual([])
  })
})

/** Clock, chance, console, environment, locale: with any of them the same article could give another result. */
const FORBIDDEN_NAMES = new Set([
  'process',
  'console',
  'Buffer',
  'performance',
  'fetch',
  'setTimeout',
  'setInterval',
  'globalThis',
  'window',
  'Intl',
])
const FORBIDDEN_MEMBERS =
  /^(Date\.now|Math\.random|.*\.(localeCompare|toLocale\w+|getTimezoneOffset|getFullYear|getMonth|getDate|getDay|getHours))$/

describe('the core', () => {
  it('has no clock, chance, console, environment or locale', () => {
    const found: string[] = []
    for (const { path, source: file } of core) {
      const say = (node: ts.Node) => {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart())
        found.push(`${path}:${line + 1}: ${node.getText()}`)
      }
      walk(file, (node) => {
        if (ts.isPropertyAccessExpression(node)) {
          if (FORBIDDEN_MEMBERS.test(node.getText())) say(node)
        } else if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
          if (!node.arguments?.length) say(node)
        } else if (ts.isIdentifier(node) && FORBIDDEN_NAMES.has(node.text) && isFree(node)) say(node)
      })
    }
    expect(found).toEqual([])
  })

  it('does nothing on import but define', () => {
    const found: string[] = []
    for (const { path, source: file } of core)
      for (const statement of file.statements)
        if (
          ts.isExpressionStatement(statement) ||
          ts.isForOfStatement(statement) ||
          ts.isForStatement(statement) ||
          ts.isIfStatement(statement)
        )
          found.push(`${path}: ${statement.getText().slice(0, 60)}`)
    expect(found).toEqual([])
  })
})

/** Whether a name stands for the global, and is not a property or a declaration of ours. */
function isFree(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false
  return (
    !(
      ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isVariableDeclaration(parent) ||
      ts.isImportSpecifier(parent)
    ) ||
    (ts.isVariableDeclaration(parent) && parent.initializer === node)
  )
}

describe('grammars', () => {
  const grammars = source.filter(({ path }) => /^grammars\/[^/]+\/[^/]+\.ts$/.test(path) && !BUILD.includes(path))

  it('hold syntax alone: no actions, no backtracking', () => {
    const found = grammars
      .filter(({ source: file }) => /\b(BACKTRACK|ACTION)\b|EmbeddedActionsParser/.test(file.text))
      .map(({ path }) => path)
    expect(found).toEqual([])
  })
})

describe('the generated patterns', () => {
  const text = readFileSync(`${root}grammars/_shared/patterns.generated.ts`, 'utf8')
  const sources = [...text.matchAll(/^ {2}\w+: \/(.+)\/(\w*),$/gm)]

  it('are all bounded, so that no text makes them slow', () => {
    expect(sources.length).toBeGreaterThan(5)
    for (const [, pattern = '', flags] of sources) {
      expect(flags).toBe('y')
      expect(pattern.replace(/\\.|\[(?:\\.|[^\]])*\]/g, 'x'), pattern).not.toMatch(/[*+]|\{\d+,\}/)
    }
  })
})

it('no source file has grown far beyond what one reads at a time', () => {
  const long = source
    .filter(({ path }) => !path.endsWith('.generated.ts'))
    .map(({ path, source: file }) => ({ path, lines: file.text.split('\n').length }))
    .filter(({ lines }) => lines > 400)
  expect(long).toEqual([])
})
