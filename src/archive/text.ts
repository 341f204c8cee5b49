/** The text of a document's bytes, in whatever encoding they are. */
import { convert, type Decoded, decode } from '../encodings/index.ts'
import type { ArchiveDocument } from './documents.ts'

type Text = Pick<ArchiveDocument, 'text' | 'encoding' | 'diagnostics'>

/** @param declared The charset that a header says. */
export const textOf = (bytes: Uint8Array, declared?: string): Text =>
  described(decode(bytes, declared === undefined ? {} : { declared }))

/** Text that came as text, and was perhaps in a wrong encoding before. */
export const mended = (text: string): Text => described(convert(text))

export const described = ({ text, converted, steps, encoding, confidence, diagnostics }: Decoded): Text => ({
  text,
  encoding: converted
    ? steps.filter((step, i) => step !== 'utf-8' || i > 0).join(', ') || encoding || undefined
    : undefined,
  diagnostics: [
    ...diagnostics,
    ...(converted
      ? [{ code: 'converted', message: `converted from ${steps.join(' in ')}, confidence ${confidence.toFixed(2)}` }]
      : []),
  ],
})
