/** What the server and its worker threads say to each other. Texts go as bytes of UTF-8 that are handed over, not copied. */
import type { ServiceOptions } from '../service/requests.ts'
import type { ProblemCode, ProblemExtras } from './problems.ts'

/** What is to be done with one body, or with some lines of a stream. */
export type Order =
  | { readonly kind: 'extract' }
  | { readonly kind: 'batch'; readonly items: number }
  | { readonly kind: 'normalize' }
  | {
      readonly kind: 'lines'
      readonly options: ServiceOptions
      /** The number of the first line, counted from 1; the bytes are the lines with an LF between them. */
      readonly first: number
      /** Lines that were too long to be kept, counted from 0 among these; they stand empty in the bytes. */
      readonly tooLong: readonly number[]
      readonly lineBytes: number
    }

export interface Task {
  readonly bytes: ArrayBuffer
  readonly jobs: readonly { readonly order: Order; readonly from: number; readonly to: number }[]
}

export interface Result {
  readonly bytes: ArrayBuffer
  /** One for each job, in order. */
  readonly answers: readonly (Done | Refused)[]
}

export interface Done extends Counts {
  /** Of `bytes`. */
  readonly from: number
  readonly to: number
}

export interface Refused {
  readonly problem: { readonly code: ProblemCode; readonly detail: string; readonly extras: ProblemExtras }
  /** Of a bug: where it happened, for the log. */
  readonly trace?: string
}

/** For the metrics. */
export interface Counts {
  readonly articles: number
  readonly facts: Readonly<Record<string, number>>
  /** Codes of the errors of single items or lines. */
  readonly rejects: Readonly<Record<string, number>>
}
