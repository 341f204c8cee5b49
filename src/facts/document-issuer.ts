/** The bodies that issue documents: their extent in the text, forwards from "của", backwards from a verb. */
import type { Context } from '../parse/context.ts'
import { cueFinder, markAt, textOf } from '../parse/cues.ts'
import { Shape, Token } from '../scan/scanner.ts'

const word = cueFinder('citation')
const body = cueFinder('body')
const place = cueFinder('place')
const kind = cueFinder('document')
const verb = cueFinder('title')
const law = cueFinder('law')
const surname = cueFinder('person')

/** The most tokens of a body's name. */
const LONGEST = 24
/** How far back the subject of "ban hành" is looked for. */
const LOOK_BACK = 14

/**
 * Index of the token behind the name of a body that begins at a token, or `at` where none begins.
 * It goes on over words in capitals, levels with their places and fields of work ("Văn hóa, Thể thao và Du lịch").
 */
export function bodyEnd(context: Context, at: number): number {
  const { tokens } = context
  const head = word(context, at)
  const first = body(context, at)
  const begins = first && (first.class === 'Body' || first.class === 'BodyHead')
  const central = head !== undefined && /^(Central|CentralCommittee)$/.test(head.class)
  if (head?.class !== 'IssuerHead' && !central && !begins && !properWord(context, at)) return at
  let i = Math.max(head?.class === 'IssuerHead' || central ? head.end : 0, begins ? first.end : 0, at + 1)
  // What begins neither as a body nor as a post has a name in capitals.
  for (const limit = at + LONGEST; i < limit; ) {
    const part = body(context, i)
    if (part && !(part.class === 'Level' && !levelGoesOn(context, part.end, i))) {
      // "Bộ trưởng Bộ Công an", "Ban Thường vụ Tỉnh ủy"; a body in lower case begins something else.
      if (part.class === 'BodyField' || part.class === 'Level' || tokens.shape[i] !== Shape.Lower) {
        i = part.end
        continue
      }
    }
    const where = place(context, i)
    if (where) {
      i = where.end
      continue
    }
    if (properWord(context, i)) {
      // "Thủ tướng Chính phủ Phạm Minh Chính": the name is no part of the post.
      if (head?.class === 'IssuerHead' && i === Math.max(head.end, begins ? first.end : 0)) break
      const cue = word(context, i)
      if (cue?.class === 'Term' || cue?.class === 'Meeting') break
      i++
      continue
    }
    const over = i === first?.end && first.class === 'BodyHead' ? smallWordsEnd(context, i) : i
    if (over > i) {
      i = over
      continue
    }
    // "Vụ Sức khoẻ bà mẹ - trẻ em": a name whose first syllable alone has a capital.
    if (first?.class === 'BodyHead' && i === first.end + 1 && properWord(context, first.end)) {
      const end = nameEnd(context, i)
      if (end > i) {
        i = end
        continue
      }
    }
    const mark = markAt(context, i)
    if (mark === '.' && isShort(context, i - 1) && properWord(context, i + 1)) i++
    else if (
      (mark === '-' || mark === '&') &&
      head?.class !== 'IssuerHead' &&
      (properWord(context, i + 1) || body(context, i + 1)?.class === 'BodyField')
    )
      i++
    // "Quân khu 3"
    else if (tokens.kind[i] === Token.Number && body(context, i - 1)?.class === 'Level') i++
    else if (
      tokens.kind[i] === Token.Number &&
      (first?.class === 'BodyHead' || first?.class === 'Body') &&
      i - at >= 2 &&
      unitBefore(context, i)
    )
      i++
    else break
  }
  // "ban" of "ban hành", "bộ" alone: a head in small letters needs its name.
  if (first?.class === 'BodyHead' && i === first.end && tokens.shape[at] === Shape.Lower) return at
  return i
}

/** At most 8 small words and dashes of a name, up to a word of sentences. */
function nameEnd(context: Context, at: number): number {
  const { tokens } = context
  let i = at
  for (; i < at + 8 && i < tokens.length; i++) {
    const dash = markAt(context, i) === '-' && i > at
    if (!dash && (tokens.kind[i] !== Token.Word || tokens.shape[i] !== Shape.Lower)) break
    if (!dash && (word(context, i) || verb(context, i) || kind(context, i) || law(context, i)?.class === 'NameEnd'))
      break
  }
  return markAt(context, i - 1) === '-' ? i - 1 : i
}

/** "Ban tuyên giáo Tỉnh ủy": at most 4 words in small letters between a head and what goes on in capitals. */
function smallWordsEnd(context: Context, at: number): number {
  const { tokens } = context
  let i = at
  for (; i < at + 4; i++) {
    if (tokens.kind[i] !== Token.Word || tokens.shape[i] !== Shape.Lower || word(context, i) || verb(context, i)) break
    if (body(context, i)?.class === 'Level') break
  }
  const next = body(context, i)
  const goesOn = next !== undefined && (next.class === 'Level' || tokens.shape[i] !== Shape.Lower)
  return i > at && (goesOn || place(context, i)) ? i : at
}

/** A number belongs to "Quân khu 3" and "Sư đoàn 350", not to "Trung ương 8". */
function unitBefore(context: Context, i: number): boolean {
  return body(context, i - 2)?.class === 'BodyHead' && body(context, i - 2)?.end === i
}

/** A level word ends a body ("UBND tỉnh") or has its place behind it; "xã hội" is no level. */
function levelGoesOn(context: Context, behind: number, at: number): boolean {
  return context.tokens.shape[at] !== Shape.Lower || body(context, at)?.end === behind
}

/** "TP." */
function isShort({ text, tokens }: Context, i: number): boolean {
  const image = text.slice(tokens.start[i] as number, tokens.end[i] as number)
  return /^(TP|Tp|TX|TT|P|Q|H|T|GS|TS|UBND)$/.test(image)
}

/** A word with a capital that begins no document. */
function properWord(context: Context, i: number): boolean {
  const { tokens } = context
  return i < tokens.length && tokens.kind[i] === Token.Word && tokens.shape[i] !== Shape.Lower && !kind(context, i)
}

/** Whether a body begins at a token by its lexicon, not by its capitals alone. */
export function beginsBody(context: Context, at: number): boolean {
  const first = body(context, at)
  return first?.class === 'Body' || first?.class === 'BodyHead' || word(context, at)?.class === 'IssuerHead'
}

/**
 * The body before a verb of issuing that ends at `at`: "Thủ tướng Chính phủ đã ký" before "Quyết định". The longest of at most
 * 14 tokens.
 */
export function issuerBefore(context: Context, at: number): { issuer: string; first: number } | undefined {
  let end = at
  let verb = false
  // "đã ký", "vừa ban hành", "ban hành các"
  for (let step = 0; step < 4; step++) {
    const before = wordEndingAt(context, end)
    if (!before) break
    if (before.class === 'IssueVerb') verb = true
    else if (before.class !== 'Aspect' && before.class !== 'Enumeration') break
    end = before.first
  }
  if (!verb) return undefined
  // "Ngân hàng Nhà nước (NHNN) vừa ban hành"
  if (markAt(context, end - 1) === ')' && markAt(context, end - 3) === '(') end -= 3
  let best: { issuer: string; first: number } | undefined
  for (let i = end - 1; i >= Math.max(0, end - LOOK_BACK); i--) {
    const kindOf = context.tokens.kind[i]
    if (kindOf === Token.Break || ',;:('.includes(markAt(context, i) || ' ')) break
    if (beginsBody(context, i) && bodyEnd(context, i) === end) best = { issuer: textOf(context, i, end), first: i }
  }
  return best && { ...best, issuer: textOf(context, best.first, nameStart(context, best.first, end)) }
}

/** "Bộ trưởng Bộ Y tế Nguyễn Văn A": index of the name of who holds the post, 2 to 5 words with a surname first; else the end. */
function nameStart(context: Context, first: number, end: number): number {
  if (word(context, first)?.class !== 'IssuerHead') return end
  for (let i = first + 1; i <= end - 2; ) {
    const where = place(context, i)
    if (where) i = where.end
    else if (end - i <= 5 && surname(context, i)?.class === 'Surname') return i
    else i++
  }
  return end
}

/** The citation word of at most 3 tokens that ends at a token. */
function wordEndingAt(context: Context, end: number): { class: string; first: number } | undefined {
  for (let length = 3; length >= 1; length--) {
    const cue = word(context, end - length)
    if (cue?.end === end) return { class: cue.class, first: end - length }
  }
  return undefined
}

/** Whether a body's name is one of the Central Committee, which plenums and terms belong to. */
export function isCentral(issuer: string): boolean {
  return /trung ương|TW|T\.?Ư|đảng|bộ chính trị|ban bí thư|BCT|BBT/iu.test(issuer)
}
