/** Cutting a text by offsets of each unit, in the manner of the language that counts so. */
import type { OffsetUnit } from '../../src/index.ts'

export interface Cutter {
  readonly length: number
  readonly slice: (start: number, end: number) => string
}

export const cutters: Readonly<Record<OffsetUnit, (text: string) => Cutter>> = {
  utf16: (text) => text,
  codepoint: (text) => {
    const points = [...text]
    return { length: points.length, slice: (start, end) => points.slice(start, end).join('') }
  },
  utf8: (text) => {
    const bytes = Buffer.from(text)
    return { length: bytes.length, slice: (start, end) => bytes.subarray(start, end).toString() }
  },
}
