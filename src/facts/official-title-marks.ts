/** Marks inside a title: the comma of "Phòng Thanh tra, Pháp chế", the hyphen of "Phòng TN - MT", the number of "Quân khu 3". */
import { Token } from '../scan/scanner.ts'
import { hasSurname, isElision, runEnd } from './official-name-runs.ts'
import { wordCount } from './official-names.ts'
import { flagged, postAt } from './official-posts.ts'
import { TitleBodies } from './official-title-bodies.ts'

/** The most tokens behind a comma in which the next part of a body's name must show itself. */
const FIELDS = 7

/** The most tokens between brackets inside a title: "(Bộ Nông nghiệp và Phát triển nông thôn)". */
const BRACKET = 12

/** The most words behind a dash inside a title, before the body above. */
const PHRASE = 5

/** Posts whose quarter is known by its number: "Trưởng khu phố 5". */
const NUMBERED = /(thôn|bản|ấp|buôn|khóm|làng|khu phố)$/i

const isAscii = (word: string) => /^[A-Z]{2,}$/.test(word)

export abstract class TitleMarks extends TitleBodies {
  /** Reads one piece of the title; false where it ends. */
  protected abstract step(): boolean

  protected mark(at: number, mark: string): boolean {
    const { words } = this
    const glued = words.isGlued(at)
    if (mark === '&' && words.isWord(at + 1)) return this.take(at + 2)
    if (mark === '(') {
      // "Phòng Thương mại và Công nghiệp (VCCI)", "Phòng Cảnh sát hình sự (PC45) Công an tỉnh"
      for (let i = at + 1; i <= at + BRACKET && !words.isBreak(i); i++)
        if (words.mark(i) === ')') {
          if (!words.isAllCaps(at + 1) && !words.isCapital(at + 1)) return false
          if (this.named && words.isBreak(i + 1)) return false
          this.next = i + 1
          const behind = words.mark(i + 1)
          if (behind || words.isBreak(i + 1)) return false
          const goesOn = words.isCapital(i + 1) || words.term(i + 1, 'body') !== undefined
          if (!goesOn) return false
          // Behind "(NATO)" the name of the body is at its end.
          if (i === at + 2 && words.isAllCaps(at + 1)) this.open = false
          return true
        }
      return false
    }
    if (mark === '.' && glued) {
      // "TP.Cần Thơ", "Co.op", "TP. HCM"
      const abbreviation = words.term(at - 1, 'body')?.class === 'Level' && words.isCapital(at - 1)
      if (abbreviation && words.isCapital(at + 1)) {
        this.next = at + 1
        return true
      }
      if (words.isGlued(at + 1) && words.isWord(at + 1)) return this.take(at + 2)
      // "công ty may P. D", "Trường P. S. 116"
      const letter = words.isAllCaps(at + 1) && words.length(at + 1) === 1
      const initial = this.open && words.isCapital(at - 1) && words.length(at - 1) === 1
      return initial && (letter || words.tokens.kind[at + 1] === Token.Number) ? this.take(at + 2) : false
    }
    if (mark === "'" && this.open && isElision(words, at)) return this.take(at + 2)
    if (mark === '-' || mark === '/') {
      if (glued && words.isGlued(at + 1) && words.isWord(at + 1)) {
        if (words.term(at + 1, 'position')?.class === 'Position' || words.isStop(at + 1)) return false
        return this.take(at + 2)
      }
      // "Phòng TN - MT", "Sở VH - TT&DL"
      if (
        mark === '-' &&
        words.isAllCaps(at - 1) &&
        words.isAllCaps(at + 1) &&
        this.body &&
        !words.term(at + 1, 'position')
      )
        return this.take(at + 2)
      // "Công ty BOT Hòa Lạc - Hòa Bình": a way between two places
      const place = mark === '-' && this.headText !== '' ? words.term(at + 1, 'place') : undefined
      if (place && words.isCapital(at - 1) && !words.isCapital(place.end) && !this.isNameNotPlace(at + 1, place.end))
        return this.takePlace(place.end)
      // "Công ty BOT Pháp Vân - Cầu Giẽ cho biết": two words on each side name a way, too.
      if (mark === '-' && this.named && this.open && /^(công ty|ban quản lý|dự án)/.test(this.headText)) {
        const end = runEnd(words, at + 1)
        const two = end === at + 3 && words.isCapital(at - 2) && words.isCapital(at - 1)
        const person = words.term(at + 1, 'position') || words.term(at + 1, 'person')
        if (two && !person && !words.isCapital(end) && words.isStop(end)) return this.takePlace(end)
      }
      // "Công ty Tân Thuận - IPC", but "- ẢNH:"
      if (
        mark === '-' &&
        this.headText !== '' &&
        words.isCapital(at - 1) &&
        words.isAllCaps(at + 1) &&
        isAscii(words.text(at + 1, at + 2)) &&
        words.mark(at + 2) !== ':' &&
        !words.isCapital(at + 2) &&
        !words.term(at + 1, 'position')
      )
        return this.take(at + 2)
      // "Công ty TNHH chế biến - xuất khẩu Lamisa"
      if (
        mark === '-' &&
        this.open &&
        (words.mark(this.first - 1) !== '-' || this.leadsOn(at + 1)) &&
        words.isLower(at - 1) &&
        words.isLower(at + 1) &&
        this.isPlain(at + 1) &&
        words.isWord(at + 2) &&
        this.isPlain(at + 2)
      )
        return this.take(at + 2)
      // "Phòng Tài chính - Kế hoạch huyện": a phrase behind the hyphen, no name.
      if (
        mark === '-' &&
        this.open &&
        words.isCapital(at + 1) &&
        words.isLower(at + 2) &&
        this.isPlain(at + 1) &&
        this.isPlain(at + 2)
      )
        return this.take(at + 3)
      // "Phó Chủ tịch - Tổng Thư ký Hội Nhà văn": one post in two words, the body behind it.
      if (mark === '-' && !this.body && !flagged(this.post, 'f')) {
        const second = postAt(words, at + 1)
        // Behind a name only "Tổng Thư ký" is the other half of a post.
        const half = !this.named || /^tổng thư k/i.test(words.text(at + 1, second?.end ?? at + 2))
        if (half && second && second.post === at + 1 && words.term(second.end, 'body')) return this.take(second.end)
      }
      return false
    }
    if (mark === ',') return this.comma(at)
    if (mark === '“' || mark === '"') {
      // "Câu lạc bộ “Sống khỏe”"
      if (!this.open) return false
      for (let i = at + 1; i <= at + 8 && !words.isBreak(i); i++)
        if (words.mark(i) === '”' || words.mark(i) === '"') return this.take(i + 1)
    }
    return false
  }

  /**
   * Whether a body or a bracket follows a few words behind a dash: "- Phó phòng kế hoạch - vận tải Công ty Bến xe". Else the second of a pair
   * of dashes ends the title: "ông Ất - Cục trưởng Cục Thống kê - sức mua còn yếu".
   */
  private leadsOn(at: number): boolean {
    const { words } = this
    for (let i = at + 1; i <= at + PHRASE; i++) {
      if (words.mark(i) === '(') return true
      if (!words.isWord(i) || words.isStop(i)) return false
      if (words.isCapital(i)) return words.term(i, 'body') !== undefined
    }
    return false
  }

  /** A word that ends no title. */
  protected isPlain(at: number): boolean {
    const { words } = this
    const context = words.term(at, 'context')
    if (context && context.class !== 'Modifier' && context.class !== 'Barrier') return false
    const person = words.term(at, 'person')
    return !words.term(at, 'position') && (!person || person.class === 'Surname')
  }

  /** ", tỉnh Hòa Bình", ", Viện Lúa ĐBSCL": the comma goes on to the body above. */
  protected comma(at: number): boolean {
    const { words } = this
    if (!this.body) return false
    const body = words.term(at + 1, 'body')
    if (!body || body.class === 'BodyField' || body.class === 'BodyWord') return this.listed(at)
    if (body.class === 'Level') {
      if (!words.isCapital(words.mark(body.end) === '.' ? body.end + 1 : body.end)) return false
      const place = words.term(body.end, 'place')
      const end = place?.end ?? runEnd(words, body.end)
      // "tỉnh Hòa Bình" must end there, else it is a new clause.
      if (words.isLower(end) && !words.isStop(end)) return false
      // "Phó ban Nội chính Tỉnh ủy, | thị xã sẽ mời": a province's body is in no district.
      const lower = !/^(tỉnh|thành phố|tp)$/i.test(words.text(at + 1, body.end))
      if (lower && /(^| )(tỉnh|trung ương)( |$)/i.test(words.text(this.first, at))) return false
      return this.take(end)
    }
    if (body.class !== 'BodyHead' && body.class !== 'Body') return false
    if (words.term(at + 1, 'position')?.class === 'Position') return false
    // ", báo cáo phần xây lắp": in lower case the head of a body needs its name.
    if (body.class === 'BodyHead' && words.isLower(at + 1) && !this.isNextCapital(body.end)) return false
    if (
      /^(UBND|HĐND|Ban Thường|Ban Chấp|Thường trực|Chính phủ|Quốc hội|Đảng|Đoàn$)/i.test(words.text(at + 1, body.end))
    )
      return false
    if (!words.isWord(body.end) && body.class === 'BodyHead') return false
    // The same head again begins a new item: "Trưởng Công an xã, Công an huyện ...".
    if (words.text(at + 1, body.end).toLowerCase() === this.headText) return false
    const before = { last: this.last, next: this.next, open: this.open, nameEnd: this.nameEnd }
    this.next = at + 1
    while (this.next < at + 20) if (!this.step()) break
    // Only if what follows is a whole phrase: it ends at a mark or a name.
    const mark = words.mark(this.next)
    const ends = mark !== '' || words.isBreak(this.next) || this.nameEnd > 0 || words.isStop(this.next)
    if (this.last > at && (ends || (words.isLower(this.next) && words.text(this.next, this.next + 1) === 'và'))) {
      if (this.named === false && !this.nameEnd) return this.restore(before)
      return false
    }
    return this.restore(before)
  }

  /** "Phòng Thanh tra, Pháp chế Chi cục Kiểm lâm", "Ban Văn hóa, Thể thao và Du lịch": fields of one body. */
  protected listed(at: number): boolean {
    const { words } = this
    const place = words.term(at + 1, 'place')
    // "Pháp chế" is no country.
    if (!this.open || (place && (!words.isLower(place.end) || words.term(place.end, 'context')))) return false
    const lower = words.isLower(at + 1)
    if (hasSurname(words, at + 1) && wordCount(words, at + 1, runEnd(words, at + 1)) > 1) return false
    for (let i = at + 1; i <= at + (lower ? 4 : FIELDS); i++) {
      if (!words.isWord(i) || words.term(i, 'position') || words.isStop(i)) return false
      const person = words.term(i, 'person')
      if (person && person.class !== 'Surname') return false
      if (i < at + 2) continue
      const body = words.term(i, 'body')
      const above = body && body.class !== 'BodyWord' && body.class !== 'BodyField'
      if (above && !(lower && (words.isLower(i) || body.class === 'Level'))) return this.take(i)
      if (
        !lower &&
        words.isLower(i) &&
        words.text(i, i + 1) === 'và' &&
        words.isWord(i + 1) &&
        !words.term(i + 1, 'position') &&
        !words.term(i + 1, 'person')
      )
        return this.take(i + 1)
    }
    return false
  }

  protected restore(before: { last: number; next: number; open: boolean; nameEnd: number }): boolean {
    Object.assign(this, before)
    return false
  }

  protected number(at: number): boolean {
    const { words } = this
    // "Quân khu 3", "Trường THCS số 1", "khóa 12": a number behind a word of the body.
    if (!(this.body || NUMBERED.test(words.text(this.first, this.post.end))) || !words.isWord(at - 1)) return false
    const next = at + 1
    // "Hội đồng thi THPT quốc gia 2031 tại tỉnh": the year of an event
    const goesOn = words.length(at) === 4 && this.open && /^(tại|ở|của)$/.test(words.text(next, next + 1))
    if (words.isLower(next) && !words.term(next, 'body') && !words.isStop(next) && !goesOn) return false
    return this.take(next)
  }
}
