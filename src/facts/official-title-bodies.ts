/**
 * Bodies and places inside a title, and where in a run of capitals the name of a person begins:
 *
 *     Phó giám đốc Công an tỉnh Lào Cai Vàng Seo Páo         hiệu trưởng Trường THPT Lê Quý Đôn    Tổng thống Mỹ Donald Trump
 *                           ^level ^place ^person                     ^head      ^its own name              ^place ^person
 */

import { Token } from '../scan/scanner.ts'
import { hasStrongSurname, hasSurname, runEnd } from './official-name-runs.ts'
import { looksForeign, nameOf, wordCount } from './official-names.ts'
import { flagged, type Post } from './official-posts.ts'
import type { Words } from './official-words.ts'

/** "2019": a number of four digits. */
const isYear = (words: Words, at: number) => words.tokens.kind[at] === Token.Number && words.length(at) === 4

/** Heads whose own name comes right behind: behind "quân đội", "cảnh sát" it is the person's. */
const NAMED =
  /^(tạp chí|báo|hãng|công ty|tập đoàn|ngân hàng|quỹ|tổ chức|đài|câu lạc bộ|chuỗi|thương hiệu|nhóm|trường|đại học|nhà máy|xí nghiệp)/

/** Bodies behind which a place's name is expected. */
const COMMITTEE = /[ủu]y$|[uư]ỷ$|^ubnd|^hđnd|^[ủu]y ban nhân|^uỷ ban nhân|^hội đồng nhân|^công an|^đảng bộ/

/** The first word of places in the highlands, which have two words as a rule. */
const HIGHLAND = /^(ia|ea|chư|cư|kon|đắk|đăk|krông|mường|nậm|chiềng|phiêng|pá|huổi)$/i

/** What has been read of a title. */
class TitleState {
  /** Behind the last token that surely belongs to the title. */
  protected last: number
  protected next: number
  /** Inside a body whose name may have any words. */
  protected open = false
  /** A body, a place or a field has been read. */
  protected body = false
  /** Only the first word of a body ("ban", "phòng") has been read. */
  protected headOnly = true
  /** A field ("Thương mại") inside an open body: "và" goes on, other words in lower case do not. */
  protected field = false
  /** A word that is no part of the title has been left out: only a name may follow. */
  protected skipped = false
  /** A place has been read. */
  protected place = false
  /** A branch or an office of a body: "tại" and a place belong to it. */
  protected branch = false
  protected nameEnd = 0
  protected headText = ''
  /** Behind the head of an open body: a name right there is the body's. */
  protected headEnd = -1
  /** Behind a head in lower case. */
  protected headAt = -1
  /** A post inside the title that is read again for its own name. */
  protected again = -1

  constructor(
    protected readonly words: Words,
    protected readonly first: number,
    protected readonly post: Post,
    protected readonly named: boolean,
    protected readonly inner: boolean,
  ) {
    this.last = post.end
    this.next = post.end
    const { flags } = post
    this.open = flags.includes('b') && !flags.includes('l')
  }

  /** Goes on, but what was read belongs to the title only if something follows. */
  protected skip(end: number): boolean {
    this.next = end
    return true
  }

  protected take(end: number): boolean {
    this.last = end
    this.next = end
    this.headOnly = this.headOnly && !this.body
    this.body = true
    return true
  }

  protected takePlace(end: number): boolean {
    this.open = false
    this.place = true
    this.take(end)
    this.headOnly = false
    return true
  }

  protected setName(first: number, last: number): void {
    this.next = first
    this.nameEnd = last
  }
}

/** The parts of a title in capitals. */
export class TitleBodies extends TitleState {
  protected takeBody(at: number, end: number, kind: string): boolean {
    const { words } = this
    const first = !this.body
    if (kind === 'Level') {
      // "xã", "tỉnh": a place's name may follow, or the level stands alone.
      this.last = end
      this.next = end
      this.body = true
      this.headOnly = false
      this.open = false
      return this.placeName(end)
    }
    const ministry = this.headText === '' || this.headText === 'bộ' || this.headText === 'sở'
    if (kind === 'Body' || kind === 'BodyHead') this.headText = words.text(at, end).toLowerCase()
    this.last = end
    this.next = end
    this.body = true
    if (kind === 'BodyWord') {
      this.headOnly = false
      return true
    }
    if (kind === 'BodyHead') {
      this.open = true
      if (words.isLower(at)) this.headAt = end
      if (NAMED.test(this.headText)) this.headEnd = end
      this.headOnly = first && (words.isLower(at) || !this.isNextCapital(end))
    } else {
      this.field = kind === 'BodyField' && (this.open || this.field)
      this.open = this.open && kind === 'BodyField' && !ministry
      this.headOnly = false
    }
    if (/^(phân hiệu|chi nhánh|văn phòng|phân viện|cơ quan|đại sứ quán|phái đoàn)/.test(this.headText))
      this.branch = true
    if (kind === 'BodyHead' && words.isCapital(end) && hasSurname(words, end)) return this.sameName(end)
    return true
  }

  /** "Trường THPT Lê Quý Đôn Nguyễn Văn Ất": the first name is the school's, unless nothing else can be the person's. */
  protected sameName(at: number): boolean {
    const { words } = this
    const end = runEnd(words, at)
    const head = words.text(at - 1, at).toLowerCase()
    const carries = /^(trường|thpt|thcs|học|tiểu|non|viện|quỹ|bộ|ty|tnhh|phường|chùa|hát)$/.test(head)
    if (!carries) return true
    const split = this.split(at, end, 1)
    if (split > at) {
      this.headOnly = false
      this.take(split)
      this.setName(split, end)
      return false
    }
    // "Công ty Hoàng Anh": two words behind a firm are its own.
    const firm = /^(ty|tnhh)$/.test(head) && wordCount(words, at, end) === 2
    if (!this.named && !firm && /^(ty|tnhh|viện|bộ)$/.test(head)) return true
    this.headOnly = false
    return this.take(end)
  }

  /** The name of a place behind its level; a person's name may follow right behind either. */
  protected placeName(at: number): boolean {
    const { words } = this
    if (words.mark(at) === '.' && words.isCapital(at - 1) && words.isCapital(at + 1)) at += 1
    if (words.tokens.kind[at] === Token.Number) return this.take(at + 1)
    if (!words.isCapital(at)) return true
    const place = words.term(at, 'place')
    if (place && !this.isNameNotPlace(at, place.end)) return this.takePlace(place.end)
    const body = words.term(at, 'body')
    if (body && !(body.class === 'Level')) return true
    const position = words.term(at, 'position')
    if (position && position.class !== 'Deputy') return true
    const person = words.term(at, 'person')
    if (person && person.class !== 'Surname') return true
    const end = runEnd(words, at)
    // "xã Quảng Thịnh": two words that begin with a common word are the place's.
    const two = wordCount(words, at, end) === 2 && !hasStrongSurname(words, at)
    const split = two ? -1 : this.split(at, end, this.named ? 1 : 0, !this.named)
    if (split >= 0) {
      if (split > at) this.takePlace(split)
      this.setName(split, end)
      return false
    }
    // "bang Tennessee Bob Corker": of a long foreign run the last two words are the leader's.
    const count = wordCount(words, at, end)
    if (flagged(this.post, 'l') && !this.named && count >= 3 && end - at === count && looksForeign(words, at, end)) {
      this.takePlace(end - 2)
      this.setName(end - 2, end)
      return false
    }
    // No person: the whole run names the place.
    this.takePlace(end)
    return true
  }

  /** Whether a place's name is the beginning of a person's: "Lê Chân Phương". */
  protected isNameNotPlace(at: number, end: number): boolean {
    const { words } = this
    if (!words.isCapital(end) || !hasStrongSurname(words, at)) return false
    const stop = runEnd(words, at)
    if (words.term(end, 'position') || words.term(end, 'body')) return false
    const rest = wordCount(words, end, stop)
    return (rest < 2 || !hasSurname(words, end)) && wordCount(words, at, stop) <= 4
  }

  /**
   * Where the person's name begins in the run [at, end), or -1.
   * @param least How many words must stay before the name.
   * @param place Whether the run begins with the name of a place.
   */
  protected split(at: number, end: number, least: number, place = false): number {
    const { words } = this
    let best = -1
    let weak = -1
    for (let i = at + least; i < end; i++) {
      const mark = i > at ? words.mark(i - 1) : ''
      if (!words.isCapital(i) || mark === "'" || mark === '-') continue
      const count = wordCount(words, i, end)
      if (count < 2) break
      if (count > 5) continue
      const strong = hasStrongSurname(words, i)
      // "phường Bến Thủy Mai Xuân Ất", "xã Ia Chía Siu Ất": behind a place of two words a surname that is a common word will do.
      if (!strong && weak < 0 && place && wordCount(words, at, i) === 2 && hasSurname(words, i))
        if (count > 2 || HIGHLAND.test(words.text(at, at + 1))) weak = i
      // "Ia" is a way to write the surname Ya.
      const first = i === at && hasSurname(words, i) && !(place && HIGHLAND.test(words.text(at, at + 1)))
      if (!strong && !first) continue
      // Two words are enough only for a name that stands alone or behind a place of two words.
      if (i > at && count === 2 && wordCount(words, at, i) < 2) continue
      best = i
      // "Giám mục giáo phận Bùi Chu Thomas Vũ Đình Hiệu"
      if (this.post.flags.includes('c')) while (best > at && looksForeign(words, best - 1, best)) best--
      if (count <= 4) break
    }
    return best < 0 ? weak : best
  }

  /** A run of capitals that begins neither a known body nor a place: a person, or the rest of the body. */
  protected capitals(at: number): boolean {
    const { words } = this
    const person = words.term(at, 'person')
    if (person && person.class !== 'Surname') return false
    const end = runEnd(words, at)
    const count = wordCount(words, at, end)
    // "trưởng thôn Lương Xá": two words are the village's.
    const village = /(thôn|bản|ấp|buôn|khóm|làng|khu phố)$/i.test(words.text(this.first, this.post.end))
    if (village && !this.body && count === 2) return this.takePlace(end)
    // "tỉnh trưởng vùng Manitoba"
    if (!this.body && count === 1 && words.text(at - 1, at) === 'vùng') return this.takePlace(end)
    // "giám đốc nhà máy Sevmash Mikhail Orlov": of three foreign words the last two are the person's.
    if (at === this.headEnd && !this.named && count === 3 && end - at === 3 && looksForeign(words, at + 1, end)) {
      const person = nameOf(words, at + 1, end, true)
      if (person && !words.term(at + 1, 'place')) {
        this.take(at + 1)
        this.setName(at + 1, end)
        return false
      }
    }
    // "Trưởng ban SEA Games 2031": a year is behind the name of an event.
    if (!this.body && isYear(words, end)) {
      this.take(end + 1)
      return false
    }
    // "Chủ tịch nhóm Oxfam Mỹ Abby Maxman", "Tổng giám đốc Forbes Việt Nam"
    const land = this.landEnd(at, end)
    if (land > at) {
      this.takePlace(land)
      if (land < end) this.setName(land, end)
      return land === end
    }
    const firm = this.firmEnd(at, end)
    if (firm > at && firm < end && nameOf(words, firm, end, true)) {
      this.take(firm)
      this.setName(firm, end)
      return false
    }
    const split = this.split(at, end, 0)
    // "Huyện ủy Lang Chánh", "UBND xã Cao Sơn": two words behind a committee name its place.
    const two = count === 2 && COMMITTEE.test(this.headText) && (this.named || !hasStrongSurname(words, at))
    // "ông Lê Ất, Giám đốc Công ty KHKT An Bình": behind letters and with a name before the title, two words are the firm's.
    const letters = this.named && this.headText !== '' && count === 2 && words.isAllCaps(at - 1)
    if (letters && split === at) return this.take(end)
    if (split === at && !(this.named && this.open) && !two) {
      this.setName(at, end)
      return false
    }
    if (split > at) {
      this.take(split)
      this.setName(split, end)
      return false
    }
    // "Tổng thống Mỹ Donald Trump", "Ngoại trưởng Kerry"
    const leader = this.post.flags.includes('l')
    // "Hạm đội 6 Kyle Rainer": behind its number a body has no more names.
    const closed = !this.open || words.tokens.kind[at - 1] === Token.Number
    const committee = COMMITTEE.test(this.headText)
    const foreign = leader || !this.body || (!committee && (this.place || looksForeign(words, at, end)))
    if (closed && foreign && !words.isAllCaps(at) && !this.startsPhrase(at, end)) {
      if (count >= 3 && !leader && !this.body && !this.named && !hasSurname(words, at)) {
        // "CEO Apple Tim Cook": the first word is the company's.
        this.take(at + 1)
        if (nameOf(words, at + 1, end, true)) this.setName(at + 1, end)
        return false
      }
      const name = count > 1 || leader || !looksForeign(words, at, end) ? nameOf(words, at, end, true) : undefined
      // Behind a name another one follows only with a surname or behind a leader's country.
      // "Bộ trưởng An ninh nội địa Kirsten Norden": a ministry's field has no foreign words.
      const ministry = leader && this.headText === '' && count > 1 && looksForeign(words, at, end)
      const second = !this.named || name?.form === 'vietnamese' || (leader && (this.place || !this.body)) || ministry
      if (name && second && !this.isAnothers(end) && !(flagged(this.post, 'p') && !this.place && count < 2)) {
        this.setName(at, end)
        return false
      }
    }
    // "Mạng lưới quốc tịch hợp pháp Santiphong Moonphong"
    if (
      this.open &&
      count >= 2 &&
      count <= 4 &&
      !this.named &&
      !flagged(this.post, 'b') &&
      words.isLower(at - 1) &&
      // "Cơ quan Mật vụ Randolph Alles": "vụ" is no head in "Mật vụ"
      (!words.term(at - 1, 'body') || words.isCapital(at - 2)) &&
      at !== this.headEnd &&
      looksForeign(words, at, end)
    ) {
      this.setName(at, end)
      return false
    }
    if (closed && words.isAllCaps(at) && this.body && words.length(at) > 4 && hasSurname(words, at)) return false
    // "CIA", "FIFA" before a foreign name
    if (words.isAllCaps(at) && count > 1) {
      this.take(at + 1)
      this.open = false
      return true
    }
    this.open = true
    this.headOnly = false
    return this.take(Math.max(end, at + 1))
  }

  /** Behind a country inside a run of capitals, where the rest can be a name or there is none; or -1. */
  private landEnd(at: number, end: number): number {
    const { words } = this
    if (flagged(this.post, 'c') || hasStrongSurname(words, at)) return -1
    for (let i = at + 1; i < end; i++) {
      const place = words.is(i, 'place', 'Country')
      if (!place || place.end > end) continue
      if (place.end === end) return end
      const rest = wordCount(words, place.end, end)
      const foreign = looksForeign(words, place.end, end) || /-/.test(words.text(place.end, end))
      return !this.named && rest >= 2 && rest <= 4 && foreign ? place.end : -1
    }
    return -1
  }

  /** "Tổng giám đốc Dosan Vina | Kim Young Chul": behind the last word of a company's name, where a foreign name of two words or more follows; or -1. */
  private firmEnd(at: number, end: number): number {
    const { words } = this
    if (this.named) return -1
    for (let i = end - 3; i > at; i--)
      if (words.term(i, 'body')?.class === 'BodyWord' && !hasStrongSurname(words, i + 1)) return i + 1
    return -1
  }

  /** "chủ tịch Marvel Studios - Kevin Feige", "tổng giám đốc Vinasoft, bà Lê Thị Ất": the name behind the mark is the person's. */
  private isAnothers(end: number): boolean {
    const { words } = this
    if (this.named || this.body || flagged(this.post, 'l')) return false
    const mark = words.mark(end)
    if (mark !== ',' && mark !== '-') return false
    const person = words.is(end + 1, 'person', 'Honorific')
    const from = person?.end ?? end + 1
    if (!person && mark === ',') return false
    const stop = runEnd(words, from)
    return stop > from + 1 && nameOf(words, from, stop, true) !== undefined
  }

  /** Whether a capitalised word begins a phrase in lower case, and so no name: "Giao thông", "Di sản văn hóa". */
  protected startsPhrase(at: number, end: number): boolean {
    const { words } = this
    if (end > at + 1 || !words.isLower(end)) return false
    // "Tổng thống Nga Putin rủ"
    if (flagged(this.post, 'l') && looksForeign(words, at, end)) return false
    const next = words.term(end, 'context')
    if (next && (next.class === 'Stop' || next.class === 'Barrier' || next.class === 'Link')) return false
    return !/^(và|của|tại|ở|về|thuộc)$/.test(words.text(end, end + 1))
  }

  protected isNextCapital(at: number): boolean {
    return this.words.isCapital(at) || this.words.term(at, 'body') !== undefined
  }
}
