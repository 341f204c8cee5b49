/** The date that an article is read against: the caller's, else what the article says of itself. Never the machine's clock. */
import type { Mention } from '../facts/types.ts'
import type { Context } from '../parse/context.ts'
import { Token } from '../scan/scanner.ts'
import { type Day, dayNumber, isoDay, parseIsoDay } from './calendar.ts'

export interface Reference {
  readonly date: string
  readonly basis: string
  /** Whether the article is of about that day: "hôm nay" may be read against it. */
  readonly near: boolean
}

/** The most tokens before the date in a dateline: "Hải Phòng, ngày ...". */
const DATELINE = 6
/** The lead of an article, in characters. */
const LEAD = 600

/** @param documents Offsets right behind a document. */
export function findReference(
  dates: readonly Mention<'date'>[],
  documents: ReadonlySet<number>,
  context: Context,
): Reference | null {
  if (context.reference) return { date: context.reference, basis: 'given by the caller', near: true }
  const latestYear = dates.reduce((latest, { reading }) => {
    const year = reading?.shape === 'point' ? (reading.point.year ?? 0) : 0
    return year > latest && year < 2100 ? year : latest
  }, 0)
  const full = dates.flatMap((mention) => {
    const day = fullDay(mention)
    return day && !isBound(mention, context) ? [{ mention, day }] : []
  })
  const line = full.find(({ mention }) => isDateline(mention, context))
  if (line)
    return {
      date: isoDay(line.day),
      basis: `the dateline "${context.text.slice(line.mention.start, line.mention.end)}"`,
      near: true,
    }
  const lead = full.find(
    ({ mention }) => mention.start < LEAD && !documents.has(mention.start) && !isOfPaper(mention, context),
  )
  if (lead)
    return {
      date: isoDay(lead.day),
      basis: `the full date "${context.text.slice(lead.mention.start, lead.mention.end)}" in the lead`,
      near: true,
    }
  // A birthday or an anniversary is not the day of the news: years told elsewhere must not be later.
  const [latest] = full
    .filter(({ day }) => day.year >= latestYear - 1)
    .sort((a, b) => dayNumber(b.day) - dayNumber(a.day))
  return latest
    ? {
        date: isoDay(latest.day),
        basis: `the latest full date "${context.text.slice(latest.mention.start, latest.mention.end)}"`,
        near: false,
      }
    : null
}

/** Offsets right behind a document, at most a comma and spaces away: a date that begins there is the document's. */
export function behindDocuments({ found }: Context): ReadonlySet<number> {
  const offsets = new Set<number>()
  for (const { type, end } of found) if (type === 'document') for (let gap = 0; gap < 4; gap++) offsets.add(end + gap)
  return offsets
}

/** "bản án ngày 5/6/2018", "theo hợp đồng ngày 3/2/2017": the day of a paper without a number. */
function isOfPaper({ first }: Mention<'date'>, { tokens, text }: Context): boolean {
  if (first < 2) return false
  return /^(?:bản án|quyết định|văn bản|công văn|hợp đồng|giấy phép|tờ trình|kháng nghị|cáo trạng|vi bằng)$/i.test(
    text.slice(tokens.start[first - 2], tokens.end[first - 1]),
  )
}

/** Whether a date is the end of something to come: "đến ngày", "trước ngày". */
function isBound({ first }: Mention<'date'>, { tokens, text }: Context): boolean {
  return first > 0 && /^(?:đến|hết|trước|tới)$/i.test(text.slice(tokens.start[first - 1], tokens.end[first - 1]))
}

/** The day of a mention that tells year, month and day. */
function fullDay({ reading }: Mention<'date'>): Day | undefined {
  if (reading?.shape !== 'point') return undefined
  const { year, month, day, lunar } = reading.point
  return year !== undefined && month !== undefined && day !== undefined && !lunar ? { year, month, day } : undefined
}

/** Whether a date has its line to itself, but for a place before it and a clock time behind it. */
export function isDateline(mention: Mention<'date'>, { tokens }: Context): boolean {
  let before = 0
  for (let i = mention.first - 1; i >= 0 && tokens.kind[i] !== Token.Break; i--)
    if (++before > DATELINE || (tokens.kind[i] as number) >= Token.Number) return false
  let behind = 0
  for (let i = mention.last; i < tokens.length && tokens.kind[i] !== Token.Break; i++)
    if (++behind > 3 || tokens.kind[i] === Token.Word) return false
  return true
}

export const referenceDay = (reference: Reference | null): Day | null =>
  reference ? parseIsoDay(reference.date) : null
