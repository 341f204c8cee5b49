/** Lines of a byte stream. Only LF ends a line: a CR, U+0085 or U+2028 inside of one is its own affair. */

const LF = 0x0a

/** In place of a line that is longer than asked for: its bytes are not kept. */
export class LongLine {
  /** @param bytes How many it had. */
  constructor(readonly bytes: number) {}
}

/**
 * The lines of each chunk that has arrived, as bytes without their LF; a last line without LF counts. Memory is that of the chunk
 * and the longest line.
 */
export function lineBatches(input: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Uint8Array[]>
/** @param most The most bytes of a line. */
export function lineBatches(
  input: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<readonly (Uint8Array | LongLine)[]>
export async function* lineBatches(
  input: AsyncIterable<Uint8Array>,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly (Uint8Array | LongLine)[]> {
  /** The beginning of a line whose end has not arrived; in pieces, so that a long line is not copied once a chunk. */
  let pieces: Uint8Array[] = []
  let length = 0
  const add = (piece: Uint8Array) => {
    length += piece.length
    if (length > most) pieces = []
    else pieces.push(piece)
  }
  const end = () => {
    const line = length > most ? new LongLine(length) : joined(pieces)
    pieces = []
    length = 0
    return line
  }
  for await (const chunk of input) {
    const lines: (Uint8Array | LongLine)[] = []
    let from = 0
    for (let lf = chunk.indexOf(LF); lf >= 0; lf = chunk.indexOf(LF, from)) {
      add(chunk.subarray(from, lf))
      lines.push(end())
      from = lf + 1
    }
    if (from < chunk.length) add(chunk.subarray(from))
    if (lines.length > 0) yield lines
  }
  if (length > 0) yield [end()]
}

const joined = (pieces: readonly Uint8Array[]) =>
  pieces.length === 1 ? (pieces[0] as Uint8Array) : Buffer.concat(pieces)
