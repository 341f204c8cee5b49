/**
 * What stands before a title: the name that it belongs to, with its words of address.
 *
 *     bà Lò Thị Xuyến (45 tuổi), Phó Giám đốc     ông Lê Văn Ất được Quốc hội bầu làm Chủ tịch nước     các đồng chí Phó Chủ tịch
 *     ^address  ^name  ^aside    ^anchor                  ^name ^link                 ^anchor           ^group       ^anchor
 */
import type { TokenType } from '../../grammars/_shared/engine.ts'
import { IslandToken } from '../../grammars/_shared/island-token.ts'
import * as t from '../../grammars/_shared/tokens.ts'
import * as g from '../../grammars/official/grammar.ts'
import { Token } from '../scan/scanner.ts'
import { nameBefore } from './official-names.ts'
import { type Title, titleAt } from './official-titles.ts'
import type { Words } from './official-words.ts'

/** A token that the grammar reads: a whole title, a name, a mark. */
export class Piece extends IslandToken {
  readonly title: Title | undefined
  readonly form: Form | undefined
  readonly value: string

  constructor(
    { context, tokens }: Words,
    type: TokenType,
    first: number,
    last: number,
    { title, form, value = '' }: PieceValue,
  ) {
    super(context.text, tokens.start[first] as number, tokens.end[last - 1] as number, type, first, last, [])
    this.title = title
    this.form = form
    this.value = value
  }
}

export interface PieceValue {
  readonly title?: Title
  readonly form?: Form
  readonly value?: string
}

type Form = 'vietnamese' | 'foreign' | 'short'

/** First two words of posts that are verbs, too. */
const VERB_POSTS = /^(phụ trách|đại diện|lãnh đạo|chỉ huy|quản lý|điều hành|sáng lập|đồng sáng|đứng đầu)$/

/** The most tokens of an aside, and of the words between a name and the post that is given. */
export const ASIDE = 14
export const LINK = 12
/** The most tokens of personal details between a name and a title. */
const DETAILS = 36
/** The most names of a list before the title that is theirs. */
const NAMES = 8

export class LookBack {
  protected readonly pieces: Piece[] = []

  protected next = 0

  constructor(
    protected readonly words: Words,
    protected readonly floor: number,
  ) {}

  /** Puts the name before the anchor, if it has one, and gives the token where reading begins. */
  protected start(anchor: number): number {
    const { words } = this
    // "ông Ất, tân | Giám đốc", "bà Ất, nữ | Bí thư"
    const edge = this.skipBefore(anchor)
    let before = edge - 1
    let link = false
    const mark = words.mark(before)
    // "ông Ất,, Phó Chủ tịch"
    if (mark === ',' && words.mark(before - 1) === ',') before--
    let end = -1
    if (mark === '(') end = before
    else if (mark === ',' || mark === '-') {
      // "ông Ất-Phó Bí thư" has a name before it, "Kon-tum" has none.
      end = before
      // ", 53 tuổi," "(SN 1978)," between
      const aside = this.asideBefore(end)
      if (aside >= 0) end = aside
      else if (mark === ',') {
        const details = this.detailsBefore(before)
        if (details >= 0) {
          const name = nameBefore(words, details)
          if (name && name.first >= this.floor && (name.form === 'vietnamese' || name.from < name.first)) {
            this.putAddress(Math.max(name.from, this.floor), name.first)
            this.putName(name.first, name.last, name.form)
            if (words.mark(details) === '(') this.put(t.Open, details, anchor)
            else this.put(g.Aside, details, before)
            return words.mark(details) === '(' ? anchor : before
          }
        }
      }
    } else {
      const from = this.linkBefore(edge)
      // "em của ông Ất là cựu Thủ tướng Trần Bính": the title leads to a name of its own.
      if (from >= 0 && !titleAt(words, anchor, false)?.nameEnd) {
        end = from
        link = true
      }
    }
    if (end <= this.floor) return this.besideBefore(anchor) ? anchor : this.groupBefore(anchor)
    // "Ất (53 tuổi, nguyên Trưởng phòng"
    if (mark === ',') {
      const open = this.openBefore(before)
      if (open >= 0) {
        const name = nameBefore(words, open)
        if (name && name.first >= this.floor) {
          this.putAddress(Math.max(name.from, this.floor), name.first)
          this.putName(name.first, name.last, name.form)
          this.put(t.Open, open, anchor)
          return anchor
        }
      }
    }
    const name = nameBefore(words, end)
    if (!name || name.first < this.floor) return this.groupBefore(anchor)
    before = Math.max(name.from, this.floor)
    const list = link ? -1 : this.listBefore(before)
    if (list >= 0) return list
    this.putAddress(before, name.first)
    this.putName(name.first, name.last, name.form)
    if (link) {
      this.put(g.Link, end, anchor)
      return anchor
    }
    return name.last
  }

  /** "ông Lê Văn Ất | giám đốc Sở Y tế": puts a name with a word of address that stands right before a whole title, without a comma. */
  private besideBefore(anchor: number): boolean {
    const { words } = this
    if (!words.isCapital(anchor - 1) || !words.isLower(anchor)) return false
    // "cô Lê Thị Ất phụ trách điểm trường": what she does
    if (VERB_POSTS.test(words.text(anchor, Math.min(anchor + 2, words.tokens.length)))) return false
    const name = nameBefore(words, anchor)
    if (name?.form !== 'vietnamese' || name.from >= name.first || name.from < this.floor) return false
    const title = titleAt(words, anchor, true)
    if (!title || title.bare || titleAt(words, anchor, false)?.nameEnd) return false
    this.putAddress(name.from, name.first)
    this.putName(name.first, name.last, name.form)
    // Where a comma would stand.
    return this.put(t.Comma, anchor, anchor)
  }

  /** Where words before a post begin that are no part of it: "đương kim", "tân"; the anchor itself if there are none. */
  protected skipBefore(anchor: number): number {
    for (let i = anchor - 1; i >= Math.max(this.floor, anchor - 2); i--)
      if (this.words.is(i, 'context', 'Skip')?.end === anchor) return i
    return anchor
  }

  /** "các Phó Thủ tướng", "đồng chí Phó Bí thư": words of address before the anchor. */
  protected groupBefore(anchor: number): number {
    const { words } = this
    let from = anchor
    for (let i = anchor - 1; i >= Math.max(this.floor, from - 3); i--) {
      const person = words.is(i, 'person', 'Honorific')
      if (person && person.end === from) from = i
    }
    if (from > this.floor && isGroup(words, from - 1)) return from - 1
    return anchor
  }

  /** Where "các đồng chí: Lê Văn Ất," begins before a name at token `at`, or -1. */
  protected listBefore(at: number): number {
    const { words } = this
    let from = at
    for (let count = 0; count < NAMES; count++) {
      const edge = from - 1
      if (edge <= this.floor) return -1
      if (words.mark(edge) === ':' || isGroup(words, edge)) {
        for (let i = edge; i >= Math.max(this.floor, edge - 3); i--) if (isGroup(words, i)) return count > 0 ? i : -1
        return -1
      }
      if (words.mark(edge) !== ',' && !(words.isLower(edge) && words.text(edge, from) === 'và')) return -1
      const name = nameBefore(words, edge)
      if (name?.form !== 'vietnamese') return -1
      from = name.from
    }
    return -1
  }

  /** Where an aside that ends before token `end` begins, or -1: "(thứ hai từ trái sang)", ", 53 tuổi". */
  protected asideBefore(end: number): number {
    const { words } = this
    if (words.mark(end - 1) === ')') {
      for (let i = end - 2; i >= Math.max(this.floor, end - ASIDE); i--) {
        if (words.isBreak(i)) return -1
        if (words.mark(i) === '(') return i
      }
      return -1
    }
    for (let i = end - 2; i >= Math.max(this.floor, end - 5); i--) {
      if (words.mark(i) === ',') return ageEnd(words, i + 1) === end ? i : -1
      // "bà Lê Thị Ất - TS kinh tế, Phó Bí thư"
      if (words.mark(i) === '-') {
        const degree = words.is(i + 1, 'person', 'Degree')
        return degree && degree.end <= end && !words.isCapital(degree.end) ? i : -1
      }
    }
    return -1
  }

  /**
   * The mark behind a name where its personal details begin that end before the comma, or -1:
   * "Lê Thị Ất, | sinh năm 1965, trú tại phường Cửa Đông, nguyên", "Lê Ất | (SN 1970, ở quận Ba Đình, Hà Nội, nguyên".
   */
  protected detailsBefore(comma: number): number {
    const { words } = this
    for (let i = comma - 1; i >= Math.max(this.floor, comma - DETAILS); i--) {
      if (words.isBreak(i)) return -1
      const mark = words.mark(i)
      if (mark === ')' || mark === ';' || mark === ':' || mark === '.') return -1
      if (mark !== ',' && mark !== '(') continue
      const detail = ageEnd(words, i + 1) > 0 || words.is(i + 1, 'context', 'Stop')?.value === 'detail'
      if (mark === '(') return detail ? i : -1
      if (!detail) {
        // ", Hà Nội," goes on with where somebody lives.
        const place = words.is(i + 1, 'body', 'Level') ?? words.term(i + 1, 'place')
        if (!place && !/^(ở|tại|số|đường|hiện|cùng)$/.test(words.text(i + 1, i + 2))) return -1
        continue
      }
      if (words.mark(i - 1) !== ')' && nameBefore(words, i)) return i
    }
    return -1
  }

  /** The bracket of "(53 tuổi," that ends before token `comma`, or -1. */
  protected openBefore(comma: number): number {
    const { words } = this
    for (let i = comma - 2; i >= Math.max(this.floor, comma - 5); i--)
      if (words.mark(i) === '(') return ageEnd(words, i + 1) === comma ? i : -1
    return -1
  }

  /** End of the name that a link before the anchor leads back to, or -1: "ông Lê Ất được bầu giữ chức | Chủ tịch". */
  protected linkBefore(anchor: number): number {
    const { words } = this
    let at = -1
    let strong = false
    for (let i = anchor - 1; i >= Math.max(this.floor, anchor - 4); i--) {
      const link = words.is(i, 'context', 'Link')
      if (link && link.end === anchor) {
        at = i
        strong = link.value === 'strong'
      }
    }
    if (at < 0) return -1
    // "ông Lê Ất (43 tuổi, trú tại Đà Nẵng) là"
    if (words.mark(at - 1) === ')') return strong ? -1 : this.asideBefore(at)
    // "ông Lê Ất - hiện là", "(nguyên là": right behind a mark
    if (/^[-,(]$/.test(words.mark(at - 1))) {
      const name = nameBefore(words, at - 1)
      if (name) return name.form === 'vietnamese' || name.from < name.first ? at - 1 : -1
    }
    // "ông Kim Byong-joon làm": a name may end in lower case.
    if (words.isLower(at - 1) && words.mark(at - 2) === '-') {
      const name = nameBefore(words, at)
      if (name && (name.form === 'vietnamese' || name.from < name.first)) return at
    }
    // Back over lower-case words to a name.
    for (let i = at - 1; i >= Math.max(this.floor, at - (strong ? LINK : 2)); i--) {
      // "được Quốc hội bầu làm": back over the body.
      const body = this.bodyBefore(i + 1)
      if (words.isCapital(i)) {
        const name = nameBefore(words, i + 1)
        if (name && (name.form === 'vietnamese' || name.from < name.first)) return i + 1
        if (body < 0) return -1
      }
      if (body >= 0) {
        i = body
        continue
      }
      if (!words.isLower(i) && words.mark(i) !== ',' && words.tokens.kind[i] !== Token.Number) return -1
      if (this.isBarrier(i) || isAppointing(words, i - 3, i)) return -1
    }
    return -1
  }

  /** Where a body's name that ends before token `end` begins, or -1. */
  protected bodyBefore(end: number): number {
    const { words } = this
    for (let i = end - 1; i >= Math.max(this.floor, end - 4); i--) {
      const body = words.term(i, 'body')
      if (body && body.end === end && words.isCapital(i)) return i
    }
    return -1
  }

  /** Whether a word says that the post behind it is another's than the person's before it. */
  protected isBarrier(at: number): boolean {
    const { words } = this
    if (words.is(at, 'context', 'Barrier')) return true
    const person = words.term(at, 'person')
    return (person !== undefined && person.class !== 'Surname') || words.term(at, 'position')?.class === 'Position'
  }

  protected put(type: TokenType, first: number, last: number, value = ''): boolean {
    this.pieces.push(new Piece(this.words, type, first, last, { value }))
    this.next = last
    return true
  }

  protected putName(first: number, last: number, form: 'vietnamese' | 'foreign' | 'short'): boolean {
    this.pieces.push(new Piece(this.words, g.Name, first, last, { form }))
    this.next = last
    return true
  }

  /** Degrees, ranks and words of address in [from, to). */
  protected putAddress(from: number, to: number): void {
    const { words } = this
    for (let i = from; i < to; ) {
      const rank = words.is(i, 'position', 'Rank')
      const person = words.term(i, 'person')
      if (rank) this.put(g.Rank, i, rank.end)
      else if (person && person.class !== 'Surname')
        this.put(person.class === 'Degree' ? g.Degree : g.Address, i, person.end, person.value)
      i = Math.max(rank?.end ?? 0, person?.end ?? 0, i + 1)
    }
  }
}

/** Whether "bổ nhiệm", "đề cử" stands at a token with no "được" from token `from` on: who is named before it gives the post to another. */
export function isAppointing(words: Words, from: number, at: number): boolean {
  if (!words.isLower(at) || !words.isLower(at + 1)) return false
  if (!/^(bổ nhiệm|đề cử|chỉ định|đề bạt|tiến cử)$/.test(words.text(at, at + 2))) return false
  for (let i = at - 1; i >= Math.max(0, from, at - LINK); i--)
    if (words.isLower(i) && /^(được|bị|do)$/.test(words.text(i, i + 1))) return false
  return true
}

/** "các", "hai", "những": several people follow. */
export function isGroup(words: Words, at: number): boolean {
  return words.isWord(at) && /^(các|hai|ba|bốn|năm|những)$/i.test(words.text(at, at + 1))
}

/** End of "53 tuổi", "SN 1978", "sinh năm 1978", "sinh ngày ...", or 0. */
export function ageEnd(words: Words, at: number): number {
  const { tokens } = words
  if (tokens.kind[at] === Token.Number && words.isWord(at + 1) && /^tuổi$/i.test(words.text(at + 1, at + 2)))
    return at + 2
  if (!words.isWord(at)) return 0
  const word = words.text(at, at + 1).toLowerCase()
  if (word === 'sn' && tokens.kind[at + 1] === Token.Number) return at + 2
  if (word === 'sinh' && words.isWord(at + 1) && tokens.kind[at + 2] === Token.Number) return at + 3
  return 0
}
