import { DocumentGrammar, documentTypes } from '../../grammars/document/grammar.ts'
import { lazy } from '../lazy.ts'
import { type Context, eachAnchor } from '../parse/context.ts'
import { type Cue, cueFinder, markAt, textOf } from '../parse/cues.ts'
import { type IslandToken, Vocabulary } from '../parse/island.ts'
import { lexicons } from '../scan/load.ts'
import { Shape, Token } from '../scan/scanner.ts'
import { bodyEnd } from './document-issuer.ts'
import { readLaw } from './document-law.ts'
import { congressMention, plenumMention } from './document-meeting.ts'
import { bareCode, numberedMentions } from './document-numbered.ts'
import { ofList, shareIssuers } from './document-shared-issuer.ts'
import type { FactKind } from './kind.ts'
import type { Mention } from './types.ts'

/** The most tokens of a citation. */
const ISLAND = 28
/** The most words between a noun and "số": "Giấy chứng nhận quyền sử dụng đất số …". */
const KIND_WORDS = 10

const grammar = lazy(() => {
  const vocabulary = new Vocabulary(lexicons(), ['document', 'citation'], documentTypes, [
    // TƯ is the centre, tư is four.
    ['Central', 'Ordinal'],
  ])
  return { vocabulary, parser: new DocumentGrammar(vocabulary), mask: lexicons().bit('document') }
})
const kindAt = cueFinder('document')
const word = cueFinder('citation')

export const document: FactKind<'document'> = {
  type: 'document',
  summary: 'an official document that is mentioned',
  needs: [],
  find(context) {
    const found: Mention<'document'>[] = []
    const take = (mentions: readonly Mention<'document'>[]) => {
      found.push(...mentions)
      return mentions.at(-1)?.last ?? 0
    }
    eachAnchor(context, grammar().mask, 1 << Token.Code, (at) => {
      if (context.tokens.kind[at] === Token.Code) return take(bareCode(context, at))
      const kind = kindAt(context, at)
      if (!kind) return 0
      if (kind.class === 'NoDocument') return kind.end
      return take(citation(context, at, kind)) || kind.end
    })
    return ofList(context, shareIssuers(context, found))
  },
}

/** What a noun of a document begins; nothing where it stands alone. */
function citation(context: Context, at: number, kind: Cue): readonly Mention<'document'>[] {
  const { tokens } = context
  const next = kind.end
  if (next >= tokens.length) return []
  const isLaw = kind.class === 'LawKind' || kind.class === 'Constitution' || kind.class === 'LawShort'
  const numberKind = tokens.kind[next] as number
  if (numberKind === Token.Code || numberKind === Token.MonthYear || (numberKind === Token.Number && !isLaw))
    return numbered(context, at, next, kind)
  const cue = word(context, next)
  if (cue?.class === 'NumberSign') return numbered(context, at, next, kind)
  if (isLaw) {
    const law = readLaw(context, at, kind)
    // "Luật BHXH số 58/2014/QH13"
    const behind = law?.last ?? next + 1
    const code = word(context, behind)?.class === 'NumberSign' ? behind + 1 : behind
    if (
      tokens.kind[code] === Token.Code &&
      (law || (tokens.kind[next] === Token.Word && tokens.shape[next] === Shape.AllCaps))
    )
      return numbered(context, at, behind, kind, undefined, textOf(context, at, behind))
    return law ? [law] : []
  }
  if (
    markAt(context, next) === '(' &&
    (word(context, next + 1)?.class === 'NumberSign' || tokens.kind[next + 1] === Token.Code)
  )
    return numbered(context, at, next, kind)
  if (kind.class !== 'CodedKind' && mayMeet(kind)) {
    const meeting = meetingStart(context, next)
    if (meeting === 'plenum') return plenum(context, at, kind)
    if (meeting === 'congress') return congress(context, at, kind)
  }
  // "Kết luận của Bộ Chính trị số 12-KL/TW"
  if (cue?.class === 'Of') {
    const end = bodyEnd(context, cue.end)
    const number = markAt(context, end) === ',' ? end + 1 : end
    if (end > cue.end && (tokens.kind[number] === Token.Code || isSigned(context, number)))
      return numbered(context, at, number, kind, textOf(context, cue.end, end))
    return []
  }
  const number = numberBehindWords(context, next)
  return number ? numbered(context, at, number, kind) : []
}

/** Kinds that plenums and congresses pass. */
const mayMeet = (kind: Cue) => /^(Nghị quyết|Kết luận|Quy định|Chỉ thị|Quyết định)$/.test(kind.value)

/** Whether a plenum or a congress follows: "của Hội nghị Trung ương 8", ", quy định Trung ương 8", "Đại hội XIII". */
function meetingStart(context: Context, at: number): 'plenum' | 'congress' | undefined {
  let i = at
  // "nghị quyết, quy định, kết luận Hội nghị …"
  for (let step = 0; step < 4; step++) {
    if (markAt(context, i) !== ',' && word(context, i)?.class !== 'And') break
    const another = kindAt(context, i + 1)
    if (!another || another.class === 'NoDocument') break
    i = another.end
  }
  let cue = word(context, i)
  if (cue?.class === 'Of') cue = word(context, cue.end)
  switch (cue?.class) {
    case 'Meeting':
    case 'Central':
    case 'Committee':
    case 'CentralCommittee':
      return 'plenum'
    case 'Congress':
    case 'CongressDelegates':
      return 'congress'
    default:
      return undefined
  }
}

/** "số 12", with a digit behind the sign. */
function isSigned(context: Context, at: number): boolean {
  const cue = word(context, at)
  if (cue?.class !== 'NumberSign') return false
  const behind = markAt(context, cue.end) === ':' ? cue.end + 1 : cue.end
  return (context.tokens.kind[behind] as number) >= Token.Number
}

/** Index of "số" or of a code behind the words of a noun, 0 where there is none. */
function numberBehindWords(context: Context, at: number): number {
  const { tokens } = context
  for (let i = at; i < at + KIND_WORDS && i < tokens.length; i++) {
    if (isSigned(context, i)) return i
    if (tokens.kind[i] === Token.Code && i > at) return i
    if (tokens.kind[i] !== Token.Word || word(context, i)) return 0
    const inside = kindAt(context, i)
    if (inside && inside.class !== 'CodedKind') return 0
    if (tokens.shape[i] === Shape.Capital && i > at) return 0
  }
  return 0
}

function numbered(
  context: Context,
  at: number,
  number: number,
  kind: Cue,
  issuer?: string,
  name?: string,
): readonly Mention<'document'>[] {
  const { vocabulary, parser } = grammar()
  const { tokens } = context
  const noun = vocabulary.tokenAt(tokens, at)
  parser.begin([noun, ...vocabulary.read(tokens, number, ISLAND)])
  const tree = parser.numbered()
  const mentions = tree ? numberedMentions(context, kind, at, number, tree, issuer) : []
  return name === undefined ? mentions : mentions.map((m) => ({ ...m, kind: kind.value, name }))
}

function plenum(context: Context, at: number, kind: Cue): readonly Mention<'document'>[] {
  const { vocabulary, parser } = grammar()
  parser.begin(vocabulary.read(context.tokens, at, ISLAND))
  const tree = parser.plenum()
  const mention = tree && plenumMention(context, at, kind, tree)
  return mention ? [mention] : []
}

function congress(context: Context, at: number, kind: Cue): readonly Mention<'document'>[] {
  const { vocabulary, parser } = grammar()
  const island: IslandToken[] = vocabulary.read(context.tokens, at, ISLAND)
  // Without a number or a term of office in sight there is no citation to parse.
  const number = island.findIndex((t, i) => i > 1 && /^(Roman|Digits|Nth|Mandate)$/.test(t.tokenType.name))
  const mark = island.findIndex(
    (t, i) =>
      i > 1 && /^(Comma|Semicolon|Stop|Colon|Open|Close|Quote|Kind|DocKind|WeakKind|And)$/.test(t.tokenType.name),
  )
  const last = island[number]?.tokenType.name === 'Mandate' && mark === number - 1 ? mark + 2 : mark
  if (number < 0 || (last >= 0 && last < number)) return []
  parser.begin(island)
  const tree = parser.congress()
  const mention = tree && congressMention(context, at, kind, tree)
  return mention ? [mention] : []
}
