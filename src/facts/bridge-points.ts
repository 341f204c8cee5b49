import { BridgePointsGrammar, bridgePointTypes } from '../../grammars/bridge-points/grammar.ts'
import { lazy } from '../lazy.ts'
import { type Context, eachAnchor } from '../parse/context.ts'
import { Vocabulary } from '../parse/island.ts'
import { branch, leaves, type Tree } from '../parse/tree.ts'
import { lexicons } from '../scan/load.ts'
import { Shape, Token } from '../scan/scanner.ts'
import type { FactKind } from './kind.ts'
import { countStart, interpretCount, mayEndCount } from './numbers.ts'
import type { BridgePointsFact, Mention } from './types.ts'

const ISLAND = 20
/** How far before the number a word that tells the role is looked for. */
const LOOK_BACK = 12
/** How far behind the point "TAND | cấp huyện" is looked for. */
const LOOK_AHEAD = 5

const grammar = lazy(() => {
  const vocabulary = new Vocabulary(lexicons(), ['count', 'bridgePoints'], bridgePointTypes)
  return { vocabulary, parser: new BridgePointsGrammar(vocabulary), mask: lexicons().bit('bridgePoints') }
})

export const bridgePoints: FactKind<'bridgePoints'> = {
  type: 'bridgePoints',
  summary: 'a number of video-conference points (điểm cầu)',
  needs: [],
  find(context) {
    const found: Mention<'bridgePoints'>[] = []
    const { vocabulary, parser, mask } = grammar()
    const { tokens, starts } = context
    const count = lexicons().bit('count')
    eachAnchor(context, mask, 0, (at) => {
      if (at === 0 || !mayEndCount(tokens, starts, count, at - 1)) return 0
      const anchor = lexicons().longest(tokens, at, mask)?.entries[0]?.class
      if (anchor !== 'BridgePoint' && anchor !== 'OtherBridge') return 0
      const from = countStart(tokens, vocabulary, at)
      if (from === at) return 0
      if (anchor === 'OtherBridge') {
        reject(context, from, at + 2, 'other-bridge', 'is another kind of bridge or word')
        return 0
      }
      parser.begin(vocabulary.read(tokens, from, ISLAND))
      const tree = parser.bridgePoints()
      const mention = tree ? interpret(context, vocabulary, tree, from) : undefined
      if (mention) found.push(mention)
      return mention?.last ?? 0
    })
    return found
  },
}

function interpret(
  context: Context,
  vocabulary: Vocabulary,
  tree: Tree,
  first: number,
): Mention<'bridgePoints'> | undefined {
  const { tokens } = context
  const part = (label: string) => leaves(tree, label)
  const { count, approx } = interpretCount(branch(tree, 'count'))
  const adjectives = ['BridgePoint', 'main', 'level', 'branch', 'total', 'online'].flatMap(part)
  const last = Math.max(...adjectives.map((t) => t.last))
  if (!Number.isSafeInteger(count)) {
    reject(context, first, last, 'no-number', 'makes no whole number')
    return undefined
  }
  // What the words of the point itself say comes first, then what stands before the number.
  let role: BridgePointsFact['role'] = null
  if (part('main').length || (part('level').length && count === 1)) role = 'main'
  else if (part('total').length) role = 'total'
  else if (part('branch').length || part('level').length) role = 'branch'
  else if (count > 1 && atBranches(context, vocabulary, last)) role = 'branch'
  else role = count === 1 ? null : roleBefore(context, vocabulary, first, last, part('online').length > 0)
  return {
    type: 'bridgePoints',
    first,
    last,
    start: tokens.start[first] as number,
    end: tokens.end[last - 1] as number,
    rule: 'bridge-points/count',
    count,
    role,
    approx,
  }
}

/** "36 điểm cầu tại các khu phố", "ở các xã": places below. */
function atBranches({ tokens, starts, text }: Context, vocabulary: Vocabulary, last: number): boolean {
  const word = (i: number) => text.slice(tokens.start[i], tokens.end[i]).toLowerCase()
  // "13 điểm cầu TAND cấp huyện", "47 điểm cầu của các chi bộ trực thuộc"
  for (let i = last; i < Math.min(tokens.length, last + LOOK_AHEAD) && tokens.kind[i] === Token.Word; i++)
    if (
      (starts[i] as number) & vocabulary.mask &&
      isLevel(word(i)) &&
      vocabulary.tokenAt(tokens, i).tokenType.name === 'Branch'
    )
      return true
  if (last + 1 >= tokens.length || !['tại', 'ở', 'thuộc', 'của'].includes(word(last))) return false
  if (word(last + 1) === 'các') return true
  // "60 điểm cầu tại 60 ấp"
  const place = tokens.kind[last + 1] === Token.Number ? last + 2 : last + 1
  if (place >= tokens.length || !((starts[place] as number) & vocabulary.mask)) return false
  return vocabulary.tokenAt(tokens, place).tokenType.name === 'Branch'
}

/**
 * "kết nối tới 52 điểm cầu", "tại điểm cầu tỉnh và 13 điểm cầu": points joined to another one are branches. "tổng số 14 điểm cầu",
 * "tổ chức tại 74 điểm cầu" and an unlinked "64 điểm cầu trực tuyến" are all points. Of points that are then named one by one
 * ("hai điểm cầu Hà Nội và TP.HCM") nothing is said.
 */
function roleBefore(
  { tokens, starts, text }: Context,
  vocabulary: Vocabulary,
  first: number,
  last: number,
  online: boolean,
): BridgePointsFact['role'] {
  const before = first > 0 ? text.slice(tokens.start[first - 1], tokens.end[first - 1]).toLowerCase() : ''
  for (let i = first - 1, seen = 0; i >= 0 && seen < LOOK_BACK; i--, seen++) {
    if (tokens.kind[i] === Token.Break || isStop(text, tokens.start[i] as number)) break
    if (!((starts[i] as number) & vocabulary.mask)) continue
    const name = vocabulary.tokenAt(tokens, i).tokenType.name
    if (name === 'Total') return 'total'
    if (name === 'BridgePoint' || name === 'Relay') return 'branch'
    if (name === 'Link') return isTowards(before) ? 'branch' : null
  }
  // "hai điểm cầu Hà Nội và Huế", "3 điểm cầu ở Huế, Vinh", "2 điểm cầu: ..."
  const proper = (i: number) => i < tokens.length && tokens.kind[i] === Token.Word && tokens.shape[i] !== Shape.Lower
  const place = last < tokens.length && ['tại', 'ở', 'là'].includes(text.slice(tokens.start[last], tokens.end[last]))
  if (proper(last) || (place && proper(last + 1))) return null
  if (last < tokens.length && text[tokens.start[last] as number] === ':') return null
  return online || ALL.has(before) ? 'total' : null
}

const isLevel = (word: string) => word === 'cấp' || word === 'trực'
const isStop = (text: string, at: number) =>
  text[at] === '.' || text[at] === ';' || text[at] === '!' || text[at] === '?'
/** "Hội nghị tổ chức tại 74 điểm cầu", "với 74 điểm cầu", "có 74 điểm cầu": the meeting has so many and no more. */
const ALL: ReadonlySet<string> = new Set(['tại', 'với', 'có', 'gồm', 'qua'])
/** Behind these and "nối" itself come the points that are reached; "tại" behind "kết nối" says nothing. */
const isTowards = (word: string) => ['tới', 'đến', 'với', 'sang', 'nối', 'cùng', 'về', 'xuống'].includes(word)

function reject({ reject, text, tokens }: Context, first: number, last: number, code: string, why: string): void {
  const start = tokens.start[first] as number
  const end = tokens.end[last - 1] as number
  const reason = `"${text.slice(start, end)}" ${why}`
  reject({ type: 'bridgePoints', start, end, rule: 'bridge-points/count', code, reason })
}
