/** The date beside a citation, read from the tokens, for date facts come later; a year that is not said stays X. */
import type { Context } from '../parse/context.ts'
import { cueFinder, markAt } from '../parse/cues.ts'
import { Token } from '../scan/scanner.ts'

const cue = cueFinder('citation')

export interface ReadDate {
  /** ISO date, year-month or year; XXXX for a year that is not said. */
  readonly iso: string
  /** Index of the token behind it. */
  readonly end: number
}

/** "ngày 24/11/2023", "ngày 26 tháng 02 năm 2020", "ngày 10/6", "tháng 3/2016", "năm 2015", with the words before them. */
export function readDate(context: Context, at: number): ReadDate | undefined {
  const { tokens } = context
  let i = at
  const lead = cue(context, i)
  if (lead?.class === 'YearWord') {
    const year = wholeNumber(context, lead.end)
    return year && year >= 1900 && year < 2100 ? { iso: String(year), end: lead.end + 1 } : undefined
  }
  if (lead?.class === 'DayWord') i = lead.end
  if (lead?.class === 'MonthWord') return monthYear(context, lead.end)
  const image = imageAt(context, i)
  if (tokens.kind[i] === Token.DayMonthYear) {
    const [day, month, year] = image.split(/\s*[-/.]\s*/)
    const iso = isoDate(Number(year), Number(month), Number(day))
    return iso ? { iso, end: i + 1 } : undefined
  }
  if (lead?.class !== 'DayWord') return undefined
  if (tokens.kind[i] === Token.Pair) {
    const [day, month] = image.split(/[-/.]/)
    const iso = isoDate(null, Number(month), Number(day))
    return iso ? { iso, end: i + 1 } : undefined
  }
  const day = wholeNumber(context, i)
  if (day === undefined || cue(context, i + 1)?.class !== 'MonthWord') return undefined
  if (tokens.kind[i + 2] === Token.MonthYear) {
    const [month, year] = imageAt(context, i + 2).split(/[-/.]/)
    const iso = isoDate(Number(year), Number(month), day)
    return iso ? { iso, end: i + 3 } : undefined
  }
  const month = wholeNumber(context, i + 2)
  if (month === undefined) return undefined
  const yearWord = cue(context, i + 3)
  const year = yearWord?.class === 'YearWord' ? wholeNumber(context, i + 4) : undefined
  const iso = isoDate(year ?? null, month, day)
  return iso ? { iso, end: year === undefined ? i + 3 : i + 5 } : undefined
}

function monthYear(context: Context, i: number): ReadDate | undefined {
  if (context.tokens.kind[i] === Token.MonthYear) {
    const [month, year] = imageAt(context, i).split(/[-/.]/)
    return { iso: `${year}-${(month as string).padStart(2, '0')}`, end: i + 1 }
  }
  return undefined
}

/**
 * The date that ends right before a token, with a comma between: "Ngày 10/11/2014, Quốc hội đã ban hành …". Looks back 6 tokens.
 */
export function dateBefore(context: Context, at: number): string | undefined {
  let end = at
  if (markAt(context, end - 1) === ',') end--
  for (let i = end - 1; i >= Math.max(0, end - 6); i--) {
    const kind = context.tokens.kind[i] as number
    if (kind === Token.Break) return undefined
    const word = cue(context, i)?.class
    const dated =
      kind === Token.DayMonthYear || (word === 'DayWord' && context.tokens.kind[i + 1] !== Token.DayMonthYear)
    // "Chiều 9/6, Quốc hội thông qua …"
    if (kind === Token.Pair && i + 1 === end) {
      const [day, month] = imageAt(context, i).split(/[-/.]/)
      return isoDate(null, Number(month), Number(day))
    }
    if (!dated) continue
    const date = readDate(context, i)
    if (date?.end !== end) continue
    // "Kết luận 01-KL/TW ngày 18/5/2021, Đảng ủy ban hành Kế hoạch": the date is the document's before it.
    const from = cue(context, i - 1)?.class === 'DayWord' ? i - 1 : i
    const code = markAt(context, from - 1) === ',' ? from - 2 : from - 1
    return code >= 0 && context.tokens.kind[code] === Token.Code ? undefined : date.iso
  }
  return undefined
}

function isoDate(year: number | null, month: number, day: number): string | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined
  if (year !== null && (year < 1900 || year > 2100)) return undefined
  const two = (n: number) => String(n).padStart(2, '0')
  return `${year ?? 'XXXX'}-${two(month)}-${two(day)}`
}

const imageAt = ({ text, tokens }: Context, i: number) => text.slice(tokens.start[i] as number, tokens.end[i] as number)

function wholeNumber(context: Context, i: number): number | undefined {
  if (i >= context.tokens.length || context.tokens.kind[i] !== Token.Number) return undefined
  const image = imageAt(context, i)
  return /^\d{1,4}$/.test(image) ? Number(image) : undefined
}
