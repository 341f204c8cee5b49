import { OfficialGrammar } from '../../grammars/official/grammar.ts'
import { lazy } from '../lazy.ts'
import { type Context, eachAnchor } from '../parse/context.ts'
import { allLeaves, branches, leaf, leaves, type Tree } from '../parse/tree.ts'
import { mergePersons, type PersonMention } from '../resolve/persons.ts'
import type { FactKind } from './kind.ts'
import type { Piece } from './official-look-back.ts'
import { isGivenName } from './official-name-runs.ts'
import { piecesAt } from './official-pieces.ts'
import { masks, Words } from './official-words.ts'

const grammar = lazy(() => new OfficialGrammar())

export const official: FactKind<'official'> = {
  type: 'official',
  summary: 'a person given with a position',
  needs: [],
  find(context) {
    return mergePersons(context, personMentions(context))
  },
}

/** Every mention of a person with a title or a rank, in the order of the text. */
export function personMentions(context: Context): PersonMention[] {
  const found: PersonMention[] = []
  const words = new Words(context)
  let floor = 0
  eachAnchor(context, masks().position, 0, (at) => {
    // "quyền", "cố", "đồng" are ordinary words, too: a post must follow.
    const term = words.term(at, 'position')
    if (!term) return 0
    if (
      (term.class === 'Former' || term.class === 'Deputy') &&
      !words.term(term.end, 'position') &&
      !words.term(term.end, 'body')
    )
      return 0
    if (isPartOfWord(words, at)) return 0
    const { pieces, next } = piecesAt(words, at, floor)
    // Titles without anybody's name: nothing in them is looked at again.
    if (pieces.length < 2) return next
    const parser = grammar()
    const end = (pieces.at(-1) as Piece).last
    parser.begin(pieces)
    const tree = parser.people()
    if (!tree) return 0
    const before = found.length
    interpret(words, tree, found)
    if (found.length === before) return 0
    if (floor > at) return floor
    floor = Math.max(end, at + 1)
    return Math.max(at + 1, Math.min(next, floor))
  })
  return found
}
/** Letters of "quyền": longer words are none of those that are asked for. */
const LONGEST_PART = 5

/** "chính quyền Tổng thống", "chức vụ phó giám đốc": the second syllable of another word. */
function isPartOfWord(words: Words, at: number): boolean {
  const first = words.length(at) > LONGEST_PART ? '' : words.text(at, at + 1).toLowerCase()
  // "Theo đại diện Tổng cục Môi trường Lê Ất": in a list of guests the name is the body's.
  if (first === 'đại' && words.isLower(at + 1) && words.text(at + 1, at + 2) === 'diện')
    return words.isWord(at - 1) ? !/^(theo|lời|là)$/i.test(words.text(at - 1, at)) : words.mark(at - 1) === ','
  if (!words.isWord(at - 1)) return false
  // "người đồng cấp Trung Quốc Vương Kiệt": no king
  if (words.isCapital(at - 1) && (words.term(at - 1, 'place')?.end ?? 0) > at) return true
  if (isGivenName(words, at)) return true
  // "ứng cử viên Tổng thống" holds no post yet.
  if (words.isLower(at - 1) && /^(ứng viên|cử viên|tranh cử)$/i.test(words.text(at - 2, at))) return true
  const word = first
  // "Ban Giám đốc" is a body.
  if (word === 'giám') return /^ban$/i.test(words.text(at - 1, at))
  if (!words.isLower(at)) return false
  if (word === 'đồng') return /^(cộng|hội|hợp|tương|triệu|tỷ|tỉ|nghìn|ngàn)$/i.test(words.text(at - 1, at))
  if (word !== 'quyền' && word !== 'vụ') return false
  const before = words.text(at - 1, at).toLowerCase()
  return word === 'quyền'
    ? /^(chính|có|thẩm|đủ|toàn|bản|nhân|nắm|cầm|tiếm|chuyển|uỷ|ủy|giao|trao|dưới)$/.test(before)
    : /^(chức|nhiệm|dịch|nghiệp|công|phục|nghĩa|tài|thời|thương|sự)$/.test(before)
}

interface Reading {
  lead: Piece[]
  name: Piece
  tail: Piece[]
  shared: Piece[]
  group: boolean
  /** "đồng chí", "bà" stands before the name. */
  addressed: boolean
  /** First token. */
  start: number
  rank: Piece | undefined
  degree: Piece | undefined
}

/** The persons of a tree of the grammar. */
function interpret(words: Words, tree: Tree, found: PersonMention[]): void {
  const readings = branches(tree, 'entry').map(readEntry)
  shareBackwards(words, readings)
  let shared: Piece[] = []
  let style: 'names' | 'entries' | undefined
  let led = false
  readings.forEach((reading, n) => {
    // A title before a colon is everyone's up to the next semicolon; in a list "A, T; B, T" it goes on behind that, too.
    if (reading.shared.length || reading.group) {
      shared = reading.shared
      style = undefined
      led = reading.lead.length > 0
    } else if (n > 0 && shared.length) {
      style ??= readings[n - 1]?.tail.length ? 'entries' : 'names'
      // "các đồng chí Ủy viên Bộ Chính trị: Chủ tịch nước Lê Ất; Thủ tướng Trần Bính": titles of their own stand before all names.
      const own = (reading.lead.length > 0 && !led) || (reading.addressed && reading.tail.length > 0)
      if (own || (style === 'names' && !led && words.mark(reading.start - 1) === ';')) shared = []
    }
    // "các Phó Chủ tịch Nguyễn Văn Ất, Trần Văn Bính": the title before the first name is everyone's.
    if (reading.group && !reading.shared.length && reading.lead.length) {
      shared = reading.lead
      reading.lead = []
    }
    // "Thủ tướng Lê Ất, Phó Bí thư, Chủ tịch HĐND Trần Bính": what stands before a title that leads to a name leads to it, too.
    const next = readings[n + 1]
    if (next && reading.lead.length && reading.tail.length && next.lead.length && isTight(words, reading, next)) {
      next.lead = [...reading.tail, ...next.lead]
      reading.tail = []
    }
    const titles = [...shared, ...reading.lead, ...reading.tail]
    if (titles.length === 0 && !reading.rank) return
    const { name, rank, degree } = reading
    found.push({
      first: name.first,
      last: name.last,
      name: words.text(name.first, name.last),
      form: name.form ?? 'vietnamese',
      titles: titles.map((p) => ({
        text: words.text(p.first, p.last),
        bare: p.title?.bare ?? false,
        at: p.first,
        post: words.text(p.title?.post ?? p.first, p.last),
      })),
      leader: titles.some((p) => p.title?.flags.includes('l')),
      rank: rank ? words.text(rank.first, rank.last) : null,
      degree: degree?.value || null,
    })
  })
}

/** "các đồng chí: Lê Ất, Trần Bính - Phó Giám đốc Sở": a title behind the last of several names is everyone's. */
function shareBackwards(words: Words, readings: readonly Reading[]): void {
  let from = -1
  readings.forEach((reading, n) => {
    if (reading.group && !reading.shared.length) from = n
    else if (words.mark(reading.start - 1) === ';') from = -1
    if (from < 0) return
    if (reading.lead.length || reading.shared.length) from = -1
    else if (reading.tail.length) {
      if (words.mark((reading.tail[0] as Piece).first - 1) === '-')
        for (const before of readings.slice(from, n)) before.tail = [...reading.tail]
      from = -1
    }
  })
}

/** Whether the next person's titles follow by a comma. */
function isTight(words: Words, reading: Reading, next: Reading): boolean {
  const last = reading.tail.at(-1)
  const lead = next.lead[0]
  return last !== undefined && lead !== undefined && words.mark(last.last) === ',' && lead.first === last.last + 1
}

function readEntry(entry: Tree): Reading {
  const leads = branches(entry, 'lead')
  const tails = branches(entry, 'tail')
  const all = (nodes: readonly Tree[], label: string) => {
    const found: Piece[] = []
    for (const node of nodes) for (const piece of leaves(node, label)) found.push(piece as Piece)
    return found
  }
  const name = leaf(entry, 'name') as Piece
  return {
    lead: all(leads, 'title'),
    name,
    tail: all(tails, 'title'),
    shared: all(leads, 'shared'),
    group: leaf(entry, 'group') !== undefined,
    addressed: leads.some((lead) => leaf(lead, 'address')),
    start: leads.reduce((start, lead) => Math.min(start, ...allLeaves(lead).map((p) => p.first)), name.first),
    rank: all(leads, 'rank')[0] ?? all(tails, 'rank')[0],
    degree: all(leads, 'degree')[0],
  }
}
