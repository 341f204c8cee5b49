/** Writing: for tests of archives, and for those who must hand over files to old programs. */

import { fromUnits, toBytes } from './binary.ts'
import { restoreCapitals } from './capitals.ts'
import { writeCharacter } from './code-pages.ts'
import { checkedEncoding, checkedText } from './options.ts'
import { byteTables } from './tables.generated.ts'
import type { EncodingName } from './types.ts'
import { writeUtf16 } from './utf16.ts'
import { hasViqr, writeViqr } from './viqr.ts'

/** A text in an old encoding, with what could not be written in it. */
export interface Encoded {
  readonly bytes: Uint8Array
  /** What `decode` makes of the bytes: the text in NFC, with what the encoding has no place for replaced. */
  readonly text: string
  /** Characters that were replaced, with what by and how often, in the order of their first appearance. */
  readonly replaced: readonly { readonly character: string; readonly by: string; readonly count: number }[]
}

/** The nearest that old tables have. Else a letter without its marks, and at last a question mark. */
const NEAREST: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '′': "'",
  '″': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '•': '*',
  '·': '.',
  '→': '->',
  '\u00a0': ' ',
  '\u200b': '',
  '\ufeff': '',
  ð: 'đ',
  Ð: 'Đ',
}

/**
 * Writes text in an encoding; what it has no place for is replaced by the nearest it has, and listed. The capitals that TCVN3 has no
 * code for become small letters, as in its fonts of capitals.
 * @throws EncodingOptionError for an encoding that is not among `encodingNames`, and for `text` that is no string.
 */
export function encode(text: string, encoding: EncodingName): Encoded {
  checkedEncoding(encoding)
  const nfc = checkedText(text).normalize('NFC')
  const unmarked = nfc.replace(/^\ufeff/, '')
  if (encoding === 'utf-8') return { bytes: utf8(nfc), text: unmarked, replaced: [] }
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return { bytes: writeUtf16(nfc, encoding), text: unmarked, replaced: [] }
  }
  if (encoding === 'double-utf-8') {
    const shown = fromUnits(utf8(nfc)).replace(
      /[\x80-\x9f]/g,
      (byte) => byteTables['windows-1252'][byte.charCodeAt(0)] as string,
    )
    return { bytes: utf8(shown), text: nfc, replaced: [] }
  }
  const log = new Map<string, { by: string; count: number }>()
  const replace = (character: string, by: string) => {
    const known = log.get(character)
    if (known) known.count++
    else log.set(character, { by, count: 1 })
    return by
  }
  const { binary, written } = encoding === 'viqr' ? viqr(nfc, replace) : legacy(nfc, encoding, replace)
  const replaced = [...log].map(([character, { by, count }]) => ({ character, by, count }))
  return { bytes: toBytes(binary), text: written, replaced }
}

type Replace = (character: string, by: string) => string

function legacy(
  text: string,
  encoding: Parameters<typeof writeCharacter>[1],
  replace: Replace,
): { binary: string; written: string } {
  let binary = ''
  let written = ''
  for (const character of text) {
    const bytes = writeCharacter(character, encoding)
    if (bytes === null) {
      for (const part of replace(
        character,
        nearest(character, (one) => writeCharacter(one, encoding) !== null),
      )) {
        binary += writeCharacter(part, encoding) ?? ''
        written += part
      }
      continue
    }
    binary += bytes
    const small = encoding === 'tcvn3' && writeCharacter(character.toLowerCase(), encoding) === bytes
    written += small && character !== character.toLowerCase() ? replace(character, character.toLowerCase()) : character
  }
  return { binary, written: encoding === 'tcvn3' ? restoreCapitals(written) : written }
}

function viqr(text: string, replace: Replace): { binary: string; written: string } {
  const has = (character: string) => character < '\u0080' || hasViqr(character)
  let known = ''
  for (const character of text) known += has(character) ? character : replace(character, nearest(character, has))
  return { binary: writeViqr(known), written: known }
}

function nearest(character: string, has: (character: string) => boolean): string {
  const known = NEAREST[character]
  if (known !== undefined) return known
  const base = [...character.normalize('NFD')][0] as string
  return has(base) ? base : '?'
}

const utf8 = (text: string) => new TextEncoder().encode(text)
