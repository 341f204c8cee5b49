/** Items of a list, and the line that introduces it. */
import type { Context } from '../parse/context.ts'
import { Token } from '../scan/scanner.ts'

/** Spelt-out numbers of an item: "Một là, ...", "Thứ hai, ...". */
const NUMERALS: ReadonlySet<string> = new Set('một hai ba bốn năm sáu bảy tám chín mười nhất nhì tư'.split(' '))

/**
 * The token behind the mark of a list item that begins at a token: "- ", "✓ ", "1. ", "2- ", "a) ", "(ii) ", "Một là, ", "Thứ hai, ".
 * The token itself where there is none.
 */
export function behindMarker({ tokens, text }: Context, at: number): number {
  const word = (i: number) =>
    i < tokens.length && tokens.kind[i] === Token.Word ? text.slice(tokens.start[i], tokens.end[i]).toLowerCase() : ''
  const mark = (i: number) =>
    i < tokens.length && tokens.kind[i] === Token.Mark ? (text[tokens.start[i] as number] as string) : ''
  let i = at
  // "+ ", "• ": but a quotation and a bracket belong to the sentence.
  for (let bullets = 0; bullets < 3 && mark(i) && !'("“‘\''.includes(mark(i)); bullets++) i++
  const label = (k: number) => tokens.kind[k] === Token.Number || /^(?:[a-zđ]|[ivx]{1,4})$/.test(word(k))
  if (mark(i) === '(' && label(i + 1) && mark(i + 2) === ')') return i + 3
  if (label(i) && mark(i + 1) && '.)-/:'.includes(mark(i + 1)) && tokens.end[i] === tokens.start[i + 1]) return i + 2
  const first = word(i)
  const numbered = NUMERALS.has(first) ? word(i + 1) === 'là' : first === 'thứ' && NUMERALS.has(word(i + 1))
  if (numbered && mark(i + 2) && ',:'.includes(mark(i + 2))) return i + 3
  if (numbered && word(i + 1) === 'là') return i + 2
  return i
}

/** Lines of a list that are passed over on the way to the line that introduces it, and the most tokens in all. */
const LINES = 16
const TOKENS = 700

/** First token of the line that a token stands in; at most `TOKENS` back, `null` if it begins before that. */
function lineStart({ tokens }: Context, at: number, floor: number): number | null {
  for (let i = at; i > floor; i--) if (tokens.kind[i - 1] === Token.Break) return i
  return floor === 0 ? 0 : null
}

/** The line that a token stands in and, if this is an item of a list, the lines before it that introduce the list, the nearest first. */
export interface ListItem {
  /** First token of the line. */
  readonly line: number
  /** The lines "Bí thư yêu cầu các chi bộ:" and "2- Ban Tổ chức:" before it, as tokens [first, last). */
  readonly heads: readonly { readonly first: number; readonly last: number }[]
}

export function listItem(context: Context, at: number): ListItem {
  const { tokens, text } = context
  const floor = Math.max(0, at - TOKENS)
  const line = lineStart(context, at, floor) ?? at
  const heads: { first: number; last: number }[] = []
  let marked = behindMarker(context, line) > line
  let from = line
  for (let lines = 0; lines < LINES && from > floor; lines++) {
    let last = from - 1
    while (last > floor && tokens.kind[last - 1] === Token.Break) last--
    if (last <= floor) break
    const first = lineStart(context, last, floor)
    if (first === null) break
    const opens = tokens.kind[last - 1] === Token.Mark && text[tokens.start[last - 1] as number] === ':'
    // Items without a mark of their own stand right behind the line that introduces them.
    if (opens && (marked || lines === 0)) heads.push({ first, last })
    const item = behindMarker(context, first) > first
    if (!item && (opens || marked)) break
    if (!item && !marked) break
    marked = item
    from = first
  }
  return { line, heads }
}
