/** A caller's text, which TypeScript alone has checked. @param name What the message calls it. */
export function checkedText(text: string, name = 'the article'): string {
  if (typeof text !== 'string')
    throw new TypeError(`trichluc: ${name} must be a string, got ${text === null ? 'null' : typeof text}`)
  return text
}
