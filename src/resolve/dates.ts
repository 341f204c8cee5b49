/** Values of dates: years from the reference date and the direction of the sentence, relative expressions from it or from the text before. */
import { dateMention } from '../facts/date-mention.ts'
import type { Reading } from '../facts/reading.ts'
import type { Inference, Mention } from '../facts/types.ts'
import type { Context } from '../parse/context.ts'
import { Token } from '../scan/scanner.ts'
import { nothing, Resolver, type Told } from './date-values.ts'
import { directionOf } from './direction.ts'
import { isDateline, type Reference, referenceDay } from './reference.ts'

/**
 * Gives each date its value, in the order of the text.
 * @param documents Offsets right behind a document.
 */
export function resolveDates(
  dates: readonly Mention<'date'>[],
  reference: Reference | null,
  documents: ReadonlySet<number>,
  context: Context,
): Mention<'date'>[] {
  const told = nothing()
  const today = referenceDay(reference)
  let before: Mention<'date'> | undefined
  const lineAt = lineCounter(context)
  const years = yearsByMonth(dates)
  return dates.map((mention) => {
    if (told.yearAt !== undefined && mention.start - told.yearAt > NEAR) told.yearAt = undefined
    const kept = isAside(mention, documents, context) ? { ...told } : undefined
    const resolver = new Resolver(
      today,
      told,
      () => directionOf(mention, context),
      isYearly(mention, before, context),
      reference?.near ?? false,
      years,
      beginsLine(mention, context),
      lineAt(mention.first),
    )
    before = mention
    const result = resolver.value(mention.reading as Reading)
    if (told.year !== undefined && told.yearAt === undefined) told.yearAt = mention.start
    if (kept) restore(told, kept)
    const inferred = resolver.basis.length > 0 ? resolver.basis.map((what) => inference(what, reference)) : undefined
    return dateMention(
      mention,
      result.kind ?? mention.kind,
      result.value,
      mention.reading as Reading,
      mention.mod,
      inferred,
    )
  })
}

function inference(what: string, reference: Reference | null): Inference {
  if (what === 'anaphor') return { field: 'value', basis: 'the date told before' }
  const known = reference ? ` ${reference.date}, ${reference.basis}` : ', which is not known'
  return { field: 'value', basis: `${what === 'year' ? 'year by ' : ''}the reference date${known}` }
}

/** Forgets what a date on the side has told, but for the first year of the text. */
function restore(told: Told, before: Told): void {
  told.day = before.day
  told.dayLine = before.dayLine
  told.newsDay = before.newsDay
  told.partial = before.partial
  told.month = before.month
  if (before.year === undefined) return
  told.year = before.year
  told.yearAt = before.yearAt
}

/** The year of each month that is told with one and the same year throughout the article. */
function yearsByMonth(dates: readonly Mention<'date'>[]): ReadonlyMap<number, number | undefined> {
  const years = new Map<number, number | undefined>()
  for (const { reading } of dates) {
    if (reading?.shape !== 'point') continue
    const { year, month, lunar } = reading.point
    if (year !== undefined && month !== undefined && !lunar)
      years.set(month, years.has(month) && years.get(month) !== year ? undefined : year)
  }
  return years
}

/** Whether a date is the first of its line, but for a short word: "Vào chiều 5/9". */
function beginsLine({ first }: Mention<'date'>, { tokens }: Context): boolean {
  return first <= 1 || tokens.kind[first - 1] === Token.Break || tokens.kind[first - 2] === Token.Break
}

/** Line numbers of tokens that are asked for in order. */
function lineCounter({ tokens }: Context): (token: number) => number {
  let at = 0
  let line = 0
  return (token) => {
    for (; at < token; at++) if (tokens.kind[at] === Token.Break) line++
    return line
  }
}

/** How far back "năm trước" finds the year that it counts from, in characters. */
const NEAR = 300

/** Whether a date is told on the side, so that "cùng ngày" does not mean it: the date of a document, a deadline. */
function isAside(mention: Mention<'date'>, documents: ReadonlySet<number>, context: Context): boolean {
  const { tokens, text } = context
  const word = mention.first > 0 ? text.slice(tokens.start[mention.first - 1], tokens.end[mention.first - 1]) : ''
  if (word.length < 6 && /^(?:trước|nhất|hết|hạn|chót|là)$/i.test(word)) return true
  if (isDateline(mention, context)) return true
  return documents.has(mention.start)
}

/** Whether "hằng năm" in the same sentence says that the date comes each year. */
function isYearly(mention: Mention<'date'>, before: Mention<'date'> | undefined, { text }: Context): boolean {
  return (
    before?.reading?.shape === 'set' &&
    /^P(?:1Y|[346]M)$/.test(before.reading.value) &&
    mention.start - before.end < 80 &&
    !/[.;\n]/.test(text.slice(before.end, mention.start))
  )
}
