import type { OffsetUnit } from '../options.ts'

/**
 * A function from UTF-16 offsets of a text to offsets in another unit. A lone surrogate is one code point and, as the three bytes
 * of U+FFFD, what a UTF-8 encoder makes of it. An offset inside a surrogate pair counts as the one behind the pair.
 */
export function offsetConverter(text: string, unit: OffsetUnit): (offset: number) => number {
  if (unit === 'utf16') return (offset) => offset
  // Checkpoints every STEP units, so that a look-up reads few of them and the text is read once.
  const points: number[] = []
  let at = 0
  let count = 0
  const advance = (to: number) => {
    while (at < to) {
      const code = text.charCodeAt(at)
      const pair =
        code >= 0xd800 && code < 0xdc00 && text.charCodeAt(at + 1) >= 0xdc00 && text.charCodeAt(at + 1) < 0xe000
      count += unit === 'codepoint' ? 1 : pair ? 4 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3
      at += pair ? 2 : 1
    }
  }
  const STEP = 1024
  const starts: number[] = []
  for (let next = 0; next <= text.length; next += STEP) {
    advance(next)
    starts.push(at)
    points.push(count)
  }
  return (offset) => {
    const k = Math.min(Math.floor(offset / STEP), points.length - 1)
    at = starts[k] as number
    count = points[k] as number
    advance(offset)
    return count
  }
}
