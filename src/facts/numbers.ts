/** Numbers as Vietnamese news writes them: 1.200 1200 01 98,9 "hai", "ba mươi lăm", "một nghìn hai trăm". */
import type { LexiconEntry } from '../scan/lexicon.ts'

/** The value of digits with dots between thousands and a comma before decimals. */
export function parseDigits(image: string): number {
  return Number(image.replace(/\./g, '').replace(',', '.'))
}

/** The value of a sequence of number words, by their lexicon values; NaN where they make no number. */
export function parseNumberWords(words: readonly (readonly LexiconEntry[])[]): number {
  let total = 0
  let group = 0
  let digit: number | null = null
  let scale = 1
  for (const entries of words) {
    const value = entries.find((e) => e.class === 'NumberWord')?.value
    if (value === undefined) return Number.NaN
    if (value === 'half') {
      total += scale / 2
    } else if (value.startsWith('x')) {
      scale = Number(value.slice(1))
      const factor = digit ?? (group > 0 ? 0 : 1)
      if (scale >= 1000) {
        total += (group + (digit ?? 0) || 1) * scale
        group = 0
      } else group += factor * scale
      digit = null
    } else {
      if (digit !== null && digit !== 0) return Number.NaN
      digit = Number(value)
      // mười is ten by itself, and the first part of mười lăm.
      if (digit === 10) {
        group += 10
        digit = null
        scale = 10
      }
    }
  }
  return total + group + (digit ?? 0)
}
