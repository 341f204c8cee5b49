/**
 * What one article of a page does: facts are selected in the text or in a panel and shown in both, the table is sorted and filtered, tabs
 * change. Events are taken at the article's element, so that its panels may be replaced at any time.
 */
import { calm, selectRange } from './range.ts'
import { filterRows, type Sort, type SortName, sortRows } from './rows.ts'

export interface Hooks {
  /** Shows a place of the text that no mark stands for. */
  showRange(start: number, end: number): void
  /** A fact was selected elsewhere than in the text. @param mark Its first piece in the text. */
  showMark(mark: HTMLElement): void
}

export class ArticlePage {
  selected: string | undefined
  private sort: Sort = { name: 'where', descending: false }
  private readonly hiddenKinds = new Set<string>()
  private readonly hooks: Hooks

  constructor(
    readonly root: HTMLElement,
    hooks?: Hooks,
  ) {
    this.hooks = hooks ?? {
      showRange: (start, end) => selectRange(this.text, start, end),
      showMark: (mark) => mark.scrollIntoView({ block: 'center', behavior: calm() }),
    }
    root.addEventListener('click', (event) => this.click(event))
    root.addEventListener('input', (event) => {
      if ((event.target as HTMLElement).matches('.filter input')) this.filter()
    })
    root.addEventListener('keydown', (event) => this.key(event))
  }

  get text(): HTMLElement {
    return this.root.querySelector('.text') as HTMLElement
  }

  private all(selector: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)]
  }

  private get rows(): HTMLElement[] {
    return this.all('.facts .row')
  }

  /** Brings new panels and marks to where the old ones were: sorted, filtered, with the same tab. */
  refresh(tab = this.tab): void {
    if (this.sort.name !== 'where' || this.sort.descending) this.applySort()
    this.filter()
    this.showKinds()
    if (tab) this.showTab(tab)
    this.mark()
  }

  get tab(): string | undefined {
    return this.root.querySelector('[role=tab][aria-selected=true]')?.id.replace(/^.*-tab-/, '')
  }

  private click(event: MouseEvent): void {
    const target = event.target as HTMLElement
    const at = (selector: string) => target.closest<HTMLElement>(selector)
    const tab = at('[role=tab]')
    const kind = at('.kind')
    const sort = at('[data-sort]')
    const range = at('[data-range]')
    const go = at('[data-go]')
    const mark = at('.text [data-f]')
    const row = at('.row')
    const gold = at('[data-g]')
    if (tab) this.showTab(tab.id.replace(/^.*-tab-/, ''))
    else if (kind) this.toggleKind(kind)
    else if (sort) this.sortBy(sort.dataset['sort'] as SortName)
    else if (range) {
      const [start = 0, end = 0] = (range.dataset['range'] ?? '').split(' ').map(Number)
      this.hooks.showRange(start, end)
    } else if (go) this.select(go.dataset['go'] as string, 'panel')
    else if (mark) this.selectMark(mark)
    else if (row) this.select(row.dataset['i'] as string, 'row', !target.closest('summary'))
    else if (gold?.dataset['g']) this.select(gold.dataset['g'], 'panel')
  }

  /** A click on facts that overlap takes the inner one first, and one more click the next. */
  private selectMark(mark: HTMLElement): void {
    const ids = (mark.dataset['f'] ?? '').split(' ')
    this.select(ids[(ids.indexOf(this.selected ?? '') + 1) % ids.length] as string, 'text')
  }

  /**
   * @param from Where it was asked for: that place does not move.
   * @param open Whether the row opens; a click on its summary does that itself.
   */
  select(id: string | undefined, from: 'text' | 'row' | 'panel' | 'key', open = true): void {
    const before = this.selected
    this.selected = id
    for (const row of this.all('.row.on, [data-g].on')) row.classList.remove('on')
    if (before !== undefined && before !== id) {
      const details = this.row(before)?.querySelector<HTMLDetailsElement>('details[data-auto]')
      if (details) details.open = false
    }
    this.mark()
    if (id === undefined) return
    const row = this.row(id)
    row?.classList.add('on')
    const details = row?.querySelector('details')
    if (details && open && !details.open) {
      details.open = true
      details.dataset['auto'] = ''
    }
    if (from === 'text') this.showTab(id.startsWith('g') ? 'gold' : 'facts')
    if (from !== 'row') row?.scrollIntoView({ block: 'nearest', behavior: calm() })
    const [first] = this.marks(id)
    if (first && from !== 'text') this.hooks.showMark(first)
  }

  private row = (id: string) =>
    this.root.querySelector<HTMLElement>(id.startsWith('g') ? `[data-g="${id}"]` : `.row[data-i="${id}"]`)

  private marks = (id: string) => this.all(`.text [data-f~="${id}"]`)

  private mark(): void {
    for (const old of this.all('.text .on')) old.classList.remove('on')
    if (this.selected !== undefined) for (const mark of this.marks(this.selected)) mark.classList.add('on')
  }

  /** The next or previous fact of those that the table shows, in its order. */
  step(by: 1 | -1): void {
    const rows = this.rows.filter((row) => !row.hidden)
    const now = rows.findIndex((row) => row.dataset['i'] === this.selected)
    const next = rows[now < 0 ? (by > 0 ? 0 : rows.length - 1) : now + by]
    if (next) this.select(next.dataset['i'], 'key')
  }

  private key(event: KeyboardEvent): void {
    const target = event.target as HTMLElement
    if (target.matches('[role=tab]')) {
      const tabs = this.all('[role=tab]')
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
      if (by === undefined) return
      event.preventDefault()
      const next = tabs[(tabs.indexOf(target) + by + tabs.length) % tabs.length]
      next?.click()
      next?.focus()
    } else if (target.matches('summary, .facts *') && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      this.step(event.key === 'ArrowDown' ? 1 : -1)
      this.root.querySelector<HTMLElement>('.row.on summary')?.focus({ preventScroll: true })
    }
  }

  showTab(name: string): void {
    for (const tab of this.all('[role=tab]')) {
      const on = tab.id.endsWith(`-tab-${name}`)
      tab.setAttribute('aria-selected', String(on))
      tab.tabIndex = on ? 0 : -1
    }
    for (const panel of this.all('.panel')) panel.classList.toggle('off', !panel.classList.contains(`panel-${name}`))
  }

  focusFilter(): void {
    this.showTab('facts')
    this.root.querySelector<HTMLInputElement>('.filter input')?.focus()
  }

  /** Lets go of what is selected; where nothing is, empties the filter. */
  clear(): void {
    const input = this.root.querySelector<HTMLInputElement>('.filter input')
    if (this.selected !== undefined) this.select(undefined, 'key')
    else if (input?.value) {
      input.value = ''
      this.filter()
    }
  }

  filter(): void {
    const rows = this.rows
    const query = this.root.querySelector<HTMLInputElement>('.filter input')?.value ?? ''
    const left = filterRows(rows, query, this.hiddenKinds)
    const count = this.root.querySelector<HTMLElement>('.count')
    const words = left === rows.length ? '' : `${left} of `
    if (count) count.textContent = `${words}${rows.length} ${rows.length === 1 ? 'fact' : 'facts'}`
    const none = this.root.querySelector<HTMLElement>('.none')
    if (none) none.hidden = left > 0 || rows.length === 0
  }

  private toggleKind(button: HTMLElement): void {
    const kind = button.dataset['kind'] as string
    if (!this.hiddenKinds.delete(kind)) this.hiddenKinds.add(kind)
    this.showKinds()
    this.filter()
  }

  /** The kinds that are switched on. */
  get shownKinds(): { readonly all: boolean; readonly kinds: readonly string[] } {
    const kinds = this.all('.kind').map(({ dataset }) => dataset['kind'] as string)
    return { all: this.hiddenKinds.size === 0, kinds: kinds.filter((kind) => !this.hiddenKinds.has(kind)) }
  }

  /** @param kinds Undefined for all. */
  showOnly(kinds: readonly string[] | undefined): void {
    this.hiddenKinds.clear()
    for (const { dataset } of this.all('.kind'))
      if (kinds && !kinds.includes(dataset['kind'] as string)) this.hiddenKinds.add(dataset['kind'] as string)
    this.showKinds()
    this.filter()
  }

  private showKinds(): void {
    for (const button of this.all('.kind')) {
      const kind = button.dataset['kind'] as string
      button.setAttribute('aria-pressed', String(!this.hiddenKinds.has(kind)))
      this.text.classList.toggle(`no-${button.dataset['css']}`, this.hiddenKinds.has(kind))
    }
  }

  private sortBy(name: SortName): void {
    this.sort = { name, descending: this.sort.name === name && !this.sort.descending }
    this.applySort()
  }

  private applySort(): void {
    const { name, descending } = this.sort
    this.root.querySelector('.facts tbody')?.append(...sortRows(this.rows, this.sort))
    for (const head of this.all('.facts [data-sort]')) {
      const way = head.dataset['sort'] !== name ? 'none' : descending ? 'descending' : 'ascending'
      head.parentElement?.setAttribute('aria-sort', way)
    }
  }
}
