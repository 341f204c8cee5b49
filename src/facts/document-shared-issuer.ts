/** Issuers that are said once for several documents. */
import type { Context } from '../parse/context.ts'
import { cueFinder, markAt, textOf } from '../parse/cues.ts'
import { Token } from '../scan/scanner.ts'
import { bodyEnd } from './document-issuer.ts'
import { readTail } from './document-tail.ts'
import type { Mention } from './types.ts'

const kindAt = cueFinder('document')
const word = cueFinder('citation')

/** Tokens of "Nghị quyết của Bộ Chính trị, gồm:" before the first of a list. */
const HEAD = 16
/** Tokens from one document of a list to the next, with its subject. */
const ITEM = 60

/** "4 Nghị quyết của Bộ Chính trị, gồm: Nghị quyết số 59-NQ/TW về …, Nghị quyết số 70-NQ/TW về …": the issuer is said of each. */
export function ofList(context: Context, found: readonly Mention<'document'>[]): Mention<'document'>[] {
  let issuer: string | undefined
  return found.map((one, i) => {
    const previous = found[i - 1]
    const goesOn =
      issuer !== undefined &&
      previous?.kind === one.kind &&
      one.first - previous.last <= ITEM &&
      sameSentence(context, previous.last, one.first)
    if (!goesOn) issuer = one.number === null || one.name ? undefined : listHead(context, one)
    return issuer === undefined || one.issuer !== null || one.number === null ? one : { ...one, issuer }
  })
}

/** The body of "Nghị quyết của Bộ Chính trị, gồm:" right before the first document of a list. */
function listHead(context: Context, one: Mention<'document'>): string | undefined {
  const { text, tokens } = context
  const from = tokens.start[Math.max(0, one.first - 5)] as number
  const lead = /(?:,\s*)?(?:bao gồm|gồm có|gồm|đó là|như|là)?\s*:?\s*$/iu.exec(text.slice(from, one.start))?.[0] ?? ''
  if (lead.trim() === '') return undefined
  let end = one.first
  while (end > 0 && (tokens.start[end - 1] as number) >= one.start - lead.length) end--
  for (let i = end - 2; i >= Math.max(1, end - HEAD); i--) {
    if (context.tokens.kind[i] === Token.Break || '.;:'.includes(markAt(context, i) || ' ')) return undefined
    const of = word(context, i)
    if (of?.class !== 'Of' || bodyEnd(context, of.end) !== end) continue
    const noun = [1, 2, 3].some((n) => kindAt(context, i - n)?.end === i && kindAt(context, i - n)?.value === one.kind)
    return noun ? textOf(context, of.end, end) : undefined
  }
  return undefined
}

function sameSentence(context: Context, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (context.tokens.kind[i] === Token.Break || markAt(context, i) === '.') return false
  return true
}

/** "Nghị quyết số 62 và chỉ thị số 18 của Bộ Chính trị": the issuer is said of both. */
export function shareIssuers(context: Context, found: Mention<'document'>[]): Mention<'document'>[] {
  for (let i = found.length - 2; i >= 0; i--) {
    const one = found[i] as Mention<'document'>
    const next = found[i + 1] as Mention<'document'>
    if (
      one.issuer !== null ||
      one.subject !== null ||
      one.name ||
      next.name ||
      (next.issuer === null && next.subject === null)
    )
      continue
    if (one.number === null || next.number === null) continue
    // "Nghị định số 178 ngày 31/12/2024 và Nghị định số 67 của Chính phủ"
    const end = one.issuedOn === null ? one.last : readTail(context, one.last, 'none').end
    const joined = end === next.first - 1 && (markAt(context, end) === ',' || word(context, end)?.class === 'And')
    if (!joined || !mayShare(one, next)) continue
    const subject = one.kind === next.kind ? next.subject : null
    found[i] = {
      ...one,
      issuer: next.issuer,
      subject,
      congress: one.congress ?? next.congress,
      plenum: one.plenum ?? next.plenum,
    }
  }
  return found
}

/** "Hướng dẫn 27-HD/BTCTW và Kế hoạch 12-KH/TU của Ban Thường vụ Tỉnh ủy": other bodies in the codes, other issuers. */
function mayShare(one: Mention<'document'>, next: Mention<'document'>): boolean {
  const body = (symbol: string) => symbol.split(/[-/]/).at(-1)
  if (next.symbol === null) return true
  return one.symbol === null ? one.kind === next.kind : body(one.symbol) === body(next.symbol)
}
