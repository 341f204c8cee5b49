/** What a document is about, behind its citation: 'về "…"', "gửi … về việc …", "quy định chi tiết …". */
import type { Context } from '../parse/context.ts'
import { cueFinder, markAt, textOf } from '../parse/cues.ts'
import { Shape, Token } from '../scan/scanner.ts'
import { isQuote, opensQuote, readTitle, type Title } from './title.ts'

const word = cueFinder('citation')
const topic = cueFinder('title')
const kind = cueFinder('document')

/** How far "gửi UBND các tỉnh, thành phố trực thuộc Trung ương" goes, in tokens. */
const ADDRESSEE = 30

/** "gửi UBND các tỉnh, thành phố về việc …": index of "về", or the same index. */
function behindAddressee(context: Context, at: number): number {
  const { text, tokens } = context
  if (tokens.kind[at] !== Token.Word || !text.startsWith('gửi ', tokens.start[at] as number)) return at
  for (let i = at + 1; i < at + ADDRESSEE && i < tokens.length; i++) {
    if (tokens.kind[i] === Token.Break || !',-&/'.includes(markAt(context, i) || ',')) return at
    if (topic(context, i)?.class === 'About' && text.startsWith('việc ', tokens.start[i + 1] ?? text.length)) return i
  }
  return at
}

/** `any`: with "về", in quotes, or with a verb; `about`: not with a verb; `none`. */
export type SubjectForms = 'any' | 'about' | 'none'

/** Letters and reports are about something; behind them a verb tells what they do: "công văn 443 chấp thuận …". */
const LETTERS: ReadonlySet<string> = new Set([
  'Công văn',
  'Văn bản',
  'Thông báo',
  'Báo cáo',
  'Tờ trình',
  'Kết luận',
  'Biên bản',
])

/** The forms of a subject that a kind of document has. */
export const subjectForms = (kind: string): SubjectForms => (LETTERS.has(kind) ? 'about' : 'any')

/** 'về "…"', "về việc …", '"…"', "ban hành Kế hoạch …" */
export function readSubject(context: Context, from: number, comma: boolean, forms: SubjectForms): Title | null {
  const at = behindAddressee(context, from)
  const lead = topic(context, at)
  if (lead?.class === 'About') {
    const title = readTitle(context, lead.end)
    return title ? withoutClause(context, title) : null
  }
  if (isQuote(markAt(context, at)) && !comma && opensQuote(context, at)) {
    const title = readTitle(context, at)
    if (!title || !(title.quoted || title.last - title.first > 3) || title.last - title.first <= 2) return null
    // '"về tiếp tục đẩy mạnh …"'
    const about = topic(context, title.first)
    return about?.class === 'About' && title.last - about.end > 2 ? { ...title, first: about.end } : title
  }
  if (lead?.class === 'SubjectNoun') {
    const title = readTitle(context, at)
    return title && !title.statement && title.last - title.first > 5 ? title : null
  }
  if (lead?.class === 'SubjectVerb' && forms === 'any') {
    // "quy định: …", "quy định, từ ngày …" and "quy định rõ" are statements.
    if (markAt(context, lead.end) !== '' && !isQuote(markAt(context, lead.end))) return null
    if (context.tokens.kind[lead.end] !== Token.Word || context.tokens.kind[lead.end] === Token.Break) return null
    // "theo nghị định 44, điều chỉnh …", "sẽ sửa Thông tư 46, bổ sung …": the verb is the sentence's own.
    if (comma && !describes(context, at)) return null
    const next = topic(context, lead.end)
    if (next?.class === 'TitleEnd') return null
    if (next?.class === 'At' || word(context, lead.end)?.class === 'YearWord') return null
    const title = readTitle(context, at)
    // 'phê duyệt Đề án "…"'
    if (title && isQuote(markAt(context, title.end)) && title.last - title.first <= 6) {
      const inner = readTitle(context, title.end)
      if (inner?.quoted && inner.last - inner.first > 3 && context.tokens.shape[inner.first] !== Shape.Lower)
        return inner
      return null
    }
    // "quy định doanh nghiệp phải …", "quy định Nhà nước thực hiện …", "quy định một thẻ được rút …" are clauses.
    if (!title || title.statement || title.last - title.first <= 3) return null
    return isClause(context, at, lead.end, title) ? null : title
  }
  return null
}

/** Whether ", sửa đổi …" tells what the document does: no "theo" stands before it within 60 letters, and the verb is one of titles. */
function describes({ text, tokens }: Context, at: number): boolean {
  const start = tokens.start[at] as number
  return (
    /^(?:sửa đổi|qu[yi] định|ban hành|hướng dẫn)/iu.test(text.slice(start, start + 12)) &&
    !/(?:^|[^\p{L}])(?:theo|căn cứ)\s[^,;.\n]*,\s*$/iu.test(text.slice(Math.max(0, start - 60), start))
  )
}

/** What stands behind "quy định" has a subject and a verb of its own. */
export function isClause(context: Context, verb: number, next: number, title: Title): boolean {
  const { text, tokens } = context
  const image = (i: number) => text.slice(tokens.start[i] ?? text.length, tokens.end[i] ?? text.length)
  const first = textOf(context, verb, next).toLowerCase()
  if (first === 'sửa đổi') return !/^(một|các|khoản|điều|quy|nội|bổ)$/.test(image(next)) && !kind(context, next)
  if (!/^qu[yi] định$/.test(first)) return false
  return (
    tokens.shape[next] !== Shape.Lower ||
    /^(được|bị|nếu|trong|khi|từ|mỗi|người|doanh)$/.test(image(title.end)) ||
    /^(nếu|mỗi|khi|từ|tại|rằng)$/.test(image(next))
  )
}

/** "về xử lý đảng viên vi phạm, đảng viên … phải": the subject of "phải" is no part of the title. */
function withoutClause(context: Context, title: Title): Title {
  if (!title.statement) return title
  for (let i = title.last - 1; i > title.first + 2; i--)
    if (markAt(context, i) === ',') return { ...title, last: i, end: i, statement: false }
  return title
}
