/** What a call of the client may throw, besides the reason of a signal that was aborted. */
import type { ProblemAnswer } from '../service/answers.ts'

/** The service refused a request. The fields are those of its problem. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly status: number
  /** Short and stable: "bad-field", "body-too-large", "too-many-requests". */
  readonly code: string
  readonly detail: string
  /** To be found in the service's log. */
  readonly requestId: string
  /** JSON Pointer into the request's body to what is wrong. */
  readonly field: string | undefined
  /** The query's parameter that is wrong. */
  readonly parameter: string | undefined
  /** The limit that was passed. */
  readonly limit: number | undefined
  constructor(
    problem: ProblemAnswer,
    /** Seconds after which it is worth another try, where the service said so. */
    readonly retryAfter: number | undefined,
  ) {
    super(`trichluc: ${problem.status} ${problem.code}: ${problem.detail}`)
    const { status, code, detail, requestId, field, parameter, limit } = problem
    this.status = status
    this.code = code
    this.detail = detail
    this.requestId = requestId
    this.field = field
    this.parameter = parameter
    this.limit = limit
  }
}

/** There was no answer, or none of this service: no connection, one that broke, a proxy's page. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError'
}
