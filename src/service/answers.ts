/** What the service answers. Types alone: schemas and the OpenAPI document are generated from them, so comments are descriptions. */
import type { OffsetUnit } from '../options.ts'
import type { Extraction } from '../output/extraction.ts'

/** The facts of one article. */
export interface ExtractAnswer extends Extraction {
  /** As it was given; not there where none was. */
  readonly id?: string | number
}

/** The facts of one article among others. */
export interface ArticleAnswer extends Extraction {
  /** As it was given; null where none was. */
  readonly id: string | number | null
  readonly status: 200
}

/** What is wrong with one item of a batch or one line of a stream. */
export interface ArticleError {
  /** Null where it could not be read. */
  readonly id: string | number | null
  /** The status that it would have had alone. */
  readonly status: 400 | 408 | 413 | 500 | 503 | 504
  readonly error: {
    /** Short and stable, for programs: "bad-text". */
    readonly code: string
    /** Of a batch: the item, counted from 0. */
    readonly index?: number
    /** Of a stream: the line, counted from 1. */
    readonly line?: number
    readonly message: string
  }
}

/** A result or an error for each article of a batch, in order. */
export interface BatchAnswer {
  readonly schemaVersion: string
  /** The unit of all offsets. */
  readonly offsets: OffsetUnit
  readonly results: readonly (ArticleAnswer | ArticleError)[]
}

/** One line of the stream's answer; there is one for each line that came in, in order. */
export type StreamAnswer = ArticleAnswer | ArticleError

/** A repaired text, with the way back to the text as it was given. */
export interface NormalizeAnswer {
  readonly schemaVersion: string
  /** The unit of all offsets in `map`. */
  readonly offsets: OffsetUnit
  /** The repaired text. */
  readonly text: string
  readonly map: CompactMap
}

/**
 * The map from offsets of the repaired text to offsets of the given one, as runs of equal length. Run k is for offsets from `at[k]` on.
 * The start of a span: of the last run with `at[k] <= offset`, `from[k] + offset - at[k]`; without such a run the offset itself.
 * The end of a span: where `at[k] === offset`, `until[k]`; else the same as for a start. An empty map changes nothing.
 */
export interface CompactMap {
  /** Rising. */
  readonly at: readonly number[]
  readonly from: readonly number[]
  readonly until: readonly number[]
}

/** The types of facts. */
export interface TypesAnswer {
  readonly types: readonly {
    readonly type: string
    /** One line for people. */
    readonly summary: string
  }[]
}

/** What this server takes; more is answered with the problem named. */
export interface LimitsAnswer {
  /** Bytes of a request's body (body-too-large, 413). */
  readonly bodyBytes: number
  /** Articles of a batch (too-many-items, 413). */
  readonly items: number
  /** Bytes of a line of the stream, of which there may be any number (line-too-long, 413, for that line alone). */
  readonly lineBytes: number
  /** Requests that are worked on or wait at the same time (too-many-requests, 429). */
  readonly concurrentRequests: number
  /** Bytes of all bodies that wait at the same time (too-many-bytes, 429). */
  readonly heldBytes: number
  /** Seconds until a request's body must be here (body-too-slow, 408) and until its answer must be ready (too-slow, 504). */
  readonly requestSeconds: number
  /** Seconds that a stream may pause, on either side (stream-idle, 408). */
  readonly idleSeconds: number
}

/** The service lives, or is ready; else there is a problem. */
export interface StateAnswer {
  readonly status: 'alive' | 'ready'
}

/** What answers. */
export interface VersionAnswer {
  /** Of the package. */
  readonly version: string
  /** Of the output's form. */
  readonly schemaVersion: string
}

/** What is wrong with a request, by RFC 9457. */
export interface ProblemAnswer {
  /** `urn:trichluc:problem:` with the code. */
  readonly type: string
  readonly title: string
  readonly status: number
  /** Short and stable, for programs. */
  readonly code: string
  /** What was expected, and what came. */
  readonly detail: string
  /** Also in the header x-request-id and in the log. */
  readonly requestId: string
  /** JSON Pointer into the body to what is wrong. */
  readonly field?: string
  /** The name of the query's parameter that is wrong. */
  readonly parameter?: string
  /** The limit that was passed. */
  readonly limit?: number
}
