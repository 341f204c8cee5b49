/** Words that lead on inside a title: "và" of two fields, "của" and "thuộc" before the body above, "tại" before a place. */
import { hasSurname, runEnd } from './official-name-runs.ts'
import { wordCount } from './official-names.ts'
import { TitleMarks } from './official-title-marks.ts'

export abstract class TitleLinks extends TitleMarks {
  /** Reads a post inside the title: an assistant's chief. */
  protected abstract nested(at: number): boolean

  /** "và" inside an open name, where no new person or title begins. */
  protected and(at: number): boolean {
    const { words } = this
    const next = at + 1
    if (!(this.open || this.field) || !words.isWord(next)) return false
    if (words.term(next, 'position') || words.isStop(next)) return false
    // "Chủ tịch công ty Trường Xuân và gia đình"
    if (/^(gia đình|con trai|con gái)$/.test(words.text(next, Math.min(next + 2, words.tokens.length)))) return false
    const person = words.term(next, 'person')
    if (person && person.class !== 'Surname') return false
    if (words.isCapital(next) && hasSurname(words, next) && wordCount(words, next, runEnd(words, next)) > 1)
      return false
    const body = words.term(next, 'body')
    const caps = words.isAllCaps(next) && words.isAllCaps(at - 1)
    if (body && body.class !== 'BodyField' && body.class !== 'BodyWord' && words.isCapital(next) && !caps) return false
    return this.skip(next)
  }

  protected of(at: number): boolean {
    const { words } = this
    const body = words.term(at + 1, 'body')
    const inner = words.is(at + 1, 'position', 'Position')
    if (inner && inner.end > (body?.end ?? 0)) return this.nested(at + 1)
    if (body) return this.takeBody(at + 1, body.end, body.class)
    const place = words.term(at + 1, 'place')
    if (place) return this.takePlace(place.end)
    if (words.isCapital(at + 1) && !words.term(at + 1, 'position')) {
      const end = runEnd(words, at + 1)
      if (hasSurname(words, at + 1) && end - at > 2) return false
      this.open = false
      return this.take(end)
    }
    // "của lực lượng không quân": an open body in lower case
    if (
      words.isLower(at + 1) &&
      (this.open || this.field) &&
      !words.isStop(at + 1) &&
      !words.is(at + 1, 'context', 'Skip') &&
      !words.term(at + 1, 'position')
    ) {
      const person = words.term(at + 1, 'person')
      if (person && person.class !== 'Surname') return false
      return this.take(at + 2)
    }
    return false
  }

  /** "Đại sứ Nhật Bản tại Việt Nam", "Phân hiệu Trường ĐH Nội vụ tại TP.HCM" */
  protected in(at: number): boolean {
    const { words } = this
    const envoy = this.post.flags.includes('e')
    // "lãnh đạo phe đa số tại Thượng viện Mỹ"
    const body = envoy ? words.is(at + 1, 'body', 'Body') : undefined
    if (body && words.isCapital(at + 1)) return this.takeBody(at + 1, body.end, body.class)
    // "giám đốc tại Viện Kinh tế biển"
    // "Đại sứ Nga tại tổ chức Bảo tồn Động vật biển"
    const head = this.body && !envoy ? undefined : words.is(at + 1, 'body', 'BodyHead')
    if (head && (envoy ? words.isLower(at + 1) : words.isCapital(at + 1)) && words.isCapital(head.end))
      return this.takeBody(at + 1, head.end, head.class)
    if (!this.body) return false
    // "Phòng Thương mại Mỹ tại Philippines"
    const abroad = this.place && this.headText !== '' && words.is(at + 1, 'place', 'Country') !== undefined
    if (!(this.open || this.branch || abroad || envoy)) return false
    let place = words.term(at + 1, 'place')
    if (!place) {
      const level = words.is(at + 1, 'body', 'Level')
      if (level) place = words.term(words.mark(level.end) === '.' ? level.end + 1 : level.end, 'place')
    }
    if (!place) return false
    const end = place.end
    // "tại Hà Nội cho biết" ends well, "tại Hà Nội vào hôm qua" is about something done there.
    return this.takePlace(end)
  }
}
