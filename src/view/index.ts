/** Pages that show what was found in articles and why. Pure, like the core: works in browsers, workers and Node. */
import type { Item } from '../eval/match.ts'
import { type ExtractOptions, explainAll, type OwnFact } from '../index.ts'
import { pageScript, pageScriptHash, pageStyle, pageStyleHash } from './assets.generated.ts'
import { compare } from './gold.ts'
import { helpButton, helpDialog } from './help.ts'
import { Html, html } from './html.ts'
import { kindNames } from './kinds.ts'
import { legend, panelsOf, tabs } from './panels.ts'
import { type Mark, markedLines } from './text.ts'

/** A fact that an annotator gave: as in NAME.gold.json, with offsets in UTF-16 code units of the text. */
export type GoldFact = Item

/** An article to be shown. */
export interface ViewArticle {
  /** Shown as the heading: a path, an id, a title. */
  readonly name: string
  /** The article, in any Unicode form. */
  readonly text: string
  /** As in the options, whose date it goes before. */
  readonly referenceDate?: string | null | undefined
  /** What should be found. The page then shows the differences. */
  readonly gold?: readonly GoldFact[] | undefined
}

/** Options of `extract` but for `offsets`: a page shows offsets in UTF-16 code units. */
export interface ViewOptions extends Omit<ExtractOptions<OwnFact>, 'offsets'> {
  /** Title of the page; else the article's name, or how many articles there are. */
  readonly title?: string | undefined
}

/**
 * One self-contained HTML page that shows the facts of articles in their text, in a table, as relations and on a timeline, with what was
 * rejected and, where gold is given, what differs from it. It loads nothing, and its content security policy forbids that it does.
 * @throws OptionError for a wrong option or reference date; TypeError for a text that is no string.
 */
export function renderHtml(articles: readonly ViewArticle[], options: ViewOptions = {}): string {
  const { title = articles.length === 1 ? (articles[0]?.name ?? '') : `${articles.length} articles`, ...rest } = options
  return document(
    title,
    html`${articles.length > 1 && contents(articles)}
<main>${articles.map((article, i) => view(article, `a${i}`, rest))}</main>`,
  ).text
}

function view(article: ViewArticle, id: string, options: ExtractOptions<OwnFact>): Html {
  const { name, text, referenceDate, gold } = article
  const explained = explainAll(text, referenceDate ? { ...options, referenceDate } : options)
  const { facts, extraction } = explained
  const types = options.types ?? [...kindNames, ...(options.kinds ?? []).map(({ type }) => type)]
  const comparison =
    gold &&
    compare(
      text,
      gold.filter(({ type }) => types.includes(type)),
      extraction.facts,
    )
  const marks = facts.map(
    ({ fact: { type, start, end } }, i): Mark => ({
      type,
      start,
      end,
      id: String(i),
      verdict: comparison?.extra.has(i) ? 'extra' : undefined,
    }),
  )
  const panels = panelsOf(text, explained)
  if (comparison) panels.push({ name: 'gold', label: 'Gold', count: comparison.differences, body: comparison.panel })
  const { reference, diagnostics } = extraction
  return html`<article class="article" id="${id}" aria-labelledby="${id}-name">
<header class="head" lang="en"><h2 id="${id}-name"><bdi>${name}</bdi></h2>
<p class="about">${text.length} characters · ${reference ? html`reference date <b>${reference.date}</b>, ${reference.basis}` : 'no reference date'}</p>
${diagnostics.map(({ message }) => html`<p class="remark">${message}</p>`)}
${legend(explained, types)}</header>
<div class="columns"><div class="text" tabindex="0" role="region" aria-label="Bài viết">${markedLines(text, [...marks, ...(comparison?.missed ?? [])])}</div>
<div class="side-by-side" lang="en">${tabs(id, panels)}</div></div>
</article>`
}

function contents(articles: readonly ViewArticle[]): Html {
  const folder = commonFolder(articles.map(({ name }) => name))
  return html`<nav class="contents" lang="en" aria-label="Articles"><ol>${articles.map(({ name }, i) => html`<li><a href="#a${i}"><bdi>${name.slice(folder.length)}</bdi></a></li>`)}</ol></nav>`
}

/** The folder in which all names are, with the slash behind it; empty where there is none. */
function commonFolder([first = '', ...others]: readonly string[]): string {
  let folder = first.slice(0, first.lastIndexOf('/') + 1)
  while (folder !== '' && !others.every((name) => name.startsWith(folder)))
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1)
  return folder
}

const POLICY = `default-src 'none'; style-src '${pageStyleHash}'; script-src '${pageScriptHash}'; img-src data:; base-uri 'none'; form-action 'none'`

function document(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="trichluc">
<link rel="icon" href="data:,">
<title>${title} · trichluc</title>
<style>${new Html(pageStyle)}</style>
</head>
<body class="view">
<header class="top" lang="en"><h1><span class="mark" aria-hidden="true"></span>trichluc</h1><p>${title}</p>${helpButton}</header>
${body}
${helpDialog()}
<script type="module">${new Html(pageScript)}</script>
</body>
</html>
`
}
