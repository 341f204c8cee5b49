/** Whether the facts of two forms of one text are the same: their values, and their evidence but for how it is written. */
import { fold } from '../eval/fold.ts'
import type { Fact } from '../index.ts'

export interface Same {
  /** Facts of the first form that the second has too, in order. */
  readonly same: number
  readonly before: number
  readonly after: number
  /** What only one of them has: for people. */
  readonly lost: readonly Fact[]
  readonly gained: readonly Fact[]
  /** Whether each fact of the second form is found where it says, character for character. */
  readonly inPlace: boolean
}

export function compareForms(before: readonly Fact[], after: readonly Fact[], text: string): Same {
  const waiting = new Map<string, Fact[]>()
  for (const fact of after) {
    const key = keyOf(fact)
    const list = waiting.get(key)
    if (list) list.push(fact)
    else waiting.set(key, [fact])
  }
  const lost = before.filter((fact) => waiting.get(keyOf(fact))?.shift() === undefined)
  return {
    same: before.length - lost.length,
    before: before.length,
    after: after.length,
    lost,
    gained: [...waiting.values()].flat(),
    inPlace: after.every((fact) => text.slice(fact.start, fact.end) === fact.text),
  }
}

/** What a fact says, without its place; words without how they are written. */
function keyOf(fact: Fact): string {
  const { start: _start, end: _end, ...rest } = fact
  const said = 'mentions' in rest ? { ...rest, mentions: rest.mentions.length } : rest
  return JSON.stringify(said, (_, value) => (typeof value === 'string' ? fold(value.replace(/\u00ad/g, '')) : value))
}
