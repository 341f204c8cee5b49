/** Encodings of one byte, or of VNI one or two bytes, a letter: reading and writing. */
import { lazy } from '../lazy.ts'
import { fromUnits } from './binary.ts'
import { restoreCapitals } from './capitals.ts'
import { byteTables, vniPairs } from './tables.generated.ts'

export type LegacyName = 'windows-1258' | 'tcvn3' | 'tcvn5712' | 'vni' | 'viscii' | 'vps'

/** Text in NFC of bytes as a string of characters 0 to 255. Every string can be read: bytes without a character stay what they are. */
export function readLegacy(binary: string, name: LegacyName): string {
  if (name === 'vni') return readVni(binary)
  const text = readBytes(binary, name)
  return name === 'tcvn3' ? restoreCapitals(text.normalize('NFC')) : text.normalize('NFC')
}

/** As `readLegacy`, for a word by itself: no capitals are restored. */
export function readWord(binary: string, name: LegacyName): string {
  return name === 'vni' ? readVni(binary) : readBytes(binary, name).normalize('NFC')
}

/** Bytes as windows-1252 shows them: nothing is lost, and nothing meant. */
export const readWestern = (binary: string): string => readBytes(binary, 'windows-1252')

function readBytes(binary: string, name: keyof typeof byteTables): string {
  const table = byteTables[name]
  const units = new Uint16Array(binary.length)
  for (let i = 0; i < binary.length; i++) units[i] = table.charCodeAt(binary.charCodeAt(i))
  return fromUnits(units)
}

function readVni(binary: string): string {
  const { letters } = vni()
  const table = byteTables['windows-1252']
  const units = new Uint16Array(binary.length)
  let length = 0
  for (let i = 0; i < binary.length; i++) {
    const code = binary.charCodeAt(i)
    const pair = i + 1 < binary.length ? (letters[(code << 8) | binary.charCodeAt(i + 1)] as number) : 0
    if (pair) i++
    units[length++] = pair || letters[code] || table.charCodeAt(code)
  }
  return fromUnits(units.subarray(0, length))
}

/** Letters by their one byte, or by first byte * 256 + second byte; and the way back. */
const vni = lazy(() => {
  const letters = new Uint16Array(0x10000)
  const bytes = new Map<string, string>()
  const parts = vniPairs.split(' ')
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const [glyphs = '', letter = ''] = parts.slice(i, i + 2)
    bytes.set(letter, glyphs)
    // "Aù" beside "AÙ": the case of the letter is that of its base, whatever its mark has.
    const forms =
      glyphs.length === 1
        ? [glyphs]
        : [glyphs[0] + glyphs.slice(1).toLowerCase(), glyphs[0] + glyphs.slice(1).toUpperCase()]
    for (const form of forms) {
      const at = form.length === 1 ? form.charCodeAt(0) : (form.charCodeAt(0) << 8) | form.charCodeAt(1)
      letters[at] = letter.charCodeAt(0)
    }
  }
  return { letters, bytes }
})

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/

/** The bytes of a character as binary; null where the encoding has none. The character is in NFC. */
export function writeCharacter(character: string, name: LegacyName): string | null {
  if (character < '\u0080' && !(character < ' ' && takesControls(name))) return character
  const known = writers[name]().get(character)
  if (known !== undefined) return known
  if (name === 'windows-1258') return withCombiningTone(character)
  // TCVN3 has no capitals with tones: they are typed in a font of capitals, or as they are.
  if (name === 'tcvn3' && TONES.test(character.normalize('NFD')))
    return writers.tcvn3().get(character.toLowerCase()) ?? null
  return null
}

const takesControls = (name: LegacyName) => name === 'tcvn5712' || name === 'viscii' || name === 'vps'

/** "ệ" as "ê" and a combining dot. */
function withCombiningTone(character: string): string | null {
  const marks = character.normalize('NFD')
  const tone = TONES.exec(marks)?.[0]
  if (!tone) return null
  const base = marks.replace(tone, '').normalize('NFC')
  const writer = writers['windows-1258']()
  const baseByte = base < '\u0080' ? base : writer.get(base)
  return baseByte ? baseByte + (writer.get(tone) as string) : null
}

const singleBytes = (name: keyof typeof byteTables) => () => {
  const bytes = new Map<string, string>()
  const table = byteTables[name]
  for (let byte = 0; byte < 256; byte++) {
    const character = table[byte] as string
    if (byte < 0x80 ? character.charCodeAt(0) === byte : isControl(character)) continue
    bytes.set(character, String.fromCharCode(byte))
  }
  return bytes
}
const isControl = (character: string) => character >= '\u007f' && character < '\u00a0'

const writers: Readonly<Record<LegacyName, () => Map<string, string>>> = {
  'windows-1258': lazy(singleBytes('windows-1258')),
  tcvn3: lazy(() => {
    const bytes = singleBytes('tcvn3')()
    for (const letter of [...bytes.keys()]) {
      // The fonts draw nothing at the few places that the standard has for such capitals.
      if (letter !== letter.toLowerCase() && TONES.test(letter.normalize('NFD'))) bytes.delete(letter)
    }
    return bytes
  }),
  tcvn5712: lazy(singleBytes('tcvn5712')),
  viscii: lazy(singleBytes('viscii')),
  vps: lazy(singleBytes('vps')),
  vni: lazy(() => {
    const bytes = singleBytes('windows-1252')()
    // Letters of windows-1252 mean something else to the fonts.
    for (const character of [...bytes.keys()]) if (/\p{L}/u.test(character)) bytes.delete(character)
    for (const [letter, glyphs] of vni().bytes) bytes.set(letter, glyphs)
    return bytes
  }),
}
