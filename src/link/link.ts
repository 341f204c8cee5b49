import type { Mention } from '../facts/types.ts'
import type { Context } from '../parse/context.ts'
import { linkDeadlines } from './deadlines.ts'
import { linkTopics } from './topics.ts'

/** Relations between facts: topic - speaker - document, deadline - task - assignee, count - scope. */
export function link(mentions: readonly Mention[], context: Context): readonly Mention[] {
  return linkTopics(linkDeadlines(mentions, context))
}
