/**
 * Extraction for serverless functions that are given messages in batches (`trichluc/handler`): a pure function, without a dependency on anyone's SDK.
 * The form of messages and failures is that of AWS SQS, which other queues' adapters know as well.
 */
import type { Extraction, ExtractOptions } from '../index.ts'
import { type Failure, outcomesOf } from './outcome.ts'

export type { Failure } from './outcome.ts'

/** A message, as SQS has it among other fields. */
export interface Message {
  readonly messageId: string
  /** An article `{"id", "text", "publishedAt"?}`, as JSON text or as the object itself. */
  readonly body: unknown
}

/** What a message came to. */
export interface Result {
  readonly messageId: string
  /** The article's. */
  readonly id: string | number
  readonly extraction: Extraction
}

/** A message that could not be done, and why. To repeat it helps only where it is mended. */
export interface FailedMessage extends Failure {
  readonly messageId: string
  /** The article's, where it has one. */
  readonly id: string | number | null
}

/** What a batch of messages came to: each message is either in `results` or in `failures`. */
export interface BatchResult {
  /** Of the messages that could be done, in their order. */
  readonly results: readonly Result[]
  readonly failures: readonly FailedMessage[]
  /** The same failures in the form of a partial batch response: return it as `{ batchItemFailures }`, and only these messages come again. */
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[]
}

/**
 * The facts of a batch of messages. A message that is no article fails alone.
 * @param options The same for all; an article's `publishedAt` goes before `referenceDate`.
 * @throws OptionError for a wrong option; TypeError where the messages are no list, or one has no `messageId`: then nothing could be reported as failed.
 */
export function handle(messages: readonly Message[], options?: ExtractOptions): BatchResult {
  if (!Array.isArray(messages)) throw new TypeError(`trichluc: messages: expected a list, got ${typeof messages}`)
  messages.forEach((message: unknown, i) => {
    const id = (message as Message | null | undefined)?.messageId
    if (typeof id !== 'string' || id === '')
      throw new TypeError(`trichluc: messages[${i}].messageId: expected a string that is not empty`)
  })
  const bodies = messages.map(({ body }) => parsed(body))
  const outcomes = outcomesOf(
    bodies.map((body) => (body === NOT_JSON ? null : body)),
    options,
  )
  const results: Result[] = []
  const failures: FailedMessage[] = []
  outcomes.forEach((outcome, i) => {
    const { messageId } = messages[i] as Message
    if (bodies[i] === NOT_JSON) failures.push({ messageId, id: null, code: 'bad-json', message: 'not valid JSON' })
    else if ('error' in outcome) failures.push({ messageId, id: outcome.id, ...outcome.error })
    else results.push({ messageId, ...outcome })
  })
  return { results, failures, batchItemFailures: failures.map(({ messageId }) => ({ itemIdentifier: messageId })) }
}

const NOT_JSON = Symbol('not JSON')

function parsed(body: unknown): unknown {
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body)
  } catch {
    return NOT_JSON
  }
}
