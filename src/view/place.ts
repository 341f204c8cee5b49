/** Where an offset stands, as editors count: lines and columns from 1, columns in UTF-16 code units. */
export function placer(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  const starts = lineStarts(text)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 }
  }
}

/** The offset of a line and column, or undefined where the text has no such place. */
export function offsetAt(text: string, line: number, column: number): number | undefined {
  const starts = lineStarts(text)
  const start = starts[line - 1]
  if (start === undefined || column < 1) return undefined
  const offset = start + column - 1
  return offset < (starts[line] ?? text.length + 1) ? offset : undefined
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
