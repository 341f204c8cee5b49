import type { Reading } from './reading.ts'
import type { Inference, Mention } from './types.ts'

/** Where a mention stands, and the rule that found it. */
type Place = Pick<Mention<'date'>, 'first' | 'last' | 'start' | 'end' | 'rule'>

/**
 * All mentions of dates are made here, with all fields in one order, undefined where there is nothing. That is more than tidy: where an
 * object is copied (`{ ...mention }`) and a field added, the engine makes a new form for each copy, and searches it at each look.
 */
export function dateMention(
  { first, last, start, end, rule }: Place,
  kind: Mention<'date'>['kind'],
  value: string,
  reading: Reading,
  mod: Mention<'date'>['mod'] | undefined,
  inferred: readonly Inference[] | undefined,
): Mention<'date'> {
  const mention = { type: 'date' as const, first, last, start, end, rule, kind, value, reading, mod, inferred }
  return mention as Mention<'date'>
}
