/**
 * Runs of capitalised words that may be a name, with the marks and particles inside it.
 *
 *     Mohammed bin Salman    Beto O ' Rourke    Prayut Chan - o - cha    Jean - Claude Bertin    Bashar al - Assad
 */
import { isSyllable } from '../text/vietnamese.ts'
import type { Words } from './official-words.ts'

/** The most tokens of a run that are looked at. */
export const RUN = 14

/** End of the run of name words from `at` on. */
export function runEnd(words: Words, at: number, limit = at + RUN): number {
  let i = at
  if (!words.isCapital(i)) return i
  i++
  while (i < limit) {
    if (words.isCapital(i)) {
      // "Đ-Phó", "Huy Phó Chủ tịch": a post ends the name.
      if (isPost(words, i) && !isGivenName(words, i)) break
      i++
      continue
    }
    const behind = particlesEnd(words, i)
    if (behind > i) {
      i = behind
      continue
    }
    const mark = words.mark(i)
    if (mark === "'" && (isElision(words, i) || (i > at + 1 && isGlottal(words, i)))) i += 2
    else if (mark === "'" && words.isGlued(i) && words.isCapital(i - 1) && words.isWord(i + 1)) {
      // "K'Brơi", "H' Hen": the word before the mark is a short one.
      if (words.length(i - 1) > 3 || !(words.isGlued(i + 1) || words.isCapital(i + 1))) break
      i += 2
    } else if (mark === '-' && words.isGlued(i) && words.isGlued(i + 1) && words.isWord(i + 1)) {
      // "Lê Văn Ất-cho biết", but "Vla-đi-mia Pu-tin"
      if (isPost(words, i + 1) || (words.isStop(i + 1) && i > at + 2 && hasSurname(words, at))) break
      i += 2
    } else if (mark === '-' && (isWideHyphen(words, at, i) || isTwin(words, i))) i += 2
    else if (mark === '.' && words.length(i - 1) === 1 && words.isGlued(i) && words.isCapital(i + 1)) i += 2
    else break
  }
  return i
}

/** "Bill de Blasio", "Mohammed bin Salman": a particle between the words of a foreign name. */
function isParticle(words: Words, at: number): boolean {
  return (
    words.isLower(at) &&
    words.length(at) <= 3 &&
    /^(de|da|di|du|van|von|bin|ibn|al|el|der|den|del|la|le)$/.test(words.text(at, at + 1))
  )
}

/** "O ' Rourke", "L ' Officiel": an article or a prefix of one letter. */
export function isElision(words: Words, at: number): boolean {
  return (
    words.isCapital(at - 1) &&
    words.length(at - 1) === 1 &&
    words.isCapital(at + 1) &&
    !words.isAllCaps(at + 1) &&
    /^[ODL]$/.test(words.text(at - 1, at))
  )
}

/** "Al Mo ' jab", "Sa ' ar": a stop inside an Arabic word, where the rest is no Vietnamese syllable. */
const isGlottal = (words: Words, at: number): boolean =>
  words.length(at - 1) <= 3 && words.isLower(at + 1) && !words.isStop(at + 1) && !isSyllable(words.text(at + 1, at + 2))

/** Behind "bin", "von der", "al -" between the words of a foreign name: the index of the capital; 0 if there are none. */
export function particlesEnd(words: Words, at: number): number {
  if (!isParticle(words, at)) return 0
  let i = at + 1
  if (isParticle(words, i)) i++
  if (words.mark(i) === '-') i++
  return words.isCapital(i) ? i : 0
}

/** "Jean - Claude Bertin": the hyphen of a double first name, with spaces. */
export function isTwin(words: Words, at: number): boolean {
  return (
    words.isCapital(at - 1) &&
    words.isCapital(at + 1) &&
    (isGivenHalf(words, at) ||
      /^(Jean|Marie|Anne|Ann|Pierre|Hans|Karl|Heinz|Frank|Abdul|Al|El)$/.test(words.text(at - 1, at)))
  )
}

/** "Kim Dong - Chol", "Tan Weng - Jit": the second half of a given name behind a Korean or Chinese surname. */
const isGivenHalf = (words: Words, at: number): boolean =>
  words.isCapital(at - 2) &&
  !isSyllable(words.text(at + 1, at + 2)) &&
  /^(Kim|Lee|Park|Moon|Choi|Choe|Kang|Cho|Chung|Jung|Jong|Jeong|Ri|Jang|Yoon|Yun|Ban|Han|Ahn|Shin|Song|Hwang|Roh|Noh|Suh|Seo|Kwon|Tan|Ng|Lim|Chan|Goh)$/.test(
    words.text(at - 2, at - 1),
  )

/** "Moon Jae - in", "Prayut Chan - o - cha": a hyphen with spaces inside a name, where all is written without Vietnamese marks. */
export function isWideHyphen(words: Words, first: number, at: number): boolean {
  if (
    !words.isLower(at + 1) ||
    words.length(at + 1) > 6 ||
    (words.length(at + 1) > 4 && isSyllable(words.text(at + 1, at + 2))) ||
    words.isStop(at + 1) ||
    words.term(at + 1, 'position') ||
    words.term(at + 1, 'body')
  )
    return false
  const person = words.term(at + 1, 'person')
  if (person && person.class !== 'Surname') return false
  // "Khăm - ma - ni In - thi - lát": a chain of syllables
  if (words.mark(at + 2) === '-' && words.isLower(at + 3)) return true
  if (words.isLower(at - 1) && words.mark(at - 2) === '-') return true
  return /^[A-Za-z' -]+$/.test(words.text(Math.max(first, at - 3), at + 2))
}

const isPost = (words: Words, at: number): boolean => {
  const term = words.term(at, 'position')
  return term !== undefined && (term.class === 'Position' || term.class === 'Rank') && term.end > at + 1
}

/** "Trịnh Công Sứ": two words of a post right behind a surname, with nothing of a title or a name behind them. */
export function isGivenName(words: Words, at: number): boolean {
  const post = words.term(at, 'position')
  return (
    post?.end === at + 2 &&
    words.isCapital(at + 1) &&
    !words.isAllCaps(at) &&
    hasStrongSurname(words, at - 1) &&
    (!words.isCapital(at - 2) || words.is(at - 2, 'person', 'Honorific') !== undefined) &&
    !words.isCapital(post.end) &&
    !words.term(post.end, 'body')
  )
}

/** Whether a name may begin here by its surname or by the mark of a minority (Y, H', K', A). */
export function hasSurname(words: Words, at: number): boolean {
  if (words.is(at, 'person', 'Surname')) return true
  if (words.length(at) > 2 || !words.isCapital(at)) return false
  const word = words.text(at, at + 1)
  if (words.mark(at + 1) === "'") return word === 'H' || word === 'K' || word === 'Ka' || word === 'Y'
  return (word === 'Y' || word === 'A' || word === 'H') && words.isCapital(at + 1)
}

/** Whether a surname stands here that is no common word too. */
export function hasStrongSurname(words: Words, at: number): boolean {
  const term = words.is(at, 'person', 'Surname')
  if (term) return term.value !== 'weak'
  return hasSurname(words, at)
}
