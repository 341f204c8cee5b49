/** Where the units of a mended text stand in the text that it was made of. */

/** Maps offsets of the normalised text to offsets of the caller's text, both in UTF-16 code units. */
export interface OffsetMap {
  /** The caller's offset of the unit at `offset`. */
  start(offset: number): number
  /** The caller's offset behind the unit before `offset`: the end of a half-open span. */
  end(offset: number): number
}

/** Nothing was mended. */
export const identity: OffsetMap = { start: (offset) => offset, end: (offset) => offset }

/** Runs of equal length: `at[k]` stands for `from[k]`, and a span that ends at `at[k]` ends at `until[k]`. */
export function runMap(at: readonly number[], from: readonly number[], until: readonly number[]): OffsetMap {
  const starts = Int32Array.from(at)
  /** The last run that begins at or before `offset`, or -1. */
  const run = (offset: number) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  return {
    start(offset) {
      const k = run(offset)
      return k < 0 ? offset : (from[k] as number) + offset - (starts[k] as number)
    },
    end(offset) {
      let k = run(offset)
      // Of runs that begin at one place the first says where the unit before it ends.
      while (k > 0 && starts[k - 1] === offset) k--
      if (k < 0) return offset
      return starts[k] === offset ? (until[k] as number) : (from[k] as number) + offset - (starts[k] as number)
    },
  }
}

/** The map over two steps: the second one's source is the first one's output. */
export function chain(first: OffsetMap, second: OffsetMap): OffsetMap {
  if (first === identity) return second
  if (second === identity) return first
  return { start: (offset) => first.start(second.start(offset)), end: (offset) => first.end(second.end(offset)) }
}
