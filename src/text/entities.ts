/** HTML character references that web archives leave behind in Vietnamese text: Latin-1 letters, spaces, dashes, quotes. */
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  ndash: '-',
  mdash: '-',
  minus: '-',
  hellip: '…',
  bull: '•',
  middot: '·',
  lsquo: "'",
  rsquo: "'",
  prime: "'",
  ldquo: '“',
  rdquo: '”',
  bdquo: '“',
  laquo: '“',
  raquo: '”',
  frasl: '/',
  eth: 'đ',
  ETH: 'Đ',
  deg: '°',
  sup2: '²',
  sup3: '³',
  times: '×',
}

/** In letter names the mark follows the letter: &agrave; &Ocirc; */
const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  cedil: '\u0327',
}

/** The digits are too few for a number beyond the last of Unicode. */
const REFERENCE = /&((?:amp;)*)(?:#(\d{2,6})|#[xX]([0-9a-fA-F]{2,5})|([A-Za-z]{2,6}\d?));/y
const LETTER_NAME = /^([A-Za-z])(grave|acute|circ|tilde|uml|cedil)$/

/** The character reference that begins at `at`, also one that was escaped twice (&amp;nbsp;), or null. */
export function entityAt(text: string, at: number): { readonly value: string; readonly end: number } | null {
  REFERENCE.lastIndex = at
  const match = REFERENCE.exec(text)
  if (!match) return null
  const [whole, escapes, decimal, hex, name] = match
  const end = at + whole.length
  // "TB&amp;XH;": what stands behind the escaped sign is no name, so the sign alone is one.
  const unknown = escapes ? { value: '&', end: at + 1 + escapes.length } : null
  if (name !== undefined) {
    const known = NAMED[name]
    if (known !== undefined) return { value: known, end }
    const letter = LETTER_NAME.exec(name)
    return letter ? { value: ((letter[1] as string) + MARKS[letter[2] as string]).normalize('NFC'), end } : unknown
  }
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex as string, 16)
  if (code < 0x20 || (code >= 0xd800 && code <= 0xdfff)) return unknown
  return { value: String.fromCodePoint(code), end }
}
