/**
 * Islands: a few tokens from an anchor on, in the form that a grammar reads. A vocabulary says of which lexicons the
 * terms count; a term of several words becomes one token.
 */
import { createToken, type TokenType } from '../../grammars/_shared/engine.ts'
import { IslandToken } from '../../grammars/_shared/island-token.ts'
import * as shared from '../../grammars/_shared/tokens.ts'
import { lazy } from '../lazy.ts'
import type { LexiconEntry, Lexicons } from '../scan/lexicon.ts'
import { Shape, Token, type TokenStream } from '../scan/scanner.ts'
import { unitAt } from '../text/code-unit.ts'

const NO_ENTRIES: readonly LexiconEntry[] = []

const byKind: readonly TokenType[] = [
  shared.Lower, // words are told apart by their shape
  shared.OtherMark, // and marks by their character
  shared.Break,
  shared.Digits,
  shared.Grouped,
  shared.Pair,
  shared.MonthYear,
  shared.DayMonthYear,
  shared.DayRange,
  shared.Clock,
  shared.Code,
]

export { IslandToken }

export class Vocabulary {
  /** All token types, for the parser's constructor. */
  readonly tokenTypes: TokenType[]
  /** The bits of the lexicons. */
  readonly mask: number
  private readonly byName: ReadonlyMap<string, TokenType>
  /** Token types for terms that are of several classes at once. */
  private readonly combined = new Map<string, TokenType>()
  /** Types by the entries of a term, which are one list for all matches. */
  private readonly types = new Map<readonly LexiconEntry[], TokenType>()

  /**
   * @param names The lexicons that the grammar reads.
   * @param types The token types of their classes, by name.
   * @param combinations Classes that one term may have together, each a list of names: "năm" is a unit and a number.
   */
  constructor(
    private readonly lexicons: Lexicons,
    names: readonly string[],
    types: readonly TokenType[],
    combinations: readonly (readonly string[])[] = [],
  ) {
    this.mask = names.reduce((mask, name) => mask | lexicons.bit(name), 0)
    this.byName = new Map(types.map((type) => [type.name, type]))
    for (const classes of combinations) {
      const name = [...classes].sort().join('_')
      const categories = classes.map((c) => this.byName.get(c) as TokenType)
      this.combined.set(name, createToken(name, categories))
    }
    this.tokenTypes = [...shared.scannerTokens, ...types, ...this.combined.values()]
  }

  /**
   * At most `limit` tokens from token `from` on, up to the line's end, or up to `plain` words in a row that no lexicon of the
   * vocabulary has, where the grammar has no use for more of them.
   */
  read(tokens: TokenStream, from: number, limit: number, plain = limit): IslandToken[] {
    const island: IslandToken[] = []
    let words = 0
    for (let i = from; i < tokens.length && island.length < limit && words < plain; ) {
      if (tokens.kind[i] === Token.Break) break
      const token = this.tokenAt(tokens, i)
      island.push(token)
      words = token.entries === NO_ENTRIES && tokens.kind[i] === Token.Word ? words + 1 : 0
      i = token.last
    }
    return island
  }

  tokenAt(tokens: TokenStream, i: number): IslandToken {
    const match = tokens.symbol[i] ? this.lexicons.longest(tokens, i, this.mask) : undefined
    const last = match?.end ?? i + 1
    const type = (match && this.typeOf(match.entries)) ?? plainType(tokens, i)
    return new IslandToken(
      tokens.text,
      tokens.start[i] as number,
      tokens.end[last - 1] as number,
      type,
      i,
      last,
      match?.entries ?? NO_ENTRIES,
    )
  }

  private typeOf(entries: readonly LexiconEntry[]): TokenType | undefined {
    const known = this.types.get(entries)
    if (known) return known
    const type = this.findType(entries)
    if (type) this.types.set(entries, type)
    return type
  }

  private findType(entries: readonly LexiconEntry[]): TokenType | undefined {
    const first = entries[0] as LexiconEntry
    if (entries.length === 1 || entries.every((e) => e.class === first.class)) return this.byName.get(first.class)
    const name = [...new Set(entries.map((e) => e.class))].sort().join('_')
    const type = this.combined.get(name)
    if (!type) throw new Error(`the classes ${name} of "${first.term}" are no combination of the vocabulary`)
    return type
  }
}

/** For each code unit below `MARKS` the place of its mark's type in the list, which begins with that of all other marks. */
const markTypes = lazy(() => {
  const types = [shared.OtherMark]
  const place = new Uint8Array(MARKS)
  for (const [mark, type] of Object.entries(shared.marks)) place[mark.charCodeAt(0)] = types.push(type) - 1
  return { types, place }
})
const MARKS = 0x2100

function markType(code: number): TokenType {
  const { types, place } = markTypes()
  return types[code < MARKS ? (place[code] as number) : 0] as TokenType
}

/** The type of a token that no lexicon has. */
function plainType(tokens: TokenStream, i: number): TokenType {
  const kind = tokens.kind[i] as number
  if (kind === Token.Mark) return markType(unitAt(tokens.text, tokens.start[i] as number))
  if (kind !== Token.Word) return byKind[kind] as TokenType
  const shape = tokens.shape[i]
  return shape === Shape.Lower ? shared.Lower : shape === Shape.AllCaps ? shared.AllCaps : shared.Capital
}
