/** Deadlines and their dates: what bounds a task is known when the dates have their values. */
import type { Mention } from '../facts/types.ts'
import { type Context, mentionsOf } from '../parse/context.ts'
import { addDays, daysInMonth, isoDay, twoDigits, weekdayOf } from '../resolve/calendar.ts'
import { lexicons } from '../scan/load.ts'
import { Token } from '../scan/scanner.ts'

/** Gives each deadline the bound of the date in its span; one whose date is gone, since a document took its room, goes too. */
export function linkDeadlines(mentions: readonly Mention[], context: Context): readonly Mention[] {
  const deadlines = mentionsOf(mentions, 'deadline')
  if (deadlines.length === 0) return mentions
  const dates = mentionsOf(mentions, 'date')
  let next = 0
  return mentions.flatMap((mention): Mention[] => {
    if (mention.type !== 'deadline') return [mention]
    while (next < dates.length && (dates[next] as Mention).start < mention.start) next++
    const date = dates[next]
    if (!date || date.end > mention.end) return []
    if (mention.within !== null) return [{ ...mention, within: date.value }]
    const unsaid = date.value.startsWith('XXXX') || (date.inferred ?? []).length > 0
    const due = bound(date, mention.inclusive, comesBack(mention, context, unsaid))
    if (due === null) return []
    if (isHistory(due, context.reference)) {
      const { type, start, end, rule } = mention
      const reason = `${due} is more than a year before ${context.reference}`
      context.reject({ type, start, end, rule, code: 'history', reason })
      return []
    }
    // Where the date's year is inferred, so is the day that bounds the task.
    const inferred = date.inferred?.map(({ basis }) => ({ field: 'due', basis }))
    // Not `{ ...mention, inferred }`: see `dateMention`.
    const { type, first, last, start, end, rule, inclusive, within, task, assignee } = mention
    return inferred
      ? [{ type, first, last, start, end, rule, due, inclusive, within, task, assignee, inferred }]
      : [{ type, first, last, start, end, rule, due, inclusive, within, task, assignee }]
  })
}

/** What was due more than a year before the article is a story, nothing that has to be done. */
function isHistory(due: string, reference: string | null): boolean {
  return reference !== null && /^\d{4}/.test(due) && Number(due.slice(0, 4)) + 1 < Number(reference.slice(0, 4))
}

/** Tokens of "Định kỳ 6 tháng, các đơn vị báo cáo kết quả trước ngày 10/6 và". */
const REGULAR = 24

/** "Hằng năm, trước ngày 31/7"; "Định kỳ" tells it of days without a year in the whole sentence. */
function comesBack(mention: Mention<'deadline'>, { tokens }: Context, unsaid: boolean): boolean {
  const mask = lexicons().bit('deadline')
  for (let i = mention.first - 1; i >= Math.max(0, mention.first - REGULAR) && tokens.kind[i] !== Token.Break; i--) {
    const name = lexicons().longest(tokens, i, mask)?.entries[0]?.class
    if (name === 'Yearly' && i >= mention.first - 4) return true
    if (name === 'Regular' && unsaid) return true
  }
  return false
}

/**
 * The ISO day that a TIMEX3 value bounds: of a unit its last day, or its first where the task is to be done before it. Null where the
 * value has no calendar place at all.
 */
export function bound(
  date: Pick<Mention<'date'>, 'value' | 'kind'>,
  inclusive: boolean,
  yearly: boolean,
): string | null {
  const ends = date.value.split('/')
  let value = (inclusive ? ends.at(-1) : ends[0]) as string
  value = value.replace(/T.*$/, '')
  if (yearly) value = value.replace(/^\d{4}/, 'XXXX')
  if (/^[\dX]{4}-[\dX]{2}-\d\d$/.test(value)) return value
  const month = /^([\dX]{4})-(\d\d)$/.exec(value)
  if (month) return dayOf(month[1] as string, Number(month[2]), inclusive)
  const quarter = /^([\dX]{4})-Q([1-4])$/.exec(value)
  if (quarter) return dayOf(quarter[1] as string, Number(quarter[2]) * 3 - (inclusive ? 0 : 2), inclusive)
  const half = /^([\dX]{4})-H([12])$/.exec(value)
  if (half) return dayOf(half[1] as string, Number(half[2]) * 6 - (inclusive ? 0 : 5), inclusive)
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value)
  if (week) return dayOfWeek(Number(week[1]), Number(week[2]), inclusive ? 7 : week[3] ? 6 : 1)
  const season = /^([\dX]{4})-(SP|SU|FA|WI)$/.exec(value)
  if (season) return null
  if (/^\d{4}$/.test(value)) return dayOf(value, inclusive ? 12 : 1, inclusive)
  const decade = /^(\d{3})X$/.exec(value)
  if (decade) return dayOf(`${decade[1]}${inclusive ? 9 : 0}`, inclusive ? 12 : 1, inclusive)
  return null
}

/** The first or last day of a month; February of an unknown year has 28 days. */
function dayOf(year: string, month: number, last: boolean): string {
  const days = daysInMonth(/^\d{4}$/.test(year) ? Number(year) : 2001, month)
  return `${year}-${twoDigits(month)}-${twoDigits(last ? days : 1)}`
}

/** A day of an ISO week, Monday is 1. */
function dayOfWeek(year: number, week: number, day: number): string {
  // 4 January is always in week 1.
  const fourth = { year, month: 1, day: 4 }
  return isoDay(addDays(fourth, (week - 1) * 7 + day - weekdayOf(fourth)))
}
