import type { Mention } from '../facts/types.ts'
import type { Context } from '../parse/context.ts'

/** Relations between facts: topic - speaker - document, deadline - task - assignee, count - scope. */
export function link(mentions: readonly Mention[], _context: Context): readonly Mention[] {
  return mentions
}
