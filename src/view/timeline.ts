/** Dates and deadlines in the order of time. */
import type { DateFact, DeadlineFact, ExplainedFact, Fact, OwnFact } from '../index.ts'
import { factLink } from './facts.ts'
import { type Html, html } from './html.ts'
import { deadlineLabel } from './relations.ts'
import { oneLine } from './summary.ts'

interface Entry {
  readonly fact: DateFact | DeadlineFact
  readonly i: number
  readonly value: string
}

/** When a value begins, as a string that sorts; undefined for a value without a year. */
export function beginning(value: string): string | undefined {
  const match = /^(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|Q([1-4])|H([12])|W(\d\d)))?/.exec(value)
  if (!match) return undefined
  const [, year = '', month, day, quarter, half, week] = match
  const first = quarter
    ? 3 * Number(quarter) - 2
    : half
      ? 6 * Number(half) - 5
      : week
        ? Math.min(12, 1 + Math.floor((Number(week) * 7) / 30.5))
        : Number(month ?? 0)
  // A whole year comes before its months, a whole month before its days.
  return `${year}-${String(first).padStart(2, '0')}-${day ?? '00'}${value.slice(10)}`
}

/** Entries with a place in time by year, and those without one (durations, dates whose year is not known). */
export function timeline(facts: readonly ExplainedFact<OwnFact>[]): Html | undefined {
  const entries = entriesOf(facts)
  if (entries.length === 0) return undefined
  const years = new Map<string, Map<string, Entry[]>>()
  const floating: Entry[] = []
  for (const entry of entries) {
    const year = beginning(entry.value)?.slice(0, 4)
    if (year === undefined) floating.push(entry)
    else
      push(
        within(years, year, () => new Map()),
        entry.value,
        entry,
      )
  }
  return html`${[...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([year, points]) => html`<section><h4>${year}</h4><ol class="rail">
${[...points]
  .sort(([a], [b]) => ((beginning(a) as string) < (beginning(b) as string) ? -1 : 1))
  .map(
    ([value, here]) =>
      html`<li class="${here.some(({ fact }) => fact.type === 'deadline') && 'due'}"><span class="when">${withoutYear(value, year)}</span><span class="events">${here.map(event)}</span></li>`,
  )}</ol></section>`,
    )}
${floating.length > 0 && html`<section><h4>No place in time</h4><ol class="rail floating">${floating.map((entry) => html`<li><span class="when">${entry.value || '?'}</span><span class="events">${event(entry)}</span></li>`)}</ol></section>`}`
}

const withoutYear = (value: string, year: string) =>
  value === year ? 'the year' : value.startsWith(`${year}-`) && !value.includes('/') ? value.slice(5) : value

function event({ fact, i }: Entry): Html {
  if (fact.type === 'date') return factLink('date', i, oneLine(fact.text))
  const label = [deadlineLabel(fact), fact.task, fact.assignee].filter((part) => part !== null).join(' · ')
  return factLink('deadline', i, oneLine(label))
}

function entriesOf(facts: readonly ExplainedFact<OwnFact>[]): Entry[] {
  const known = facts.map(({ fact }) => fact as Fact)
  const deadlines = known.flatMap((fact) => (fact.type === 'deadline' ? [fact] : [])).sort((a, b) => a.start - b.start)
  let next = 0
  let reach = 0
  return known.flatMap((fact, i): Entry[] => {
    if (fact.type === 'deadline') return [{ fact, i, value: fact.due ?? fact.within ?? '' }]
    if (fact.type !== 'date') return []
    for (; (deadlines[next]?.start ?? Number.POSITIVE_INFINITY) <= fact.start; next++)
      reach = Math.max(reach, (deadlines[next] as DeadlineFact).end)
    // The date of a deadline stands with it.
    return fact.end <= reach ? [] : [{ fact, i, value: fact.value }]
  })
}

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

const push = (map: Map<string, Entry[]>, key: string, entry: Entry) => within(map, key, () => []).push(entry)
