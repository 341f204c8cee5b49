/**
 * Chevrotain in the place of engine.ts: it checks the grammars when the package is built, computes their look-ahead, and is the
 * oracle that the shipped engine is compared with.
 */
import * as chevrotain from 'chevrotain'
import type { IslandToken } from '../../src/parse/island.ts'
import type { Part, Tree } from '../../src/parse/tree.ts'

export type TokenType = chevrotain.TokenType
export type Rule = () => Tree | undefined
export const createToken = (name: string, categories: TokenType[] = []): TokenType =>
  chevrotain.createToken({ name, pattern: chevrotain.Lexer.NA, categories })
export const { EOF } = chevrotain
export const tokenMatcher = (token: IslandToken | chevrotain.IToken, type: TokenType): boolean =>
  chevrotain.tokenMatcher(numbered(token), type)

/** Chevrotain reads the number of a token's type from the token; ours have the type alone. */
const numbered = (token: IslandToken | chevrotain.IToken): chevrotain.IToken =>
  'tokenTypeIdx' in token
    ? token
    : Object.assign(token as unknown as chevrotain.IToken, {
        tokenTypeIdx: (token.tokenType as unknown as TokenType).tokenTypeIdx as number,
      })

/** Sides of each choice by the name of its method, rule by rule, grammar by grammar; see `encode`. */
export const computed: Record<string, Record<string, Record<string, string>>> = {}

/** Computes look-ahead as Chevrotain always does, and writes it down. */
class Recorder extends chevrotain.LLkLookaheadStrategy {
  private readonly rules: Record<string, Record<string, string>> = {}

  constructor(
    private readonly tokenTypes: readonly TokenType[],
    { grammar, maxLookahead }: Config,
  ) {
    super({ maxLookahead })
    computed[grammar] = this.rules
  }

  override buildLookaheadForAlternation(
    options: Parameters<chevrotain.ILookaheadStrategy['buildLookaheadForAlternation']>[0],
  ) {
    const { rule, prodOccurrence: occurrence, maxLookahead } = options
    this.write(
      rule.name,
      'OR',
      occurrence,
      chevrotain.getLookaheadPaths({ rule, occurrence, maxLookahead, prodType: 'Alternation' }),
    )
    return super.buildLookaheadForAlternation(options)
  }

  override buildLookaheadForOptional(
    options: Parameters<chevrotain.ILookaheadStrategy['buildLookaheadForOptional']>[0],
  ) {
    const { rule, prodOccurrence: occurrence, maxLookahead, prodType } = options
    const [inside = []] = chevrotain.getLookaheadPaths({ rule, occurrence, maxLookahead, prodType })
    const method = METHODS[prodType]
    if (!method) throw new Error(`${rule.name}: the engine has no ${prodType}`)
    this.write(rule.name, method, occurrence, [inside])
    return super.buildLookaheadForOptional(options)
  }

  /** Sides are parted by ";", paths by ",", token types by " "; a type is its number in the grammar's list. */
  private write(rule: string, method: string, occurrence: number, sides: readonly chevrotain.TokenType[][][]): void {
    const number = (type: TokenType) => {
      const n = this.tokenTypes.indexOf(type)
      if (n < 0) throw new Error(`${rule}: the grammar's list has no ${type.name}`)
      return n
    }
    const rules = (this.rules[rule] ??= {})
    rules[method + (occurrence || '')] = sides
      .map((paths) => paths.map((path) => path.map(number).join(' ')).join(','))
      .join(';')
  }
}
const METHODS: Readonly<Record<string, string>> = {
  Option: 'OPTION',
  Repetition: 'MANY',
  RepetitionMandatory: 'AT_LEAST_ONE',
}

interface Config {
  readonly grammar: string
  readonly maxLookahead: number
}

export class IslandParser extends chevrotain.CstParser {
  /** Rules that are being read. */
  private depth = 0

  constructor(tokenTypes: TokenType[], config: Config) {
    super(tokenTypes, { maxLookahead: config.maxLookahead, lookaheadStrategy: new Recorder(tokenTypes, config) })
  }

  begin(tokens: readonly IslandToken[]): void {
    this.input = tokens.map(numbered)
  }

  get lastRead(): IslandToken {
    return this.LA(0) as unknown as IslandToken
  }

  /** A rule whose tree has the engine's form where it is called from outside. */
  override RULE<F extends () => void>(
    name: string,
    body: F,
  ): chevrotain.ParserMethod<Parameters<F>, chevrotain.CstNode> {
    const rule = super.RULE(name, body)
    const outer = function (this: IslandParser) {
      this.depth++
      try {
        const tree = (rule as () => chevrotain.CstNode | undefined).call(this)
        return this.depth === 1 && tree ? convert(tree) : tree
      } finally {
        this.depth--
      }
    }
    return Object.assign(outer, rule) as unknown as typeof rule
  }

  /** Chevrotain's hook behind a root rule; its own version reports tokens that are left over. */
  protected onAfterParse(): void {}
}

/** Chevrotain's tree in the engine's form. Parts of one label keep their order, labels come in the order of their first part. */
function convert({ name, children }: chevrotain.CstNode): Tree {
  let first: Part | undefined
  for (const [label, list] of Object.entries(children).reverse())
    for (const part of [...list].reverse())
      first = { label, value: 'children' in part ? convert(part) : (part as unknown as IslandToken), next: first }
  return { rule: name, first }
}
