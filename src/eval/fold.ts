/** Strings as the scorer compares them: what the annotation guidelines leave open does not count. */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const WORD = /\p{L}[\p{L}\p{M}]*/gu

/** Without case, quotes, differences of spacing, dashes, Đ look-alikes and tone-mark placement, and punctuation at the end. */
export function fold(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return String(value)
    .normalize('NFD')
    .replace(/[ÐƉđðĐ]/g, 'd')
    .toLowerCase()
    .replace(/[“”"'‘’«»]/g, '')
    .replace(/[–—−]/g, '-')
    .replace(WORD, (word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join(''))
    .replace(/\s+/g, ' ')
    .replace(/\s*([-/])\s*/g, '$1')
    .replace(/[\s,.;:]+$/g, '')
    .trim()
}

export const same = (a: unknown, b: unknown): boolean => fold(a) === fold(b)

const words = (value: unknown): string[] =>
  (fold(value) ?? '').split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')

/** F1 of the words of two strings, 0 to 1. */
export function alike(a: unknown, b: unknown): number {
  const left = words(a)
  const right = words(b)
  if (left.length === 0 || right.length === 0) return 0
  const bag = new Map<string, number>()
  for (const word of left) bag.set(word, (bag.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const rest = bag.get(word) ?? 0
    if (rest > 0) {
      bag.set(word, rest - 1)
      common++
    }
  }
  return (2 * common) / (left.length + right.length)
}
