/** Laws, codes, ordinances and constitutions that are cited by name: "Luật Đất đai 2013", "Bộ luật Hình sự", "Hiến pháp năm 2013". */
import type { Context } from '../parse/context.ts'
import { type Cue, cueFinder, markAt, textOf } from '../parse/cues.ts'
import { Shape, Token } from '../scan/scanner.ts'
import { dateBefore, readDate } from './document-dates.ts'
import { issuerBefore } from './document-issuer.ts'
import { documentMention, rejectDocument } from './document-mention.ts'
import { readTail } from './document-tail.ts'
import type { Mention } from './types.ts'

const law = cueFinder('law')
const word = cueFinder('citation')
const kindAt = cueFinder('document')
const place = cueFinder('place')
const body = cueFinder('body')

/** The longest name that is not in the list, in words. */
const LONGEST = 10
/** How far back "dự án", "dự thảo" are looked for. */
const LOOK_BACK = 120

export function readLaw(context: Context, at: number, kind: Cue): Mention<'document'> | undefined {
  const { tokens } = context
  const reject = (end: number, code: string, reason: string) =>
    rejectDocument(context, at, end, 'document/law-by-name', code, reason)
  const nameEnd = kind.class === 'LawKind' ? lawNameEnd(context, at, kind) : kind.end
  if (nameEnd === 0) return undefined
  const year = yearAt(context, nameEnd) ?? amendedYear(context, nameEnd)
  if (
    kind.class === 'Constitution' &&
    !year &&
    (tokens.shape[at] === Shape.Lower || !constitutionAlone(context, at, kind.end))
  )
    return undefined
  if (isDraft(context, at)) return reject(nameEnd, 'draft', `"${textOf(context, at, nameEnd)}" is a draft here`)
  const last = year?.end ?? nameEnd
  const name = kind.class === 'LawShort' ? kind.value : textOf(context, at, nameEnd)
  let behind = last
  // "(sửa đổi)" stands outside.
  if (markAt(context, behind) === '(')
    for (let i = behind; i < behind + 8; i++) if (markAt(context, i) === ')') behind = i + 1
  const tail = word(context, behind)?.class === 'Passive' ? readTail(context, behind, 'none') : undefined
  // "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015"
  const dated = word(context, behind)?.class === 'DayWord' ? readDate(context, behind)?.iso : undefined
  const before = tail?.issuer ? undefined : issuerBefore(context, at)
  const adopted = before ? dateBefore(context, before.first) : undefined
  return documentMention(
    context,
    at,
    last,
    'document/law-by-name',
    kind.class === 'LawShort' ? 'Bộ luật' : kind.value,
    {
      year: year?.year ?? null,
      issuer: tail?.issuer ?? before?.issuer ?? null,
      issuedOn: tail?.issuedOn ?? adopted ?? dated ?? null,
      name: name.charAt(0).toUpperCase() + name.slice(1),
    },
  )
}

/** Index behind the name of a law, or 0 where no name stands. */
function lawNameEnd(context: Context, at: number, kind: Cue): number {
  const { tokens } = context
  const from = kind.end
  const capital = tokens.shape[at] !== Shape.Lower
  const known = law(context, from)
  if (known?.class === 'LawName') {
    const proper = tokens.shape[from] !== Shape.Lower
    // "luật hình sự" is a field of law; "Luật Hình sự" and "luật giao thông đường bộ" are cited.
    if (!capital && !proper && (kind.value === 'Đạo luật' || (known.value === 'field' && kind.value === 'Luật')))
      return 0
    // A longer name goes on in capitals: "Luật Giáo dục Đại cương".
    return goesOn(context, known.end) && proper ? guessedEnd(context, known.end) : known.end
  }
  if (known?.class === 'NameEnd' || word(context, from)?.class === 'And') return 0
  if (tokens.kind[from] !== Token.Word || !capital) return 0
  const proper = tokens.shape[from] !== Shape.Lower
  if (proper && tokens.shape[from] === Shape.AllCaps) return 0
  // "Luật bầu cử …" at the start of a sentence may be any noun.
  const sentence = !proper && startsSentence(context, at)
  if (isSea(context, at, from)) return 0
  const end = guessedEnd(context, from)
  // Of a country it is a law: "Luật bầu cử Thái Lan".
  if (sentence && !place(context, end) && word(context, end)?.class !== 'Of') return 0
  return end - from >= (proper ? 1 : 2) ? end : 0
}

const goesOn = ({ tokens }: Context, at: number) =>
  tokens.kind[at] === Token.Word && tokens.shape[at] === Shape.Capital && at < tokens.length

/** A name that is not in the list goes on to a mark, a word of a sentence or 10 words. */
function guessedEnd(context: Context, from: number): number {
  const { tokens } = context
  let i = from
  while (i < tokens.length && i < from + LONGEST && tokens.kind[i] === Token.Word) {
    if (law(context, i)?.class === 'NameEnd' || kindAt(context, i)) break
    if (word(context, i)?.class === 'And' && body(context, i + 1)) break
    // A small name ends at the country.
    if (i > from && tokens.shape[from] === Shape.Lower && tokens.shape[i] !== Shape.Lower) break
    i++
  }
  while (i > from && word(context, i - 1)?.class === 'And') i--
  return i
}

/** "Công ước của Liên Hợp Quốc về Luật Biển" is no law. */
function isSea({ text, tokens }: Context, at: number, from: number): boolean {
  const name = text.slice(tokens.start[from] as number, tokens.end[from] as number).toLowerCase()
  const before = text.slice(tokens.start[Math.max(0, at - 10)] as number, tokens.start[at] as number)
  return (
    name === 'biển' ||
    (/công ước|hiệp ước|khoa |ngành |trường |đại học |ĐH |công ty |báo /iu.test(before.slice(-60)) &&
      /(khoa|ngành|trường|học|ĐH|công ty|báo|viện)\s$/iu.test(before))
  )
}

function startsSentence(context: Context, at: number): boolean {
  const mark = markAt(context, at - 1)
  return at === 0 || context.tokens.kind[at - 1] === Token.Break || (mark !== '' && '.!?"“:*-…'.includes(mark))
}

/** "năm 2013", "2013", "(năm 2013)" */
function yearAt(context: Context, at: number): { year: number; end: number } | undefined {
  const { text, tokens } = context
  const yearWord = word(context, at)
  const from = yearWord?.class === 'YearWord' ? yearWord.end : at
  if (from >= tokens.length || tokens.kind[from] !== Token.Number) return undefined
  const image = text.slice(tokens.start[from] as number, tokens.end[from] as number)
  return /^(19|20)\d\d$/.test(image) ? { year: Number(image), end: from + 1 } : undefined
}

/** "(sửa đổi) năm 2023": the year stands behind the parenthesis. */
function amendedYear(context: Context, at: number): { year: number; end: number } | undefined {
  if (markAt(context, at) !== '(') return undefined
  for (let i = at + 1; i < at + 6; i++) if (markAt(context, i) === ')') return yearAt(context, i + 1)
  return undefined
}

/** "Hiến pháp" by itself is the constitution; "Ngày Hiến pháp", "Hiến pháp này" and "hiến pháp mới" are something else. */
function constitutionAlone(context: Context, at: number, end: number): boolean {
  if (place(context, end)) return true
  if (startsSentence(context, at)) return false
  const behind = context.tokens.end[end - 1] as number
  const next = context.text.slice(behind, behind + 12)
  return !/^\s*(này|mới|đó|sửa đổi|\p{Lu})/u.test(next)
}

/**
 * A bill is no law yet: "dự án Luật X", "dự thảo Luật X", "các dự án: … Luật X; Luật Y". Looks back 120 tokens within the sentence.
 */
function isDraft(context: Context, at: number): boolean {
  const { text, tokens } = context
  let from = at
  for (let i = at - 1; i >= Math.max(0, at - LOOK_BACK); i--) {
    if (tokens.kind[i] === Token.Break) break
    const mark = markAt(context, i)
    if (mark === '.' || mark === '!' || mark === '?') break
    from = i
  }
  if (from === at) return false
  const before = text.slice(tokens.start[from] as number, tokens.start[at] as number)
  return (
    /(?:dự án|dự thảo|dự luật|đề án)(?:\s+(?:sửa đổi|xây dựng))?[\s"“]*$/iu.test(before) ||
    /dự (?:án|thảo)(?: luật)?,?\s?(?:(?:gồm|trong đó có|là|như)\s?)?(?:[:“"]|(?<=gồm|có|là|như)) ?(?=\S)/iu.test(
      `${before}x`,
    )
  )
}
