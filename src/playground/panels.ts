/** The panels that only the playground has: forms of the text, and the article as code. */
import type { Fact } from '../index.ts'
import { badge, quoted } from '../view/facts.ts'
import { type Html, html } from '../view/html.ts'
import { oneLine, summaryOf } from '../view/summary.ts'
import { changes } from './scramble.ts'
import type { Snippet } from './snippets.ts'
import type { Forms } from './worker.ts'

/** The frame, which stays while its result changes. */
export const scramblerPanel = html`<p class="lead">The same article, as other keyboards, editors and web pages write it. To its reader nothing changes; do the facts?</p>
<fieldset class="changes"><legend class="hidden">Changes to the text</legend>${changes.map(({ name, label, hint }) => html`<label><input type="checkbox" name="${name}" checked><span><b>${label}</b> <small>${hint}</small></span></label>`)}</fieldset>
<div class="forms" aria-live="polite"></div>
<p><button type="button" class="button" data-scramble>Put the scrambled text into the editor</button></p>`

export function formsResult(before: string, facts: readonly Fact[], { text, same, facts: others }: Forms): Html {
  const good = same.lost.length === 0 && same.gained.length === 0 && same.inPlace
  const moved = facts.flatMap((fact, i) => {
    const other = others[i]
    return other && other.type === fact.type && other.text !== fact.text ? [[fact, other] as const] : []
  })
  return html`<p class="${good ? 'verdict-good' : 'verdict-bad'}"><b>${good ? '✓' : '✗'} ${same.same} of ${same.before} facts are the same</b>${same.gained.length > 0 && html`, ${same.gained.length} came that were not there`}${same.inPlace ? ', each found at its offsets' : ', and some are not where they say'}.</p>
<p class="small">${before.length} code units became ${text.length}${before === text && ': the text has nothing that these changes change'}.</p>
${[...same.lost.map((fact) => ['Lost', fact] as const), ...same.gained.map((fact) => ['Came', fact] as const)].map(([label, fact]) => html`<p>${label}: ${badge(fact.type)} ${quoted(summaryOf(fact))}</p>`)}
${moved.length > 0 && html`<table class="moved"><thead><tr><th scope="col">Fact</th><th scope="col">Before</th><th scope="col">After, letter by letter</th></tr></thead><tbody>${moved.slice(0, 6).map(([fact, other]) => html`<tr><td>${badge(fact.type)}</td><td>${quoted(oneLine(fact.text))} <span class="num small">[${fact.start}, ${fact.end})</span></td><td>${spelled(other.text)} <span class="num small">[${other.start}, ${other.end})</span></td></tr>`)}</tbody></table>`}`
}

/** A text with what does not show: marks by themselves on a circle, spaces and invisible characters by their names. */
function spelled(text: string): Html {
  return html`<span class="spelled">${[...text].map((char) =>
    /\p{M}/u.test(char)
      ? html`<i>◌${char}</i>`
      : char === '\u00a0'
        ? html`<i class="name">NBSP</i>`
        : char === '\u00ad'
          ? html`<i class="name">SHY</i>`
          : char,
  )}</span>`
}

export const codePanel = html`<p class="lead">The article and its options, to go on with elsewhere. What does not show on a screen is written as an escape.</p><div class="snippets"></div>`

/** Characters of code that are shown; all of it is copied. */
const SHOWN = 3000

export const snippetBlocks = (list: readonly Snippet[]): Html[] =>
  list.map(
    ({ name, label, code }) =>
      html`<section class="snippet"><header><h4>${label}</h4><button type="button" class="button" data-copy="${name}">Copy<span class="hidden"> as ${label}</span></button></header><pre tabindex="0" aria-label="${label}" lang="vi"><code>${code.length > SHOWN ? `${code.slice(0, SHOWN)}… (${code.length - SHOWN} more characters are copied)` : code}</code></pre></section>`,
  )
