/** The article's text with its facts marked. */
import { type Html, html } from './html.ts'
import { styleOf } from './kinds.ts'
import { lanes, type Segment, type Span, segments } from './segments.ts'

/** Something to mark in the text. */
export interface Mark extends Span {
  readonly type: string
  /** Number by which the page links it to a row: of a fact, or of a row of the comparison with gold. */
  readonly id: string
  /** Found and not in gold, or in gold and not found. */
  readonly verdict?: 'extra' | 'missed' | undefined
}

/** Underlines that have room below a line of text; deeper ones share the last lane. */
const LANES = 4

/** A line of the article: the offset at which it begins, and its marked text. */
export interface Line {
  readonly start: number
  /** Empty where the line is. */
  readonly content: readonly Html[]
}

/** The lines with their marks. The page's text has the article's code units, one for one. */
export function linesOf(text: string, marks: readonly Mark[]): Line[] {
  const lane = lanes(marks)
  const order = marks.map((_, i) => i).sort((a, b) => (marks[a] as Mark).start - (marks[b] as Mark).start)
  const lines: Line[] = []
  let next = 0
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    // A fact never goes over the end of a line; a mark of gold might, and then shows on its first line.
    const here: number[] = []
    for (; next < order.length && (marks[order[next] as number] as Mark).start <= end; next++)
      here.push(order[next] as number)
    const spans = here.map((i) => marks[i] as Mark)
    lines.push({
      start,
      content: segments(start, end, spans).map((segment) => stretch(text, segment, here, marks, lane)),
    })
    start = end + 1
  }
  return lines
}

/** A block for each line, with the offset at which it begins. */
export const markedLines = (text: string, marks: readonly Mark[]): Html[] =>
  linesOf(text, marks).map(({ start, content }) =>
    content.length > 0
      ? html`<div class="line" data-at="${start}">${content}</div>`
      : html`<div class="line gap" data-at="${start}"><br></div>`,
  )

function stretch(
  text: string,
  { start, end, covering }: Segment,
  here: readonly number[],
  marks: readonly Mark[],
  lane: readonly number[],
): Html {
  const content = text.slice(start, end)
  if (covering.length === 0) return html`${content}`
  const covers = covering.map((k) => here[k] as number)
  const classes = new Set(['s'])
  for (const i of covers) {
    const { type, verdict } = marks[i] as Mark
    classes.add(`u${Math.min(lane[i] as number, LANES - 1)}-${styleOf(type).css}`)
    if (verdict) classes.add(verdict)
  }
  // The shortest fact gives the background.
  classes.add(`k-${styleOf((marks[covers[0] as number] as Mark).type).css}`)
  const ids = covers.map((i) => (marks[i] as Mark).id).join(' ')
  const letters = covers
    .filter((i) => (marks[i] as Mark).start === start)
    .map((i) => styleOf((marks[i] as Mark).type).letter)
    .reverse()
    .join('')
  const code = letters && html` data-k="${letters}"`
  return html`<span class="${[...classes].join(' ')}" data-f="${ids}"${code}>${content}</span>`
}
