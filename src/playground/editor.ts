/**
 * A field for the article with its facts marked while one types. The text that is typed stands in a plain textarea; the marks stand behind
 * it, in a copy of the text that is laid out in the same way and not seen itself.
 */
import { linesOf, type Mark } from '../view/text.ts'

export class Editor {
  private marks: readonly Mark[] = []
  /** The text that the marks are of. */
  private text = ''
  /** HTML of the copy's lines. */
  private shown: string[] = []

  constructor(
    readonly area: HTMLTextAreaElement,
    readonly copy: HTMLElement,
    private readonly changed: () => void,
  ) {
    area.addEventListener('input', () => {
      this.follow()
      this.changed()
    })
  }

  get value(): string {
    return this.area.value
  }

  set value(text: string) {
    this.area.value = text
    this.area.setSelectionRange(0, 0)
    this.follow()
    this.changed()
  }

  /** Shows the marks of a text, if it is still the one in the field. */
  show(text: string, marks: readonly Mark[]): void {
    if (text !== this.value) return
    this.text = text
    this.marks = marks
    this.draw()
  }

  /** Until the worker has read the new text, the old marks stay where their words are. */
  private follow(): void {
    const [before, after] = [this.text, this.value]
    const most = Math.min(before.length, after.length)
    let start = 0
    while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++
    let end = 0
    while (
      end < most - start &&
      before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
    )
      end++
    const moved = after.length - before.length
    const rest = before.length - end
    this.marks = this.marks.flatMap((mark) => {
      if (mark.end <= start) return [mark]
      return mark.start >= rest ? [{ ...mark, start: mark.start + moved, end: mark.end + moved }] : []
    })
    this.text = after
    this.draw()
  }

  /** Draws the lines that are new. */
  private draw(): void {
    const lines = linesOf(this.text, this.marks).map(({ content }) => content.join('') || '<br>')
    const old = this.shown
    const most = Math.min(lines.length, old.length)
    let start = 0
    while (start < most && lines[start] === old[start]) start++
    let end = 0
    while (end < most - start && lines[lines.length - 1 - end] === old[old.length - 1 - end]) end++
    const fresh = lines.slice(start, lines.length - end)
    const stale = old.length - end - start
    const { children } = this.copy
    for (let i = 0; i < Math.min(stale, fresh.length); i++)
      if (old[start + i] !== fresh[i]) (children[start + i] as HTMLElement).innerHTML = fresh[i] as string
    for (let i = stale; i < fresh.length; i++) {
      const line = document.createElement('div')
      line.className = 'line'
      line.innerHTML = fresh[i] as string
      this.copy.insertBefore(line, children[start + i] ?? null)
    }
    for (let i = stale; i > fresh.length; i--) children[start + i - 1]?.remove()
    this.shown = lines
  }

  /** Numbers of the facts at an offset, the shortest first. */
  at(offset: number): string[] {
    return this.marks
      .filter(({ start, end }) => start <= offset && offset <= end)
      .sort((a, b) => a.end - a.start - (b.end - b.start))
      .map(({ id }) => id)
  }

  /** Selects a place and brings it into the window. */
  select(start: number, end: number): void {
    this.area.focus({ preventScroll: true })
    this.area.setSelectionRange(start, end)
    const line = this.copy.children[this.text.slice(0, start).split('\n').length - 1]
    line?.scrollIntoView({ block: 'center' })
  }
}
