/**
 * Titles: a post and the body it is held in. Where the body ends is not said by any mark, so the reader goes on while the words
 * may belong to it: known bodies, levels and places always; other words only inside a body whose name is open.
 *
 *     nguyên Phó Chủ tịch Thường trực UBND tỉnh Nghệ An   giám đốc Trung tâm Thực nghiệm và chuyển giao giống thủy sản
 *     ^former     ^post   ^modifier   ^body    ^place              ^head of an open body      ^open words
 */

import { Token } from '../scan/scanner.ts'
import { runEnd } from './official-name-runs.ts'
import { nameOf, wordCount } from './official-names.ts'
import { postAt } from './official-posts.ts'
import { TitleLinks } from './official-title-links.ts'
import type { Words } from './official-words.ts'

export interface Title {
  readonly first: number
  /** Index behind the last token of the title. */
  readonly last: number
  /** Where reading goes on: behind what was skipped, such as a bracketed acronym. */
  readonly next: number
  /** A post alone, without a body of its own: "Bộ trưởng", "Phó Trưởng ban". */
  readonly bare: boolean
  /** Whether the name of a person follows right behind it, and then where it ends. */
  readonly nameEnd: number
  /** First token of the post itself, behind "nguyên" and "quyền". */
  readonly post: number
  /** Letters of the post in position.tsv. */
  readonly flags: string
  /** A title inside this one that has a name of its own and is read again for that; or -1. */
  readonly again: number
}

const MEMBER = /^(cựu |nguyên )?thành viên (của )?(đảng|phe|nhóm|đội|câu lạc bộ|clb|tổ chức|gia đình)(?= |$)/i

/** The most tokens of a title. */
const LONGEST = 48

/**
 * Reads the title that begins at a token.
 * @param named Whether a name stands before it: a capitalised word behind "phường" or "Trường" is then a place's name.
 * @param inner Whether it stands inside another title: no third one is read inside it.
 */
export function titleAt(words: Words, at: number, named: boolean, inner = false): Title | undefined {
  const post = postAt(words, at)
  if (!post) return undefined
  return new TitleReader(words, at, post, named, inner).read()
}

class TitleReader extends TitleLinks {
  read(): Title | undefined {
    const limit = this.first + LONGEST
    while (this.next < limit) if (!this.step()) break
    if (this.nameEnd && this.isHeadline()) this.nameEnd = 0
    const { flags } = this.post
    const bare = !this.body
    if (flags.includes('b') && bare && !(this.nameEnd && flags.includes('l')) && !this.isShared()) return undefined
    if (
      flags.includes('p') &&
      !this.nameEnd &&
      // "ông Lê Ất, thủ lĩnh phe Xanh", "- lãnh đạo tổ chức Xanh -"
      !(flags.includes('l') && this.named && this.body && (flags.includes('b') || this.isApposition())) &&
      !(this.body && this.words.isLower(this.next) && this.words.text(this.next, this.next + 1) === 'là')
    )
      return undefined
    // A mere member of a party or a team holds no post.
    if (MEMBER.test(this.words.text(this.first, this.last))) return undefined
    if (flags.includes('n') && bare && !this.nameEnd && !this.named) return undefined
    // "Giáo sư Paul Yip" has a degree, "giáo sư Đại học Yale" a post.
    if (flags.includes('g') && (bare || !this.headText)) return undefined
    return {
      first: this.first,
      last: this.last,
      next: Math.max(this.next, this.last),
      bare: bare || this.headOnly,
      nameEnd: this.nameEnd,
      post: this.post.post,
      flags,
      again: this.again,
    }
  }

  /** "bà Lê Ất, đồng sáng lập | và là CEO của Vinasoft": the body behind the second post is the first one's, too. */
  private isShared(): boolean {
    const { words } = this
    const and = this.post.end
    if (!this.named || !words.isLower(and) || !/^(và|kiêm)$/.test(words.text(and, and + 1))) return false
    const second = words.is(and + 1, 'context', 'Link')?.end ?? and + 1
    return words.is(second, 'position', 'Position') !== undefined
  }

  /** Whether a title stands between marks, as one that is told of the name before it does; "Theo ông Ất, lãnh đạo Sở đã" is another's. */
  private isApposition(): boolean {
    const { words } = this
    const before = words.mark(this.first - 1)
    if (before === '-' || before === '(') return true
    return this.headText !== '' && /^[,()-]$/.test(words.mark(this.last))
  }

  /** "CHỦ TỊCH NƯỚC LÊ VĂN ẤT DỰ HỘI NGHỊ": in a headline in capitals nobody can say where the name ends, but at its end. */
  private isHeadline(): boolean {
    const { words, nameEnd } = this
    if (!words.isAllCaps(this.first) || !words.isAllCaps(nameEnd - 1)) return false
    return nameEnd - this.next > 4 || !(words.isBreak(nameEnd) || words.mark(nameEnd))
  }

  /** Reads one piece of the title; false where it ends. */
  protected override step(): boolean {
    const { words } = this
    const at = this.next
    if (words.isBreak(at)) return false
    if (this.skipped) {
      if (words.isCapital(at) && !words.term(at, 'body')) this.capitals(at)
      return false
    }
    const mark = words.mark(at)
    if (mark) return this.mark(at, mark)
    const kind = words.tokens.kind[at]
    if (kind === Token.Number) return this.number(at)
    if (kind !== Token.Word) return false
    return this.word(at)
  }

  protected word(at: number): boolean {
    const { words } = this
    const lower = words.isLower(at)
    const body = words.term(at, 'body')
    const place = words.term(at, 'place')
    const context = words.term(at, 'context')
    const position = words.term(at, 'position')
    // "Phó Trưởng Ban Thường trực Ban Tuyên giáo": a word of the post behind the first word of the body.
    if (
      this.open &&
      context?.class === 'Modifier' &&
      words.term(at - 1, 'body')?.class === 'BodyHead' &&
      /^thường trực$/i.test(words.text(at, context.end))
    )
      return this.take(context.end)
    if (!lower) {
      if (position && position.class !== 'Deputy' && !(body && body.end >= position.end)) {
        if (this.isOfficeOf(at)) return this.take(position.end)
        if (!(position.class === 'Former')) return this.nested(at)
      }
      const country = place?.end === at + 1 && this.open && words.isLower(at + 1) && !words.isStop(at + 1)
      // "Hội Mỹ thuật", "Vụ Pháp chế": no countries
      const phrase = country && !/^(của|và|tại|ở|về|thuộc|khu|tỉnh)$/.test(words.text(at + 1, at + 2))
      if (place && !phrase && place.end >= (body?.end ?? 0) && !this.isNameNotPlace(at, place.end))
        return this.takePlace(place.end)
      // "Cục Bản quyền", "TP": a syllable of another word is no level.
      const level = body?.class === 'Level' && body.end === at + 1 && !words.isAllCaps(at)
      // "Giám đốc Sở Y tế Đoàn Đức Sơn"
      if (body && this.isSurname(at, body.end)) {
        this.setName(at, runEnd(words, at))
        return false
      }
      if (body && !(level && (words.length(at) < 3 || (this.open && this.startsPhrase(at, at + 1)))))
        return this.takeBody(at, body.end, body.class)
      return this.capitals(at)
    }
    // "HĐND tỉnh Đoàn Văn Khải" is of the province, "Bí thư Tỉnh đoàn" of the union.
    if (this.body && body?.end === at + 2 && words.isCapital(at + 1) && this.isSurname(at + 1, at + 2))
      return this.takeBody(at, at + 1, 'Level')
    if (body && (!context || context.end < body.end || (context.class !== 'Stop' && context.class !== 'Barrier'))) {
      const closed = this.body && !this.open && body.class === 'BodyHead'
      // "Bộ trưởng Quốc phòng Nga trên biển Baltic"
      if (body.class === 'BodyWord' && this.place && !this.open) return false
      // In lower case behind a whole body only the usual heads go on: "cục Quản lý chất lượng bộ GD&ĐT".
      if (
        !(position && position.class === 'Position' && position.end >= body.end) &&
        !(closed && !this.isNextCapital(body.end))
      )
        return this.takeBody(at, body.end, body.class)
    }
    // "Nghị sĩ châu Âu Pascal Lemoine": a place that begins in lower case
    if (place?.class === 'Region' && !this.place && words.isCapital(place.end - 1))
      return this.named && this.open ? this.take(place.end) : this.takePlace(place.end)
    const word = words.text(at, at + 1)
    switch (word) {
      case 'khóa':
      case 'khoá':
        // "Đại biểu Quốc hội khóa XIV", "khóa 12"
        if (
          words.isAllCaps(at + 1) ||
          /^[XV]$/.test(words.text(at + 1, at + 2)) ||
          words.tokens.kind[at + 1] === Token.Number
        )
          return this.take(at + 2)
        return false
      case 'số':
        // "Tổ trưởng Tổ dân phố số 2"
        return this.body && words.tokens.kind[at + 1] === Token.Number ? this.take(at + 2) : false
      case 'các':
        // "Ban Quản lý các khu công nghiệp", "Đảng ủy các cơ quan"
        if (
          (this.open || /^đảng [ủu]/.test(this.headText)) &&
          words.isWord(at + 1) &&
          !words.term(at + 1, 'position') &&
          !words.is(at + 1, 'person', 'Honorific')
        ) {
          this.open = true
          return this.skip(at + 1)
        }
        return false
      case 'và':
        return this.and(at)
      case 'này':
        // "giám đốc nhân sự của công ty này": a head without a name
        return this.headAt === at ? this.take(at + 1) && false : false
      case 'cho':
        return words.is(at + 1, 'position', 'Position') ? this.nested(at + 1) : false
      case 'của':
      case 'thuộc':
        return this.of(at)
      case 'đơn':
        // "Trưởng Đoàn ĐBQH | đơn vị tỉnh Đồng Tháp"
        if (
          words.text(at, at + 2) === 'đơn vị' &&
          /quốc hội|đbqh/i.test(words.text(this.first, at)) &&
          words.is(at + 2, 'body', 'Level')
        )
          return this.take(at + 2)
        break
      case 'trực':
        if (words.isWord(at + 1) && words.text(at + 1, at + 2) === 'thuộc') return this.of(at + 1)
        break
      case 'tại':
      case 'ở':
        return this.in(at)
      case 'về':
        if (this.open || /chỉ đạo|phái viên/i.test(words.text(this.first, this.last))) {
          const field = words.term(at + 1, 'body')
          if (field || (this.open && words.isWord(at + 1) && !words.isStop(at + 1))) {
            this.open = true
            return this.take(field?.end ?? at + 2)
          }
        }
        return false
      case 'phụ':
        if (
          words.isWord(at + 1) &&
          words.text(at + 1, at + 2) === 'trách' &&
          (words.isWord(at + 2) || words.term(at + 2, 'body'))
        ) {
          this.open = true
          return this.take(at + 2)
        }
        break
      case 'người':
        // "giám mục người Tây Ban Nha Onate": no part of the title
        if (words.term(at + 1, 'place')) {
          const end = words.term(at + 1, 'place')?.end as number
          const name = nameOf(words, end, runEnd(words, end), true)
          if (name) {
            this.next = end
            this.nameEnd = name.last
          }
        }
        return false
    }
    // "Tổng thống Mỹ đắc cử": a word of the post behind its body
    if (context?.class === 'Link' && word === 'đắc' && words.isCapital(context.end) && (this.place || !this.body))
      return this.take(context.end)
    if (this.place && context?.class === 'Modifier' && /^(tân|danh|lâm)$/.test(word)) return this.take(context.end)
    // "thủ tướng đương nhiệm Prayut": the word is no part of the title, the name behind it is its holder's.
    if (context?.class === 'After' && !this.open && words.isCapital(context.end)) {
      this.next = context.end
      this.skipped = true
      return true
    }
    if (
      context?.class === 'Stop' ||
      context?.class === 'Barrier' ||
      context?.class === 'Link' ||
      context?.class === 'After'
    )
      return false
    if (position && (position.class === 'Position' || position.class === 'Rank')) {
      if (this.isOfficeOf(at) || (this.open && words.text(at, position.end) === 'đại diện'))
        return this.take(position.end)
      return this.nested(at)
    }
    const person = words.term(at, 'person')
    if (person && person.class !== 'Surname') {
      // "chương trình đào tạo thạc sĩ", "Hội Nhà báo"
      return this.open &&
        person.class !== 'Honorific' &&
        (!words.isCapital(person.end) || words.is(person.end, 'body', 'BodyHead'))
        ? this.take(person.end)
        : false
    }
    if (this.open) return this.take(at + 1)
    // "giám đốc chương trình", "miền Tây": words behind the post itself, before any body.
    return false
  }

  /** Whether the word of a body ("Đoàn") is a person's surname here. */
  private isSurname(at: number, bodyEnd: number): boolean {
    const { words } = this
    if (bodyEnd > at + 1 || words.isAllCaps(at) || !words.is(at, 'person', 'Surname')) return false
    const end = runEnd(words, at)
    const count = wordCount(words, at, end)
    if (count < 3 || count > 5) return false
    for (let i = at + 1; i < end; i++)
      if (words.isAllCaps(i) || words.is(i, 'body', 'BodyHead') || (words.term(i, 'place')?.end ?? 0) > i + 1)
        return false
    return this.body || /^(thị|văn)$/i.test(words.text(at + 1, at + 2))
  }

  /** "Văn phòng Tham mưu trưởng hải quân", "Văn phòng Tổng thống": a post names the body. */
  private isOfficeOf(at: number): boolean {
    return this.last === at && this.headText === 'văn phòng' && !this.words.isStop(at)
  }

  /**
   * "cố vấn của | Tổng thống Donald Trump", "Trợ lý | Ngoại trưởng Mỹ": a post beside somebody. His name belongs to the title, too,
   * where another one has it: behind its holder's name, or before ", ông Ất".
   */
  protected override nested(at: number): boolean {
    const { words } = this
    if (this.body || this.inner || !this.post.flags.includes('a')) return false
    const inner = titleAt(words, at, false, true)
    if (!inner?.flags.includes('l')) return false
    const direct = at === this.post.end
    const other = words.mark(inner.nameEnd) === ',' && words.is(inner.nameEnd + 1, 'person', 'Honorific') !== undefined
    if (inner.nameEnd && !this.named && !other) {
      if (!direct) return false
      this.take(inner.last)
      this.setName(inner.next, inner.nameEnd)
      return false
    }
    this.take(inner.nameEnd || inner.last)
    this.headOnly = false
    if (inner.nameEnd) this.again = at
    return false
  }
}
