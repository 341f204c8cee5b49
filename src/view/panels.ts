/** The parts of a page that tell of one article: shared by the view and the playground. */
import type { ExplainedArticle, OwnFact } from '../index.ts'
import { factRow } from './facts.ts'
import { type Html, html } from './html.ts'
import { kindNames, styleOf } from './kinds.ts'
import { placer } from './place.ts'
import { doubts } from './rejected.ts'
import { relations } from './relations.ts'
import { timeline } from './timeline.ts'

export interface Panel {
  readonly name: string
  readonly label: string
  /** Shown beside the label; undefined for none. */
  readonly count?: number
  readonly body: Html
}

/** @param limit Rows of the table that are made at once; a button asks for the others. */
export function panelsOf(text: string, article: ExplainedArticle<OwnFact>, limit = Number.POSITIVE_INFINITY): Panel[] {
  const { facts } = article
  const related = relations(facts)
  const { ambiguous, rejected } = doubts(text, article)
  return [
    { name: 'facts', label: 'Facts', count: facts.length, body: factsPanel(text, article, limit) },
    {
      name: 'relations',
      label: 'Relations',
      count: related.length,
      body:
        related.length > 0
          ? html`<ul class="relations">${related}</ul>`
          : empty('No topic has a speaker or a document, and no deadline a task or somebody who has to do it.'),
    },
    {
      name: 'timeline',
      label: 'Timeline',
      body: timeline(facts) ?? empty('There is no date and no deadline.'),
    },
    {
      name: 'rejected',
      label: 'Not facts',
      count: ambiguous.length + rejected.length,
      body: html`${ambiguous.length > 0 && html`<h4>Ambiguous</h4><ul class="doubts">${ambiguous}</ul>`}
${rejected.length > 0 && html`<h4>Rejected</h4><ul class="doubts">${rejected}</ul>`}
${ambiguous.length + rejected.length === 0 && empty('Nothing looked like a fact without being one.')}`,
    },
  ]
}

export const empty = (sentence: string): Html => html`<p class="empty">${sentence}</p>`

const column = (name: string, label: string, sorted: boolean): Html =>
  html`<th scope="col" role="columnheader" class="col-${name}" aria-sort="${sorted ? 'ascending' : 'none'}"><button type="button" data-sort="${name}">${label}</button></th>`

function factsPanel(text: string, { facts }: ExplainedArticle<OwnFact>, limit: number): Html {
  const place = placer(text)
  const shown = facts.slice(0, limit)
  return html`<div class="tools"><label class="filter"><span class="hidden">Filter the facts</span><input type="search" placeholder="Filter" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label><output class="count">${facts.length} ${facts.length === 1 ? 'fact' : 'facts'}</output></div>
<table class="facts" role="table" aria-label="Facts of the article"><thead role="rowgroup"><tr role="row">${column('kind', 'Kind', false)}${column('value', 'Value and evidence', false)}${column('where', 'Where', true)}${column('conf', 'Confidence', false)}</tr></thead>
<tbody role="rowgroup">${shown.map((fact, i) => factRow(fact, i, place))}</tbody></table>
<p class="empty none" hidden>No fact fits the filter.</p>
${shown.length < facts.length && html`<p class="more"><button type="button" class="button" data-all>Show all ${facts.length} facts (now the first ${limit})</button></p>`}`
}

/** Switches of the kinds, which are the legend as well. */
export function legend(
  { facts }: Pick<ExplainedArticle<OwnFact>, 'facts'>,
  types: readonly string[] = kindNames,
): Html {
  const counts = new Map<string, number>()
  for (const { fact } of facts) counts.set(fact.type, (counts.get(fact.type) ?? 0) + 1)
  return html`<div class="legend" role="group" aria-label="Kinds of facts shown">${types.map((type) => {
    const { letter, label, css } = styleOf(type)
    return html`<button type="button" class="kind k-${css}" data-kind="${type}" data-css="${css}" aria-pressed="true"><b aria-hidden="true">${letter}</b> ${label} <span class="num">${counts.get(type) ?? 0}</span></button>`
  })}</div>`
}

/** Panels behind tabs. Without scripts all stand below each other. @param id Of the article, for the names of elements. */
export function tabs(id: string, panels: readonly Panel[]): Html {
  return html`<div class="tabs" role="tablist" aria-label="What is shown of the article">${panels.map(({ name, label, count }, i) => html`<button type="button" role="tab" id="${id}-tab-${name}" aria-controls="${id}-${name}" aria-selected="${i === 0 ? 'true' : 'false'}" tabindex="${i === 0 ? 0 : -1}">${label}${count !== undefined && html` <span class="num">${count}</span>`}</button>`)}</div>
${panels.map(({ name, label, body }, i) => html`<section class="panel panel-${name}${i > 0 && ' off'}" role="tabpanel" id="${id}-${name}" aria-labelledby="${id}-tab-${name}" tabindex="0"><h3>${label}</h3>${body}</section>`)}`
}
