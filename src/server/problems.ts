/** What the service has against a request: each kind with its status and title, as problem+json by RFC 9457. */
import type { ProblemAnswer } from '../service/answers.ts'

const kinds = {
  'bad-request': [400, 'The request is not HTTP as expected'],
  'bad-json': [400, 'The body is not JSON'],
  'bad-utf8': [400, 'The body is not UTF-8'],
  'no-body': [400, 'The body is missing'],
  'bad-field': [400, 'A field is wrong'],
  'bad-parameter': [400, 'A parameter of the query is wrong'],
  unauthorized: [401, 'A key is needed'],
  'not-found': [404, 'There is no such place'],
  'method-not-allowed': [405, 'The place does not take this method'],
  'body-too-slow': [408, 'The body did not arrive in time'],
  'body-too-large': [413, 'The body is too large'],
  'too-many-items': [413, 'The batch has too many articles'],
  'uri-too-long': [414, 'The address is too long'],
  'unsupported-media-type': [415, 'The body has a form that is not taken here'],
  'too-many-requests': [429, 'Too many requests at the same time'],
  'too-many-bytes': [429, 'Too many bytes wait at the same time'],
  'headers-too-large': [431, 'The headers are too large'],
  internal: [500, 'A bug in the service'],
  draining: [503, 'The server is shutting down'],
  'not-ready': [503, 'The server is not ready'],
  'too-slow': [504, 'The answer was not ready in time'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>

export type ProblemCode = keyof typeof kinds

export type ProblemExtras = Pick<ProblemAnswer, 'field' | 'parameter' | 'limit'>

/** Thrown to end a request. The detail goes to the client and never into the log: it may quote the request. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly extras: ProblemExtras = {},
    /** Headers that belong to it, such as Retry-After. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail)
    this.status = kinds[code][0]
  }
}

export const problemJson = ({ code, status, detail, extras }: Problem, requestId: string): ProblemAnswer => ({
  type: `urn:trichluc:problem:${code}`,
  title: kinds[code][1],
  status,
  code,
  detail,
  requestId,
  ...extras,
})

/** All kinds, for the documents. */
export const problemKinds = Object.entries(kinds).map(([code, [status, title]]) => ({
  code: code as ProblemCode,
  status,
  title,
}))
