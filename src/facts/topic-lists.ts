/** Lists of titles behind "chuyên đề:": quoted ones, those of documents, numbered ones. */
import type { Context } from '../parse/context.ts'
import { type Cue, cueFinder, markAt } from '../parse/cues.ts'
import { Shape, Token } from '../scan/scanner.ts'
import { isQuote, quotedTitle, readTitle, type Title } from './title.ts'
import { presenterBegins } from './topic-presenter.ts'

/** The most titles of one list. */
const LIST = 12
/** Tokens of "(Nghị quyết số 27-NQ/TW)" and of "do đồng chí N, Ủy viên … trình bày" behind a title. */
const BRACKET = 30
const PRESENTER = 45

const documentKind = cueFinder('document')
const titleWord = cueFinder('title')
const citation = cueFinder('citation')

/** “A”, “B” (Nghị quyết số 27-NQ/TW); “C” do đồng chí N trình bày; “D” và “E” */
export function quotedList(context: Context, first: Title): Title[] {
  const titles = [first]
  let last = first
  while (titles.length < LIST) {
    const from = behindDetails(context, last.end)
    let i = from
    if (',;'.includes(markAt(context, i) || ' ')) i++
    if (citation(context, i)?.class === 'And') i++
    if (i === from || !isQuote(markAt(context, i))) break
    const next = quotedTitle(context, i)
    if (!next?.quoted) break
    titles.push(next)
    last = next
  }
  return titles
}

/** "4 chuyên đề: kết luận về A; quy định B; nghị quyết về C": the nouns of documents are no part of the titles. */
export function plainList(context: Context, from: number): Title[] {
  const titles: Title[] = []
  for (let i = from; titles.length < LIST; ) {
    const kind = listed(context, i)
    let start = kind ? kind.end : i
    if (kind && titleWord(context, start)?.class === 'About') start++
    let title = readTitle(context, start, true)
    if (!title) break
    // A title of one document goes on over ";" up to the next document.
    while (kind && markAt(context, title.end) === ';' && !listed(context, title.end + 1)) {
      const more = readTitle(context, title.end + 1, true)
      if (!more || more.quoted) break
      title = { ...more, first: title.first }
    }
    if (!title.quoted && title.last - title.first < 3) break
    titles.push(title)
    if (markAt(context, title.end) !== ';') break
    const next = title.end + 1
    // ";" before a person begins the next one who presents.
    if (!kind || !listed(context, next)) break
    i = next
  }
  return titles
}

/** The noun of a document that is one of a list of subjects: "nghị quyết về …", "quy định …"; with a capital it is the title itself. */
function listed(context: Context, at: number): Cue | undefined {
  const kind = documentKind(context, at)
  return kind &&
    /^(Nghị quyết|Kết luận|Quy định|Thông báo|Chỉ thị|Quyết định)$/.test(kind.value) &&
    context.tokens.shape[at] === Shape.Lower
    ? kind
    : undefined
}

/** Behind what stands in brackets behind a title, and behind "do đồng chí N trình bày" before a semicolon; or the same index. */
function behindDetails(context: Context, at: number): number {
  const { tokens } = context
  if (markAt(context, at) === '(') {
    for (let i = at + 1; i < at + BRACKET && i < tokens.length && tokens.kind[i] !== Token.Break; i++)
      if (markAt(context, i) === ')') return i + 1
    return at
  }
  if (!presenterBegins(context, at)) return at
  for (let i = at + 1; i < at + PRESENTER && i < tokens.length && tokens.kind[i] !== Token.Break; i++)
    if (markAt(context, i) === ';') return i
  return at
}

/** "3 chuyên đề chính: (1) Xây dựng Đảng về đạo đức; (2) Công tác dân vận" */
export function numberedList(context: Context, at: number): Title[] {
  const titles: Title[] = []
  for (let i = itemAt(context, at); i && titles.length < LIST; ) {
    const title = readTitle(context, i, true)
    if (!title || title.last - title.first < 3) break
    titles.push(title)
    const mark = behindDetails(context, title.end)
    const next = ',;'.includes(markAt(context, mark) || ' ') ? mark + 1 : mark
    i = itemAt(context, citation(context, next)?.class === 'And' ? next + 1 : next)
  }
  return titles.length > 1 ? titles : []
}

/** Behind "(1)", "1)" or "1." at a token, or 0. */
function itemAt(context: Context, at: number): number {
  const { kind } = context.tokens
  if (markAt(context, at) === '(') return kind[at + 1] === Token.Number && markAt(context, at + 2) === ')' ? at + 3 : 0
  return kind[at] === Token.Number && /^[.)]$/.test(markAt(context, at + 1)) ? at + 2 : 0
}

/** "4 chuyên đề do các đồng chí lãnh đạo Đảng, Nhà nước truyền đạt: “A”; “B”" */
export function presentedList(context: Context, at: number): Title[] {
  if (!presenterBegins(context, at) && citation(context, at)?.class !== 'Do') return []
  for (let i = at + 1; i < at + PRESENTER && i < context.tokens.length; i++) {
    if (context.tokens.kind[i] === Token.Break || '.;'.includes(markAt(context, i) || ' ')) return []
    if (markAt(context, i) !== ':') continue
    const first = isQuote(markAt(context, i + 1)) ? quotedTitle(context, i + 1) : undefined
    return first?.quoted ? quotedList(context, first) : []
  }
  return []
}
