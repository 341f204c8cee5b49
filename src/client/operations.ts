/** The places of the service, with the names of what they take and answer. A test compares them with the OpenAPI document. */
import type { ServiceTypes } from '../service/types.ts'

export interface Operation {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly request?: keyof ServiceTypes
  readonly answer: keyof ServiceTypes
}

export const operations = {
  extract: { method: 'POST', path: '/v1/extract', request: 'ExtractRequest', answer: 'ExtractAnswer' },
  extractBatch: { method: 'POST', path: '/v1/extract:batch', request: 'BatchRequest', answer: 'BatchAnswer' },
  normalize: { method: 'POST', path: '/v1/normalize', request: 'NormalizeRequest', answer: 'NormalizeAnswer' },
  types: { method: 'GET', path: '/v1/types', answer: 'TypesAnswer' },
  limits: { method: 'GET', path: '/v1/limits', answer: 'LimitsAnswer' },
  version: { method: 'GET', path: '/version', answer: 'VersionAnswer' },
  alive: { method: 'GET', path: '/livez', answer: 'StateAnswer' },
  ready: { method: 'GET', path: '/readyz', answer: 'StateAnswer' },
} as const satisfies Readonly<Record<string, Operation>>

/** JSON Lines both ways, a line at a time. */
export const streaming = {
  method: 'POST',
  path: '/v1/extract:stream',
  request: 'StreamLine',
  answer: 'StreamAnswer',
} as const satisfies Operation

export type OperationName = keyof typeof operations
export type RequestOf<O extends OperationName> = (typeof operations)[O] extends { readonly request: infer R }
  ? ServiceTypes[R & keyof ServiceTypes]
  : undefined
export type AnswerOf<O extends OperationName> = ServiceTypes[(typeof operations)[O]['answer']]
