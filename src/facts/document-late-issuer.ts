/** "Nghị quyết 79 về phát triển kinh tế rừng của Bộ Chính trị": who has issued a document stands behind what it is about. */
import type { Context } from '../parse/context.ts'
import { cueFinder, textOf } from '../parse/cues.ts'
import { bodyEnd } from './document-issuer.ts'
import type { Title } from './title.ts'

const word = cueFinder('citation')

/** Bodies that issue documents of a kind and are seldom their subject. */
const ISSUERS: Readonly<Record<string, RegExp>> = {
  'Nghị quyết': /^(?:Bộ Chính trị|BCT|Ban Bí thư|Ban Chấp hành Trung ương(?: Đảng)?|Quốc hội|Chính phủ|Trung ương)$/iu,
  'Chỉ thị': /^(?:Bộ Chính trị|Ban Bí thư|Thủ tướng(?: Chính phủ)?)$/iu,
  'Kết luận': /^(?:Bộ Chính trị|Ban Bí thư)$/iu,
  'Quy định': /^(?:Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương(?: Đảng)?)$/iu,
  'Nghị định': /^Chính phủ$/iu,
  'Thông tư': /^Bộ \p{Lu}/u,
  'Quyết định': /^Thủ tướng(?: Chính phủ)?$/iu,
  'Công điện': /^Thủ tướng(?: Chính phủ)?$/iu,
}
/** The most tokens of "của Ban Chấp hành Trung ương Đảng". */
const LONGEST = 14
/** The fewest tokens of what is left. */
const SHORTEST = 3

/** Cuts "của" and the issuer from the end of a subject without quotes. */
export function issuerBehind(
  context: Context,
  subject: Title,
  kind: string,
): { issuer: string; subject: Title } | undefined {
  const known = ISSUERS[kind]
  if (!known || subject.quoted) return undefined
  for (let i = subject.last - 2; i >= Math.max(subject.first + SHORTEST, subject.last - LONGEST); i--) {
    const of = word(context, i)
    if (of?.class !== 'Of' || bodyEnd(context, of.end) !== subject.last) continue
    const issuer = textOf(context, of.end, subject.last)
    return known.test(issuer) && !isObject(context, subject, i)
      ? { issuer, subject: { ...subject, last: i, end: i } }
      : undefined
  }
  return undefined
}

/** "về quy chế làm việc của Bộ Chính trị", "về hoạt động của Quốc hội": the subject is the body's own. */
const isObject = (context: Context, subject: Title, at: number) =>
  /(?:hoạt động|làm việc|tổ chức|lãnh đạo|nhiệm vụ|quyền hạn|chức năng|trách nhiệm|thẩm quyền|chỉ đạo|điều hành|giám sát|ý kiến|đại biểu|ủy viên)$/iu.test(
    textOf(context, subject.first, at),
  )
