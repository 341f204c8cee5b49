/** A repaired text with its map as numbers. */
import { normalize, type OffsetUnit, schemaVersion } from '../index.ts'
import type { NormalizeAnswer } from '../service/answers.ts'

export function normalized(original: string, unit: OffsetUnit): NormalizeAnswer {
  const { text, map } = normalize(original)
  const given = counter(original, unit)
  const givenEnds = counter(original, unit)
  const repaired = counter(text, unit)
  const at: number[] = []
  const from: number[] = []
  const until: number[] = []
  // What a run's offsets are more than those that they stand for.
  let shift = 0
  for (let offset = 0; offset <= text.length; offset++) {
    if (offset > 0 && unit !== 'utf16' && isInsidePair(text, offset)) continue
    const place = repaired(offset)
    const start = given(map.start(offset))
    const end = givenEnds(map.end(offset))
    if (start === place - shift && end === place - shift) continue
    at.push(place)
    from.push(start)
    until.push(end)
    shift = place - start
  }
  return { schemaVersion, offsets: unit, text, map: { at, from, until } }
}

const isInsidePair = (text: string, offset: number) =>
  (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800

/** Counts units up to offsets that never fall; one inside a surrogate pair counts as the one behind it, as the library has it. */
function counter(text: string, unit: OffsetUnit): (offset: number) => number {
  if (unit === 'utf16') return (offset) => offset
  let at = 0
  let count = 0
  return (offset) => {
    while (at < offset) {
      const code = text.codePointAt(at) as number
      count += unit === 'codepoint' ? 1 : code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
      at += code < 0x10000 ? 1 : 2
    }
    return count
  }
}
