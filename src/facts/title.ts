/** The extent of a title: between quotes, or up to the words and marks that end it in running text. */
import type { Context } from '../parse/context.ts'
import { cueFinder, markAt, textOf } from '../parse/cues.ts'
import { Shape, Token } from '../scan/scanner.ts'
import { readDate } from './document-dates.ts'
import { beginsBody } from './document-issuer.ts'
import { presenterBegins } from './topic-presenter.ts'

const cue = cueFinder('title')
const documentKind = cueFinder('document')
const citation = cueFinder('citation')
const person = cueFinder('person')

export interface Title {
  /** Token indexes, half-open; quotes are outside. */
  readonly first: number
  readonly last: number
  readonly quoted: boolean
  /** Index of the token behind the title and its quotes. */
  readonly end: number
  /** Whether a word like "phải" ended it, which makes a clause of it. */
  readonly statement: boolean
}

/** The longest title, in tokens. */
const LONGEST = 90

/**
 * The title that begins at a token, with or without quotes.
 * @param whole Whether only marks end it, as behind "chuyên đề:", and no word that could go on with a sentence.
 */
export function readTitle(context: Context, at: number, whole = false): Title | undefined {
  return isQuote(markAt(context, at)) ? quotedTitle(context, at) : plainTitle(context, at, whole)
}

/** Whether a title has so many tokens. */
export const long = (title: Title, words: number) => title.last - title.first >= words

export const isQuote = (mark: string) => mark === '"' || mark === '“' || mark === '”' || mark === "'"

/** "…": to the closing quote in the same line, over quotes of another kind inside. */
export function quotedTitle(context: Context, at: number): Title | undefined {
  const { tokens } = context
  const open = markAt(context, at)
  const close = open === '“' ? '”' : open
  let depth = 0
  for (let i = at + 1; i < tokens.length && i <= at + LONGEST; i++) {
    if (tokens.kind[i] === Token.Break) {
      // "…?" whose closing quote stands alone in the next line.
      const behind = tokens.kind[i + 1] === Token.Break ? i + 2 : i + 1
      if (i > at + 1 && markAt(context, i - 1) === '?' && closesAlone(context, behind, close))
        return { first: at + 1, last: trimmed(context, at + 1, i), quoted: true, end: behind + 1, statement: false }
      break
    }
    const mark = markAt(context, i)
    if (open === '“' && mark === '“') depth++
    // “Phát huy phẩm chất “Bộ đội Cụ Hồ”, …”
    if (depth > 0 && mark === close && closesLater(context, i)) {
      depth--
      continue
    }
    if (mark !== close && !(open === '“' && mark === '"' && endsQuote(context, i))) continue
    // An apostrophe inside a name is no closing quote: H'Lan.
    if (mark === "'" && !spaceAround(context, i)) continue
    return i > at + 1
      ? { first: at + 1, last: trimmed(context, at + 1, i), quoted: true, end: i + 1, statement: false }
      : undefined
  }
  // A quote that is never closed: the title ends as one without quotes.
  const plain = plainTitle(context, at + 1)
  return plain && { ...plain, quoted: false }
}

/** A quote at the beginning of a line that no word follows without a space. */
function closesAlone(context: Context, at: number, close: string): boolean {
  const next = context.text[context.tokens.end[at] ?? 0]
  return markAt(context, at) === close && (next === undefined || !/[\p{L}\d]/u.test(next))
}

/** Whether another ” follows in the line before the next “. */
function closesLater(context: Context, at: number): boolean {
  const { tokens } = context
  for (let i = at + 1; i < tokens.length && i <= at + LONGEST; i++) {
    if (tokens.kind[i] === Token.Break || markAt(context, i) === '“') return false
    if (markAt(context, i) === '”') return true
  }
  return false
}

/** Whether “ is closed by a straight quote: no ” is in sight before the line's end. */
function endsQuote(context: Context, at: number): boolean {
  const { tokens } = context
  for (let i = at + 1; i < tokens.length && i <= at + LONGEST; i++) {
    if (tokens.kind[i] === Token.Break || markAt(context, i) === '“') return true
    if (markAt(context, i) === '”') return false
  }
  return true
}

function spaceAround({ text, tokens }: Context, i: number): boolean {
  const next = text[tokens.end[i] as number]
  return next === undefined || !/\p{L}/u.test(next)
}

function plainTitle(context: Context, at: number, whole = false): Title | undefined {
  const { tokens } = context
  let i = at
  let statement = false
  // A date at the end is the document's, not the title's: "thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016".
  let dateStart = 0
  let dateEnd = 0
  // ", hành vi sử dụng điện thoại … có thể bị phạt": a subject whose verb ends the title; without a verb it is a part of it.
  let clause = 0
  for (; i < tokens.length && i < at + LONGEST; ) {
    if (tokens.kind[i] === Token.Break) break
    const mark = markAt(context, i)
    if (mark !== '') {
      if (mark === '.' && !isAbbreviation(context, i)) break
      // 'phát huy phẩm chất “Bộ đội Cụ Hồ”, …': a nickname inside; a longer quote is a title of its own.
      const over = isQuote(mark) && i > at && mark !== "'" && opensQuote(context, i) ? nicknameEnd(context, i) : 0
      if (over) {
        i = over
        continue
      }
      if (mark === ';' && i > at + 3 && semicolonGoesOn(context, at, i + 1)) {
        i++
        continue
      }
      if (';:!?…)“”"'.includes(mark)) break
      if (mark === '(') {
        const close = shortParenthesis(context, i)
        if (!close) break
        i = close
        continue
      }
      if (mark === ',' && dateBehindNumber(context, i)) {
        dateStart = i
        dateEnd = dateBehindNumber(context, i)
        i = dateEnd
        continue
      }
      if (
        mark === ',' &&
        (presenterBegins(context, i + 1) || personBegins(context, i + 1) || (!whole && commaEnds(context, at, i)))
      )
        break
      if (mark === ',' && !clause && /^(?:ClauseNoun|PluralEnd)$/.test(cue(context, i + 1)?.class ?? '')) clause = i
      if (mark === '-' && endsAtDash(context, i)) break
      i++
      continue
    }
    const word = cue(context, i)
    const dated = dateBehindNumber(context, i)
    if (dated) {
      dateStart = i
      dateEnd = dated
      i = dated
      continue
    }
    if (
      word?.class === 'TitleEnd' &&
      i > at &&
      tokens.shape[i] === Shape.Lower &&
      !(whole && word.end === i + 1) &&
      !namesDays(context, i)
    ) {
      statement = word.value === 'modal'
      if (clause > at + 2 && word.value !== '')
        return { first: at, last: clause, quoted: false, end: clause, statement: false }
      break
    }
    // "chỉ 5 năm", "khoảng 122 tỉ đồng"
    if (word?.class === 'Amount' && i > at + 1 && tokens.kind[word.end] === Token.Number) {
      if (clause > at + 2) return { first: at, last: clause, quoted: false, end: clause, statement: false }
      statement = true
      break
    }
    if (i > at && (documentBegins(context, i) || presenterBegins(context, i))) break
    i = word?.class === 'TitleGoesOn' ? word.end : i + 1
  }
  const last = trimmed(context, at, i === dateEnd ? dateStart : i)
  return last > at ? { first: at, last, quoted: false, end: i, statement } : undefined
}

/** ", TS N", ", đồng chí N": who speaks of it. */
function personBegins(context: Context, at: number): boolean {
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
function namesDays(context: Context, at: number): boolean {
  const day = citation(context, at)
  return day?.class === 'DayWord' && day.end === at + 1 && (context.tokens.kind[at + 1] as number) < Token.Number
}

/** "Nghị quyết số 1269 ngày 14/7/2011" inside a title: index behind the date, or 0. */
function dateBehindNumber(context: Context, at: number): number {
  const { tokens } = context
  const day = markAt(context, at) === ',' ? at + 1 : at
  if (at === 0 || citation(context, day)?.class !== 'DayWord' || (tokens.kind[at - 1] as number) < Token.Number)
    return 0
  return readDate(context, day)?.end ?? 0
}

/** ", tổ chức ngày 27-6", ", UBND tỉnh đã …", ", Phạm Minh Chính" */
function commaEnds(context: Context, at: number, comma: number): boolean {
  const { tokens } = context
  const next = comma + 1
  // ", có 10 thiết bị"
  if ((tokens.kind[next + 1] as number) >= Token.Number && context.text.startsWith('có ', tokens.start[next] ?? 0))
    return true
  const word = cue(context, next)?.class
  if (word === 'CommaEnd' || word === 'TitleEnd') return true
  if (word === 'PluralEnd') return fronted(context, at)
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
function semicolonGoesOn(context: Context, at: number, next: number): boolean {
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
function documentBegins(context: Context, at: number): boolean {
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
function nicknameEnd(context: Context, at: number): number {
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
function endsAtDash({ text, tokens }: Context, at: number): boolean {
  const start = tokens.start[at + 1]
  return start !== undefined && /^Ảnh|^TTXVN/.test(text.slice(start, start + 5))
}

/** "(GD&ĐT)": an abbreviation in parentheses does not end a title. At most 4 tokens. */
function shortParenthesis(context: Context, open: number): number {
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

/** Index behind the last token that is no mark or joining word. */
function trimmed(context: Context, first: number, last: number): number {
  let i = last
  while (i > first) {
    const mark = markAt(context, i - 1)
    if (
      (mark !== '' && mark !== ')' && mark !== '%' && !isQuote(mark)) ||
      (i === last && citation(context, i - 1)?.class === 'And' && mark === '')
    )
      i--
    else break
  }
  return i
}

/** A straight quote behind a word, with a space or a mark behind it, closes what stands before. */
export function opensQuote({ text, tokens }: Context, at: number): boolean {
  const start = tokens.start[at] as number
  if (text[start] === '“') return true
  return text[start] !== '”' && !(/\p{L}/u.test(text[start - 1] ?? '') && /[\s,.;:)]/.test(text[start + 1] ?? ' '))
}
