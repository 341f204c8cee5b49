/** Gold against found, as a diff. */
import { fieldMatches, type Item, matches, pair } from '../eval/match.ts'
import { score } from '../eval/score.ts'
import type { Fact, FactType, OwnFact } from '../index.ts'
import { badge, factLink, place, quoted } from './facts.ts'
import { type Html, html } from './html.ts'
import { kindNames } from './kinds.ts'
import { oneLine } from './summary.ts'
import type { Mark } from './text.ts'

export interface Comparison {
  readonly panel: Html
  /** Number of differences. */
  readonly differences: number
  /** Gold that was not found, to be marked in the text. */
  readonly missed: readonly Mark[]
  /** Numbers of the facts that gold does not have. */
  readonly extra: ReadonlySet<number>
}

interface Difference {
  readonly type: FactType
  readonly gold?: Item
  /** Number of the fact. */
  readonly found?: number
  /** Fields that differ, of a pair. */
  readonly fields: readonly string[]
}

export function compare(text: string, gold: readonly Item[], facts: readonly (Fact | OwnFact)[]): Comparison {
  const found = facts as readonly unknown[] as readonly Item[]
  const rows = kindNames.flatMap((type) => differencesOf(type, gold, found))
  rows.sort((a, b) => startOf(a, found) - startOf(b, found))
  const missed = rows.flatMap(({ type, gold: item, found: i, fields }, n): Mark[] =>
    item && (i === undefined || fields.length === 0)
      ? [{ type, start: item.start, end: item.end, id: `g${n}`, verdict: 'missed' }]
      : [],
  )
  const extra = new Set(rows.flatMap(({ found: i, fields }) => (i !== undefined && fields.length === 0 ? [i] : [])))
  const panel = html`${figures(text, gold, found)}
${rows.length === 0 ? html`<p class="empty">What was found is what gold has.</p>` : html`<ol class="diff">${rows.map((row, n) => html`<li data-g="g${n}">${describe(row, text, found)}</li>`)}</ol>`}`
  return { panel, differences: rows.length, missed, extra }
}

function differencesOf(type: FactType, gold: readonly Item[], found: readonly Item[]): Difference[] {
  const g = gold.filter((item) => item.type === type)
  const numbers = found.flatMap((item, i) => (item.type === type ? [i] : []))
  const p = numbers.map((i) => found[i] as Item)
  const pairs = pair(g, p, matches[type])
  const fields = [...Object.entries(fieldMatches[type] ?? {})]
  const result: Difference[] = []
  for (const [a, b] of pairs) {
    const wrong = fields
      .filter(([field, right]) => {
        const [x, y] = [g[a]?.[field] ?? null, p[b]?.[field] ?? null]
        return x === null || y === null ? x !== y : !right(x, y)
      })
      .map(([field]) => field)
    if (wrong.length > 0) result.push({ type, gold: g[a] as Item, found: numbers[b] as number, fields: wrong })
  }
  // What was found in the place of what was missed stands beside it.
  const taken = new Set(pairs.values())
  g.forEach((item, a) => {
    if (pairs.has(a)) return
    const instead = p.findIndex((other, b) => !taken.has(b) && other.start < item.end && item.start < other.end)
    if (instead >= 0) taken.add(instead)
    result.push({ type, gold: item, ...(instead >= 0 && { found: numbers[instead] as number }), fields: [] })
  })
  p.forEach((_, b) => {
    if (!taken.has(b)) result.push({ type, found: numbers[b] as number, fields: [] })
  })
  return result
}

const startOf = ({ gold, found }: Difference, facts: readonly Item[]) =>
  gold?.start ?? (facts[found as number] as Item).start

function describe({ type, gold, found, fields }: Difference, text: string, facts: readonly Item[]): Html {
  const other = found === undefined ? undefined : facts[found]
  const names =
    fields.length > 0
      ? fields
      : [...new Set([...Object.keys(gold ?? {}), ...Object.keys(other ?? {})])].filter(
          (name) =>
            !HIDDEN.has(name) &&
            (gold === undefined ||
              other === undefined ||
              (name in gold && value(gold[name]).text !== value(other[name]).text)),
        )
  const verdict = fields.length > 0 ? 'differs' : !gold ? 'not in gold' : !other ? 'missed' : 'missed, found instead'
  return html`<p>${badge(type)} <strong class="verdict">${verdict}</strong></p>
<div class="sides">${gold && side('gold', 'del', place(gold.start, gold.end, quoted(oneLine(text.slice(gold.start, gold.end)))), gold, names)}
${other && side('found', 'ins', factLink(type, found as number, oneLine(String(other['text']))), other, names)}</div>`
}

const HIDDEN = new Set(['type', 'start', 'end', 'text', 'rule', 'confidence', 'inferred', 'mentions', 'key'])

function side(label: string, kind: 'del' | 'ins', evidence: Html, item: Item, names: readonly string[]): Html {
  const values = names.filter((name) => item[name] !== undefined && item[name] !== null)
  return html`<div class="side ${kind}"><span class="sign" aria-hidden="true">${kind === 'del' ? '−' : '+'}</span> <span class="label">${label}</span> ${evidence}
<dl class="fields">${values.map((name) => html`<div><dt>${name}</dt><dd>${value(item[name])}</dd></div>`)}</dl></div>`
}

const value = (given: unknown): Html =>
  Array.isArray(given)
    ? quoted(given.map(String).join('; '))
    : quoted(typeof given === 'string' ? given : String(JSON.stringify(given)))

function figures(text: string, gold: readonly Item[], predicted: readonly Item[]): Html {
  const { rows, macro } = score([{ name: '', text, gold, predicted }])
  const percent = (share: number | null) => (share === null ? '–' : (100 * share).toFixed(1))
  return html`<table class="figures"><caption>Macro F1 ${(100 * macro).toFixed(1)}</caption><thead><tr><th scope="col">type</th><th scope="col">gold</th><th scope="col">found</th><th scope="col">prec.</th><th scope="col">rec.</th><th scope="col">F1</th></tr></thead>
<tbody>${rows.map(({ row, gold: g, predicted: p, precision, recall, f1 }) => html`<tr><th scope="row">${row}</th><td>${g}</td><td>${p}</td><td>${percent(precision)}</td><td>${percent(recall)}</td><td>${percent(f1)}</td></tr>`)}</tbody></table>`
}
