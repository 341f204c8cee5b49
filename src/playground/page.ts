/** The playground's page, without its scripts and styles. */
import { helpButton, helpDialog } from '../view/help.ts'
import { Html, html } from '../view/html.ts'
import { legend, type Panel, tabs } from '../view/panels.ts'
import { examples } from './examples.ts'
import { codePanel, scramblerPanel } from './panels.ts'

export interface Assets {
  readonly script: string
  readonly style: string
  /** The worker's script. */
  readonly engine: string
  /** As the policy names them: "sha256-…". */
  readonly scriptHash: string
  readonly styleHash: string
  readonly version: string
}

/** What the panel's body is put into later. */
const later: Pick<Panel, 'body'> = { body: html`<div class="body"></div>` }

export function playgroundPage({ script, style, engine, scriptHash, styleHash, version }: Assets): string {
  const policy = `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; worker-src blob:; img-src data:; base-uri 'none'; form-action 'none'`
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="Structured facts out of Vietnamese news text, in your browser.">
<link rel="icon" href="data:,">
<title>trichluc · playground</title>
<style>${new Html(style)}</style>
</head>
<body class="playground">
<header class="top" lang="en"><h1><span class="mark" aria-hidden="true"></span>trichluc</h1><p>Facts out of Vietnamese news text. Nothing you type leaves this page.</p><button type="button" class="button" id="link">Copy link</button>${helpButton}</header>
<main class="article">
<h2 class="hidden" lang="en">Article and facts</h2>
<div class="controls" lang="en">
<label class="field"><span>Example</span><select id="example" lang="vi"><option value="" hidden>your own text</option>${examples.map(({ title }, i) => html`<option value="${i}">${title}</option>`)}</select></label>
<label class="field"><span>Reference date</span><input type="date" id="reference" min="0001-01-01" max="9999-12-31" aria-describedby="reference-note"></label>
<p class="reference-note" id="reference-note" aria-live="polite"></p>
${legend({ facts: [] })}
</div>
<div class="columns">
<div class="left"><div class="editor"><div class="stack"><div class="text" aria-hidden="true"></div><textarea id="article" aria-label="Bài viết" spellcheck="false" autocomplete="off" autocapitalize="off" placeholder="Dán hoặc thả một bài viết vào đây"></textarea></div></div>
<footer class="foot" lang="en"><output class="status"></output><button type="button" class="plain" id="clear">Clear</button></footer></div>
<div class="side-by-side" lang="en">${tabs('p', [
    { name: 'facts', label: 'Facts', count: 0, ...later },
    { name: 'relations', label: 'Relations', count: 0, ...later },
    { name: 'timeline', label: 'Timeline', ...later },
    { name: 'rejected', label: 'Not facts', count: 0, ...later },
    { name: 'scrambler', label: 'Scrambler', body: scramblerPanel },
    { name: 'code', label: 'Code', body: codePanel },
  ])}</div>
</div>
</main>
<div class="toast" role="status" lang="en"></div>
<noscript><p class="noscript" lang="en">The playground is a script that reads articles in this page; it needs JavaScript.</p></noscript>
${helpDialog(html`<p class="small">Inside the article the arrows move the cursor. trichluc ${version}</p>`)}
<script type="text/plain" id="engine">${new Html(engine)}</script>
<script type="module">${new Html(script)}</script>
</body>
</html>
`.text
}
