/** What a report tells of an archive, gathered in one pass over its facts. */
import type { FactFields, FactRow } from '../rows.ts'

export interface Gathered {
  readonly documents: number
  readonly facts: number
  readonly types: ReadonlyMap<string, number>
  /** Months as YYYY-MM, of the days that documents were read against; by type. */
  readonly months: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Documents without such a day. */
  readonly undated: number
  /** By key, or code where the article does not settle the key. */
  readonly cited: readonly Cited[]
  readonly officials: readonly Person[]
  /** Of due dates that are whole days. */
  readonly deadlines: readonly Deadline[]
  readonly openDeadlines: number
  readonly ambiguous: Samples
  readonly unresolved: Samples
}

export interface Cited {
  readonly label: string
  readonly subject: string | null
  readonly mentions: number
  readonly documents: number
}

export interface Person {
  readonly name: string
  readonly documents: number
  readonly titles: readonly Held[]
}

/** A title as it was said, on which days from first to last. */
export interface Held {
  readonly title: string
  readonly documents: number
  readonly first: string | null
  readonly last: string | null
}

export interface Deadline {
  readonly due: string
  readonly inclusive: boolean
  readonly task: string | null
  readonly assignee: string | null
  readonly document: string
}

export interface Samples {
  readonly count: number
  readonly some: readonly { readonly document: string; readonly text: string; readonly why: string }[]
}

/** So many of each list are kept for the page. */
const SAMPLES = 40

export async function gather(rows: AsyncIterable<FactRow>): Promise<Gathered> {
  let [documents, facts, undated, openDeadlines] = [0, 0, 0, 0]
  let last: string | undefined
  const types = new Map<string, number>()
  const months = new Map<string, Map<string, number>>()
  const cited = new Map<
    string,
    { label: string; subject: string | null; mentions: number; documents: number; last: string }
  >()
  const people = new Map<string, { documents: number; last: string; titles: Map<string, Mutable<Held>> }>()
  const deadlines: Deadline[] = []
  const ambiguous = new Sampler()
  const unresolved = new Sampler()

  for await (const { document, reference, fact } of rows) {
    if (document !== last) {
      documents++
      last = document
      if (reference === null) undated++
    }
    if (!fact) continue
    facts++
    bump(types, fact.type)
    if (reference !== null) {
      const month = reference.slice(0, 7)
      bump(months.get(month) ?? setIn(months, month, new Map<string, number>()), fact.type)
    }
    switch (fact.type) {
      case 'document':
        cite(fact, document)
        break
      case 'official':
        hold(fact, document, reference)
        break
      case 'deadline':
        due(fact, document)
        break
      case 'date':
        if (text(fact, 'value')?.includes('X')) unresolved.add(document, fact, text(fact, 'value') ?? '')
        break
    }
  }
  return {
    documents,
    facts,
    types,
    months: new Map([...months].sort(([a], [b]) => (a < b ? -1 : 1))),
    undated,
    cited: [...cited.values()]
      .map(({ label, subject, mentions, documents }) => ({ label, subject, mentions, documents }))
      .sort((a, b) => b.mentions - a.mentions || (a.label < b.label ? -1 : 1)),
    officials: [...people]
      .map(([name, { documents, titles }]) => ({ name, documents, titles: [...titles.values()].sort(byDay) }))
      .sort((a, b) => b.documents - a.documents || (a.name < b.name ? -1 : 1)),
    deadlines: deadlines.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)),
    openDeadlines,
    ambiguous: ambiguous.samples,
    unresolved: unresolved.samples,
  }

  function cite(fact: FactFields, document: string): void {
    const may = fact['ambiguous']
    if (Array.isArray(may)) ambiguous.add(document, fact, `may be ${may.join(' or ')}`)
    const label = text(fact, 'key') ?? text(fact, 'code')
    if (label === null) {
      if (!Array.isArray(may)) unresolved.add(document, fact, 'which document it is')
      return
    }
    // One law is written with and without capitals.
    const key = label.toLowerCase()
    const entry = cited.get(key) ?? setIn(cited, key, { label, subject: null, mentions: 0, documents: 0, last: '' })
    entry.mentions++
    entry.subject ??= text(fact, 'subject')
    if (entry.last !== document) entry.documents++
    entry.last = document
  }

  function hold(fact: FactFields, document: string, day: string | null): void {
    const name = text(fact, 'name')
    const titles = fact['titles']
    if (name === null || !Array.isArray(titles)) return
    const person = people.get(name) ?? setIn(people, name, { documents: 0, last: '', titles: new Map() })
    if (person.last !== document) person.documents++
    person.last = document
    for (const title of titles.map(String)) {
      const held =
        person.titles.get(title) ?? setIn(person.titles, title, { title, documents: 0, first: null, last: null })
      held.documents++
      if (day === null) continue
      if (held.first === null || day < held.first) held.first = day
      if (held.last === null || day > held.last) held.last = day
    }
  }

  function due(fact: FactFields, document: string): void {
    const day = text(fact, 'due')
    if (day === null || !/^\d{4}-\d\d-\d\d$/.test(day)) {
      openDeadlines++
      if (day?.includes('X')) unresolved.add(document, fact, day)
      return
    }
    const inclusive = fact['inclusive'] === true
    deadlines.push({ due: day, inclusive, task: text(fact, 'task'), assignee: text(fact, 'assignee'), document })
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

class Sampler {
  #count = 0
  readonly #some: { document: string; text: string; why: string }[] = []

  add(document: string, fact: FactFields, why: string): void {
    if (this.#count++ < SAMPLES) this.#some.push({ document, text: text(fact, 'text') ?? '', why })
  }

  get samples(): Samples {
    return { count: this.#count, some: this.#some }
  }
}

const text = (fact: FactFields, field: string): string | null => {
  const value = fact[field]
  return typeof value === 'string' && value !== '' ? value : null
}

const byDay = (a: Held, b: Held) => ((a.first ?? '') < (b.first ?? '') ? -1 : 1)

function bump(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function setIn<V>(map: Map<string, V>, key: string, value: V): V {
  map.set(key, value)
  return value
}
