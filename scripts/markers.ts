/** Parts of a document that a command writes, between <!-- NAME:begin --> and <!-- NAME:end -->. */

/** @throws Error where the document does not have the markers. */
export function between(document: string, name: string, content: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`]
  const from = document.indexOf(begin)
  const to = document.indexOf(end, from)
  if (from < 0 || to < 0) throw new Error(`the document has no markers ${begin} and ${end}`)
  return `${document.slice(0, from + begin.length)}\n${content.trim()}\n${document.slice(to)}`
}

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}
