/** Text into HTML: what is put in is escaped, unless it is HTML itself. */
export class Html {
  constructor(readonly source: string) {}
}

type Part = string | number | Html | readonly Html[] | null

/** A template; `null` gives nothing. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((string, i) => string + (i < parts.length ? shown(parts[i] as Part) : '')).join(''))

function shown(part: Part): string {
  if (part === null) return ''
  if (part instanceof Html) return part.source
  if (typeof part === 'number') return String(part)
  return typeof part === 'string' ? escaped(part) : part.map(({ source }) => source).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** Control characters have no place in a page. */
const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (char) => ENTITIES[char] as string).replace(/[^\P{Cc}\t\n]/gu, '\ufffd')
