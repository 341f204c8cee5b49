/** The report as one page of HTML that needs nothing else: no script, no network. */
import { createHash } from 'node:crypto'
import { type Bar, bars, count, type Stack, shortened, stacks, timeline, tracks } from './charts.ts'
import type { ErrorRows } from './errors.ts'
import type { Gathered, Samples } from './gather.ts'
import { Html, html } from './html.ts'
import { colourOf, STYLE, TYPES } from './style.ts'

/** How much of each list is shown. */
const TOP = { cited: 20, officials: 12, titles: 4, deadlines: 40 } as const

export function page(title: string, gathered: Gathered, errors: ErrorRows | undefined): string {
  const { documents, facts, cited, officials, deadlines } = gathered
  // The hash is of the style as it stands between its tags.
  const hash = createHash('sha256').update(STYLE).digest('base64')
  const body = html`<main>
<header><h1>${title}</h1><p>What was read in ${count(documents)} documents.</p></header>
<ul class="tiles">
${tile(documents, 'documents')}${tile(facts, 'facts')}${tile(cited.length, 'documents cited')}${tile(officials.length, 'officials')}${tile(deadlines.length + gathered.openDeadlines, 'deadlines')}${errors ? tile(errors.count, 'failures') : null}
</ul>
${byType(gathered)}${byMonth(gathered)}${mostCited(gathered)}${overTime(gathered)}${byDueDate(gathered)}
${samples('Ambiguous facts', 'Which document is meant is not settled by the article: these may be one of several.', gathered.ambiguous)}
${samples('Unresolved facts', 'Dates that keep an X, and documents without a key, because neither the article nor the day of publication settles them.', gathered.unresolved)}
${errors ? failures(errors) : null}
<footer>Made by trichluc report.</footer>
</main>`
  return `${
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${new Html(hash)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
${body}
</body>
</html>`.source
  }\n`
}

const tile = (n: number, what: string) => html`<li><b>${count(n)}</b><span>${what}</span></li>\n`

const section = (name: string, lead: string, content: Html) =>
  html`<section><h2>${name}</h2><p>${lead}</p>${content}</section>\n`

const nothing = new Html('<p>None.</p>')

/** Ours in their order, then those of own kinds. */
const typesOf = (types: ReadonlyMap<string, number>) => [
  ...TYPES.filter((type) => types.has(type)),
  ...[...types.keys()].filter((type) => !(TYPES as readonly string[]).includes(type)).sort(),
]

function byType({ types, facts }: Gathered): Html {
  const list = typesOf(types)
    .map((type): Bar => ({ label: type, value: types.get(type) ?? 0, colour: colourOf(type) }))
    .sort((a, b) => b.value - a.value)
  return section(
    'Facts by type',
    `${count(facts)} facts in all.`,
    list.length > 0 ? bars('Facts by type', list) : nothing,
  )
}

function byMonth({ months, types, undated }: Gathered): Html {
  const lead = `By the day that each document was read against.${undated > 0 ? ` ${count(undated)} documents have none.` : ''}`
  if (months.size === 0) return section('Facts by month', lead, nothing)
  const list = typesOf(types)
  const { unit, labels } = timeline([...months.keys()])
  const merged = new Map(labels.map((label) => [label, new Map<string, number>()]))
  for (const [month, counts] of months) {
    const sum = merged.get(month.slice(0, labels[0]?.length)) as Map<string, number>
    for (const [type, n] of counts) sum.set(type, (sum.get(type) ?? 0) + n)
  }
  const columns = [...merged].map(
    ([label, counts]): Stack => ({
      label,
      parts: list.flatMap((type) => {
        const value = counts.get(type) ?? 0
        return value > 0 ? [{ label: type, value, colour: colourOf(type) }] : []
      }),
    }),
  )
  const name = `Facts by ${unit}`
  return section(
    name,
    lead,
    html`<ul class="legend">${list.map((type) => html`<li><i class="${colourOf(type)}"></i>${type}</li>`)}</ul>
${stacks(name, columns)}
<details><summary>As a table</summary>${table(
      [unit, ...list],
      [...merged].map(([label, counts]) => [label, ...list.map((type) => counts.get(type) ?? 0)]),
    )}</details>`,
  )
}

function mostCited({ cited }: Gathered): Html {
  const list = cited.slice(0, TOP.cited)
  if (list.length === 0) return section('Most cited documents', 'None is cited.', nothing)
  return section(
    'Most cited documents',
    'Mentions, by key: the same document under any of its names. Only the number and symbol, where an article does not settle more.',
    html`${bars(
      'Most cited documents',
      list.map(({ label, mentions, documents, subject }) => ({
        ...{ label, value: mentions, colour: 'document' },
        more: `${label}${subject ? `, ${subject}` : ''}: ${count(mentions)} mentions in ${count(documents)} documents`,
      })),
    )}<details><summary>As a table, with subjects</summary>${table(
      ['document', 'mentions', 'in documents', 'subject'],
      list.map(({ label, mentions, documents, subject }) => [label, mentions, documents, subject ?? '']),
    )}</details>`,
  )
}

function overTime({ officials }: Gathered): Html {
  const list = officials.slice(0, TOP.officials)
  const dated = list.flatMap(({ name, titles }) => {
    const spans = titles
      .filter(({ first }) => first !== null)
      .sort((a, b) => b.documents - a.documents)
      .slice(0, TOP.titles)
      .map(({ title, first, last }) => ({
        label: title,
        first: first as string,
        last: last as string,
        colour: 'official',
      }))
      .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
    return spans.length > 0 ? [{ label: name, spans }] : []
  })
  if (list.length === 0) return section('Officials and their titles', 'No official is named.', nothing)
  return section(
    'Officials and their titles',
    `The ${list.length} who are named in most documents, each with the titles said of them most often, from the first day to the last. People of one name are one here.`,
    html`${dated.length > 0 ? tracks('Officials and their titles over time', dated) : null}
<details><summary>As a table, with all titles</summary>${table(
      ['name', 'title', 'documents', 'first', 'last'],
      list.flatMap(({ name, titles }) =>
        titles.map(({ title, documents, first, last }) => [name, title, documents, first ?? '', last ?? '']),
      ),
    )}</details>`,
  )
}

function byDueDate({ deadlines, openDeadlines }: Gathered): Html {
  const lead = `${count(deadlines.length)} are due on a day that is known, ${count(openDeadlines)} are not.`
  if (deadlines.length === 0) return section('Deadlines by due date', lead, nothing)
  const { labels } = timeline(deadlines.map(({ due }) => due.slice(0, 7)))
  const counts = new Map(labels.map((label) => [label, 0]))
  for (const { due } of deadlines) {
    const label = due.slice(0, labels[0]?.length)
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const latest = deadlines.slice(-TOP.deadlines).reverse()
  return section(
    'Deadlines by due date',
    lead,
    html`${stacks(
      'Deadlines by due date',
      [...counts].map(([label, value]) => ({ label, parts: [{ label: 'due', value, colour: 'deadline' }] })),
    )}
<details open><summary>The ${latest.length} that are due last</summary>${table(
      ['due', 'task', 'who', 'document'],
      latest.map(({ due, inclusive, task, assignee, document }) => [
        html`<td class="when">${inclusive ? 'by' : 'before'} ${due}</td>`,
        task ?? '',
        assignee ?? '',
        html`<td class="id">${document}</td>`,
      ]),
    )}</details>`,
  )
}

function samples(name: string, lead: string, { count: all, some }: Samples): Html {
  if (all === 0) return section(name, lead, nothing)
  return section(
    `${name}: ${count(all)}`,
    lead,
    html`<details><summary>${all > some.length ? `The first ${some.length}` : 'All of them'}</summary>${table(
      ['text', 'why', 'document'],
      some.map(({ document, text, why }) => [
        shortened(text, 120),
        shortened(why, 160),
        html`<td class="id">${document}</td>`,
      ]),
    )}</details>`,
  )
}

function failures({ count: all, codes, some }: ErrorRows): Html {
  if (all === 0) return section('Failures', 'Everything could be read.', nothing)
  const list = [...codes].sort(([, a], [, b]) => b - a)
  return section(
    `Failures: ${count(all)}`,
    'Parts of the archive that could not be read.',
    html`${bars(
      'Failures by code',
      list.map(([label, value]) => ({ label, value, colour: 'deadline' })),
    )}
<details><summary>${all > some.length ? `The first ${some.length}` : 'All of them'}</summary>${table(
      ['code', 'message'],
      some.map(({ code, message }) => [code, message]),
    )}</details>`,
  )
}

/** Numbers stand to the right; a cell that is HTML stands as it is. */
function table(head: readonly string[], rows: readonly (readonly (string | number | Html)[])[]): Html {
  const numeric = head.map((_, i) => rows.length > 0 && rows.every((row) => typeof row[i] === 'number'))
  const cell = (value: string | number | Html) =>
    value instanceof Html
      ? value
      : typeof value === 'number'
        ? html`<td class="n">${count(value)}</td>`
        : html`<td>${value}</td>`
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table: ${head.join(', ')}"><table><thead><tr>${head.map(
    (name, i) => (numeric[i] ? html`<th class="n" scope="col">${name}</th>` : html`<th scope="col">${name}</th>`),
  )}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>\n`)}</tbody></table></div>`
}
