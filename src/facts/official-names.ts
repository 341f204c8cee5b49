/**
 * Names of persons, read from runs of capitalised words.
 *
 *     Nguyễn Thị Phong Lan    H' Hen Niê    Rơ Châm H'Nhung    Giàng A Páo    Kim Jong-un    V. Putin
 */
import { isSyllable } from '../text/vietnamese.ts'
import { hasSurname, isElision, isTwin, isWideHyphen, particlesEnd, RUN, runEnd } from './official-name-runs.ts'
import type { Words } from './official-words.ts'

/** A name, half-open token indexes. */
export interface NameSpan {
  readonly first: number
  readonly last: number
  /** vietnamese: begins with a surname or a mark of a minority; foreign: any other; short: one word. */
  readonly form: 'vietnamese' | 'foreign' | 'short'
}

/** The most words of a name. */
const MOST_WORDS = 6

/** A name that begins at a token; `foreign` says whether one without a Vietnamese surname will do. */
export function nameAt(words: Words, at: number, foreign: boolean): NameSpan | undefined {
  if (!words.isCapital(at)) return undefined
  return nameOf(words, at, runEnd(words, at), foreign)
}

/** The run [first, last) as a name; `addressed` says whether "ông", "bà" stands before it. */
export function nameOf(
  words: Words,
  first: number,
  last: number,
  foreign: boolean,
  addressed = false,
): NameSpan | undefined {
  const count = wordCount(words, first, last)
  if (count === 0 || count > MOST_WORDS) return undefined
  // A headline in capitals says nowhere where the name in it ends.
  if (count > 4 && words.isAllCaps(first) && words.isAllCaps(last - 1)) return undefined
  const post = words.term(first, 'position')
  if (post?.class === 'Position' || post?.class === 'Rank' || isOtherName(words, first, last, addressed))
    return undefined
  if (count === 1) {
    if (words.mark(first + 1) === "'") return { first, last, form: 'vietnamese' }
    return words.isAllCaps(first) ? undefined : { first, last, form: last - first > 1 ? 'foreign' : 'short' }
  }
  if (hasSurname(words, first)) return { first, last, form: 'vietnamese' }
  if (!foreign || isInitials(words, first, last)) return undefined
  // A word in capitals among others is no name: "UBND Hà Nội".
  for (let i = first; i < last; i++)
    if (
      (words.isAllCaps(i) && words.length(i) > 3) ||
      words.term(i, 'body')?.class === 'BodyWord' ||
      (i > first && isLand(words, i))
    )
      return undefined
  return { first, last, form: 'foreign' }
}

/** Words of a run: an apostrophe or a hyphen does not part them. */
export function wordCount(words: Words, first: number, last: number): number {
  let count = 0
  for (let i = first; i < last; i++) {
    if (!words.isWord(i)) continue
    const mark = i > first ? words.mark(i - 1) : ''
    if (mark === "'" || mark === '-') continue
    count++
  }
  return count
}

/** "H.R.": letters without a name. */
const isInitials = (words: Words, first: number, last: number): boolean => {
  for (let i = first; i < last; i++) if (words.isWord(i) && words.length(i) > 1) return false
  return true
}

/** "Intel Việt Nam": a country or a province inside a run. */
const isLand = (words: Words, at: number): boolean => {
  const place = words.term(at, 'place')
  return place !== undefined && (place.end > at + 1 || place.class === 'Province') && place.class !== 'City'
}

/** Whether a run is the name of a place or a body. */
function isOtherName(words: Words, first: number, last: number, addressed: boolean): boolean {
  const place = words.term(first, 'place')
  // "Cao Hùng Cường", "bà Nga Vương": one word more than a place makes a person's name.
  const person =
    place &&
    last === place.end + 1 &&
    place.class !== 'Province' &&
    (place.class === 'Country'
      ? addressed && place.end === first + 1 && isSyllable(words.text(first, last - 1))
      : hasSurname(words, first))
  if (place && !person && (place.end >= last || place.class !== 'City')) return true
  const body = words.term(first, 'body')
  return body !== undefined && (body.end >= last || body.end > first + 1 || words.isAllCaps(first))
}

/** Whether a run has a word that is no Vietnamese syllable: then it is a foreign name. */
export function looksForeign(words: Words, first: number, last: number): boolean {
  for (let i = first; i < last; i++)
    if (words.isWord(i) && words.length(i) > 1 && !isSyllable(words.text(i, i + 1))) return true
  return false
}

/** What stands before a name: its first token, and the first token of the words of address before it. */
export interface NameBefore extends NameSpan {
  /** First token of degree, address and the like before the name; `first` where there are none. */
  readonly from: number
}

/** The name that ends before token `end`. */
export function nameBefore(words: Words, end: number): NameBefore | undefined {
  let first = end
  // Back over the run of name words.
  while (first > 0 && end - first < RUN) {
    const i = first - 1
    if (words.isCapital(i)) {
      first = i
      continue
    }
    if (first === end && !words.isWord(i)) return undefined
    const mark = words.mark(i)
    if (mark === "'" && words.isGlued(i) && words.isCapital(i - 1) && words.length(i - 1) <= 3) first = i - 1
    else if (mark === '-' && words.isGlued(i) && words.isGlued(first) && words.isWord(i - 1)) first = i - 1
    else if (mark === '.' && words.isCapital(i - 1) && words.length(i - 1) === 1 && first < end) first = i - 1
    else if (mark === "'" && first < end && isElision(words, i)) first = i - 1
    else if (mark === '-' && first < end && isTwin(words, i)) first = i - 1
    else if (first < end && words.isCapital(first) && words.isCapital(i - 1) && particlesEnd(words, i) === first)
      first = i - 1
    else if (first < end && words.isCapital(first) && words.isCapital(i - 2) && particlesEnd(words, i - 1) === first)
      first = i - 2
    else if (
      words.isLower(i) &&
      words.mark(i - 1) === '-' &&
      (words.isGlued(i) || (words.isWord(i - 2) && isWideHyphen(words, i - 2, i - 1)))
    )
      first = i - 1
    else if (mark === '-' && words.isWord(i - 1) && words.isLower(first)) first = i - 1
    else break
  }
  if (first === end) return undefined
  // "Ông Lê Minh Hoan", "Theo GS Nguyễn Thị Lan": what is written with a capital before the name.
  let from = first
  let addressed = false
  for (let i = first; i < end; ) {
    const term = words.term(i, 'person') ?? words.is(i, 'position', 'Rank')
    // "Võ Anh Kiệt": behind a surname "Anh" is no word of address.
    if (!term || term.class === 'Surname' || term.end >= end || (i > first && hasSurname(words, first))) {
      i++
      continue
    }
    if (!addressed) from = i
    first = term.end
    addressed = true
    while (first < end && words.mark(first) !== '') first++
    i = first
  }
  // "Th.S Cầm Thị Lai": the run began inside a degree.
  for (let i = Math.max(0, first - 2); !addressed && i < first; i++) {
    const degree = words.is(i, 'person', 'Degree')
    if (!degree || degree.end <= first || degree.end >= end) continue
    from = i
    first = degree.end
    addressed = true
    while (first < end && words.mark(first) !== '') first++
  }
  if (first >= end) return undefined
  const before = addressFrom(words, from)
  if (before < from) {
    from = before
    addressed = true
  }
  let name = nameOf(words, first, end, true, addressed)
  if (name?.form !== 'vietnamese' && !addressed) {
    // "Theo Nguyễn Văn Ất": the first word of the sentence.
    const opener = words.term(first, 'context')
    const paper = words.term(first, 'body')?.end === end
    if (opener && !paper && (opener.class === 'Stop' || opener.class === 'Barrier') && opener.end < end) {
      first = opener.end
      from = first
      name = nameOf(words, first, end, true)
    }
  }
  if (!name) return undefined
  if (!addressed) {
    if (name.form === 'short') return undefined
    if (isNamesake(words, first)) return undefined
    if (name.form === 'foreign' && (end - first < 2 || words.isAllCaps(first) || hasBodyWord(words, first, end)))
      return undefined
  }
  return { first, last: end, form: name.form, from: Math.min(from, first) }
}

/** Whether the word before a name says that it is the name of a street, a school, a place. */
export function isNamesake(words: Words, first: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 2); i--) {
    const term = words.term(i, 'context')
    if (term?.class === 'Namesake' && term.end === first) return true
    const body = words.term(i, 'body')
    // "Chuyên gia thủy lợi Lê Văn Ất": a field names nobody.
    if (body && body.end === first && body.class !== 'BodyField') return true
    const position = words.term(i, 'position')
    if (position && position.end === first && position.class === 'Position') return false
  }
  return false
}

function hasBodyWord(words: Words, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (words.term(i, 'body') || words.term(i, 'place')) return true
  return false
}

/** The most tokens of one degree or word of address, and how many of them may stand before a name. */
const ADDRESS = 6

/** First token of degrees, ranks and words of address that end right before token `end`. */
export function addressFrom(words: Words, end: number): number {
  let from = end
  for (let step = 0; step < 4; step++) {
    let found = -1
    // "TS." and "Đại tá, TS": a mark may stand between.
    const mark = words.mark(from - 1)
    const edge = mark === '.' || (mark === ',' && step > 0) || mark === ':' ? from - 1 : from
    for (let i = edge - 1; i >= Math.max(0, edge - ADDRESS); i--) {
      if (words.isBreak(i)) break
      const term = words.term(i, 'person')
      // "PGS.TS" may have begun before the edge.
      if (term && term.end >= edge && term.end <= from + 1 && term.class !== 'Surname') found = i
    }
    if (found < 0) break
    from = found
  }
  return from
}
