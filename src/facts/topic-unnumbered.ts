/** Titles of documents that are named without a number: 'Nghị quyết về "…"', "thông tư sửa đổi, bổ sung …". */
import type { Context } from '../parse/context.ts'
import { type Cue, cueFinder, markAt, textOf } from '../parse/cues.ts'
import { Shape, Token } from '../scan/scanner.ts'
import { bodyEnd } from './document-issuer.ts'
import { isClause } from './document-subject.ts'
import { isQuote, long, quotedTitle, readTitle, type Title } from './title.ts'

const documentKind = cueFinder('document')
const titleWord = cueFinder('title')
const citation = cueFinder('citation')

/** Kinds of which an unnumbered one is told by its title even in small letters. */
const strong = /^(Nghị quyết|Nghị định|Chỉ thị|Thông tư|Pháp lệnh|Thông tri|Công văn|Công điện|Thông tư liên tịch)$/
/** Kinds whose title may be a verb: "Nghị định điều chỉnh …". */
const ruling = /^(Nghị quyết|Nghị định|Chỉ thị|Thông tư|Pháp lệnh|Thông tư liên tịch)$/
/** Kinds that are one by their title only where somebody has issued it. */
const issuable =
  /^(Quyết định|Quy định|Kết luận|Kết luận thanh tra|Thông báo kết luận|Thông báo|Kế hoạch|Hướng dẫn|Quy chế|Chương trình hành động)$/

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
  if (over && ruling.test(kind.value) && titleWord(context, over)?.class === 'SubjectVerb')
    return ruled(context, at, over)
  if (over && titleWord(context, over)?.class !== 'About') return undefined
  if (over && (strong.test(kind.value) || kind.value === 'Tờ trình')) return plain(context, over + 1, 4)
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
      (/^(Tờ trình|Văn bản|Báo cáo)$/.test(kind.value) && submitted(context, at)) ||
      (issuable.test(kind.value) && issued(context, at, kind.value) && !ofPerson(context, word.end))
    // "các nghị quyết về nhân sự" sums several up.
    if (!settled || (!viec && citation(context, at - 1)?.class === 'Enumeration')) return undefined
    const title = readTitle(context, word.end)
    // "Thông báo về việc dỡ bỏ lệnh cấm này" points back.
    if (
      title &&
      (/^(này|đó|trên)$/u.test(textOf(context, title.last - 1, title.last)) ||
        /^(?:\S+ ){2,3}này(?: |$)/u.test(textOf(context, title.first, title.last)))
    )
      return undefined
    return title && long(title, strong.test(kind.value) || viec ? 3 : 5) && !title.statement ? title : undefined
  }
  if (isQuote(markAt(context, i)) && strong.test(kind.value)) {
    const title = quotedTitle(context, i)
    const begins = title && (tokens.shape[title.first] !== Shape.Lower || opensTitle(context, title.first))
    return title && long(title, 5) && begins ? title : undefined
  }
  // "Giới thiệu về nghị quyết tập trung xây dựng …"
  if (word?.class === 'TitleStart' && strong.test(kind.value) && presented(context, at)) {
    const title = readTitle(context, i)
    return title && long(title, 6) && !title.statement ? title : undefined
  }
  if (word?.class === 'SubjectVerb' && (ruling.test(kind.value) || (capital && kind.value === 'Quyết định'))) {
    const title = ruled(context, at, i)
    if (title) return title
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

/** Words that titles begin with: "tăng cường", "sửa đổi". */
const opensTitle = (context: Context, at: number) =>
  /^(TitleStart|SubjectVerb)$/.test(titleWord(context, at)?.class ?? '')

/** A title without quotes, of so many tokens. */
function plain(context: Context, at: number, words: number): Title | undefined {
  const title = readTitle(context, at)
  return title && long(title, words) && !title.statement ? title : undefined
}

/** "ban hành Nghị định điều chỉnh lương hưu …": as an object; as the subject of a sentence its verb tells what it rules. */
function ruled(context: Context, at: number, verb: number): Title | undefined {
  if (!isObject(context, at)) return undefined
  const title = plain(context, verb, 6)
  const behind = titleWord(context, verb)?.end ?? verb
  return title && markAt(context, behind) === '' && !isClause(context, verb, behind, title) ? title : undefined
}

/** Whether a verb of issuing or a preposition stands right before the noun, at most 4 tokens back. */
function isObject({ text, tokens }: Context, at: number): boolean {
  const before = text.slice(tokens.start[Math.max(0, at - 6)] as number, tokens.start[at] as number)
  return /(?:^|\s)(?:ban hành|ký|thông qua|công bố|trình|soạn thảo|xây dựng|sửa đổi|thay thế|ý kiến|góp ý|thực hiện|triển khai|quán triệt|giới thiệu|phổ biến|thảo luận|biểu quyết|nội dung|theo|tại|trong|của|với|có|Điều \d+)\s(?:dự thảo\s)?$/iu.test(
    before,
  )
}

/** "đã có kết luận về", "ban hành hướng dẫn về"; what has not been issued has no title. */
function issued({ text, tokens }: Context, at: number, kind: string): boolean {
  const before = text.slice(tokens.start[Math.max(0, at - 5)] as number, tokens.start[at] as number)
  if (/chưa\s(?:\S+\s){0,2}$/iu.test(before)) return false
  if (/(?:^|\s)(?:ban hành|ký)\s$/iu.test(before)) return true
  return /^Kết luận/.test(kind) && /(?:^|\s)(?:(?:đã|vừa|mới)\s(?:có|ra)|công bố)\s$/iu.test(before)
}

/** "về việc nguyên Giám đốc … mắc sai phạm", "về nguyên nhân …": what was found out, no title. */
function ofPerson({ text, tokens }: Context, at: number): boolean {
  const start = at < tokens.length ? (tokens.start[at] as number) : text.length
  return /^(?:nguyên|(?:việc|vụ) (?:ông|bà|nguyên|anh|chị|em)) /iu.test(text.slice(start, start + 20))
}

/** Index behind "của" and a body, or behind a second noun ("Văn bản thông báo"), where "về" follows; else 0. */
function overIssuer(context: Context, at: number, capital: boolean): number {
  const of = citation(context, at)
  // "quyết định của Mỹ"
  if (of?.class === 'Of' && bodyEnd(context, of.end) === of.end + 1 && context.tokens.shape[of.end] === Shape.Capital)
    return 0
  const end = of?.class === 'Of' ? bodyEnd(context, of.end) : capital ? (documentKind(context, at)?.end ?? 0) : 0
  const behind = titleWord(context, end)?.class
  return end > (of?.end ?? at) && (behind === 'About' || (of?.class === 'Of' && behind === 'SubjectVerb')) ? end : 0
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
