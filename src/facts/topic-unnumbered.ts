/** Titles of documents that are named without a number: 'Nghị quyết về "…"', "thông tư sửa đổi, bổ sung …". */
import type { Context } from '../parse/context.ts'
import { type Cue, cueFinder, markAt, textOf } from '../parse/cues.ts'
import { Shape, Token } from '../scan/scanner.ts'
import { bodyEnd } from './document-issuer.ts'
import { isQuote, long, quotedTitle, readTitle, type Title } from './title.ts'

const documentKind = cueFinder('document')
const titleWord = cueFinder('title')
const citation = cueFinder('citation')

/** Kinds of which an unnumbered one is told by its title even in small letters. */
const strong = /^(Nghị quyết|Nghị định|Chỉ thị|Thông tư|Pháp lệnh|Thông tri|Công văn|Công điện|Thông tư liên tịch)$/

/** 'Nghị quyết về "…"', "Nghị quyết sửa đổi, bổ sung một số điều của …", "Văn bản thông báo về việc …" */
export function unnumbered(context: Context, at: number, kind: Cue): Title | undefined {
  const { text, tokens } = context
  if (kind.class === 'LawKind' || kind.class === 'LawShort' || kind.class === 'Constitution') return undefined
  const capital = tokens.shape[at] !== Shape.Lower
  let i = kind.end
  const next = text.slice(tokens.start[i] ?? text.length, tokens.end[i] ?? text.length)
  if (next === 'mới') i++
  const word = titleWord(context, i)
  // "văn bản của Ngân hàng Nhà nước về việc …", "Văn bản thông báo về việc …"
  const over = word?.class === 'About' ? 0 : overIssuer(context, i, capital)
  if (over) {
    const viec =
      titleWord(context, over)?.class === 'About' && text.startsWith('việc ', tokens.start[over + 1] ?? text.length)
    const title =
      viec && /^(Quyết định|Văn bản|Công văn|Thông báo|Nghị quyết|Chỉ thị)$/.test(kind.value)
        ? readTitle(context, over + 1)
        : undefined
    return title && long(title, 4) && !title.statement ? title : undefined
  }
  if (word?.class === 'About') {
    if (isQuote(markAt(context, word.end))) {
      const title = quotedTitle(context, word.end)
      return title && long(title, 3) ? title : undefined
    }
    const viec = text.startsWith('việc ', tokens.start[word.end] ?? text.length)
    const midSentence = capital && tokens.kind[at - 1] === Token.Word
    const settled =
      strong.test(kind.value) ||
      (midSentence && kind.class !== 'CodedKind') ||
      (viec && (/^(Quyết định|Kế hoạch)$/.test(kind.value) || (capital && /^(Thông báo|Văn bản)$/.test(kind.value)))) ||
      (/^(Tờ trình|Văn bản|Báo cáo)$/.test(kind.value) && submitted(context, at))
    // "các nghị quyết về nhân sự" sums several up.
    if (!settled || (!viec && citation(context, at - 1)?.class === 'Enumeration')) return undefined
    const title = readTitle(context, word.end)
    // "Thông báo về việc dỡ bỏ lệnh cấm này" points back.
    if (
      title &&
      (/^(này|đó|trên)$/u.test(textOf(context, title.last - 1, title.last)) ||
        /^\S+ \S+ này\b/u.test(textOf(context, title.first, title.last)))
    )
      return undefined
    return title && long(title, kind.class === 'NumberedKind' || kind.value === 'Văn bản' ? 5 : 3) && !title.statement
      ? title
      : undefined
  }
  if (isQuote(markAt(context, i)) && strong.test(kind.value)) {
    const title = quotedTitle(context, i)
    return title && long(title, 5) && tokens.shape[title.first] !== Shape.Lower ? title : undefined
  }
  // "Giới thiệu về nghị quyết tập trung xây dựng …"
  if (word?.class === 'TitleStart' && strong.test(kind.value) && presented(context, at)) {
    const title = readTitle(context, i)
    return title && long(title, 6) && !title.statement ? title : undefined
  }
  if (
    word?.class === 'SubjectVerb' &&
    strong.test(kind.value) &&
    /^(sửa đổi|quy định chi tiết|bổ sung|hướng dẫn thi hành)/iu.test(
      text.slice(tokens.start[i] as number, (tokens.start[i] as number) + 20),
    )
  ) {
    const title = readTitle(context, i)
    return title && long(title, 6) && !title.statement ? title : undefined
  }
  return undefined
}

/** Index behind "của" and a body, or behind a second noun ("Văn bản thông báo"), where "về" follows; else 0. */
function overIssuer(context: Context, at: number, capital: boolean): number {
  const of = citation(context, at)
  const end = of?.class === 'Of' ? bodyEnd(context, of.end) : capital ? (documentKind(context, at)?.end ?? 0) : 0
  return end > (of?.end ?? at) && titleWord(context, end)?.class === 'About' ? end : 0
}

/** "đã ký văn bản", "đọc tờ trình": what somebody has signed or read has a title; "bằng văn bản", "theo báo cáo" have none. */
function submitted({ text, tokens }: Context, at: number): boolean {
  const before = text.slice(tokens.start[Math.max(0, at - 2)] as number, tokens.start[at] as number)
  return /(?:^|\s)(?:ký|đọc|trình|trình bày|ban hành|có)\s$/u.test(before)
}

/** "giới thiệu về", "quán triệt" right before a token. */
function presented(context: Context, at: number): boolean {
  let end = at
  if (titleWord(context, end - 1)?.class === 'About') end--
  for (let length = 1; length <= 3; length++) {
    const verb = titleWord(context, end - length)
    if (verb?.class === 'Present' && verb.end === end) return true
  }
  return false
}
