import type { CstNode, IToken } from 'chevrotain'
import { BridgePointsGrammar, countTypes } from '../../grammars/bridge-points/grammar.ts'
import { lazy } from '../lazy.ts'
import { type Context, eachAnchor } from '../parse/context.ts'
import { type IslandToken, Vocabulary } from '../parse/island.ts'
import { lexicons } from '../scan/load.ts'
import { Token } from '../scan/scanner.ts'
import type { FactKind } from './kind.ts'
import { parseDigits, parseNumberWords } from './numbers.ts'
import type { Approx, Mention } from './types.ts'

/** The most words of a number before "điểm cầu". */
const LOOK_BACK = 6
const ISLAND = 16

const grammar = lazy(() => {
  const vocabulary = new Vocabulary(lexicons(), ['count'], countTypes)
  return { vocabulary, parser: new BridgePointsGrammar(vocabulary) }
})

export const bridgePoints: FactKind<'bridgePoints'> = {
  type: 'bridgePoints',
  summary: 'a number of video-conference points (điểm cầu)',
  needs: [],
  find(context) {
    const found: Mention<'bridgePoints'>[] = []
    const { vocabulary, parser } = grammar()
    eachAnchor(context, vocabulary.mask, 0, (at) => {
      if (vocabulary.tokenAt(context.tokens, at).tokenType.name !== 'BridgePoint') return 0
      const from = countStart(context, vocabulary, at)
      if (from === at) return 0
      parser.input = vocabulary.read(context.tokens, from, ISLAND)
      const tree = parser.bridgePoints()
      if (!tree) return 0
      const mention = interpret(context, tree)
      if (mention) found.push(mention)
      return mention?.last ?? 0
    })
    return found
  },
}

/** Where the number before an anchor begins, with its hedge. */
function countStart({ tokens }: Context, vocabulary: Vocabulary, at: number): number {
  let from = at
  for (let i = at - 1; i >= Math.max(0, at - LOOK_BACK); i--) {
    const kind = tokens.kind[i]
    if (kind === Token.Number || kind === Token.Grouped) {
      from = i
      continue
    }
    const token = kind === Token.Word ? vocabulary.tokenAt(tokens, i) : undefined
    if (token?.tokenType.name === 'NumberWord' && token.last === i + 1) from = i
    else {
      // A hedge may be of two words.
      if (from < at && token?.tokenType.name === 'Hedge') from = i
      else if (from < at && i > 0) {
        const two = vocabulary.tokenAt(tokens, i - 1)
        if (two.tokenType.name === 'Hedge' && two.last === from) from = i - 1
      }
      break
    }
  }
  return from
}

function interpret(context: Context, tree: CstNode): Mention<'bridgePoints'> | undefined {
  const part = (label: string) => (tree.children[label] ?? []) as (IToken & IslandToken)[]
  const digits = part('digits')[0]
  const words = part('words')
  const hedge = part('hedge')[0]
  const count = digits ? parseDigits(digits.image) : parseNumberWords(words.map((w) => w.entries))
  const all = Object.values(tree.children).flat() as (IToken & IslandToken)[]
  const first = Math.min(...all.map((t) => t.first))
  const last = Math.max(...all.map((t) => t.last))
  const start = context.tokens.start[first] as number
  const end = context.tokens.end[last - 1] as number
  if (!Number.isInteger(count)) {
    context.reject({
      type: 'bridgePoints',
      start,
      end,
      rule: 'bridge-points/count',
      code: 'no-number',
      reason: `"${context.text.slice(start, end)}" makes no whole number`,
    })
    return undefined
  }
  const role = part('main').length ? 'main' : part('branch').length ? 'branch' : null
  return {
    type: 'bridgePoints',
    first,
    last,
    start,
    end,
    rule: 'bridge-points/count',
    count,
    role,
    approx: (hedge?.entries[0]?.value ?? 'exact') as Approx,
  }
}
