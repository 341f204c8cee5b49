/** Other spellings of the same text, which must give the same facts. */

export interface Variant {
  readonly name: string
  readonly apply: (text: string) => string
}

const TONE = '[\u0300\u0301\u0303\u0309\u0323]'
/** oa, oe, uy at a syllable's end, where the two schools place the tone differently; not behind q, where u is no vowel. */
const OPEN_RIME = (tones: string) => new RegExp(`(?<![qQ])${tones}(?![\\p{L}\\p{M}])`, 'gu')
const OLD_STYLE = OPEN_RIME(`([oO]|[uU](?=${TONE}[yY]))(${TONE})([aeAEyY])`)
const NEW_STYLE = OPEN_RIME(`([oO](?=[aeAE])|[uU](?=[yY]))([aeAEyY])(${TONE})`)

/** hòa, thủy */
export const oldTones = (text: string) => text.normalize('NFD').replace(NEW_STYLE, '$1$3$2').normalize('NFC')
/** hoà, thuỷ */
export const newTones = (text: string) => text.normalize('NFD').replace(OLD_STYLE, '$1$3$2').normalize('NFC')

export const variants: readonly Variant[] = [
  { name: 'NFC', apply: (text) => text.normalize('NFC') },
  { name: 'NFD', apply: (text) => text.normalize('NFD') },
  { name: 'no-break spaces', apply: (text) => text.replaceAll(' ', '\u00a0') },
  { name: 'en dashes', apply: (text) => text.replaceAll('-', '–') },
  { name: 'old tone placement', apply: oldTones },
  { name: 'new tone placement', apply: newTones },
]
