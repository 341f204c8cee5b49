/** What an archive is cut into before it is read. */

/** How the documents of an input are written. */
export const forms = ['jsonl', 'csv', 'text', 'html', 'warc'] as const
/** A form in which the documents of an input are written. */
export type Form = (typeof forms)[number]

/** Where something begins in an input. */
export interface Place {
  /** The input as it was named: a path, or "-". */
  readonly source: string
  /** Counted from 1; null in inputs that have no lines. */
  readonly line: number | null
  /** Counted from 0 in the decompressed input; null for a file that is one document. */
  readonly byte: number | null
}

/** One document's bytes, as they stand in the input. */
export interface RawDocument extends Place {
  readonly bytes: Uint8Array
}

/** A part of an input that cannot be read, in its place among the others. */
export interface Broken extends Place {
  readonly id: string | number | null
  /** Short and stable, for programs. */
  readonly code: string
  /** For people, without the place. */
  readonly message: string
}

export type Piece = RawDocument | Broken

export const isBroken = (piece: Place): piece is Broken => 'code' in piece

export const placeOf = ({ source, line, byte }: Place): Place => ({ source, line, byte })

/** A document that cannot be read. */
export const failure = (place: Place, id: Broken['id'], code: string, message: string): Broken => ({
  ...placeOf(place),
  id,
  code,
  message,
})
