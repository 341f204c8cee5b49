/** How strongly words speak for a reading: sums of log likelihood ratios against "this reading is wrong". */
import { isVietnameseSyllable } from './syllable.ts'

/** Of the words with a letter beyond ASCII in correct Vietnamese 99.8 % are syllables; with room for misprints and names. */
const VALID_WHEN_RIGHT = 0.96
/** By the letters of a word, how often a wrong table makes a syllable of it all the same. See test/encodings/evidence.test.ts. */
const VALID_WHEN_WRONG = [1, 0.85, 0.7, 0.45, 0.25]
/** A letter beside a symbol as in "h¹i": hardly in any language. */
const SYMBOL_IN_WORD = -3

const WORDS = /[\p{L}\p{M}]+/gu
const BEYOND_ASCII = /[^A-Za-z]/
/** Spaces, quotes, dashes and signs that texts have beside letters. */
const PUNCTUATION = /[\u00a0«»·‘’“”„•…–—§°²³½¼¾®©™×€£\u00ad\u200b-\u200f\ufeff]/
/** An opening quote behind a letter, a closing one or a dash before one, a trade mark of nothing: rather a letter that a wrong table shows so. */
const MISPLACED = /[\p{L}\p{M}][“‘„•–—€£×©§½¼¾]|[”•–—…][\p{L}\p{M}]|^™/u
const MISPLACED_MARK = -1
/** Quotes and dashes by themselves, where a table of letters would have a lone Ọ or Ặ. */
const MARKS_ALONE = /^[“”‘’–—…•]+$/
const AS_MARKS_STAND = 1.5
const ABBREVIATION = /^[A-ZĐĂÂÊÔƠƯ]+$/

/** For how a word of a reading speaks: above 0 for it, below 0 against it, 0 for words that tell nothing. */
export function wordEvidence(word: string): number {
  if (!BEYOND_ASCII.test(word)) return 0
  if (isVietnameseSyllable(word)) {
    if (!isCased(word)) return -1
    return Math.log(VALID_WHEN_RIGHT / (VALID_WHEN_WRONG[Math.min(word.length, 4)] as number))
  }
  if (ABBREVIATION.test(word)) return 0
  return Math.log((1 - VALID_WHEN_RIGHT) / (1 - (VALID_WHEN_WRONG[Math.min(word.length, 4)] as number)))
}

/** Whether capitals stand as in writing: none, the first, or all. */
function isCased(word: string): boolean {
  const lower = word.toLowerCase()
  if (word === lower || word === word.toUpperCase()) return true
  return word.slice(1) === lower.slice(1)
}

/** The evidence of a piece of text without ASCII spaces: its words, and symbols between letters. */
export function readingEvidence(text: string): number {
  if (MARKS_ALONE.test(text)) return AS_MARKS_STAND
  let sum = 0
  for (const [word] of text.matchAll(WORDS)) sum += wordEvidence(word)
  for (const character of text.replace(WORDS, '')) {
    if (character > '\x7f' ? !PUNCTUATION.test(character) : character < ' ') sum += SYMBOL_IN_WORD
  }
  return MISPLACED.test(text) ? sum + MISPLACED_MARK : sum
}

/** Symbols of windows-1252 that no language writes into words, and small letters before capitals: what wrong tables leave. */
const STRANGE =
  /[\u0080-\u009f¡-ª¬®¯±-¶¸¹º¼-¿×÷ƒˆ˜†‡‰€][\p{L}\p{M}]|[\p{L}\p{M}][\u0080-\u009f¡-§¨¬¯±-¶¸¹º¼-¿×÷ƒˆ˜†‡‰€]|\p{Ll}[À-Þ]/u

/** How a piece of text speaks for being what it says, in whatever language: 0, or below 0 for what no language writes. */
export const strangeness = (text: string): number => (STRANGE.test(text) ? SYMBOL_IN_WORD : 0)
