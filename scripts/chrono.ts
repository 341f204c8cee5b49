/** chrono-node's Vietnamese locale as an extractor of dates, for the README's comparison. */
import { vi } from 'chrono-node'
import type { GoldArticle } from '../src/eval/corpus.ts'
import type { Item } from '../src/eval/match.ts'
import type { ScoredArticle } from '../src/eval/score.ts'

type Result = ReturnType<typeof vi.parse>[number]
type Components = Result['start']

const two = (n: number | null) => String(n ?? 0).padStart(2, '0')

/** What chrono knows for certain, in our notation; as fine as what it read. */
function value(at: Components): string {
  const [year, month, day] = [String(at.get('year')).padStart(4, '0'), two(at.get('month')), two(at.get('day'))]
  const isDay = at.isCertain('day') || at.isCertain('weekday') || at.isCertain('hour')
  const date = isDay ? `${year}-${month}-${day}` : at.isCertain('month') ? `${year}-${month}` : year
  return at.isCertain('hour') ? `${date}T${two(at.get('hour'))}:${two(at.get('minute'))}` : date
}

/** chrono cannot do without a reference date, and would take today. */
const NO_REFERENCE = '2024-01-01'

/** Fair to chrono: it gets the text in NFC, without which it reads next to nothing, and the same reference date. */
export function predictWithChrono({ name, text, reference, gold }: GoldArticle): ScoredArticle {
  const nfc = text.normalize('NFC')
  const results = vi.parse(nfc, new Date(`${reference ?? NO_REFERENCE}T12:00:00`))
  // Offsets go back to the article by the length of what stands before in the article's own form.
  const original = offsetsOf(text)
  const predicted = results.map(
    ({ index, text: evidence, start, end }): Item => ({
      type: 'date',
      start: original(index),
      end: original(index + evidence.length),
      value: end ? `${value(start)}/${value(end)}` : value(start),
    }),
  )
  return { name, text, gold: gold.filter(({ type }) => type === 'date'), predicted }
}

/** From offsets of the text in NFC to offsets of the text. */
function offsetsOf(text: string): (offset: number) => number {
  const starts: number[] = []
  let at = 0
  for (const [cluster] of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    for (let i = cluster.normalize('NFC').length; i > 0; i--) starts.push(at)
    at += cluster.length
  }
  return (offset) => starts[offset] ?? text.length
}
