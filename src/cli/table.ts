/** Facts as a table for people. Long cells go on in the next line; nothing is cut off. */
import type { Fact } from '../index.ts'
import { placer } from '../view/place.ts'
import { oneLine, summaryOf } from '../view/summary.ts'

export interface TableStyle {
  /** Columns of the terminal. */
  readonly width: number
  readonly colours: boolean
}

const HEAD = ['kind', 'value', 'where', 'text'] as const
const GAP = 2

/** @param facts With offsets in UTF-16 code units of `text`. */
export function table(text: string, facts: readonly Fact[], style: TableStyle): string {
  const place = placer(text)
  const rows = facts.map((fact) => {
    const { line, column } = place(fact.start)
    return [fact.type, summaryOf(fact), `${line}:${column}`, oneLine(fact.text)]
  })
  const natural = HEAD.map((head, i) => Math.max(head.length, ...rows.map((row) => widthOf(row[i] as string))))
  const [kind = 0, value = 0, where = 0, evidence = 0] = natural
  const room = Math.max(40, style.width - kind - where - 3 * GAP)
  // The two long columns share the room; what one does not need, the other has.
  const half = room >> 1
  const valueWidth = Math.min(value, Math.max(half, room - evidence))
  const widths = [kind, valueWidth, where, Math.min(evidence, Math.max(20, room - valueWidth))]

  const paint = painter(style.colours)
  const lines = [paint('dim', layOut([...HEAD], widths).join('\n'))]
  for (const row of rows) {
    const [first = '', ...more] = layOut(row, widths)
    const painted = paint(KIND_COLOUR[row[0] as Fact['type']], first.slice(0, kind)) + first.slice(kind)
    lines.push(painted, ...more)
  }
  return `${lines.join('\n')}\n`
}

/** The lines of one row, cells wrapped into their columns. */
function layOut(cells: readonly string[], widths: readonly number[]): string[] {
  const wrapped = cells.map((cell, i) => wrap(cell, widths[i] as number))
  const height = Math.max(...wrapped.map((lines) => lines.length))
  return Array.from({ length: height }, (_, n) =>
    wrapped
      .map((lines, i) => {
        const line = lines[n] ?? ''
        return line + ' '.repeat(Math.max(0, (widths[i] as number) - widthOf(line)))
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  )
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** What a terminal takes for a text: marks and invisible characters none, emoji and East Asian letters two. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text.normalize('NFC')) {
    if (/[\p{M}\p{Cf}]/u.test(char)) continue
    width += /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(char)
      ? 2
      : 1
  }
  return width
}

const CODES = { dim: 2, bold: 1, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const
export type Colour = keyof typeof CODES

export const painter = (colours: boolean) => (colour: Colour, text: string) =>
  colours ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text

const KIND_COLOUR: Readonly<Record<Fact['type'], Colour>> = {
  document: 'blue',
  date: 'green',
  official: 'magenta',
  topic: 'cyan',
  bridgePoints: 'yellow',
  attendance: 'yellow',
  deadline: 'red',
}
