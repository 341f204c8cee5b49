/** When a predicted fact is the one that the gold file has, type by type, and when its fields are right. */
import type { FactType } from '../index.ts'
import { alike, same } from './fold.ts'

/** A fact of a gold file or of an extraction: what is compared of it is looked up by name. */
export interface Item {
  readonly type: FactType
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

/** How much a predicted fact deserves to be paired with a gold one; 0 where they are different facts. */
export type Match = (gold: Item, predicted: Item) => number

const overlap = (a: Item, b: Item) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** Shared part of two spans, 0 to 1. */
export const spanOverlap = (a: Item, b: Item) =>
  overlap(a, b) / (Math.max(a.end, b.end) - Math.min(a.start, b.start) || 1)

const equal = (a: Item, b: Item, ...fields: readonly string[]) => fields.every((f) => (a[f] ?? null) === (b[f] ?? null))
const alikeFields = (a: Item, b: Item, ...fields: readonly string[]) => fields.every((f) => same(a[f], b[f]))
const touching = (a: Item, b: Item, right: boolean) => (overlap(a, b) > 0 && right ? 1 + spanOverlap(a, b) : 0)

export const matches: Readonly<Record<FactType, Match>> = {
  document: (g, p) =>
    touching(g, p, equal(g, p, 'plenum', 'congress') && alikeFields(g, p, 'kind', 'number', 'code', 'name')),
  date: (g, p) => {
    const sameValue = String(g['value']).toUpperCase() === String(p['value'] ?? '').toUpperCase()
    return sameValue && spanOverlap(g, p) >= 0.5 ? 1 + spanOverlap(g, p) : 0
  },
  official: (g, p) => (same(g['name'], p['name']) ? 1 : 0),
  topic: (g, p) => {
    const likeness = alike(g['title'], p['title'])
    return overlap(g, p) > 0 && likeness >= 0.9 ? 1 + likeness : 0
  },
  bridgePoints: (g, p) => touching(g, p, equal(g, p, 'count') && ((g['role'] ?? null) === null || equal(g, p, 'role'))),
  attendance: (g, p) => touching(g, p, equal(g, p, 'count')),
  deadline: (g, p) => touching(g, p, equal(g, p, 'due', 'within') && !!g['inclusive'] === !!p['inclusive']),
}

/** Of facts that were paired: when a field is right. Rows of their own, below the row of the type. */
export const fieldMatches: Readonly<
  Partial<Record<FactType, Readonly<Record<string, (a: unknown, b: unknown) => boolean>>>>
> = {
  document: { issuer: (a, b) => alike(a, b) >= 0.8, issuedOn: same, subject: (a, b) => alike(a, b) >= 0.8 },
  official: { rank: same },
  topic: { speaker: same, document: same },
  bridgePoints: { approx: same },
  attendance: { unit: (a, b) => alike(a, b) >= 0.5, percent: (a, b) => a === b },
  deadline: { task: (a, b) => alike(a, b) >= 0.5, assignee: (a, b) => alike(a, b) >= 0.5 },
}

/** Pairs of gold and predicted facts, each in one pair at most, the best first. By index. */
export function pair(gold: readonly Item[], predicted: readonly Item[], match: Match): Map<number, number> {
  const cells: { readonly score: number; readonly g: number; readonly p: number }[] = []
  gold.forEach((goldItem, g) => {
    predicted.forEach((item, p) => {
      const score = match(goldItem, item)
      if (score > 0) cells.push({ score, g, p })
    })
  })
  cells.sort((a, b) => b.score - a.score)
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  for (const { g, p } of cells) {
    if (pairs.has(g) || taken.has(p)) continue
    pairs.set(g, p)
    taken.add(p)
  }
  return pairs
}
