/** What ends a title without quotes: marks, brackets, other citations, persons, the subject of the sentence. */
import type { Context } from '../parse/context.ts'
import { cueFinder, markAt, textOf } from '../parse/cues.ts'
import { Shape, Token } from '../scan/scanner.ts'
import { readDate } from './document-dates.ts'
import { beginsBody } from './document-issuer.ts'

const cue = cueFinder('title')
const documentKind = cueFinder('document')
const citation = cueFinder('citation')
const person = cueFinder('person')

/** ", TS N", ", đồng chí N": who speaks of it. */
export function personBegins(context: Context, at: number): boolean {
  const { tokens } = context
  const address = person(context, at)
  if (
    !address ||
    address.class === 'Surname' ||
    (address.class !== 'Degree' && citation(context, at)?.class !== 'Person')
  )
    return false
  return tokens.kind[address.end] === Token.Word && tokens.shape[address.end] === Shape.Capital
}

/** "các ngày lễ lớn": without a number behind it, "ngày" begins no date. */
export function namesDays(context: Context, at: number): boolean {
  const day = citation(context, at)
  return day?.class === 'DayWord' && day.end === at + 1 && (context.tokens.kind[at + 1] as number) < Token.Number
}

/** "Nghị quyết số 1269 ngày 14/7/2011" inside a title: index behind the date, or 0. */
export function dateBehindNumber(context: Context, at: number): number {
  const { tokens } = context
  const day = markAt(context, at) === ',' ? at + 1 : at
  if (at === 0 || citation(context, day)?.class !== 'DayWord' || (tokens.kind[at - 1] as number) < Token.Number)
    return 0
  return readDate(context, day)?.end ?? 0
}

/** ", tổ chức ngày 27-6", ", UBND tỉnh đã …", ", Phạm Minh Chính" */
export function commaEnds(context: Context, at: number, comma: number): boolean {
  const { tokens } = context
  const next = comma + 1
  // ", có 10 thiết bị"
  if ((tokens.kind[next + 1] as number) >= Token.Number && context.text.startsWith('có ', tokens.start[next] ?? 0))
    return true
  const word = cue(context, next)?.class
  if (word === 'CommaEnd' || word === 'TitleEnd') return true
  // "các tổ chức" goes on with a title behind a word, and begins a clause behind a comma.
  const others = word === 'TitleGoesOn' && context.text.startsWith('các tổ chức ', tokens.start[next])
  if (word === 'PluralEnd' || others) return fronted(context, at)
  if (tokens.kind[next] === Token.Break || markAt(context, next) !== '') return true
  const between = tokens.kind[next] === Token.Word && tokens.shape[next] !== Shape.Lower
  if (!between) return documentBegins(context, next)
  if (repeats(context, 0, next)) return false
  if (tokens.shape[next] === Shape.AllCaps && tokens.shape[comma - 1] === Shape.AllCaps) return false
  // A list of names goes on: "sáp nhập các xã An Bình, Bình Minh".
  return beginsBody(context, next) || tokens.shape[comma - 1] === Shape.Lower || tokens.kind[comma - 1] !== Token.Word
}

/** How far before a title the beginning of its sentence is looked for, in tokens. */
const SENTENCE = 60

/** "Thực hiện Chỉ thị số 16 về giãn cách xã hội, | các địa phương …": the title is in what comes before the subject of its sentence. */
function fronted(context: Context, at: number): boolean {
  const { text, tokens } = context
  for (let i = at - 1; i >= Math.max(0, at - SENTENCE); i--) {
    const mark = markAt(context, i)
    const stop = tokens.kind[i] === Token.Break || (mark !== '' && '.;:!?'.includes(mark))
    if (!stop && mark !== ',' && i > 0) continue
    const first = stop || mark === ',' ? i + 1 : i
    if (LEADS.has(text.slice(tokens.start[first], tokens.end[first]).toLowerCase())) return true
    if (stop || i === 0) return false
  }
  return true
}

const LEADS: ReadonlySet<string> = new Set(
  'theo thực căn để trong tại sau với nhằm trên từ triển trước qua khi cùng ngay đối xét hưởng nếu do vì quán chấp'.split(
    ' ',
  ),
)

/** "… hệ thống chính trị; kiên quyết ngăn chặn, …", "tuyển sinh đại học; tuyển sinh cao đẳng": no document and no task of a list. */
export function semicolonGoesOn(context: Context, at: number, next: number): boolean {
  if (context.tokens.shape[next] !== Shape.Lower || documentKind(context, next)) return false
  return cue(context, next)?.class === 'PartStart' || (!cue(context, next) && repeats(context, at, next))
}

/** "trước hết là Ủy viên Bộ Chính trị, Ủy viên Ban Bí thư": the two words at a token stand at most 10 tokens before it too. */
function repeats(context: Context, low: number, at: number): boolean {
  if (context.tokens.kind[at + 1] !== Token.Word) return false
  const words = textOf(context, at, at + 2)
  for (let i = Math.max(low, at - 11); i < at - 2; i++) if (textOf(context, i, i + 2) === words) return true
  return false
}

/** "và Thông tri số 36": another citation begins. */
export function documentBegins(context: Context, at: number): boolean {
  const and = citation(context, at)
  const from = and?.class === 'And' ? and.end : at
  // "… và 10 năm thực hiện Nghị quyết …"
  if (from > at && context.tokens.kind[from] === Token.Number && citation(context, from + 1)?.class === 'YearWord')
    return true
  if (from === at && markAt(context, at - 1) !== ',') return false
  if (from > at && citation(context, from)?.class === 'Enumeration') return documentsBegin(context, at, from)
  const kind = documentKind(context, from)
  if (!kind || kind.class === 'NoDocument') return false
  const next = kind.end
  // "nghị định về phí cầu đường và nghị định về phí đỗ xe"
  if (from > at && cue(context, next)?.class === 'About' && /^(DocKind|NumberedKind)$/.test(kind.class)) return true
  const behind = citation(context, next)?.class
  return (
    (context.tokens.kind[next] as number) >= Token.Number ||
    (behind !== undefined && /^(NumberSign|Central|CentralCommittee|Congress|CongressDelegates)$/.test(behind))
  )
}

/** "và các văn bản chỉ đạo của tỉnh": other documents, unless the title is about one: "triển khai Luật X và các văn bản hướng dẫn". */
function documentsBegin(context: Context, and: number, from: number): boolean {
  const { text, tokens } = context
  const start = tokens.start[from] as number
  const others =
    /^(?:các|những) (?:văn bản|nghị quyết|chỉ thị|kết luận|kế hoạch)(?: chỉ đạo| hướng dẫn|,| của | khác| liên quan| có liên quan)/iu
  if (!others.test(text.slice(start, start + 48))) return false
  for (let i = and - 1; i >= Math.max(0, and - 10); i--) if (documentKind(context, i)) return false
  return true
}

/** Index behind a quote of at most 5 tokens whose noun is no document, or 0. */
export function nicknameEnd(context: Context, at: number): number {
  const before = documentKind(context, at - 1) ?? documentKind(context, at - 2)
  if (before) return 0
  const open = markAt(context, at)
  for (let i = at + 1; i <= at + 6; i++) {
    const mark = markAt(context, i)
    if (mark === (open === '“' ? '”' : open)) return i > at + 1 ? i + 1 : 0
    if (mark !== '' && mark !== '-') return 0
  }
  return 0
}

/** " - Ảnh: …" */
export function endsAtDash({ text, tokens }: Context, at: number): boolean {
  const start = tokens.start[at + 1]
  return start !== undefined && /^Ảnh|^TTXVN/.test(text.slice(start, start + 5))
}

/** "(GD&ĐT)": an abbreviation in parentheses does not end a title. At most 4 tokens. */
export function shortParenthesis(context: Context, open: number): number {
  for (let i = open + 1; i <= open + 5; i++) {
    if (markAt(context, i) === ')') return i > open + 1 ? i + 1 : 0
    if (markAt(context, i) === '' && context.tokens.kind[i] !== Token.Word) return 0
    // "(Danabeach)", "(UNCLOS)", "(NN&PTNT)"
    const single = i === open + 1 && markAt(context, i + 1) === ')'
    if (
      context.tokens.kind[i] === Token.Word &&
      context.tokens.shape[i] !== Shape.AllCaps &&
      !(single && context.tokens.shape[i] === Shape.Capital)
    )
      return 0
  }
  return 0
}

/** The stop of "TP. Hà Nội" and "T.Ư", not that of a sentence. */
export function isAbbreviation({ text, tokens }: Context, stop: number): boolean {
  const at = tokens.start[stop] as number
  const next = text[at + 1]
  const before = text.slice(tokens.start[stop - 1] as number, at)
  if (/^(TP|Tp|TX|TT|GS|PGS|TS|ThS|Th|BS|Q|P|H|T|Đ|ĐH|St|Mr)$/.test(before)) return true
  // No space behind it, and a small letter or a digit: "baochinhphu.vn", "3.2021".
  return next !== undefined && /[\p{Ll}\d]/u.test(next)
}
