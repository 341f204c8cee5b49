/** What stands behind a citation: ", ngày 24/11/2023 của Ban Chấp hành Trung ương khóa XIII về …". */
import type { Context } from '../parse/context.ts'
import { cueFinder, markAt, textOf } from '../parse/cues.ts'
import { Shape, Token } from '../scan/scanner.ts'
import { readDate } from './document-dates.ts'
import { beginsBody, bodyEnd, isCentral } from './document-issuer.ts'
import { issuerBehind } from './document-late-issuer.ts'
import { readSubject, type SubjectForms } from './document-subject.ts'
import { isQuote, readTitle, type Title } from './title.ts'

const word = cueFinder('citation')
const topic = cueFinder('title')

export interface Tail {
  readonly issuer: string | null
  readonly issuedOn: string | null
  readonly congress: number | null
  readonly plenum: number | null
  readonly subject: Title | null
  /** Index of the token behind what was read, without the subject. */
  readonly end: number
}

/** The most pieces behind a citation. */
const PIECES = 8
/** How far "do ông X, Phó Giám đốc công ty Y ký ngày …" goes, in tokens. */
const SIGNER = 30

/**
 * Reads date, issuer, term and subject behind a citation, in any order.
 * @param subject Which forms of a subject may follow; laws by name have none.
 * @param kind The document's kind, by which a body at the end of its subject is known to have issued it.
 */
export function readTail(context: Context, at: number, subject: SubjectForms, kind = ''): Tail {
  const tail = {
    issuer: null as string | null,
    issuedOn: null as string | null,
    congress: null as number | null,
    plenum: null as number | null,
    subject: null as Title | null,
    end: at,
  }
  for (let piece = 0; piece < PIECES; piece++) {
    const comma = markAt(context, tail.end) === ','
    const from = comma ? tail.end + 1 : tail.end
    if (markAt(context, from) === '(') {
      const behind = readParenthesis(context, from, tail)
      if (!behind) break
      tail.end = behind
      continue
    }
    const behind = readDated(context, from, tail) || readIssuer(context, from, tail) || readTerm(context, from, tail)
    if (behind) {
      tail.end = behind
      continue
    }
    if (subject !== 'none') tail.subject = readSubject(context, from, comma, subject)
    break
  }
  if (tail.subject && tail.issuer === null) {
    const late = issuerBehind(context, tail.subject, kind)
    if (late) {
      tail.issuer = late.issuer
      tail.subject = late.subject
    }
  }
  // "… quy định chi tiết một số điều của Luật X được Chính phủ thông qua ngày 29/12/2015"
  if (tail.subject && word(context, tail.subject.end)?.class === 'Passive') {
    const behind = readPassive(context, word(context, tail.subject.end)?.end ?? 0, tail)
    if (behind) readDated(context, behind, tail)
  }
  return tail
}

type Draft = { -readonly [K in keyof Tail]: Tail[K] }

/** "ngày 24/11/2023", "ký ngày …", "năm 2015" */
function readDated(context: Context, at: number, tail: Draft): number {
  if (tail.issuedOn !== null) return 0
  let from = at
  let lead = word(context, from)
  // "ban hành (vào) năm 2015"
  if (lead?.class === 'IssueVerb') {
    from = topic(context, lead.end)?.class === 'At' ? lead.end + 1 : lead.end
    lead = word(context, from)
  }
  if (lead?.class !== 'DayWord' && lead?.class !== 'YearWord' && lead?.class !== 'MonthWord') return 0
  const date = readDate(context, from)
  if (!date) return 0
  tail.issuedOn = date.iso
  return date.end
}

/** "của Ban Chấp hành Trung ương 8 khóa XIII", "do UBND quận cấp", "được Quốc hội thông qua ngày …" */
function readIssuer(context: Context, at: number, tail: Draft): number {
  const lead = word(context, at)
  // "Nghị quyết 18 Trung ương Đảng"
  if (tail.issuer === null && tail.end === at && context.tokens.shape[at] !== Shape.Lower && beginsBody(context, at)) {
    const end = bodyEnd(context, at)
    if (end > at + 1) {
      tail.issuer = textOf(context, at, end)
      return end
    }
  }
  if (!lead) return 0
  if (lead.class === 'Of') {
    if (tail.issuer !== null) return 0
    // "của ông Tô Văn Đạt" names a holder.
    const person = word(context, lead.end)
    if (person?.class === 'Person') return capitalsEnd(context, person.end)
    let from = lead.end
    const meeting = word(context, from)
    if (meeting?.class === 'Meeting') {
      from = meeting.end
      const nth = ordinalAt(context, from)
      if (nth && word(context, from)?.class === 'Nth') {
        tail.plenum = nth.value
        from = nth.end
      }
      if (markAt(context, from) === ',') from++
    }
    let end = jointEnd(context, from)
    if (end === from) return tail.plenum === null ? 0 : from
    // "Hội nghị Trung ương 4" is a meeting, no issuer.
    if (meeting?.class !== 'Meeting' || word(context, from)?.end !== end) tail.issuer = textOf(context, from, end)
    const central = isCentral(textOf(context, from, end))
    const ordinal = central && tail.plenum === null ? ordinalAt(context, end) : undefined
    if (ordinal && word(context, end)?.class !== 'Term') {
      tail.plenum = ordinal.value
      end = ordinal.end
    }
    return end
  }
  if (lead.class === 'Passive') return readPassive(context, lead.end, tail)
  if (lead.class === 'Do') {
    const end = bodyEnd(context, lead.end)
    for (let i = Math.max(end, lead.end); i < context.tokens.length && i < lead.end + SIGNER; i++) {
      if (context.tokens.kind[i] === Token.Break || ';.'.includes(markAt(context, i) || ' ')) return 0
      const verb = word(context, i)
      if (verb?.class !== 'IssueVerb' && verb?.class !== 'DayWord') continue
      // "ký ngày 11/7/2016": the date is read next.
      if (verb.class === 'DayWord') return verb.end > i + 1 ? i : 0
      if (i === end || (word(context, end)?.class === 'Aspect' && i <= end + 2))
        tail.issuer ??= textOf(context, lead.end, end)
      return verb.end
    }
  }
  return 0
}

/** "Bộ Chính trị, Ban Bí thư về …": two bodies issue one document where date or subject follow the second. */
function jointEnd(context: Context, at: number): number {
  const end = bodyEnd(context, at)
  if (end === at || (markAt(context, end) !== ',' && word(context, end)?.class !== 'And')) return end
  if (context.tokens.shape[end + 1] === Shape.Lower || !beginsBody(context, end + 1)) return end
  const second = bodyEnd(context, end + 1)
  const behind = word(context, second)?.class
  const title = topic(context, second)?.class
  const twins =
    /^Bộ Chính trị$/iu.test(textOf(context, at, end)) && /^Ban Bí thư/iu.test(textOf(context, end + 1, second))
  const settled =
    twins ||
    title === 'About' ||
    behind === 'DayWord' ||
    isQuote(markAt(context, second)) ||
    (title === 'SubjectVerb' && word(context, end)?.class === 'And')
  return second > end + 1 && settled ? second : end
}

/** "(được) Quốc hội khóa XIII thông qua ngày 19/11/2018" */
function readPassive(context: Context, at: number, tail: Draft): number {
  let end = bodyEnd(context, at)
  const first = word(context, at)
  if (end === at && first?.class !== 'IssueVerb' && !(first?.class === 'DayWord' && first.end > at + 1)) return 0
  const bodyBehind = end
  if (markAt(context, end) === '(') end += 1
  if (word(context, end)?.class === 'Term') end += 2
  if (markAt(context, end) === ')') end += 1
  const verb = word(context, end)
  // "ban hành ngày …": the date is read next.
  const dated = verb?.class === 'DayWord' && verb.end > end + 1
  if (verb?.class !== 'IssueVerb' && !dated) return 0
  if (bodyBehind > at) tail.issuer ??= textOf(context, at, bodyBehind)
  return dated ? end : verb.end
}

/** "khóa XIII" behind a body of the Party's centre. */
function readTerm(context: Context, at: number, tail: Draft): number {
  const lead = word(context, at)
  if (lead?.class !== 'Term') return 0
  const number = romanOrDigits(context, lead.end)
  if (number === undefined) return 0
  if (tail.issuer === null || isCentral(tail.issuer)) tail.congress ??= number
  return lead.end + 1
}

/** "(ngày 26/11/2008)", "(khóa XII)", "(gọi tắt là Nghị quyết 45)": at most 16 tokens. */
function readParenthesis(context: Context, open: number, tail: Draft): number {
  let close = open + 1
  while (close < context.tokens.length && close < open + 16 && markAt(context, close) !== ')') {
    if (context.tokens.kind[close] === Token.Break) return 0
    close++
  }
  if (markAt(context, close) !== ')') return 0
  const inside = open + 1
  let i = readTerm(context, inside, tail) || readDated(context, inside, tail) || readIssuer(context, inside, tail)
  if (i) i = readDated(context, i, tail) || readIssuer(context, i, tail) || i
  else {
    const date = readDate(context, inside)
    if (date?.end === close) tail.issuedOn ??= date.iso
    if (topic(context, inside)?.class === 'About') {
      const title = readTitle(context, inside + 1)
      if (title) tail.subject ??= title
      return 0
    }
  }
  return close + 1
}

/** The number of a plenum: "8", "lần thứ tám", "Tám". */
export function ordinalAt(context: Context, at: number): { value: number; end: number } | undefined {
  const nth = word(context, at)
  const from = nth?.class === 'Nth' ? nth.end : at
  const cue = word(context, from)
  if (cue?.class === 'Ordinal') {
    // A number word in small letters counts only behind "lần thứ".
    if (from === at && context.tokens.shape[from] === Shape.Lower) return undefined
    return { value: Number(cue.value), end: cue.end }
  }
  if (cue?.class === 'YearWord' && (from > at || context.tokens.shape[from] === Shape.Capital))
    return { value: 5, end: cue.end }
  const number = romanOrDigits(context, from)
  return number !== undefined && number <= 30 ? { value: number, end: from + 1 } : undefined
}

export function romanOrDigits(context: Context, at: number): number | undefined {
  const { text, tokens } = context
  const cue = word(context, at)
  if (cue?.class === 'Roman') return Number(cue.value)
  if (at < tokens.length && tokens.kind[at] === Token.Number) {
    const image = text.slice(tokens.start[at] as number, tokens.end[at] as number)
    if (/^\d{1,2}$/.test(image)) return Number(image)
  }
  return undefined
}

function capitalsEnd({ tokens }: Context, at: number): number {
  let i = at
  while (i < at + 8 && i < tokens.length && tokens.kind[i] === Token.Word && tokens.shape[i] !== Shape.Lower) i++
  return i
}
