/** Which of two mentions stays where they overlap. A pure function of the mentions; each loser gets a reason. */
import type { FactType, Mention, Rejection } from '../facts/types.ts'

/**
 * Kinds that take the room of others: in the span of a document no date and no count is read of its own.
 * All other kinds may overlap (a topic holds dates and documents, a deadline holds its date).
 */
export const excludes: Readonly<Partial<Record<FactType, readonly FactType[]>>> = {
  document: ['date', 'bridgePoints', 'attendance', 'document'],
  date: ['date'],
  bridgePoints: ['attendance'],
}

/** Kinds of which mentions take the room of others; with the built-in ones those of users. */
export type Excludes = Readonly<Record<string, readonly FactType[] | undefined>>

/** The types that may take the room of a type. */
export const rivals = (type: FactType, rules: Excludes): string[] =>
  Object.keys(rules).filter((other) => rules[other]?.includes(type))

export interface Choice {
  readonly kept: Mention[]
  readonly rejected: Rejection[]
}

/**
 * @param mentions In any order. Kept ones come in the order of the text, of equal starts the longer first.
 * @param rules Which types take the room of which.
 */
export function choose(mentions: readonly Mention[], rules: Excludes = excludes): Choice {
  const sorted = [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Mention[] = []
  const rejected: Rejection[] = []
  const losers = new Set<Mention>()
  for (let i = 0; i < sorted.length; i++) {
    const a = sorted[i] as Mention
    if (losers.has(a)) continue
    for (let j = i + 1; j < sorted.length && (sorted[j] as Mention).start < a.end; j++) {
      const b = sorted[j] as Mention
      if (losers.has(b)) continue
      const winner = excludesOther(a, b, rules) ? a : excludesOther(b, a, rules) ? b : undefined
      if (!winner) continue
      const loser = winner === a ? b : a
      losers.add(loser)
      rejected.push({
        type: loser.type,
        start: loser.start,
        end: loser.end,
        rule: loser.rule,
        code: 'overlap',
        reason: `the room is taken by the ${winner.type} of rule ${winner.rule}`,
      })
      if (loser === a) break
    }
    if (!losers.has(a)) kept.push(a)
  }
  return { kept, rejected }
}

/** A term of office in a document's name is a date nevertheless: "Nghị quyết Đại hội ... nhiệm kỳ 2020-2025". */
const excludesOther = (a: Mention, b: Mention, rules: Excludes): boolean =>
  (rules[a.type]?.includes(b.type) ?? false) && !(a.type === 'document' && b.type === 'date' && b.kind === 'interval')
