/**
 * The pieces that the grammar of officials reads: from an anchor on, whole titles and names as one token each. The pieces are cut
 * so that the grammar reads all of them.
 */
import type { TokenType } from '../../grammars/_shared/engine.ts'
import * as t from '../../grammars/_shared/tokens.ts'
import * as g from '../../grammars/official/grammar.ts'
import { ASIDE, ageEnd, isAppointing, isGroup, LINK, LookBack, Piece } from './official-look-back.ts'
import { runEnd } from './official-name-runs.ts'
import { looksForeign, nameAt, nameOf } from './official-names.ts'
import { clean, label, trim } from './official-sides.ts'
import { type Title, titleAt } from './official-titles.ts'
import type { Words } from './official-words.ts'

export interface Pieces {
  readonly pieces: Piece[]
  /** Behind what was looked at: where the next anchor is looked for. */
  readonly next: number
}

/** The most pieces of one island. */
const MOST = 120
/** First words of what a person says or does, or of when. */
const ACT =
  /^(nói|cho|nhận|nhìn|khẳng|tuyên|phát|chia|đánh|trả|bày|nhấn|đã|sẽ|đang|vừa|hôm|cũng|thừa|xác|kêu|cảnh|bình|giải|viết|lưu|ngày|trở)$/
/** First words of what says that a post was held at that time: "khi đó là". */
const THEN = /^(khi|lúc|bấy|hồi|thời|hiện)$/
/** Reads the pieces around the title or rank at `anchor`, from token `floor` on. */
export function piecesAt(words: Words, anchor: number, floor: number): Pieces {
  return new PieceReader(words, floor).read(anchor)
}

class PieceReader extends LookBack {
  /** A colon after a shared title or "các đồng chí": names alone may follow commas. */
  private list = false
  /** A post inside a title that is read again for the name behind it. */
  private again = -1

  read(anchor: number): Pieces {
    this.next = this.start(anchor)
    // Inside an island that has been read, a post beside another's is read up to its holder's name only.
    const within = this.floor > anchor
    while (this.pieces.length < MOST && !(within && this.hasName()) && this.step()) {}
    const next = this.again > anchor ? this.again : Math.max(this.next, anchor + 1)
    // Titles of nobody: most of those that stand in the news.
    if (!this.pieces.some(({ tokenType }) => tokenType === g.Name)) return { pieces: [], next }
    clean(this.pieces)
    trim(this.pieces)
    label(this.pieces)
    return { pieces: this.pieces, next }
  }

  private step(): boolean {
    const { words } = this
    const at = this.next
    if (words.isBreak(at)) return false
    const mark = words.mark(at)
    if (mark) return this.mark(at, mark)
    if (!words.isWord(at)) return false

    if (isGroup(words, at) && this.startsPerson(at + 1)) return this.put(g.Group, at, at + 1)
    const position = words.term(at, 'position')
    if (position) {
      if (position.class === 'Rank') {
        this.put(g.Rank, at, position.end)
        this.next = this.rankEnd(position.end)
        return true
      }
      const title = titleAt(words, at, this.isNamed())
      if (title) return this.putTitle(title)
    }
    const skip = words.is(at, 'context', 'Skip')
    if (skip && words.term(skip.end, 'position')) {
      this.next = skip.end
      return true
    }
    const person = words.term(at, 'person')
    if (person && person.class !== 'Surname') {
      // "anh", "em" as ordinary words
      if (!this.startsPerson(person.end) && !words.term(person.end, 'position') && words.mark(person.end) === '')
        return false
      return this.put(person.class === 'Degree' ? g.Degree : g.Address, at, person.end, person.value)
    }
    const last = this.pieces.at(-1)?.tokenType
    if (words.isCapital(at) && this.mayName(last)) {
      const foreign = last !== g.And && last !== t.Comma && last !== t.Semicolon
      const titleBefore = last === g.LeadTitle ? this.pieces.at(-1)?.title : undefined
      const end = titleBefore?.nameEnd && titleBefore.next === at ? titleBefore.nameEnd : 0
      const leader = this.pieces.some((p) => p.title)
      const name = end ? nameOf(words, at, end, true) : nameAt(words, at, foreign || (leader && last === t.Comma))
      if (!name) return false
      // "các Phó Chủ tịch: Lê Văn Ất, Xỉ Thanh Bính": three words among the names of a list are a name.
      const listed =
        this.list && leader && name.last - at >= 3 && name.last - at <= 4 && !looksForeign(words, at, name.last)
      if (
        last === t.Comma &&
        name.form !== 'vietnamese' &&
        !listed &&
        !(this.pieces.length === 2 && (words.mark(name.last) === ',' || this.acts(at, name.last)))
      )
        return false
      if (last === t.Comma && name.form === 'short') return false
      return this.putName(name.first, name.last, name.form)
    }
    if (
      last === g.LeadTitle &&
      !this.pieces.at(-1)?.title?.flags.includes('b') &&
      words.isLower(at) &&
      words.text(at, at + 1) === 'là' &&
      this.namesPerson(at + 1)
    ) {
      // "Phó Chủ tịch là ông Lê Văn Ất"
      this.next = at + 1
      return true
    }
    if (last === g.LeadTitle && !this.hasName()) {
      const holder = this.holderAt(at) || this.holderThen(at)
      if (holder > at) {
        this.next = holder
        return true
      }
    }
    if (last === g.LeadTitle && this.hasName()) {
      const second = this.secondPost(at)
      if (second > at) return this.put(t.Comma, at, second)
    }
    if (
      this.hasName() &&
      !this.isGenitive() &&
      (last === g.Name ||
        last === g.LeadTitle ||
        last === t.Close ||
        last === g.Aside ||
        last === t.Comma ||
        last === t.Dash)
    ) {
      const link = this.linkAt(at)
      if (link > at) {
        if (last === t.Comma || last === t.Dash) this.pieces.pop()
        return this.put(g.Link, at, link)
      }
    }
    if (last && words.isLower(at) && /^(và|cùng)$/.test(words.text(at, at + 1)) && this.startsPerson(at + 1))
      return this.put(g.And, at, at + 1)
    return false
  }

  private mark(at: number, mark: string): boolean {
    const { words } = this
    const last = this.pieces.at(-1)?.tokenType
    if (!last) return false
    switch (mark) {
      case ',':
        if (last === g.Name) {
          // ", 53 tuổi," and ", sinh năm 1978,"
          const age = ageEnd(words, at + 1)
          if (age > 0 && words.mark(age) === ',') return this.put(g.Aside, at, age)
        }
        // ",,": a slip of the pen
        return this.put(t.Comma, at, words.mark(at + 1) === ',' ? at + 2 : at + 1)
      case ';':
        return this.put(t.Semicolon, at, at + 1)
      case '-':
        // "bà Lê Thị Ất - TS kinh tế, Phó Bí thư"
        if (last === g.Name && words.is(at + 1, 'person', 'Degree'))
          for (let i = at + 2; i <= at + 5 && !words.isBreak(i); i++)
            if (words.mark(i) === ',') return this.put(g.Aside, at, i)
        return this.put(t.Dash, at, at + 1)
      case ':':
        this.list = true
        return this.put(t.Colon, at, at + 1)
      case ')':
        return this.put(t.Close, at, at + 1)
      case '.':
        // "TS. Nguyễn Văn Ất"
        if (last === g.Degree || last === g.Address) {
          this.next = at + 1
          return true
        }
        return false
      case '(': {
        if (last !== g.Name && last !== g.LeadTitle) return false
        const inside = ageEnd(words, at + 1)
        const from = inside > 0 && words.mark(inside) === ',' ? inside + 1 : at + 1
        const position = words.term(from, 'position')
        if (position || words.is(from, 'context', 'Skip')) return this.put(t.Open, at, from)
        for (let i = at + 1; i <= at + ASIDE && !words.isBreak(i); i++)
          if (words.mark(i) === ')') return last === g.Name ? this.put(g.Aside, at, i + 1) : false
        return false
      }
    }
    return false
  }

  /** End of words that say that a post is given or held, right before the post; 0 if there are none. */
  private linkAt(at: number): number {
    const { words } = this
    for (let i = at; i < at + LINK; i++) {
      if (words.isBreak(i) || (words.mark(i) && words.mark(i) !== ',')) return 0
      const link = words.is(i, 'context', 'Link')
      if (link && (link.value === 'strong' || i === at || words.isLower(i - 1))) {
        const skip = words.is(link.end, 'context', 'Skip')?.end ?? link.end
        const position = words.term(skip, 'position')
        if (position && position.class !== 'Rank' && titleAt(words, skip, true)) return skip
        if (link.value !== 'strong') {
          if (i > at + 1) return 0
        }
      }
      // "được HĐND bầu làm", "được Thủ tướng bổ nhiệm giữ chức"
      const body =
        words.term(i, 'body') ?? (i > at && words.text(i - 1, i) === 'được' ? words.term(i, 'position') : undefined)
      if (body && (words.isCapital(i) || body.class === 'Position' || body.class === 'Level')) {
        i = body.end - 1
        continue
      }
      if (words.isCapital(i) || this.isBarrier(i) || isAppointing(words, at, i)) return 0
    }
    return 0
  }

  /** Whether a name stands before the title that comes next. */
  private isNamed(): boolean {
    const last = this.pieces.at(-1)?.tokenType
    if (last === t.Open || last === g.Link) return true
    if (last !== t.Comma && last !== t.Dash) return false
    for (let i = this.pieces.length - 1; i >= 0; i--) {
      const type = (this.pieces[i] as Piece).tokenType
      // In "T A, T B" the second title leads to a name of its own more often than not.
      if (type === g.Name) return !this.isLed(i)
      if (type === t.Semicolon || type === g.And || type === g.Group) return false
    }
    return false
  }

  /** Whether a title stands right before a name. */
  private isLed(at: number): boolean {
    for (let i = at - 1; i >= 0; i--) {
      const type = (this.pieces[i] as Piece).tokenType
      if (type === g.LeadTitle) return true
      if (type !== g.Address && type !== g.Degree && type !== g.Rank) return false
    }
    return false
  }

  /** Whether the person that is being read has been named. */
  private hasName(): boolean {
    for (let i = this.pieces.length - 1; i >= 0; i--) {
      const type = (this.pieces[i] as Piece).tokenType
      if (type === g.Name) return true
      if (type === t.Semicolon || type === g.And || type === g.Group) return false
    }
    return false
  }

  /** "Đại sứ Mỹ tại Azerbaijan, Matthew Norden nhận định": a foreign name of words that no Vietnamese name has, and a verb behind it. */
  private acts(first: number, last: number): boolean {
    const { words } = this
    const bare = this.pieces[0]?.title?.bare
    return !bare && last > first + 1 && looksForeign(words, first, last) && ACT.test(words.text(last, last + 1))
  }

  /** "của Tổng thống Trump trở thành": the verb is not about the name behind "của". */
  private isGenitive(): boolean {
    const at = (this.pieces[0] as Piece).first - 1
    return this.pieces[0]?.tokenType === g.LeadTitle && this.words.isLower(at) && this.words.text(at, at + 1) === 'của'
  }

  private mayName(last: TokenType | undefined): boolean {
    if (!last) return false
    // "chủ tịch Marvel Studios - Kevin Feige"
    if (last === t.Dash) return this.pieces.length === 2
    if (last === g.Address || last === g.Degree || last === g.Rank || last === g.LeadTitle || last === t.Colon)
      return true
    if (last === t.Semicolon || last === g.And) return true
    if (last === t.Comma)
      return this.list || this.pieces.length === 2 || this.pieces.at(-2)?.tokenType === g.Degree || this.isShared()
    return last === g.Group
  }

  /** "các Phó Chủ tịch Nguyễn Văn Ất, Trần Văn Bính" */
  private isShared(): boolean {
    return this.pieces[0]?.tokenType === g.Group && this.pieces.at(-2)?.tokenType === g.Name
  }

  /** Whether a name, with a word of address or a surname, stands here. */
  private namesPerson(at: number): boolean {
    const { words } = this
    const person = words.term(at, 'person')
    const from = person && person.class !== 'Surname' ? person.end : at
    if (!words.isCapital(from)) return false
    const name = nameAt(words, from, true)
    return (
      name !== undefined && name.form !== 'short' && (name.form === 'vietnamese' || from > at || name.last > from + 1)
    )
  }

  private startsPerson(at: number): boolean {
    const { words } = this
    const person = words.term(at, 'person')
    if (person) return true
    const position = words.term(at, 'position')
    return position !== undefined || (words.isCapital(at) && runEnd(words, at) > at + 1)
  }

  /** Behind the service or the country of a rank: "Đại tá hải quân Anton Orlov", "Trung tướng Nga Sergei Orlov". */
  private rankEnd(at: number): number {
    const { words } = this
    let i = at
    const service = words.is(i, 'body', 'BodyHead')
    if (service && words.isLower(i)) i = service.end
    const place = words.is(i, 'place', 'Country')
    if (place) i = place.end
    if (i === at || !words.isCapital(i)) return at
    const name = nameAt(words, i, true)
    return name && name.form !== 'short' ? i : at
  }

  /** "thôi giữ chức Giám đốc Sở | của ông Lê Văn Ất", "vị trí Chủ tịch HĐQT | đối với bà ...": the holder; 0 if there is none. */
  private holderAt(at: number): number {
    const { words } = this
    if (!words.isLower(at)) return 0
    const word = words.text(at, at + 1)
    const end = word === 'của' ? at + 1 : word === 'đối' && words.text(at, at + 2) === 'đối với' ? at + 2 : 0
    if (!end || !words.is(end, 'person', 'Honorific') || !this.namesPerson(end)) return 0
    const first = this.pieces.find((p) => p.title)?.first ?? 0
    if (!words.isLower(first - 1)) return 0
    return /^(trí|chức|vụ|danh|vị|cách|ghế)$/.test(words.text(first - 1, first)) ? end : 0
  }

  /** "Thủ tướng Nhật khi đó là | Taro Mori", "Bộ trưởng Y tế lúc bấy giờ, | bà Lê Thị Ất": who held the title then; 0 if nobody is told. */
  private holderThen(at: number): number {
    const { words } = this
    const term = words.isLower(at) ? words.term(at, 'context') : undefined
    if (term?.class !== 'After' && !(term?.class === 'Link' && THEN.test(words.text(at, at + 1)))) return 0
    let from = term.end
    if (words.mark(from) === ',') {
      if (!words.is(from + 1, 'person', 'Honorific')) return 0
      from++
    } else if (words.isLower(from) && words.text(from, from + 1) === 'là') from++
    return this.namesPerson(from) ? from : 0
  }

  /** "(giám đốc | và kế toán trưởng)", "Chủ tịch Ủy ban | và là thành viên": behind the words between two posts of one person; or 0. */
  private secondPost(at: number): number {
    const { words } = this
    if (!words.isLower(at)) return 0
    if (words.text(at, at + 1) !== 'và') return 0
    const end = words.is(at + 1, 'context', 'Link')?.end ?? at + 1
    if (words.term(end, 'position')?.class === 'Rank') return 0
    const title = titleAt(words, end, true)
    if (!title || title.nameEnd || this.startsPerson(title.next)) return 0
    return words.mark(title.next) === ',' && words.is(title.next + 1, 'person', 'Honorific') ? 0 : end
  }

  private putTitle(title: Title): boolean {
    if (title.again >= 0 && this.again < 0) this.again = title.again
    this.pieces.push(new Piece(this.words, g.LeadTitle, title.first, title.last, { title }))
    this.next = title.next
    return true
  }
}
