/** How the steps of an article grow when it is doubled. */
import type { Steps } from './counter.ts'

/** The most that doubling a text may multiply its steps with. Linear work has 2; sorting, with its logarithm, up to 2.2. */
export const MOST_GROWTH = 2.3
/**
 * The same for each single part of the work that makes up `SHARE` of it or more: a part that grows faster would be the whole one
 * day. A part that looks back over a window only begins to be linear when the text is several windows long, so it may have more.
 */
const MOST_PART_GROWTH = 2.8
const SHARE = 0.03

/** What grows too fast from a text to one of twice its length, in words; '' where nothing does. */
export function excess(short: Steps, long: Steps): string {
  const growth = long.total / short.total
  const before = byPart(short)
  const parts = [...byPart(long)]
    .map(([part, steps]) => ({ part, share: steps / long.total, growth: steps / (before.get(part) || 1) }))
    .filter((part) => part.share >= SHARE && part.growth > MOST_PART_GROWTH)
    .sort((a, b) => b.share - a.share)
  if (growth <= MOST_GROWTH && parts.length === 0) return ''
  const named = parts.map(
    ({ part, share, growth: each }) => `${largest(long, part)} ${each.toFixed(2)}-fold (${(100 * share).toFixed(0)} %)`,
  )
  return `${growth.toFixed(2)}-fold, ${short.total} to ${long.total} steps: ${named.slice(0, 3).join(', ')}`
}

/** Calls of one native function together, wherever they come from: with its length a call may pass to another counter. */
function byPart({ by }: Steps): Map<string, number> {
  const parts = new Map<string, number>()
  for (const [label, steps] of by) parts.set(partOf(label), steps + (parts.get(partOf(label)) ?? 0))
  return parts
}
const partOf = (label: string) => label.replace(/ in .*$/, '')

/** The counter of a part that has counted most. */
const largest = ({ by }: Steps, part: string): string =>
  [...by].filter(([label]) => partOf(label) === part).reduce((a, b) => (b[1] > a[1] ? b : a))[0]
