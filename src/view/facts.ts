/** The table of facts: a row for each, which opens to what was read and what was inferred. */
import type { ExplainedFact, OwnFact, Span } from '../index.ts'
import { type Html, html } from './html.ts'
import { styleOf } from './kinds.ts'
import { oneLine, summaryOf } from './summary.ts'

type Place = (offset: number) => { readonly line: number; readonly column: number }

export const badge = (type: string): Html =>
  html`<span class="badge k-${styleOf(type).css}"><b aria-hidden="true">${styleOf(type).letter}</b> <span>${styleOf(type).label}</span></span>`

/** Text of the article inside the English page. Isolated, so that its direction does not touch what stands around it. */
export const quoted = (text: string): Html => html`<bdi lang="vi">${text}</bdi>`

export function factRow({ fact, read, inferred }: ExplainedFact<OwnFact>, i: number, place: Place): Html {
  const { line, column } = place(fact.start)
  const summary = summaryOf(fact)
  const evidence = oneLine(fact.text)
  return html`<tr role="row" class="row" data-i="${i}" data-kind="${fact.type}" data-start="${fact.start}" data-confidence="${fact.confidence}">
<td role="cell">${badge(fact.type)}</td>
<td role="cell" class="what"><details><summary><span class="value">${quoted(summary)}</span><span class="evidence">${quoted(evidence)}${inferred.length > 0 && html` <em class="tag inferred-tag">inferred</em>`}</span></summary>
<dl class="fields">
${Object.entries(read).map(([field, value]) => html`<div><dt>${field}</dt><dd>${shown(field, value)} <em class="tag">read</em></dd></div>`)}
${inferred.map(({ field, value, basis }) => html`<div class="inferred"><dt>${field}</dt><dd>${shown(field, value)} <em class="tag">inferred</em> <span class="basis">from ${basis}</span></dd></div>`)}
<div><dt>offsets</dt><dd>[${fact.start}, ${fact.end}), line ${line}, column ${column}</dd></div>
<div><dt>rule</dt><dd><code>${fact.rule}</code></dd></div>
</dl></details></td>
<td role="cell" class="where"><span class="num">${line}:${column}</span></td>
<td role="cell" class="conf">${bar(fact.confidence)}<span class="num">${fact.confidence.toFixed(2)}</span></td>
</tr>`
}

const bar = (share: number): Html =>
  html`<svg class="bar" viewBox="0 0 100 8" width="40" height="4" preserveAspectRatio="none" aria-hidden="true"><rect class="room" width="100" height="8"/><rect class="fill" width="${Math.round(100 * share)}" height="8"/></svg>`

/** The value of a field. The mentions of a person are places that the page can go to. */
export function shown(field: string, value: unknown): Html {
  if (field === 'mentions' && Array.isArray(value))
    return html`${(value as readonly Span[]).map(({ start, end }, i) => html`${i > 0 && ', '}${place(start, end, `[${start}, ${end})`)}`)}`
  if (Array.isArray(value)) return html`${value.map((item, i) => html`${i > 0 && '; '}${quoted(String(item))}`)}`
  return typeof value === 'string' ? quoted(value) : html`${String(value)}`
}

/** A button that shows a place of the text. */
export const place = (start: number, end: number, label: Html | string): Html =>
  html`<button type="button" class="link" data-range="${start} ${end}">${label}</button>`

/** A button that shows a fact. */
export const factLink = (type: string, i: number, label: string): Html =>
  html`<button type="button" class="chip k-${styleOf(type).css}" data-go="${i}"><b aria-hidden="true">${styleOf(type).letter}</b> ${quoted(label)}</button>`
