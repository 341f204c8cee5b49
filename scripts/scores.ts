/**
 * Writes the README's table of accuracy: `npm run scores`. Rows of a corpus that is not there stay out, so the table is complete
 * only where the folder "shared" lies beside the project.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { predict, readCorpus } from '../src/eval/corpus.ts'
import { type Report, score } from '../src/eval/score.ts'
import { predictWithChrono } from './chrono.ts'
import { between, markdownTable } from './markers.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const corpora = [
  { name: 'portals', dir: '../shared/corpus/seeds' },
  { name: 'newspapers', dir: '../shared/corpus/news' },
  { name: 'our own', dir: 'fixtures/articles' },
]
  .map(({ name, dir }) => ({ name, dir: root + dir }))
  .filter(({ dir }) => existsSync(dir))
  .map(({ name, dir }) => {
    const articles = readCorpus(dir)
    return { name, ours: score(articles.map(predict)), chrono: score(articles.map(predictWithChrono), ['date']) }
  })

const f1 = (report: Report, row: string) => {
  const found = report.rows.find((r) => r.row === row)
  return found ? (100 * found.f1).toFixed(1) : '-'
}
const rows = [...new Set(corpora.flatMap(({ ours }) => ours.rows.map(({ row }) => row)))]
const facts = [
  ...rows.map((row) => [row.includes('.') ? `· ${row}` : `**${row}**`, ...corpora.map(({ ours }) => f1(ours, row))]),
  ['macro', ...corpora.map(({ ours }) => (100 * ours.macro).toFixed(1))],
]
const percent = (share: number | null | undefined) => (share == null ? '-' : (100 * share).toFixed(1))
const dates = corpora.flatMap(({ name, ours, chrono }) =>
  (['date.span', 'date'] as const).map((row) => {
    const figures = [ours, chrono].flatMap(({ rows }) => {
      const found = rows.find((r) => r.row === row)
      return [percent(found?.precision), percent(found?.recall), percent(found?.f1)]
    })
    return [`${name}, ${row === 'date' ? 'span and value' : 'span'}`, ...figures]
  }),
)

const table = `F1 in per cent, ${corpora.map(({ name, ours }) => `${name} (${ours.articles} articles)`).join(', ')}:

${markdownTable(['', ...corpora.map(({ name }) => name)], facts)}

Dates beside chrono-node 2.10 (\`chrono.vi\`, text in NFC, same reference date), precision, recall and F1:

${markdownTable(['', 'trichluc P', 'R', 'F1', 'chrono P', 'R', 'F1'], dates)}`

const file = `${root}README.md`
writeFileSync(file, between(readFileSync(file, 'utf8'), 'scores', table))
console.log(table)
