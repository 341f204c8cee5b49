/** Lines of a byte stream. Only LF ends a line: a CR, U+0085 or U+2028 inside of one is its own affair. */

const LF = 0x0a

/**
 * The lines of each chunk that has arrived, as bytes without their LF; a last line without LF counts. Memory is that of the chunk
 * and the longest line.
 */
export async function* lineBatches(input: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Uint8Array[]> {
  /** The beginning of a line whose end has not arrived; in pieces, so that a long line is not copied once a chunk. */
  let pieces: Uint8Array[] = []
  for await (const chunk of input) {
    const lines: Uint8Array[] = []
    let from = 0
    for (let lf = chunk.indexOf(LF); lf >= 0; lf = chunk.indexOf(LF, from)) {
      pieces.push(chunk.subarray(from, lf))
      lines.push(joined(pieces))
      pieces = []
      from = lf + 1
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from))
    if (lines.length > 0) yield lines
  }
  if (pieces.length > 0) yield [joined(pieces)]
}

const joined = (pieces: readonly Uint8Array[]) =>
  pieces.length === 1 ? (pieces[0] as Uint8Array) : Buffer.concat(pieces)
