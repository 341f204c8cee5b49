/**
 * Which officials are one across articles: of one name, and of one post or body. A name alone is no key, nor is a post that every
 * province has ("Chủ tịch UBND tỉnh"): then the person stays by itself, and that is said.
 */
import { bare, fold, hasMarks } from './fold.ts'

/** Posts that one person at a time holds in a country, so that name and post are a key without the country. */
const OFFICES =
  /(?:tổng bí thư|(?:phó )?chủ tịch nước|(?:phó )?thủ tướng|(?:phó )?chủ tịch quốc hội|(?:phó )?tổng thống|quốc vương|nhà vua|nữ hoàng|giáo hoàng|ngoại trưởng|thái tử|tổng thư ký (?:liên hợp quốc|lhq))/i
/** Bodies of which the members are few and known. */
const MEMBERS =
  /(?:ủy|uỷ) viên (?:dự khuyết )?(?:bộ chính trị|ban bí thư|(?:ban chấp hành )?trung ương đảng|ban chấp hành trung ương)|bí thư trung ương đảng/i
/** Where the body begins in a title. */
const BODY =
  /(?:^|\s)(ubnd|hđnd|mttq|ủy ban|uỷ ban|hội đồng|(?:tỉnh|thành|huyện|quận|thị|đảng|tỉnh\s?|thành\s?)\s?(?:ủy|uỷ|đoàn|bộ)|ban (?!thường vụ|chấp hành)|sở|bộ(?! trưởng| chính trị)|cục(?! trưởng| phó)|chi cục(?! trưởng| phó)|tổng cục(?! trưởng| phó)|(?<!thường )vụ|viện(?! trưởng| phó)|trường|công an|công ty|tổng công ty|tập đoàn|trung tâm|bệnh viện|hội(?! viên| trưởng| phó| nghị)|đoàn(?! trưởng| viên)|tòa án|toà án|viện kiểm sát|quân khu|quân đoàn|học viện|đại học|ngân hàng|hiệp hội|liên đoàn|đài(?! loan)|báo(?! chí| cáo)|tạp chí|phòng(?! viên)|quỹ|clb|đảng)(?=\s)/iu
const PROPER = /\p{Lu}[\p{L}\p{M}]*/gu
/** Capitalised, and in the name of a body of every place. */
const COMMON_NAMES = new Set(
  'UBND HĐND MTTQ TP CSĐT CSGT PCCC CATP HĐQT HĐTV CEO Ủy Uỷ Ban Hội Đồng Sở Bộ Phòng Công An Tỉnh Thành Huyện Quận Đảng Đoàn Thường Vụ Mặt Trận Tổ Quốc Việt Nam Trung Ương Giám Đốc Chủ Tịch Phó Bí Thư Trưởng Trực Tuyên Giáo Dân Vận Kiểm Tra Chức Chánh Văn Đại Biểu Viện Cục Chi Nhiệm Thứ Nhất Viên Nghị Sĩ Tổng Thống Thủ Tướng Thượng Cố Người Nhà Lãnh Đạo'.split(
    ' ',
  ),
)
/** Bodies of places: their name is no key without the place. */
const OF_PLACES =
  /^(?:ubnd|hđnd|mttq|ủy ban|uỷ ban|hội đồng|(?:tỉnh|thành|huyện|quận|thị|đảng)\s?(?:ủy|uỷ|đoàn|bộ)|sở|chi cục|công an|phòng|ban|đoàn|hội)/iu
const PLACE_NAME =
  /(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|(?:tỉnh|thành|huyện|quận|thị)\s?(?:ủy|uỷ|đoàn))\s+(?:\p{Lu}|\d)/u
/** "Sở Y tế Lào Cai": two capitalised words at the end are a name; those of a field of work ("Sở Xây dựng") are not written so. */
const NAME_AT_END = /\s\p{Lu}[\p{Ll}\p{M}]+\s+\p{Lu}[\p{Ll}\p{M}]+$/u
/** Without their province these are many. */
const MANY_PLACES = /(?:[Hh]uyện(?: ủy| uỷ)?|[Xx]ã|[Pp]hường|[Tt]hị trấn)\s+(?:Châu Thành|Tân Phú|Tân Lập|Phú Ninh)\b/u

export interface Anchor {
  /** What is compared. */
  readonly key: string
  /** As the title has it. */
  readonly shown: string
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What of a title can make a person: an office, a body with its place or its own name. */
export function anchorsOf(title: string): Anchor[] {
  const text = title.normalize('NFC').replace(/^(?:nguyên|cựu|cố(?! vấn)|quyền|tân)\s+/i, '')
  const anchors: Anchor[] = []
  const office = OFFICES.exec(text)?.[0]
  if (office !== undefined) anchors.push({ key: `office ${fold(office)}`, shown: capital(office) })
  const member = MEMBERS.exec(text)?.[0]
  if (member !== undefined) anchors.push({ key: `member ${fold(member)}`, shown: capital(member) })
  const found = BODY.exec(text)
  if (found) {
    const body = text.slice(found.index).trim()
    const proper = (body.match(PROPER) ?? []).filter((word) => !COMMON_NAMES.has(word))
    const placed = (PLACE_NAME.test(withoutCase(body)) || NAME_AT_END.test(body)) && !MANY_PLACES.test(body)
    if (placed || (proper.length > 0 && !OF_PLACES.test(body)))
      anchors.push({ key: `body ${bodyKey(body)}`, shown: capital(body) })
  } else if (anchors.length === 0) {
    // "Tổng thống Mỹ", "Đại sứ Thổ Nhĩ Kỳ tại Qatar", "Bộ trưởng Quốc phòng Đức": the whole title with its names.
    const names = (text.slice(1).match(PROPER) ?? []).filter((word) => !COMMON_NAMES.has(word))
    if (names.length > 0) anchors.push({ key: `title ${fold(text)}`, shown: capital(text) })
  }
  return anchors
}

/** "Tỉnh ủy Bến Tre" and "tỉnh ủy Bến Tre". */
const withoutCase = (body: string) =>
  body.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()).replace(/\sTP\.?\s/g, ' thành phố ')

/** "UBND TP Đà Nẵng", "Ủy ban nhân dân thành phố Đà Nẵng": the words before a place's name are left out, but for "Tỉnh ủy". */
const bodyKey = (body: string) =>
  fold(
    body
      .toLowerCase()
      .replace(/(?:ủy|uỷ) ban nhân dân/g, 'ubnd')
      .replace(/hội đồng nhân dân/g, 'hđnd')
      .replace(/(?:thành phố|tp\.?|tỉnh) (?!ủy|uỷ|đoàn)/g, ''),
  )

interface Node {
  readonly name: string
  readonly anchor: Anchor
  parent: number
}

/** Persons by name and anchor, joined where one article gives a person two of them. */
export class Persons {
  private readonly nodes: Node[] = []
  private readonly places = new Map<string, number>()
  /** Anchored keys by the name without marks. */
  private readonly byName = new Map<string, number[]>()

  /** The place of a person, or null where nothing but the name is known. */
  add(name: string, titles: readonly string[]): number | null {
    const places = titles.flatMap(anchorsOf).map((anchor) => this.place(name, anchor))
    for (const place of places.slice(1)) this.join(places[0] as number, place)
    return places[0] ?? null
  }

  private place(name: string, anchor: Anchor): number {
    const key = `${fold(name)}\t${anchor.key}`
    const known = this.places.get(key)
    if (known !== undefined) return known
    const place = this.nodes.push({ name, anchor, parent: this.nodes.length }) - 1
    this.places.set(key, place)
    const same = this.byName.get(bare(name)) ?? []
    // "Vo Van Thuong" without marks is the one whom the same post has with them.
    for (const other of same) {
      const node = this.nodes[other] as Node
      if (node.anchor.key === anchor.key && (!hasMarks(name) || !hasMarks(node.name))) this.join(other, place)
    }
    this.byName.set(bare(name), [...same, place])
    return place
  }

  private join(a: number, b: number): void {
    const [one, other] = [this.root(a), this.root(b)].sort((x, y) => x - y) as [number, number]
    if (one !== other) (this.nodes[other] as Node).parent = one
  }

  private root(place: number): number {
    let at = place
    while ((this.nodes[at] as Node).parent !== at) at = (this.nodes[at] as Node).parent
    return at
  }

  /** A key that stays the same while the archive grows, as long as no later article joins two persons. */
  keyOf(place: number): string {
    const { name, anchor } = this.nodes[this.root(place)] as Node
    return `${name} (${anchor.shown})`
  }

  /** The key that a name and a post have by themselves. */
  ownKey(place: number): string {
    const { name, anchor } = this.nodes[place] as Node
    return `${name} (${anchor.shown})`
  }

  /** All own keys with the key that they came to. */
  *joins(): Generator<{ readonly key: string; readonly joined: string }> {
    for (const place of this.nodes.keys()) {
      const [key, joined] = [this.ownKey(place), this.keyOf(place)]
      if (key !== joined) yield { key, joined }
    }
  }

  /** The persons of a name. */
  named(name: string): string[] {
    return [...new Set((this.byName.get(bare(name)) ?? []).map((place) => this.keyOf(place)))]
  }
}
