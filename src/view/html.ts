/** Text that is HTML already. Everything else that goes into a template of `html` is escaped. */
export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text
  }
}

export type Part = Html | string | number | boolean | null | undefined | readonly Part[]

/** A template of HTML. Lists are joined; null, undefined and booleans are nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] as string
  parts.forEach((part, i) => {
    text += render(part) + strings[i + 1]
  })
  return new Html(text)
}

function render(part: Part): string {
  if (part instanceof Html) return part.text
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  if (typeof part !== 'object' || part === null) return ''
  return part.map(render).join('')
}

const SPECIAL = /[&<>"']|(?![\t\n])\p{Cc}|\p{Cs}/gu
const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
}

/**
 * Text as it stands in HTML, in content and in quoted attributes. One code unit stays one: control characters become their pictures
 * and half a surrogate pair the replacement character, so that offsets of the page's text are those of the article.
 */
export const escapeHtml = (text: string): string =>
  text.replace(
    SPECIAL,
    (char) => NAMED[char] ?? (char < ' ' ? String.fromCharCode(0x2400 + char.charCodeAt(0)) : '\ufffd'),
  )
