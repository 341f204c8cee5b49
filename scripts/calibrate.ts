/**
 * Counts, rule by rule, how many facts are right on annotated articles, and writes grammars/lexicons/confidence.tsv, from which
 * every fact takes its confidence: npm run calibrate [DIR...]. Without directories it takes our own articles and, where the
 * folder "shared" lies beside the project, its corpora.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { predict, readCorpus } from '../src/eval/corpus.ts'
import { matches, pair } from '../src/eval/match.ts'
import { extract, factTypes } from '../src/index.ts'
import { parseExamples } from '../test/helpers/examples.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const usual = ['fixtures/articles', '../shared/corpus/seeds', '../shared/corpus/news'].map((dir) => root + dir)
const given = process.argv.slice(2)
const dirs = given.length > 0 ? given : usual.filter(existsSync)

const counts = new Map<string, { right: number; all: number }>()
for (const { gold, predicted } of dirs.flatMap(readCorpus).map(predict)) {
  for (const type of factTypes) {
    const found = predicted.filter((item) => item.type === type)
    const pairs = pair(
      gold.filter((item) => item.type === type),
      found,
      matches[type],
    )
    const right = new Set(pairs.values())
    found.forEach((item, i) => {
      const rule = String(item['rule'])
      const count = counts.get(rule) ?? { right: 0, all: 0 }
      count.all++
      if (right.has(i)) count.right++
      counts.set(rule, count)
    })
  }
}

// The list of all rules: those that no annotated article shows are in the examples.
for (const rule of rulesOfExamples()) if (!counts.has(rule)) counts.set(rule, { right: 0, all: 0 })

const rows = [...counts]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([rule, { right, all }]) => `${rule}\t${right}\t${all}`)
writeFileSync(
  `${root}grammars/lexicons/confidence.tsv`,
  `# Facts right and facts in all, by rule, on the annotated articles: npm run calibrate.\nrule\tright\tall\n${rows.map((row) => `${row}\n`).join('')}`,
)
console.log(`${rows.length} rules counted on ${dirs.length} folders`)

function rulesOfExamples(): Set<string> {
  const rules = new Set<string>()
  for (const kind of readdirSync(`${root}grammars`)) {
    const file = `${root}grammars/${kind}/examples.vi.txt`
    if (!existsSync(file)) continue
    for (const { pieces, reference } of parseExamples(readFileSync(file, 'utf8')))
      for (const { rule } of extract(pieces.map(({ text }) => text).join(''), { referenceDate: reference }).facts)
        rules.add(rule)
  }
  return rules
}
