/**
 * Whether a word can be a Vietnamese syllable, by the rules of the script: an onset, a rhyme that may follow it, a tone that the rhyme
 * can have, and the tone mark on a letter that can bear it. No word list: names, dialect and syllables without a meaning pass as well.
 */
import { lazy } from '../lazy.ts'

/** By what may follow: k, gh, ngh stand before front vowels, c, g, ng before the others, q before a written u. */
const FRONT_ONSETS = 'k gh ngh'
const BACK_ONSETS = 'c g ng'
const ONSETS = 'b ch d đ gi h kh l m n nh p ph r s t th tr v x'

/** Rhymes by the vowels they begin with; a hyphen is the rhyme that ends there. */
const RHYMES: Readonly<Record<string, string>> = {
  a: '- c ch i m n ng nh o p t u y',
  ă: 'c m n ng p t',
  â: 'c m n ng p t u y',
  e: '- c m n ng o p t',
  ê: '- ch m n nh p t u',
  i: '- a ch m n nh p t u',
  iê: 'c m n ng p t u',
  o: '- c i m n ng p t',
  oo: 'c ng',
  oa: '- c ch i m n ng nh o p t y',
  oă: 'c m n ng t',
  oe: '- n o t m',
  ô: '- c i m n ng p t',
  ơ: '- i m n p t',
  u: '- a c i m n ng p t',
  uâ: 'n ng t y',
  uê: '- ch nh',
  uô: 'c i m n ng t',
  uơ: '-',
  uy: '- a ch n nh p t u',
  uyê: 'n t',
  ư: '- a c i m n ng t u',
  ươ: 'c i m n ng p t u',
  y: '-',
  yê: 'm n ng t u',
}
/** Behind q, whose u is written with the rhyme: qua, quốc, quýt. */
const U_RHYMES: Readonly<Record<string, string>> = {
  ua: '- c ch i m n ng nh o t u y',
  uă: 'c m n ng p t',
  uâ: 'n t ng y',
  ue: '- n o t',
  uê: '- n nh t ch',
  uô: 'c n ng t',
  uơ: '- i n t',
  uy: '- nh n t ch',
  uyê: 'n t',
  ui: '- nh n t',
}

const shapes = lazy(() => {
  const found = new Set<string>()
  const all = rhymes(RHYMES)
  for (const rhyme of all) {
    const front = /^[eêiy]/.test(rhyme)
    // Without an onset iê is written yê.
    if (!rhyme.startsWith('iê')) found.add(rhyme)
    if (rhyme.startsWith('yê')) continue
    for (const onset of ONSETS.split(' ')) found.add(onset + rhyme)
    for (const onset of (front ? FRONT_ONSETS : BACK_ONSETS).split(' ')) found.add(onset + rhyme)
    // gi before i keeps one i: gì, gìn, giếng.
    if (rhyme.startsWith('i')) found.add(`g${rhyme}`)
  }
  for (const rhyme of rhymes(U_RHYMES)) found.add(`q${rhyme}`)
  return found
})

const rhymes = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).flatMap(([vowels, ends]) => ends.split(' ').map((end) => vowels + (end === '-' ? '' : end)))

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const SHAPED = /[ăâêôơư]/
const STOPPED = /(?:p|t|c|ch)$/
/** Sắc and nặng, the tones of rhymes that end in p, t, c, ch. */
const STOP_TONES = '\u0301\u0323'

/** Whether letters of any case are one written Vietnamese syllable, tone included. Both places of the tone mark will do (hòa, hoà). */
export function isVietnameseSyllable(word: string): boolean {
  const known = remembered().get(word)
  if (known !== undefined) return known
  const valid = word.length <= LONGEST && check(word)
  if (remembered().size >= MOST_REMEMBERED) remembered().clear()
  remembered().set(word, valid)
  return valid
}
/** "nghiêng" with every mark by itself. */
const LONGEST = 10
const MOST_REMEMBERED = 20_000
const remembered = lazy(() => new Map<string, boolean>())

function check(word: string): boolean {
  const lower = word.toLowerCase()
  const marked = lower.normalize('NFD')
  const tones = marked.match(TONES)
  if (tones && tones.length > 1) return false
  const shape = marked.replace(TONES, '').normalize('NFC')
  if (!shapes().has(shape)) return false
  if (!tones) return !STOPPED.test(shape)
  if (STOPPED.test(shape) && !STOP_TONES.includes(tones[0] as string)) return false
  return toneFits(lower.normalize('NFC'), shape)
}

/** A shaped vowel bears the tone, the last one of two (ươ); without one any vowel may, as habits differ. */
function toneFits(word: string, shape: string): boolean {
  let bearer = -1
  for (let i = 0; i < word.length; i++) if (word[i] !== shape[i]) bearer = i
  if (bearer < 0 || !SHAPED.test(shape)) return true
  for (let i = bearer + 1; i < shape.length; i++) if (SHAPED.test(shape[i] as string)) return false
  return SHAPED.test(shape[bearer] as string)
}
