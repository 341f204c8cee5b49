/** Precision, recall and F1 of extractions against gold facts. */
import { type FactType, factTypes } from '../index.ts'
import { fold } from './fold.ts'
import { fieldMatches, type Item, matches, pair, spanOverlap } from './match.ts'

/** An article with the facts that it has and those that were found. Offsets are UTF-16 code units of the text. */
export interface ScoredArticle {
  readonly name: string
  readonly text: string
  readonly gold: readonly Item[]
  readonly predicted: readonly Item[]
}

/** Figures of a type ("date"), of a field of it ("document.issuer"), of spans alone ("date.span") or of pairs ("official.title"). */
export interface Row {
  readonly row: string
  readonly gold: number
  readonly predicted: number
  /** Shares, 0 to 1; null where there is nothing to take a share of. */
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number
}

export type Mistake =
  | { readonly kind: 'missed' | 'wrong'; readonly row: string; readonly article: string; readonly item: Item }
  | { readonly kind: 'missed' | 'wrong'; readonly row: string; readonly article: string; readonly title: string }
  | {
      readonly kind: 'field'
      readonly row: string
      readonly article: string
      readonly item: Item
      readonly gold: unknown
      readonly predicted: unknown
    }

export interface Report {
  readonly articles: number
  /** Mean F1 of the types and of official.title. */
  readonly macro: number
  readonly rows: readonly Row[]
  readonly mistakes: readonly Mistake[]
}

/** The rows that the mean is taken of: the types, and who holds which position. */
const isMain = (row: string) => !row.includes('.') || row === 'official.title'

export function score(articles: readonly ScoredArticle[], types: readonly FactType[] = factTypes): Report {
  const tally = new Tally()
  const mistakes: Mistake[] = []
  for (const article of articles) for (const type of types) scoreType(article, type, tally, mistakes)
  const rows = tally.rows()
  const main = rows.filter(({ row }) => isMain(row))
  const macro = main.reduce((sum, { f1 }) => sum + f1, 0) / (main.length || 1)
  return { articles: articles.length, macro, rows, mistakes }
}

function scoreType(
  { name: article, gold, predicted }: ScoredArticle,
  type: FactType,
  tally: Tally,
  mistakes: Mistake[],
) {
  const g = gold.filter((item) => item.type === type)
  const p = predicted.filter((item) => item.type === type)
  const pairs = pair(g, p, matches[type])
  const paired = new Set(pairs.values())
  tally.add(type, pairs.size, p.length - pairs.size, g.length - pairs.size)
  g.forEach((item, i) => {
    if (!pairs.has(i)) mistakes.push({ kind: 'missed', row: type, article, item })
  })
  p.forEach((item, i) => {
    if (!paired.has(i)) mistakes.push({ kind: 'wrong', row: type, article, item })
  })

  if (type === 'date') {
    const spans = firstFit(g, p)
    tally.add('date.span', spans, p.length - spans, g.length - spans)
  }
  if (type === 'official') scoreTitles(article, g, p, tally, mistakes)
  for (const [field, right] of Object.entries(fieldMatches[type] ?? {})) {
    const row = `${type}.${field}`
    for (const [i, j] of pairs) {
      const item = g[i] as Item
      const a = item[field] ?? null
      const b = p[j]?.[field] ?? null
      if (a === null && b === null) continue
      if (a !== null && b !== null && right(a, b)) tally.add(row, 1, 0, 0)
      else {
        tally.add(row, 0, b === null ? 0 : 1, a === null ? 0 : 1)
        mistakes.push({ kind: 'field', row, article, item, gold: a, predicted: b })
      }
    }
  }
}

/** How many gold spans find a predicted one, whatever the values. */
function firstFit(gold: readonly Item[], predicted: readonly Item[]): number {
  const taken = new Set<number>()
  for (const item of gold) {
    const found = predicted.findIndex((other, k) => !taken.has(k) && spanOverlap(item, other) >= 0.5)
    if (found >= 0) taken.add(found)
  }
  return taken.size
}

/** Pairs of person and position, each once an article. */
function scoreTitles(
  article: string,
  gold: readonly Item[],
  predicted: readonly Item[],
  tally: Tally,
  mistakes: Mistake[],
) {
  const row = 'official.title'
  const g = holders(gold)
  const p = holders(predicted)
  for (const [key, title] of g) {
    tally.add(row, p.has(key) ? 1 : 0, 0, p.has(key) ? 0 : 1)
    if (!p.has(key)) mistakes.push({ kind: 'missed', row, article, title })
  }
  for (const [key, title] of p) {
    if (g.has(key)) continue
    tally.add(row, 0, 1, 0)
    mistakes.push({ kind: 'wrong', row, article, title })
  }
}

/** Who holds which position, as compared and as written. */
function holders(items: readonly Item[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { name, titles } of items as readonly (Item & { readonly titles?: readonly string[] })[])
    for (const title of titles ?? []) found.set(`${fold(name)} | ${fold(title)}`, `${String(name)} | ${title}`)
  return found
}

class Tally {
  private readonly counts = new Map<string, { right: number; wrong: number; missed: number }>()

  add(row: string, right: number, wrong: number, missed: number): void {
    const count = this.counts.get(row) ?? { right: 0, wrong: 0, missed: 0 }
    count.right += right
    count.wrong += wrong
    count.missed += missed
    this.counts.set(row, count)
  }

  /** In the order of the registry, a type before its fields. */
  rows(): Row[] {
    const rows = [...this.counts].map(([row, { right, wrong, missed }]) => ({
      row,
      gold: right + missed,
      predicted: right + wrong,
      precision: right + wrong > 0 ? right / (right + wrong) : null,
      recall: right + missed > 0 ? right / (right + missed) : null,
      f1: right + wrong + missed > 0 ? (2 * right) / (2 * right + wrong + missed) : 0,
    }))
    const place = (row: string) => factTypes.indexOf(row.split('.')[0] as FactType)
    return rows
      .filter(({ gold, predicted }) => gold + predicted > 0)
      .sort((a, b) => place(a.row) - place(b.row) || Number(a.row.includes('.')) - Number(b.row.includes('.')))
  }
}
