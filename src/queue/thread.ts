/** The worker thread of the queue: articles in, the filter's lines out. Lines, since text goes from thread to thread at less cost than objects. */
import { lineOf, outcomesOf } from '../handler/outcome.ts'
import { answerTasks } from '../workers/answer.ts'
import type { JobData } from './job.ts'

/** A line of facts, or the reason why there is none. */
export type Answered =
  | { readonly id: string | number; readonly line: string }
  | { readonly id: string | number | null; readonly reason: string }

answerTasks<JobData, Answered[]>(({ articles, options }) =>
  outcomesOf(articles, options).map((outcome) =>
    'error' in outcome
      ? { id: outcome.id, reason: `${outcome.error.code}: ${outcome.error.message}` }
      : { id: outcome.id, line: lineOf(outcome) },
  ),
)
