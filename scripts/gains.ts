/**
 * `npm run gains [-- --against REF] [--show N] [DIR…]`: the facts that the working tree finds and another version does not, and the other way round,
 * on articles with and without gold. REF is any commit, by default the last release's tag, or where there is none the last commit. DIR holds
 * annotated articles; a file that ends in .jsonl has articles as the filter reads them.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { readCorpus } from '../src/eval/corpus.ts'
import type { Item } from '../src/eval/match.ts'
import { score } from '../src/eval/score.ts'
import type * as Library from '../src/index.ts'
import { difference } from './gains-difference.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values, positionals } = parseArgs({
  options: { against: { type: 'string' }, show: { type: 'string', default: '20' } },
  allowPositionals: true,
})

const git = (...args: readonly string[]) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim()

function lastRelease(): string {
  try {
    return git('describe', '--tags', '--match', 'v*', '--abbrev=0')
  } catch {
    return 'HEAD'
  }
}

const folder = mkdtempSync(join(tmpdir(), 'trichluc-gains-'))

/** The library of a folder of sources, as one module. */
async function load(from: string, name: string): Promise<typeof Library> {
  const outfile = join(folder, `${name}.mjs`)
  await build({
    entryPoints: [join(from, 'src/index.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    loader: { '.tsv': 'text' },
    logLevel: 'error',
  })
  return await import(pathToFileURL(outfile).href)
}

interface Text {
  readonly name: string
  readonly text: string
  readonly reference: string | null
  readonly gold?: readonly Item[]
}

function texts(place: string): Text[] {
  if (!place.endsWith('.jsonl')) return readCorpus(place)
  const lines = readFileSync(place, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const { id, text, publishedAt } = JSON.parse(line)
    return { name: String(id), text, reference: publishedAt?.slice(0, 10) ?? null }
  })
}

const usual = ['fixtures/articles', '../shared/corpus/seeds', '../shared/corpus/news', '../shared/corpus/bulk.jsonl']
const places = positionals.length > 0 ? positionals : usual.map((place) => root + place).filter(existsSync)
const against = values.against ?? lastRelease()

try {
  const old = join(folder, 'old')
  execFileSync('mkdir', [old])
  const archive = execFileSync('git', ['archive', against, 'src', 'grammars', 'package.json'], {
    cwd: root,
    maxBuffer: 1 << 28,
  })
  execFileSync('tar', ['-x', '-C', old], { input: archive })
  symlinkSync(`${root}node_modules`, join(old, 'node_modules'))
  const before = await load(old, 'before')
  const after = await load(root, 'after')

  const all = places.flatMap(texts)
  const find = (library: typeof Library, { text, reference }: Text) =>
    library.extract(text, { referenceDate: reference ?? undefined }).facts as readonly unknown[] as readonly Item[]
  const found = all.map((text) => ({ ...text, before: find(before, text), after: find(after, text) }))

  console.log(`${all.length} articles, the working tree against ${against} (${git('rev-parse', '--short', against)})\n`)
  const changes = found.flatMap(({ name, text, before, after }) =>
    difference(before, after).map((change) => ({ name, text, ...change })),
  )
  const kinds = [...new Set(found.flatMap(({ before, after }) => [...before, ...after].map(({ type }) => type)))].sort()
  console.log(
    `${'type'.padEnd(16)}${['before', 'after', 'gained', 'lost', 'changed'].map((head) => head.padStart(9)).join('')}`,
  )
  for (const type of kinds) {
    const count = (facts: 'before' | 'after') =>
      found.reduce((sum, article) => sum + article[facts].filter((fact) => fact.type === type).length, 0)
    const of = (kind: string) => changes.filter((change) => change.kind === kind && change.fact.type === type).length
    const row = [count('before'), count('after'), of('gained'), of('lost'), of('changed')]
    console.log(`${type.padEnd(16)}${row.map((n) => String(n).padStart(9)).join('')}`)
  }

  const annotated = found.filter(({ gold }) => gold !== undefined)
  if (annotated.length > 0) {
    const f1 = (facts: 'before' | 'after') =>
      (
        100 *
        score(
          annotated.map((article) => ({
            name: article.name,
            text: article.text,
            gold: article.gold ?? [],
            predicted: article[facts],
          })),
        ).macro
      ).toFixed(2)
    console.log(`\nmacro F1 on ${annotated.length} annotated articles: ${f1('before')} → ${f1('after')}`)
  }

  const most = Number(values.show)
  for (const kind of ['gained', 'lost', 'changed'] as const) {
    const some = changes.filter((change) => change.kind === kind)
    if (some.length > 0)
      console.log(`\n${kind}${some.length > most ? `, ${most} of ${some.length} (--show N: more)` : ''}`)
    // Spread over the articles: neighbours are alike.
    for (let i = 0; i < Math.min(most, some.length); i++) {
      const { name, text, fact, fields } = some[
        Math.floor((i * some.length) / Math.min(most, some.length))
      ] as (typeof some)[number]
      const around = `${text.slice(Math.max(0, fact.start - 40), fact.start)}[${text.slice(fact.start, fact.end)}]${text.slice(fact.end, fact.end + 40)}`
      console.log(`  ${fact.type} in ${name}: …${around.replace(/\s+/g, ' ')}…${fields ? `\n    ${fields}` : ''}`)
    }
  }
} finally {
  rmSync(folder, { recursive: true })
}
