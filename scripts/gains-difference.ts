/** What two versions find in one article, compared. */
import type { Item } from '../src/eval/match.ts'

export interface Change {
  /** `changed`: the same type and span with other fields. */
  readonly kind: 'gained' | 'lost' | 'changed'
  readonly fact: Item
  /** Of a change: each field that differs, before and after. */
  readonly fields?: string
}

/** Rules and confidences say how a fact was found, not what it is. */
const HOW = new Set(['rule', 'confidence', 'inferred'])

export function difference(before: readonly Item[], after: readonly Item[]): Change[] {
  const place = ({ type, start, end }: Item) => `${type} ${start} ${end}`
  // Two facts of one type may have one span: they are told apart by their order.
  const index = (facts: readonly Item[]) => {
    const places = new Map<string, Item[]>()
    for (const fact of facts) places.set(place(fact), [...(places.get(place(fact)) ?? []), fact])
    return places
  }
  const old = index(before)
  const changes: Change[] = []
  for (const [key, facts] of index(after)) {
    const others = old.get(key) ?? []
    old.delete(key)
    facts.forEach((fact, i) => {
      const other = others[i]
      if (!other) changes.push({ kind: 'gained', fact })
      else {
        const fields = fieldsThatDiffer(other, fact)
        if (fields !== '') changes.push({ kind: 'changed', fact, fields })
      }
    })
    for (const fact of others.slice(facts.length)) changes.push({ kind: 'lost', fact })
  }
  for (const facts of old.values()) for (const fact of facts) changes.push({ kind: 'lost', fact })
  return changes.sort((a, b) => a.fact.start - b.fact.start)
}

function fieldsThatDiffer(before: Item, after: Item): string {
  const names = new Set([...Object.keys(before), ...Object.keys(after)].filter((name) => !HOW.has(name)))
  return [...names]
    .map((name) => ({ name, from: JSON.stringify(before[name]), to: JSON.stringify(after[name]) }))
    .filter(({ from, to }) => from !== to)
    .map(({ name, from, to }) => `${name}: ${from} → ${to}`)
    .join('; ')
}
