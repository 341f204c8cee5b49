/** What a thread is told once about reading. */
import type { ExtractOptions } from '../index.ts'

/** The names of the columns of CSV, or properties of JSON Lines, that hold the parts of an article. */
export interface Fields {
  readonly text: string
  readonly id: string
  readonly date: string
}

export const FIELDS: Fields = { text: 'text', id: 'id', date: 'publishedAt' }

export interface ReadSettings {
  readonly fields: Fields
  /** Which of them the caller has named: those must be there. */
  readonly named: { readonly id: boolean; readonly date: boolean }
  readonly extract: ExtractOptions
  /** Bytes of the longest document that is read: what unfolds to more is not. */
  readonly mostBytes: number
}
