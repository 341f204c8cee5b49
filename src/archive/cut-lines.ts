/** Lines of a stream as documents. Only LF ends a line. */
import { isBlank } from '../jsonl/article.ts'
import type { Piece, Place } from './pieces.ts'
import { ReadProblem } from './problem.ts'

const LF = 0x0a

/**
 * The lines of each chunk that has arrived, without their LF; a last line without LF counts, unless the input broke off in it. A blank
 * line is broken, but for one at the very end, with which many a tool ends its output.
 * @param limit Bytes of the longest line that is read; a longer one is broken and takes no memory.
 */
export async function* cutLines(
  input: AsyncIterable<Uint8Array>,
  source: string,
  limit: number,
): AsyncGenerator<readonly Piece[]> {
  let pending: Uint8Array[] = []
  let length = 0
  let line = 1
  let byte = 0
  let blank: Place | undefined
  const finish = (pieces: Piece[]) => {
    const place = { source, line, byte }
    if (blank) pieces.push({ ...blank, id: null, code: 'blank-line', message: 'the line is blank' })
    blank = undefined
    if (length > limit) pieces.push(tooLong(place, limit, 'line'))
    else {
      const bytes = joined(pending)
      if (isBlank(bytes)) blank = place
      else pieces.push({ ...place, bytes })
    }
    pending = []
  }
  const add = (bytes: Uint8Array) => {
    length += bytes.length
    if (length > limit) pending = []
    else if (bytes.length > 0) pending.push(bytes)
  }
  try {
    for await (const chunk of input) {
      const pieces: Piece[] = []
      let from = 0
      for (let lf = chunk.indexOf(LF); lf >= 0; lf = chunk.indexOf(LF, from)) {
        add(chunk.subarray(from, lf))
        finish(pieces)
        byte += length + 1
        line++
        length = 0
        from = lf + 1
      }
      add(chunk.subarray(from))
      if (pieces.length > 0) yield pieces
    }
    const last: Piece[] = []
    if (length > 0) finish(last)
    yield last
  } catch (error) {
    yield [brokenOff(error, { source, line, byte: byte + length })]
  }
}

/** A document that is longer than what is read. */
export const tooLong = (place: Place, limit: number, what: string): Piece => ({
  ...place,
  id: null,
  code: 'too-long',
  message: `the ${what} has more than ${limit} bytes, which is the most that is read (--max-document)`,
})

/** The end of an input that cannot be read any further. Other errors are ours and go on. */
export function brokenOff(error: unknown, place: Place): Piece {
  if (!(error instanceof ReadProblem)) throw error
  return { ...place, id: null, code: error.code, message: error.message }
}

export const joined = (pieces: readonly Uint8Array[]): Uint8Array =>
  pieces.length === 1 ? (pieces[0] as Uint8Array) : Buffer.concat(pieces)
