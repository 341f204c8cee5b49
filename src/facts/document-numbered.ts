/** Citations with a number or a code: "Nghị quyết số 45-NQ/TW", "Nghị định 24/2026", "117-KH/TU". */
import type { Context } from '../parse/context.ts'
import { type Cue, cueFinder, markAt, textOf } from '../parse/cues.ts'
import { branches, leaves, type Tree } from '../parse/tree.ts'
import { Shape, Token } from '../scan/scanner.ts'
import { type DocumentCode, readCode } from './document-code.ts'
import { dateBefore, readDate } from './document-dates.ts'
import { issuerBefore } from './document-issuer.ts'
import { documentMention, rejectDocument } from './document-mention.ts'
import { subjectForms } from './document-subject.ts'
import { readTail } from './document-tail.ts'
import type { Mention } from './types.ts'

const word = cueFinder('citation')
const topic = cueFinder('title')
const calendar = cueFinder('calendar')
const count = cueFinder('count')

interface Serial {
  readonly first: number
  readonly last: number
  readonly signed: boolean
  readonly number: string
  readonly year: number | null
  readonly code: DocumentCode | null
}

/** The mentions of a list: the first spans its noun, the others their number. */
export function numberedMentions(
  context: Context,
  kind: Cue,
  at: number,
  number: number,
  tree: Tree,
  issuer: string | undefined,
): readonly Mention<'document'>[] {
  const serials: Serial[] = []
  for (const node of branches(tree, 'serial')) {
    const serial = readSerial(context, node)
    if (!serial || !isNumber(context, kind, at, serial, serials.length > 0)) break
    serials.push(serial)
  }
  if (serials.length === 0) return []
  const open = leaves(tree, 'open')[0]
  const close = leaves(tree, 'close')[0]
  const noun =
    number > kind.end && issuer === undefined ? `${kind.value} ${textOf(context, kind.end, number)}` : kind.value
  const lastSerial = serials[serials.length - 1] as Serial
  const end = serials.length === 1 && open && close ? close.last : lastSerial.last
  const tail = readTail(context, end, subjectForms(kind.value), kind.value)
  // "các Nghị quyết 42, 43-NQ/TW": the symbol is said of all.
  const shared = serials.length > 1 && !serials[0]?.code && lastSerial.code ? lastSerial.code : null
  const before =
    issuer === undefined && tail.issuer === null ? issuerBefore(context, enumerationStart(context, at)) : undefined
  const issuedOn = tail.issuedOn ?? (before ? (dateBefore(context, before.first) ?? null) : null)
  return serials.map((serial, i): Mention<'document'> => {
    const first = i === 0 ? at : serial.first
    const last = i === serials.length - 1 ? end : serial.last
    const alone = serials.length === 1 || i === serials.length - 1
    const code = serial.code?.code ?? (shared ? shared.code.replace(shared.number, serial.number) : null)
    return documentMention(
      context,
      first,
      last,
      i > 0 ? 'document/list' : serial.code ? 'document/code' : 'document/number',
      noun,
      {
        number: serial.number,
        year: serial.year,
        symbol: serial.code?.symbol ?? shared?.symbol ?? null,
        code,
        issuer: issuer ?? tail.issuer ?? before?.issuer ?? null,
        congress: tail.congress,
        plenum: tail.plenum,
        issuedOn: alone || before ? issuedOn : null,
        subject: tail.subject && alone ? textOf(context, tail.subject.first, tail.subject.last) : null,
      },
    )
  })
}

/** "các Nghị quyết": the verb stands before "các". */
function enumerationStart(context: Context, at: number): number {
  return word(context, at - 1)?.class === 'Enumeration' ? at - 1 : at
}

const YEAR = /^(19|20)\d\d$/

function readSerial(context: Context, node: Tree): Serial | undefined {
  const { text, tokens } = context
  const sign = leaves(node, 'sign')[0]
  const code = leaves(node, 'code')[0]
  if (code) {
    const read = readCode(code.image)
    return (
      read && { first: code.first, last: code.last, signed: !!sign, number: read.number, year: read.year, code: read }
    )
  }
  const loose = leaves(node, 'loose')[0]
  if (loose) {
    const match = /^(\d+)\/(\d{4})$/.exec(loose.image)
    return match
      ? {
          first: loose.first,
          last: loose.last,
          signed: !!sign,
          number: match[1] as string,
          year: Number(match[2]),
          code: null,
        }
      : undefined
  }
  const digits = leaves(node, 'digits')[0]
  if (!digits || digits.image.includes(',')) return undefined
  const year = leaves(node, 'year')[0]
  if (year && !YEAR.test(year.image)) return undefined
  let last = year?.last ?? digits.last
  let number = digits.image
  // "30a": a letter that touches the number.
  const letter = text.slice(tokens.end[last - 1] as number, (tokens.end[last - 1] as number) + 2)
  if (!year && /^[a-zđ](?!\p{L})/u.test(letter)) {
    number += letter[0]
    last += 1
  } else if (/^[\p{L}]/u.test(letter)) return undefined
  return { first: digits.first, last, signed: !!sign, number, year: year ? Number(year.image) : null, code: null }
}

/** Kinds whose number often is an amount or a year: "kế hoạch 5 năm", "chương trình 2019". */
const dated = /^(Kế hoạch|Chương trình|Đề án|Báo cáo|Phương án|Thông báo|Văn bản|Hướng dẫn|Quy chế)$/

/** Whether a number is that of a document. A whole code is; a bare number must not count something. */
function isNumber(context: Context, kind: Cue, at: number, serial: Serial, listed: boolean): boolean {
  if (serial.code) return true
  const { tokens } = context
  const behind = serial.last
  const reject = (code: string, reason: string) => {
    rejectDocument(context, at, behind, 'document/number', code, reason)
    return false
  }
  if (kind.class === 'CodedKind' || kind.class === 'MeetingKind') return false
  if (kind.class === 'NumberedKind' && !serial.signed)
    return /^Hợp đồng/.test(kind.value) && readDate(context, behind) !== undefined
  if (kind.class === 'LawKind' && !serial.signed && serial.year === null) return false
  if (serial.number.length > 6 && !/^Giấy|^Hợp đồng|^Bằng/.test(kind.value))
    return reject('long', 'the number is too long')
  if (listed) return serial.signed || endsItem(context, behind) || reject('counted', 'the number counts what follows')
  if (serial.signed) return true
  // "Tàu ngầm lớp Yasen Đề án 885" is a project of ships.
  if (
    kind.value === 'Đề án' &&
    /(tàu|ngầm|lớp|hạm) /iu.test(context.text.slice(tokens.start[Math.max(0, at - 6)], tokens.start[at]))
  )
    return reject('ship', 'the number is that of a class of ships')
  if (serial.year !== null) return kind.class === 'DocKind' || !dated.test(kind.value)
  if (dated.test(kind.value) && (YEAR.test(serial.number) || serial.number.length > 4))
    return reject('year', 'the number may be a year or the name of a project')
  if (
    /^[%²³]|^[.,:]\d/.test(context.text.slice(tokens.end[behind - 1] as number, (tokens.end[behind - 1] as number) + 2))
  )
    return reject('amount', 'the number is an amount')
  if (markAt(context, behind) === '-' && (tokens.kind[behind + 1] as number) >= Token.Number)
    return reject('interval', 'two numbers make an interval')
  if (markAt(context, behind) === '/') return reject('fraction', 'the number is part of a date or a fraction')
  return (
    endsItem(context, behind) ||
    (kind.class === 'DocKind' && !isCounted(context, behind)) ||
    reject('counted', 'the number counts what follows')
  )
}

/** Whether what stands behind a number can't be counted: a mark, the line's end, or a word of citations and sentences. */
function endsItem(context: Context, at: number): boolean {
  const { tokens } = context
  if (at >= tokens.length || tokens.kind[at] === Token.Break || tokens.kind[at] === Token.Mark) return true
  const cue = word(context, at)
  // "ngày" is a unit too, unless a date follows it.
  if (cue?.class === 'DayWord') return (tokens.kind[at + 1] as number) >= Token.Number
  if (cue?.class === 'YearWord') {
    // "Kế hoạch 5 năm 2026-2030" is for five years.
    const interval = markAt(context, at + 2) === '-' && YEAR.test(numberText(context, at + 3))
    return YEAR.test(numberText(context, at + 1)) && !interval
  }
  if (cue?.class === 'MonthWord') return false
  if (cue && /^(Of|And|Do|Passive|Aspect|IssueVerb|Term|Enumeration|Committee|Meeting)$/.test(cue.class)) return true
  const title = topic(context, at)?.class
  if (title !== undefined && /^(About|TitleEnd|SubjectVerb|At)$/.test(title)) return true
  return (
    tokens.kind[at] === Token.Word &&
    follower.has(context.text.slice(tokens.start[at] as number, tokens.end[at] as number))
  )
}

/** Words of a sentence that follow a citation and are never counted. */
const follower = new Set(
  'so đều mang vừa về sang chính đề thể sai đúng này trên nói đó nhằm không cho với trong tại vì nên từ đến vào trước sau mà lại giao gồm thay ra còn hết rất quá bởi khi như chỉ tạo mở giúp nhưng trình đặt tới của là ở'.split(
    ' ',
  ),
)

/** A unit or a noun of people, days or money behind a number. */
function isCounted(context: Context, at: number): boolean {
  const { tokens } = context
  if (tokens.kind[at] !== Token.Word || tokens.shape[at] !== Shape.Lower) return false
  // "công văn 31 lần này"
  if (/^lần (?:này|đầu|nữa)/.test(context.text.slice(tokens.start[at], (tokens.start[at] as number) + 8))) return false
  return (
    calendar(context, at) !== undefined ||
    count(context, at) !== undefined ||
    unit.has(context.text.slice(tokens.start[at] as number, tokens.end[at] as number))
  )
}

const unit = new Set(
  'người tỷ tỉ triệu đồng điểm điều nội nhiệm loại nhóm xã huyện tỉnh chỉ lần bước giờ phút trang cán đảng đại cơ sở bộ vấn chuyên trường mục ngành công'.split(
    ' ',
  ),
)

const numberText = ({ text, tokens }: Context, at: number) =>
  at < tokens.length && tokens.kind[at] === Token.Number
    ? text.slice(tokens.start[at] as number, tokens.end[at] as number)
    : ''

/** A code with no noun before it: "theo 117-KH/TU". Its type gives the noun. */
export function bareCode(context: Context, at: number): readonly Mention<'document'>[] {
  const { text, tokens } = context
  const code = readCode(text.slice(tokens.start[at] as number, tokens.end[at] as number))
  if (!code) return []
  const signed = word(context, at - 1)?.class === 'NumberSign'
  const kind = code.kind ?? (signed && /[-/]/.test(code.code) ? 'Công văn' : null)
  if (kind === null) {
    rejectDocument(context, at, at + 1, 'document/bare-code', 'no-type', `"${code.symbol}" names no type of document`)
    return []
  }
  const tail = readTail(context, at + 1, subjectForms(kind), kind)
  const before = tail.issuer === null ? issuerBefore(context, at) : undefined
  return [
    documentMention(context, at, at + 1, 'document/bare-code', kind, {
      number: code.number,
      year: code.year,
      symbol: code.symbol,
      code: code.code,
      issuer: tail.issuer ?? before?.issuer ?? null,
      congress: tail.congress,
      plenum: tail.plenum,
      issuedOn: tail.issuedOn ?? (before ? (dateBefore(context, before.first) ?? null) : null),
      subject: tail.subject ? textOf(context, tail.subject.first, tail.subject.last) : null,
    }),
  ]
}
