/**
 * Example sentences beside the grammars. A line is a sentence with its facts marked in place:
 *
 *     Chiều [4/12/2023]{value=2023-12-04 kind=date} họp.
 *     ! a sentence without any fact of the kind
 *     ~ a known miss: it must fail, so that a fix shows
 *     @ 2023-12-05   the reference date of the lines below; - for none
 *     # a remark
 *
 * A value is a bare word, or in double quotes; the items of a list are separated by " | "; null stands for a field that is null or
 * absent, ? for one that is not looked at. A field that may be null and is not named must be null; others that are not named are not
 * looked at.
 */

/** A piece of a sentence; a fact's evidence if it has fields. */
export interface Piece {
  readonly text: string
  readonly fields?: ReadonlyMap<string, string>
}

export interface Example {
  readonly line: number
  readonly source: string
  readonly pieces: readonly Piece[]
  readonly knownMiss: boolean
  readonly negative: boolean
  readonly reference: string | undefined
}

const SPAN = /\[([^[\]]*)\]\{([^{}]*)\}/g
const FIELD = /([A-Za-z]+)=(?:"([^"]*)"|(\S+))/gy

export function parseExamples(text: string): Example[] {
  const examples: Example[] = []
  let reference: string | undefined
  text.split('\n').forEach((raw, i) => {
    const source = raw.trim()
    const line = i + 1
    if (source === '' || source.startsWith('#')) return
    if (source.startsWith('@')) {
      const day = source.slice(1).trim()
      reference = day === '-' ? undefined : day
      return
    }
    const knownMiss = source.startsWith('~')
    // A known miss may be of a negative: ~ ! sentence
    const rest = knownMiss ? source.slice(1).trim() : source
    const negative = rest.startsWith('!')
    const pieces = piecesOf(negative ? rest.slice(1).trim() : rest, line)
    const marked = pieces.some((piece) => piece.fields)
    if (negative && marked) throw new Error(`line ${line}: a negative has no marked facts`)
    if (!negative && !marked) throw new Error(`line ${line}: mark a fact, or begin the line with !`)
    examples.push({ line, source, pieces, knownMiss, negative, reference })
  })
  return examples
}

function piecesOf(sentence: string, line: number): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of sentence.matchAll(SPAN)) {
    const [whole, text = '', fields = ''] = match
    if (match.index > from) pieces.push({ text: sentence.slice(from, match.index) })
    pieces.push({ text, fields: fieldsOf(fields, line) })
    from = match.index + whole.length
  }
  if (from < sentence.length) pieces.push({ text: sentence.slice(from) })
  return pieces
}

function fieldsOf(text: string, line: number): Map<string, string> {
  const fields = new Map<string, string>()
  FIELD.lastIndex = 0
  for (let at = 0; at < text.length; at = FIELD.lastIndex) {
    while (text[at] === ' ') at++
    if (at >= text.length) break
    FIELD.lastIndex = at
    const match = FIELD.exec(text)
    if (!match) throw new Error(`line ${line}: cannot read the fields "${text.slice(at)}"`)
    fields.set(match[1] as string, match[2] ?? (match[3] as string))
  }
  return fields
}

/** A field of a fact in the form that examples have. */
export const fieldText = (value: unknown): string =>
  value === undefined || value === null ? 'null' : Array.isArray(value) ? value.join(' | ') : String(value)
