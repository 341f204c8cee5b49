/**
 * Which mentions are of one document. Number and symbol are no key: Party numbers restart with each congress, those of the state with
 * each year. So a key needs a date, a term or a year besides, and a short form ("Nghị quyết 45") takes a key only if one document is left.
 */
import type { Inference, Mention } from '../facts/types.ts'
import { mentionsOf } from '../parse/context.ts'
import { foldKey } from '../text/vietnamese.ts'

type DocumentMention = Mention<'document'>

/** How far from a citation, in UTF-16 units, the date fact may stand that settles its year. */
const DATE_DISTANCE = 200

/** Fills the years of issue dates from the date facts beside them, and the keys. Other mentions stay as they are. */
export function documents(mentions: readonly Mention[]): readonly Mention[] {
  const all = mentionsOf(mentions, 'document')
  if (all.length === 0) return mentions
  const dates = mentionsOf(mentions, 'date')
  let next = 0
  const dated = all.map((document) => {
    // Dates that end too far before this document are too far from all later ones.
    while (next < dates.length && (dates[next] as Mention).end < document.start - DATE_DISTANCE) next++
    return withYear(document, dates, next)
  })
  const known = dated.map(ownKey)
  const keyed = new Map<Mention, Mention>()
  const settled = settledByNumber(dated, known)
  dated.forEach((document, i) => {
    const identity = keyOf(document, i, known[i] ?? null, settled.get(bucketOf(document)) ?? [])
    keyed.set(all[i] as Mention, { ...document, ...identity })
  })
  return mentions.map((mention) => keyed.get(mention) ?? mention)
}

/** "ngày 10/6" beside a citation is a date fact too, whose year may have been settled. */
function withYear(document: DocumentMention, dates: readonly Mention<'date'>[], from: number): DocumentMention {
  const { issuedOn } = document
  if (!issuedOn?.startsWith('XXXX')) return document
  const day = issuedOn.slice(4)
  let best: { distance: number; value: string } | undefined
  for (let i = from; i < dates.length; i++) {
    const date = dates[i] as Mention<'date'>
    if (date.start > document.end + DATE_DISTANCE) break
    const value = date.value.slice(0, 10)
    if (!value.endsWith(day) || value.startsWith('XXXX')) continue
    const distance = date.start >= document.end ? date.start - document.end : document.start - date.end
    if (distance <= DATE_DISTANCE && (!best || distance < best.distance)) best = { distance, value }
  }
  if (!best) return document
  const inference: Inference = { field: 'issuedOn', basis: 'year of the date fact beside it' }
  return { ...document, issuedOn: best.value, inferred: [...(document.inferred ?? []), inference] }
}

/** The key that a mention settles by itself, or null. */
function ownKey(document: DocumentMention): string | null {
  const { name, number, year, code, congress, plenum, issuedOn, issuer, kind } = document
  if (name) return year === null ? null : `${capital(name)} ${year}`
  if (number === null) {
    if (plenum !== null) return congress === null ? null : `${kind} TW${plenum} khóa ${congress}`
    return null
  }
  const restart = issuedOn && !issuedOn.startsWith('XXXX') ? issuedOn : null
  if (code !== null) {
    if (year !== null || /QH\d/.test(code)) return code
    if (restart !== null) return `${code} (${restart})`
    return congress !== null ? `${code} (khóa ${congress})` : null
  }
  if (year !== null) return `${kind} ${number}/${year}`
  const scope = restart ?? (congress === null ? null : `khóa ${congress}`)
  return scope !== null && issuer !== null ? `${kind} ${number} (${issuer}, ${scope})` : null
}

type Identity = Pick<DocumentMention, 'key' | 'ambiguous'>

/** The key of a mention: that of the one document which it may be; of several, none, and their keys. */
function keyOf(document: DocumentMention, index: number, own: string | null, settled: readonly Settled[]): Identity {
  const same = settled.filter((other) => maySame(document, other.document))
  if (own !== null) {
    // "Nghị định 30/2020" and "30/2020/NĐ-CP" are one: the whole code is the key.
    const whole = document.code === null ? same.filter((other) => other.document.code !== null) : []
    return { key: whole.length === 1 ? (whole[0] as Settled).key : own }
  }
  const earlier = same.filter((other) => other.index < index)
  const candidates = (earlier.length > 0 ? earlier : same).map((other) => other.key)
  if (candidates.length === 1) return { key: candidates[0] as string }
  if (candidates.length > 1) return { key: null, ambiguous: candidates.sort() }
  // A law by name is one law as long as the article gives no year of it.
  return { key: document.name ? capital(document.name) : null }
}

/** The first mention that settles a key. */
interface Settled {
  readonly index: number
  readonly key: string
  readonly document: DocumentMention
}

/** At most so many documents of one number are told apart in an article, so that the time stays linear. */
const MOST_OF_ONE_NUMBER = 32

/** Mentions that settle their keys, by what all mentions of one document share: a name, a number or a plenum. */
function settledByNumber(all: readonly DocumentMention[], known: readonly (string | null)[]): Map<string, Settled[]> {
  const buckets = new Map<string, Settled[]>()
  // Those with a whole code first: "Nghị định 86/2014" is no document of its own beside 86/2014/NĐ-CP.
  const order = [...all.keys()].sort((a, b) => Number(all[a]?.code === null) - Number(all[b]?.code === null) || a - b)
  for (const index of order) {
    const key = known[index]
    if (!key) continue
    const document = all[index] as DocumentMention
    const bucket = buckets.get(bucketOf(document)) ?? []
    const isCodes = (settled: Settled) => settled.document.code !== null && maySame(document, settled.document)
    if (document.code === null && bucket.some(isCodes)) continue
    buckets.set(bucketOf(document), bucket)
    if (bucket.length < MOST_OF_ONE_NUMBER && !bucket.some((settled) => settled.key === key))
      bucket.push({ index, key, document })
  }
  return buckets
}

const bucketOf = ({ name, number, plenum, kind }: DocumentMention) =>
  name ? foldKey(name) : number !== null ? `# ${plain(number)}` : `${kind} TW${plenum}`

/** Whether two mentions of one bucket can be of one document: nothing that both say is different. */
function maySame(a: DocumentMention, b: DocumentMention): boolean {
  if (a.name) return agree(a.year, b.year)
  if (a.number === null) return agree(a.congress, b.congress)
  return (
    (a.kind === b.kind || (a.code !== null && a.code === b.code)) &&
    agree(a.code, b.code) &&
    agree(a.year, b.year) &&
    agree(a.congress, b.congress) &&
    agree(a.issuedOn, b.issuedOn) &&
    (a.issuer === null || b.issuer === null || sameBody(a.issuer, b.issuer))
  )
}

const agree = (a: string | number | null, b: string | number | null) => a === null || b === null || a === b
const plain = (number: string) => number.replace(/^0+/, '')

/** "Thủ tướng" and "Thủ tướng Chính phủ", "Trung ương" and "Ban Chấp hành Trung ương Đảng" are one issuer. */
function sameBody(a: string, b: string): boolean {
  const x = foldKey(a)
  const y = foldKey(b)
  return x.includes(y) || y.includes(x)
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
