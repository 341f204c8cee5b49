/** The extent of a title: between quotes, or up to the words and marks that end it in running text. */
import type { Context } from '../parse/context.ts'
import { cueFinder, markAt } from '../parse/cues.ts'
import { Shape, Token } from '../scan/scanner.ts'
import {
  commaEnds,
  dateBehindNumber,
  documentBegins,
  endsAtDash,
  isAbbreviation,
  namesDays,
  nicknameEnd,
  personBegins,
  semicolonGoesOn,
  shortParenthesis,
} from './title-ends.ts'
import { presenterBegins } from './topic-presenter.ts'

const cue = cueFinder('title')
const citation = cueFinder('citation')

export interface Title {
  /** Token indexes, half-open; quotes are outside. */
  readonly first: number
  readonly last: number
  readonly quoted: boolean
  /** Index of the token behind the title and its quotes. */
  readonly end: number
  /** Whether a word like "phải" ended it, which makes a clause of it. */
  readonly statement: boolean
}

/** The longest title, in tokens. */
const LONGEST = 90

/**
 * The title that begins at a token, with or without quotes.
 * @param whole Whether only marks end it, as behind "chuyên đề:", and no word that could go on with a sentence.
 */
export function readTitle(context: Context, at: number, whole = false): Title | undefined {
  return isQuote(markAt(context, at)) ? quotedTitle(context, at) : plainTitle(context, at, whole)
}

/** Whether a title has so many tokens. */
export const long = (title: Title, words: number) => title.last - title.first >= words

export const isQuote = (mark: string) => mark === '"' || mark === '“' || mark === '”' || mark === "'"

/** "…": to the closing quote in the same line, over quotes of another kind inside. */
export function quotedTitle(context: Context, at: number): Title | undefined {
  const { tokens } = context
  const open = markAt(context, at)
  const close = open === '“' ? '”' : open
  let depth = 0
  for (let i = at + 1; i < tokens.length && i <= at + LONGEST; i++) {
    if (tokens.kind[i] === Token.Break) {
      // "…?" whose closing quote stands alone in the next line.
      const behind = tokens.kind[i + 1] === Token.Break ? i + 2 : i + 1
      if (i > at + 1 && markAt(context, i - 1) === '?' && closesAlone(context, behind, close))
        return { first: at + 1, last: trimmed(context, at + 1, i), quoted: true, end: behind + 1, statement: false }
      break
    }
    const mark = markAt(context, i)
    if (open === '“' && mark === '“') depth++
    // “Phát huy phẩm chất “Bộ đội Cụ Hồ”, …”
    if (depth > 0 && mark === close && closesLater(context, i)) {
      depth--
      continue
    }
    if (mark !== close && !(open === '“' && mark === '"' && endsQuote(context, i))) continue
    // An apostrophe inside a name is no closing quote: H'Lan.
    if (mark === "'" && !spaceAround(context, i)) continue
    return i > at + 1
      ? { first: at + 1, last: trimmed(context, at + 1, i), quoted: true, end: i + 1, statement: false }
      : undefined
  }
  // A quote that is never closed: the title ends as one without quotes.
  const plain = plainTitle(context, at + 1)
  return plain && { ...plain, quoted: false }
}

/** A quote at the beginning of a line that no word follows without a space. */
function closesAlone(context: Context, at: number, close: string): boolean {
  const next = context.text[context.tokens.end[at] ?? 0]
  return markAt(context, at) === close && (next === undefined || !/[\p{L}\d]/u.test(next))
}

/** Whether another ” follows in the line before the next “. */
function closesLater(context: Context, at: number): boolean {
  const { tokens } = context
  for (let i = at + 1; i < tokens.length && i <= at + LONGEST; i++) {
    if (tokens.kind[i] === Token.Break || markAt(context, i) === '“') return false
    if (markAt(context, i) === '”') return true
  }
  return false
}

/** Whether “ is closed by a straight quote: no ” is in sight before the line's end. */
function endsQuote(context: Context, at: number): boolean {
  const { tokens } = context
  for (let i = at + 1; i < tokens.length && i <= at + LONGEST; i++) {
    if (tokens.kind[i] === Token.Break || markAt(context, i) === '“') return true
    if (markAt(context, i) === '”') return false
  }
  return true
}

function spaceAround({ text, tokens }: Context, i: number): boolean {
  const next = text[tokens.end[i] as number]
  return next === undefined || !/\p{L}/u.test(next)
}

function plainTitle(context: Context, at: number, whole = false): Title | undefined {
  const { tokens } = context
  let i = at
  let statement = false
  // A date at the end is the document's, not the title's: "thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016".
  let dateStart = 0
  let dateEnd = 0
  // ", hành vi sử dụng điện thoại … có thể bị phạt": a subject whose verb ends the title; without a verb it is a part of it.
  let clause = 0
  for (; i < tokens.length && i < at + LONGEST; ) {
    if (tokens.kind[i] === Token.Break) break
    const mark = markAt(context, i)
    if (mark !== '') {
      if (mark === '.' && !isAbbreviation(context, i)) break
      // 'phát huy phẩm chất “Bộ đội Cụ Hồ”, …': a nickname inside; a longer quote is a title of its own.
      const over = isQuote(mark) && i > at && mark !== "'" && opensQuote(context, i) ? nicknameEnd(context, i) : 0
      if (over) {
        i = over
        continue
      }
      if (mark === ';' && i > at + 3 && semicolonGoesOn(context, at, i + 1)) {
        i++
        continue
      }
      if (';:!?…)“”"'.includes(mark)) break
      if (mark === '(') {
        const close = shortParenthesis(context, i)
        if (!close) break
        i = close
        continue
      }
      if (mark === ',' && dateBehindNumber(context, i)) {
        dateStart = i
        dateEnd = dateBehindNumber(context, i)
        i = dateEnd
        continue
      }
      if (
        mark === ',' &&
        (presenterBegins(context, i + 1) || personBegins(context, i + 1) || (!whole && commaEnds(context, at, i)))
      )
        break
      if (mark === ',' && !clause && /^(?:ClauseNoun|PluralEnd)$/.test(cue(context, i + 1)?.class ?? '')) clause = i
      if (mark === '-' && endsAtDash(context, i)) break
      i++
      continue
    }
    const word = cue(context, i)
    const dated = dateBehindNumber(context, i)
    if (dated) {
      dateStart = i
      dateEnd = dated
      i = dated
      continue
    }
    if (
      word?.class === 'TitleEnd' &&
      i > at &&
      tokens.shape[i] === Shape.Lower &&
      !(whole && word.end === i + 1) &&
      !namesDays(context, i)
    ) {
      statement = word.value === 'modal'
      if (clause > at + 2 && word.value !== '')
        return { first: at, last: clause, quoted: false, end: clause, statement: false }
      break
    }
    // "chỉ 5 năm", "khoảng 122 tỉ đồng"
    if (word?.class === 'Amount' && i > at + 1 && tokens.kind[word.end] === Token.Number) {
      if (clause > at + 2) return { first: at, last: clause, quoted: false, end: clause, statement: false }
      statement = true
      break
    }
    if (i > at && (documentBegins(context, i) || presenterBegins(context, i))) break
    i = word?.class === 'TitleGoesOn' ? word.end : i + 1
  }
  const last = trimmed(context, at, i === dateEnd ? dateStart : i)
  return last > at ? { first: at, last, quoted: false, end: i, statement } : undefined
}

/** Index behind the last token that is no mark or joining word. */
function trimmed(context: Context, first: number, last: number): number {
  let i = last
  while (i > first) {
    const mark = markAt(context, i - 1)
    if (
      (mark !== '' && mark !== ')' && mark !== '%' && !isQuote(mark)) ||
      (i === last && citation(context, i - 1)?.class === 'And' && mark === '')
    )
      i--
    else break
  }
  return i
}

/** A straight quote behind a word, with a space or a mark behind it, closes what stands before. */
export function opensQuote({ text, tokens }: Context, at: number): boolean {
  const start = tokens.start[at] as number
  if (text[start] === '“') return true
  return text[start] !== '”' && !(/\p{L}/u.test(text[start - 1] ?? '') && /[\s,.;:)]/.test(text[start + 1] ?? ' '))
}
