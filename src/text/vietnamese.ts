/**
 * What a Vietnamese letter is made of. Matching ignores case, where the tone mark stands (hoà, hòa) and i or y as the only vowel
 * (kỹ, kĩ), so a letter is looked at as its base (lower case, without tone, with its shape: ă â đ ê ô ơ ư) and its tone.
 */
import { unitAt } from './code-unit.ts'

/** Tones in the order level, huyền, sắc, hỏi, ngã, nặng. */
const TONE_MARKS = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323']

/** Code units below this limit have an entry in the tables; all letters of Vietnamese are among them. */
export const TABLE_SIZE = 0x1f00

export interface LetterTables {
  /** Base letter of a code unit, 0 for what is no letter. */
  readonly base: Uint16Array
  /** Tone 0 to 5. */
  readonly tone: Uint8Array
  /** 1 for an upper-case letter. */
  readonly upper: Uint8Array
  /** 1 for a base letter that is a vowel. */
  readonly vowel: Uint8Array
  /** All of it in one look: the base in the low 16 bits, the tone from bit 16 on, `UPPER`, `VOWEL`, and from bit 21 on a small number of the base; 0 for what is no letter. */
  readonly letter: Uint32Array
}

/** Flags of `LetterTables.letter`. */
export const UPPER_BIT = 19
export const UPPER = 1 << UPPER_BIT
export const VOWEL = 1 << 20

let tables: LetterTables | undefined

/** Built on first use: importing costs nothing. */
export function letterTables(): LetterTables {
  if (tables) return tables
  const base = new Uint16Array(TABLE_SIZE)
  const tone = new Uint8Array(TABLE_SIZE)
  const upper = new Uint8Array(TABLE_SIZE)
  const vowel = new Uint8Array(TABLE_SIZE)
  const isLetter = /\p{L}|\p{M}/u
  for (let code = 0x41; code < TABLE_SIZE; code++) {
    const char = String.fromCharCode(code)
    if (!isLetter.test(char)) continue
    const lower = char.toLowerCase()
    if (lower !== char) upper[code] = 1
    let rest = lower.length === 1 ? lower : char
    if (code < 0x250 || code >= 0x1ea0) {
      const marks = lower.normalize('NFD')
      const found = TONE_MARKS.findIndex((mark) => marks.includes(mark))
      if (found >= 0 && /^[aeiouy]/.test(marks)) {
        tone[code] = found + 1
        rest = marks.replace(TONE_MARKS[found] as string, '').normalize('NFC')
      }
    }
    base[code] = rest.charCodeAt(0)
  }
  for (const v of 'aăâeêioôơuưy') vowel[v.charCodeAt(0)] = 1
  const letter = new Uint32Array(TABLE_SIZE)
  // Vietnamese base letters are numbered from 1 on; any other letter shares the last number that six bits have.
  const alphabet = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
  for (let code = 0; code < TABLE_SIZE; code++) {
    if (!base[code]) continue
    const index = alphabet.indexOf(String.fromCharCode(base[code] as number)) + 1 || 63
    letter[code] =
      (base[code] as number) |
      ((tone[code] as number) << 16) |
      (upper[code] ? UPPER : 0) |
      (vowel[base[code] as number] ? VOWEL : 0) |
      (index << 21)
  }
  tables = { base, tone, upper, vowel, letter }
  return tables
}

const ONSET = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x)?'
const RIME =
  '(?:(?:a|e|o|ô|i|ă|â|ê|ơ|u|ư|iê|yê|ươ|uô|oa|oă|oe|uâ|uê|uyê|uy|oo)(?:ch|ng|nh|c|m|n|p|t)|' +
  'ai|ao|au|ay|âu|ây|eo|êu|ia|iêu|iu|oi|oai|oao|oay|oeo|ôi|ơi|ua|ui|uôi|uya|uây|uơ|uê|uy|uyu|ưa|ưi|ươi|ươu|ưu|yêu|oa|oe|a|e|ê|i|o|ô|ơ|u|ư|y)'
let syllable: RegExp | undefined

/** Whether letters (any case, NFC) can be one written Vietnamese syllable; by the rules of the script, not by a word list. */
export function isSyllable(letters: string): boolean {
  const { base } = letterTables()
  let toneless = ''
  for (let i = 0; i < letters.length; i++) toneless += String.fromCharCode(base[letters.charCodeAt(i)] ?? 0)
  syllable ??= new RegExp(`^${ONSET}${RIME}$`)
  return syllable.test(toneless)
}

/**
 * The one place where two glued syllables come apart ("quyếtvề": 5), as an index into `letters`; -1 where no place or more than
 * one would do.
 */
export function glueIndex(letters: string): number {
  let at = -1
  for (let i = 2; i <= letters.length - 2; i++) {
    if (!isSyllable(letters.slice(0, i)) || !isSyllable(letters.slice(i))) continue
    if (at >= 0) return -1
    at = i
  }
  return at
}

const isSpace = /\s/

/**
 * A key under which spellings of one word meet: lower case, tone mark behind its syllable, i for a lone y, single spaces.
 * For comparing, never for showing.
 */
export function foldKey(text: string): string {
  const { base, tone, vowel } = letterTables()
  const codes: number[] = []
  let syllableTone = 0
  let previous = 0
  let before = 0
  let spaced = false
  const nfc = isComposed(text) ? text : text.normalize('NFC')
  for (let i = 0; i < nfc.length; i++) {
    const code = unitAt(nfc, i)
    let letter = code < TABLE_SIZE ? (base[code] as number) : 0
    if (letter === 0) {
      if (syllableTone) {
        codes.push(DIGIT_0 + syllableTone)
        spaced = false
      }
      syllableTone = previous = before = 0
      if (code === 0x20 || isSpace.test(nfc[i] as string)) {
        if (!spaced) codes.push(0x20)
        spaced = true
      } else {
        codes.push(code)
        spaced = false
      }
      continue
    }
    if (tone[code]) syllableTone = tone[code] as number
    if (letter === 0x79 && (!vowel[previous] || (previous === 0x75 && before === 0x71))) letter = 0x69
    codes.push(letter)
    spaced = false
    before = previous
    previous = letter
  }
  if (syllableTone) codes.push(DIGIT_0 + syllableTone)
  return textOf(codes).trim()
}
const DIGIT_0 = 0x30

/** Whether a text has nothing that NFC could change: all letters of Vietnamese are from these blocks. */
function isComposed(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = unitAt(text, i)
    if (code >= 0x300 && (code < 0x1e00 || code > 0x1eff)) return false
  }
  return true
}

/** The text of code units. Made at once: put together unit by unit, it cost the engine an object a unit. */
function textOf(codes: readonly number[]): string {
  if (codes.length <= MOST_AT_ONCE) return String.fromCharCode(...codes)
  let text = ''
  for (let i = 0; i < codes.length; i += MOST_AT_ONCE) text += String.fromCharCode(...codes.slice(i, i + MOST_AT_ONCE))
  return text
}
/** Arguments of one call. */
const MOST_AT_ONCE = 1024
