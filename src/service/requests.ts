/** What is sent to the service. Types alone: schemas and the OpenAPI document are generated from them, so comments are descriptions. */
import type { FactType } from '../facts/types.ts'
import type { OffsetUnit } from '../options.ts'

/** @format date */
export type IsoDay = string
/** @format date-time */
export type IsoMoment = string

/** The options of the library that can be written as JSON. */
export interface ServiceOptions {
  /**
   * The day that relative expressions and dates without a year are read against, where an article has no `publishedAt`. Never today.
   */
  readonly referenceDate?: IsoDay | undefined
  /** Only these types of facts; all by default. The facts are the same as among all. */
  readonly types?: readonly FactType[] | undefined
  /** The unit of all offsets: UTF-16 code units (the default), Unicode code points, or bytes of UTF-8. */
  readonly offsets?: OffsetUnit | undefined
}

/** An article. */
export interface ServiceArticle {
  /** Comes back with the answer as it is. */
  readonly id?: string | number | undefined
  /** The article's text, in any Unicode normalisation form. */
  readonly text: string
  /** An ISO date or date-time (seconds and zone may be left out), of which the day counts as it is written: the day that "hôm qua" is read against. */
  readonly publishedAt?: IsoDay | IsoMoment | null | undefined
}

/** One article with options. */
export interface ExtractRequest extends ServiceArticle {
  readonly options?: ServiceOptions | undefined
}

/** Many articles, with options for all of them. */
export interface BatchRequest {
  /** An item that is no article gets an error in its place and leaves the others alone. Fields that the service does not know are passed over. */
  readonly articles: readonly ServiceArticle[]
  readonly options?: ServiceOptions | undefined
}

/** A text to be repaired. */
export interface NormalizeRequest {
  readonly text: string
  /** The unit of the offsets in the map: UTF-16 code units by default. */
  readonly offsets?: OffsetUnit | undefined
}

/** A line of the stream: an article whose `id` must be there. */
export interface StreamLine extends ServiceArticle {
  readonly id: string | number
}
