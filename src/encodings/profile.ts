/** One cheap look at a text: whether there is any question about it. */
import { lazy } from '../lazy.ts'

export interface Profile {
  /** Characters beyond ASCII. */
  readonly beyondAscii: number
  /** Letters that only correct Vietnamese has: ạ to ỹ, ơ, ư, and combining tones. */
  readonly sure: number
  /** Characters that Vietnamese has not, and that wrong readings are full of. */
  readonly suspicious: number
}

enum Kind {
  None = 0,
  Sure = 1,
  Suspicious = 2,
}

/** Symbols and letters of windows-1252 and the control characters among them, without those of Vietnamese and of French quotes, degrees and trade marks. */
const SUSPICIOUS = 'ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ¡¢¤¥¦¨ª¬¯±´µ¶¸¹º¼¾¿ŒœŽžŸƒˆ˜†‡‰‹'

const kinds = lazy(() => {
  const table = new Uint8Array(0x2200)
  const set = (from: number, to: number, kind: Kind) => table.fill(kind, from, to + 1)
  set(0x80, 0x9f, Kind.Suspicious)
  for (const character of SUSPICIOUS) table[character.charCodeAt(0)] = Kind.Suspicious
  set(0x1ea0, 0x1ef9, Kind.Sure)
  for (const character of 'ơưƠƯ\u0300\u0301\u0303\u0309\u0323') table[character.charCodeAt(0)] = Kind.Sure
  return table
})

export function profile(text: string): Profile {
  const table = kinds()
  const counts = new Uint32Array(3)
  let beyondAscii = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x80) continue
    beyondAscii++
    if (code < 0x2200) (counts[table[code] as Kind] as number)++
  }
  return { beyondAscii, sure: counts[Kind.Sure] as number, suspicious: counts[Kind.Suspicious] as number }
}

/** Suspicious characters that a correct article may have to each hundred sure letters: names of foreigners. */
const SUSPICIOUS_SHARE = 0.05

/** Whether a text is correct beyond question. */
export const isPlain = ({ sure, suspicious }: Profile): boolean => sure > 0 && suspicious <= sure * SUSPICIOUS_SHARE

/** Marks of VIQR that stand in no other text together: a^, o+, u+, and tones between letters. */
const VIQR_MARK = /[aAeEoO]\^|[oOuU]\+|[aA]\(['`?~.]|[aeiouyAEIOUY]['`?~.][a-z]|\bdd?d[aeiouy]/
/** Whether text in ASCII may be VIQR. */
export const mayBeViqr = (text: string): boolean => VIQR_MARK.test(text)
