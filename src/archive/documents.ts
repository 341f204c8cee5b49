/** What the pieces of an archive turn out to be when they are read. */
import type { Diagnostic } from '../index.ts'
import type { Broken, Place } from './pieces.ts'

/** A document whose text can be extracted from. */
export interface ArchiveDocument {
  readonly place: Place
  readonly id: string | number
  readonly text: string
  /** The day of publication, as YYYY-MM-DD. */
  readonly referenceDate: string | undefined
  /** Where the document itself says the day, for example "JSON-LD datePublished". */
  readonly referenceBasis?: string | undefined
  readonly title?: string | null
  /** The encoding from which the text was converted; undefined for UTF-8. */
  readonly encoding?: string | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** A part of an archive that is no article and no mistake either: a picture in a WARC. */
export interface Skipped {
  readonly skipped: string
}

export type Reading = ArchiveDocument | Broken | Skipped
