/**
 * A line of doccano's JSON Lines for sequence labelling. It counts as JavaScript does, in UTF-16 code units, while a project does not
 * "count grapheme clusters as one character" (doccano#2290). It has no room for fields.
 */
import type { Extraction } from '../index.ts'
import { type Annotation, FormatError, type Source, utf16 } from './offsets.ts'

/** A line of doccano's JSON Lines. Offsets are UTF-16 code units. */
export interface DoccanoLine {
  readonly id: string
  readonly text: string
  /** Start, end, type. */
  readonly label: readonly (readonly [number, number, string])[]
}

/**
 * A line for an article with its facts.
 * @param extraction In any unit of offsets.
 */
export const toDoccano = ({ id, text }: Source, extraction: Extraction): DoccanoLine => ({
  id,
  text,
  label: utf16(extraction).map(({ start, end, type }) => [start, end, type] as const),
})

/**
 * The labels of a line.
 * @throws FormatError that names the label that is none, or whose span the text does not have.
 */
export function fromDoccano({ text, label }: Pick<DoccanoLine, 'text' | 'label'>): Annotation[] {
  if (typeof text !== 'string') throw new FormatError('text: expected a string')
  if (!Array.isArray(label)) throw new FormatError('label: expected a list')
  return label.map((entry, i) => {
    const [start, end, type] = Array.isArray(entry) ? (entry as unknown[]) : []
    if (!Number.isInteger(start) || !Number.isInteger(end) || typeof type !== 'string')
      throw new FormatError(`label[${i}]: expected [start, end, type]`)
    const span = { start: start as number, end: end as number }
    if (span.start < 0 || span.end > text.length || span.start >= span.end)
      throw new FormatError(`label[${i}]: the text has no span ${span.start} to ${span.end}`)
    return { type, ...span }
  })
}
