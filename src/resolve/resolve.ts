import type { Mention } from '../facts/types.ts'
import type { Context } from '../parse/context.ts'

export interface Resolved {
  readonly mentions: readonly Mention[]
  readonly reference: { readonly date: string; readonly basis: string } | null
}

/** Reference date, years, coreference and identity. */
export function resolve(mentions: readonly Mention[], context: Context): Resolved {
  return { mentions, reference: context.reference ? { date: context.reference, basis: 'given by the caller' } : null }
}
