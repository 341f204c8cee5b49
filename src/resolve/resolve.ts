import type { Mention } from '../facts/types.ts'
import { type Context, mentionsOf } from '../parse/context.ts'
import { resolveDates } from './dates.ts'
import { documents } from './documents.ts'
import { behindDocuments, findReference, type Reference } from './reference.ts'

export interface Resolved {
  readonly mentions: readonly Mention[]
  readonly reference: Reference | null
}

/** Reference date, years, coreference and identity. */
export function resolve(mentions: readonly Mention[], context: Context): Resolved {
  const dates = mentionsOf(mentions, 'date')
  const behind = behindDocuments(context)
  const reference = findReference(dates, behind, context)
  const resolved = resolveDates(dates, reference, behind, context)
  let next = 0
  return {
    mentions: documents(mentions.map((mention) => (mention.type === 'date' ? (resolved[next++] as Mention) : mention))),
    reference,
  }
}
