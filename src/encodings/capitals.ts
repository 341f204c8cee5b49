/**
 * Capitals in TCVN3. The code has capital letters for Ă Â Ê Ô Ơ Ư Đ and none with a tone, so that headings hold small letters among
 * capitals ("CéNG HßA": CộNG HòA), or are set in a font that shows every letter as a capital.
 */
import { isVietnameseSyllable } from './syllable.ts'

const LINE = /[^\r\n]+/g
const WORD = /[\p{L}\p{M}]+/gu

enum Case {
  /** Has a capital behind its first letter, and no small ASCII letter. */
  Capitals,
  Small,
  /** "Hà", "ở": may be either, and takes the case of its neighbours. */
  Open,
}

/** Makes toned small letters of words in capitals capital. Nothing else changes, and no length. */
export function restoreCapitals(text: string): string {
  if (!MIXED.test(text)) return text
  return text.replace(LINE, (line) => (SPELT_IN_CAPITALS.test(line) && MIXED.test(line) ? restoreLine(line) : line))
}

const TONED = 'àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ'
/** A capital beside a small letter with a tone. */
const MIXED = new RegExp(`[A-ZĂÂÊÔƠƯĐ][${TONED}]|[${TONED}][A-ZĂÂÊÔƠƯĐ]`)
/** Somewhere in a word a capital behind another letter that is none of the small ones that every text has. */
const SPELT_IN_CAPITALS = new RegExp(`[A-ZĂÂÊÔƠƯĐ${TONED}][A-ZĂÂÊÔƠƯĐ]`)

function restoreLine(line: string): string {
  const words = [...line.matchAll(WORD)].map((match) => ({ at: match.index, word: match[0], is: caseOf(match[0]) }))
  let output = ''
  let copied = 0
  words.forEach(({ at, word, is }, i) => {
    if (is === Case.Small || (is === Case.Open && !amongCapitals(words, i))) return
    output += line.slice(copied, at) + word.toUpperCase()
    copied = at + word.length
  })
  return output + line.slice(copied)
}

/** Whether the nearest words of which the case is known, on both sides, are capitals. */
function amongCapitals(words: readonly { readonly is: Case }[], at: number): boolean {
  const known = ({ is }: { readonly is: Case }) => is !== Case.Open
  const before = words.slice(0, at).reverse().find(known)
  const after = words.slice(at + 1).find(known)
  return Boolean(before ?? after) && (before ?? after)?.is === Case.Capitals && (after ?? before)?.is === Case.Capitals
}

const SMALL_ASCII = /[a-z]/
const HAS_TONED = new RegExp(`[${TONED}]`)
const CAPITAL_BEHIND = /.[A-ZĂÂÊÔƠƯĐ]/u

function caseOf(word: string): Case {
  // đ ă â ê ô ơ ư have capitals of their own, so a small one is meant small.
  if (SMALL_ASCII.test(word) || /[đăâêôơư]/.test(word)) return Case.Small
  if (!CAPITAL_BEHIND.test(word)) return Case.Open
  // "UBND" stands in every text, "NAM" in capitals alone.
  return HAS_TONED.test(word) || isVietnameseSyllable(word) ? Case.Capitals : Case.Open
}
