/** The keys that pages have, as a dialog. */
import { type Html, html } from './html.ts'

const keys: readonly (readonly [Html, string])[] = [
  [html`<kbd>←</kbd> <kbd>→</kbd>`, 'the fact before, the next fact'],
  [html`<kbd>↑</kbd> <kbd>↓</kbd>`, 'the same, inside the table'],
  [html`<kbd>/</kbd>`, 'filter the facts'],
  [html`<kbd>Esc</kbd>`, 'let go of the fact, empty the filter'],
  [html`<kbd>?</kbd>`, 'these keys'],
]

/** @param note Below the keys. */
export const helpDialog = (
  note?: Html,
): Html => html`<dialog class="help" lang="en" aria-labelledby="help-title"><h2 id="help-title">Keys</h2>
<dl>${keys.map(([key, meaning]) => html`<div><dt>${key}</dt><dd>${meaning}</dd></div>`)}</dl>
<label class="switch"><input type="checkbox" checked class="single-keys"> Keys <kbd>/</kbd> and <kbd>?</kbd> work without Alt</label>
${note}
<button type="button" class="button close">Close</button></dialog>`

export const helpButton = html`<button type="button" class="button help-button" aria-haspopup="dialog" aria-keyshortcuts="?">Keys <kbd>?</kbd></button>`
