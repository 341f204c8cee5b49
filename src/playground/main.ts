/** The playground: the facts of an article while one types it, all in this page. */
import type { ExplainedArticle, Fact } from '../index.ts'
import { ArticlePage } from '../view/page/article.ts'
import { listen } from '../view/page/keys.ts'
import { calm } from '../view/page/range.ts'
import { panelsOf } from '../view/panels.ts'
import { copyText, readDropped, say } from './browser.ts'
import { Editor } from './editor.ts'
import { Engine } from './engine.ts'
import { examples } from './examples.ts'
import { formsResult, snippetBlocks } from './panels.ts'
import { fromFragment, toFragment } from './permalink.ts'
import { type State, snippets } from './snippets.ts'
import type { Answer, Forms } from './worker.ts'

const find = <E extends HTMLElement = HTMLElement>(selector: string) => document.querySelector(selector) as E

document.documentElement.classList.add('js')
const root = find('.article')
const area = find<HTMLTextAreaElement>('#article')
const date = find<HTMLInputElement>('#reference')
const picker = find<HTMLSelectElement>('#example')
/** Rows that are made at once: more take longer than a keystroke should. */
const ROWS = 300

let limit = ROWS
let asked = { id: 0, text: '' }
let last: { readonly text: string; readonly article: ExplainedArticle } | undefined
let forms: Forms | undefined

/** A text from which on an answer takes so long that it is not asked for at every keystroke, and how long one then waits for the next. */
const LONG = 100_000
const PAUSE_MS = 300
let pause: ReturnType<typeof setTimeout> | undefined

const editor = new Editor(area, find('.text'), () => {
  clearTimeout(pause)
  if (editor.value.length < LONG) ask()
  else pause = setTimeout(ask, PAUSE_MS)
})
const page = new ArticlePage(root, {
  showRange: (start, end) => editor.select(start, end),
  showMark: (mark) => mark.scrollIntoView({ block: 'center', behavior: calm() }),
})
const engine = new Engine(find('#engine').textContent ?? '', answered, (message) =>
  say(`The library did not start: ${message}`),
)
listen(() => page)

function state(): State {
  const types = page.shownKinds
  return { text: editor.value, referenceDate: date.value || null, types: types.all ? undefined : types.kinds }
}

function ask(): void {
  const { text, referenceDate } = state()
  const scrambled = page.tab === 'scrambler' ? chosen() : undefined
  asked = { id: engine.ask({ text, options: referenceDate ? { referenceDate } : {}, scrambled }), text }
}

const chosen = () => [...root.querySelectorAll<HTMLInputElement>('.changes input:checked')].map(({ name }) => name)

function answered(answer: Answer): void {
  if (answer.id !== asked.id) return
  if ('error' in answer) {
    say(answer.error)
    return
  }
  const { article, took } = answer
  last = { text: asked.text, article }
  forms = answer.forms
  find('.status').textContent =
    `${asked.text.length} characters · read in ${took < 10 ? took.toFixed(1) : Math.round(took)} ms`
  const { reference } = article.extraction
  find('.reference-note').textContent = reference
    ? `${reference.date}, ${reference.basis}`
    : 'none: years that are not said stay XXXX'
  draw()
}

/** Puts what is known of the text into the page. */
function draw(): void {
  if (!last) return
  const { text, article } = last
  editor.show(
    text,
    article.facts.map(({ fact: { type, start, end } }, i) => ({ type, start, end, id: String(i) })),
  )
  const query = root.querySelector<HTMLInputElement>('.filter input')
  const focused = document.activeElement === query
  for (const { name, count, body } of panelsOf(text, article, limit)) {
    const panel = find(`#p-${name} > .body`)
    panel.innerHTML = body.text
    const number = document.querySelector(`#p-tab-${name} .num`)
    if (number) number.textContent = String(count)
  }
  const fresh = root.querySelector<HTMLInputElement>('.filter input')
  if (query && fresh) query.value && (fresh.value = query.value)
  if (focused) fresh?.focus()
  const counts = new Map<string, number>()
  for (const { fact } of article.facts) counts.set(fact.type, (counts.get(fact.type) ?? 0) + 1)
  for (const button of root.querySelectorAll<HTMLElement>('.kind'))
    (button.querySelector('.num') as HTMLElement).textContent = String(
      counts.get(button.dataset['kind'] as string) ?? 0,
    )
  if (forms) find('.forms').innerHTML = formsResult(text, article.extraction.facts as readonly Fact[], forms).text
  drawCode()
  page.refresh()
}

function drawCode(): void {
  if (page.tab === 'code')
    find('.snippets').innerHTML = snippetBlocks(code())
      .map(({ text }) => text)
      .join('')
}

const code = () => snippets(state(), location.protocol.startsWith('http') ? location.origin : 'http://127.0.0.1:8080')

function open({ text, referenceDate, types }: State): void {
  limit = ROWS
  date.value = referenceDate ?? ''
  page.select(undefined, 'key')
  page.showOnly(types)
  editor.value = text
  find('.editor').scrollTop = 0
}

function openExample(i: number): void {
  const example = examples[i]
  if (!example) return
  picker.value = String(i)
  history.replaceState(null, '', location.pathname + location.search)
  open(example)
}

async function openAddress(): Promise<void> {
  const fragment = location.hash.slice(1)
  if (fragment === '') {
    openExample(0)
    return
  }
  try {
    open(await fromFragment(fragment))
    picker.value = ''
  } catch (error) {
    openExample(0)
    say(`The link cannot be opened: ${(error as Error).message}. Here is an example instead.`)
  }
}

async function makeLink(): Promise<void> {
  history.replaceState(null, '', `#${await toFragment(state())}`)
  const copied = await copyText(location.href)
  say(
    `${copied ? 'Link copied' : 'The link stands in the address bar'}: ${location.href.length} characters, the article in it.`,
  )
}

picker.addEventListener('change', () => openExample(Number(picker.value)))
date.addEventListener('input', ask)
find('#link').addEventListener('click', () => void makeLink())
find('#clear').addEventListener('click', () => {
  open({ text: '', referenceDate: null })
  picker.value = ''
  area.focus()
})
area.addEventListener('input', () => {
  picker.value = ''
})
area.addEventListener('click', () => {
  if (area.selectionStart !== area.selectionEnd) return
  const ids = editor.at(area.selectionStart)
  page.select(ids[(ids.indexOf(page.selected ?? '') + 1) % ids.length], 'text')
})
root.addEventListener('change', (event) => {
  if ((event.target as HTMLElement).closest('.changes')) ask()
})
root.addEventListener('click', (event) => {
  const target = event.target as HTMLElement
  const copy = target.closest<HTMLElement>('[data-copy]')
  if (copy) {
    const snippet = code().find(({ name }) => name === copy.dataset['copy'])
    if (snippet)
      void copyText(snippet.code).then((done) =>
        say(done ? `Copied as ${snippet.label}.` : 'This browser does not let a page copy.'),
      )
  } else if (target.closest('[data-scramble]') && forms) {
    editor.value = forms.text
    say('The editor has the scrambled text now. It looks the same, and so do its facts.')
  } else if (target.closest('[data-all]')) {
    limit = Number.POSITIVE_INFINITY
    draw()
  } else if (target.closest('[role=tab]')) {
    if (page.tab === 'scrambler') ask()
    drawCode()
  } else if (target.closest('.kind')) drawCode()
})
readDropped(find('.editor'), (text) => {
  picker.value = ''
  open({ text, referenceDate: date.value || null })
})
addEventListener('hashchange', () => void openAddress())
void openAddress()
