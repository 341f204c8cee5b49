/**
 * The parser that is shipped. It runs the rules of a grammar as Chevrotain would, in Chevrotain's own notation, with the look-ahead that
 * Chevrotain computed when the package was built (lookahead.generated.ts): so neither Chevrotain nor its analysis of the grammars is paid
 * for by those who import the package. Chevrotain itself runs the same grammars from engine.chevrotain.ts when they are checked,
 * and a test compares the trees of both.
 */
import type { IslandToken } from '../../src/parse/island.ts'
import type { Tree } from '../../src/parse/tree.ts'
import { lookahead } from './lookahead.generated.ts'

/** A type of token. A token of a type is one of the type's categories too. */
export interface TokenType {
  readonly name: string
  readonly id: number
  /** The numbers of the type and of its categories, as bits. */
  readonly is: Int32Array
}

let types = 0
/** Types in all grammars together, in steps of 32. */
const MOST_TYPES = 384

export function createToken(name: string, categories: readonly TokenType[] = []): TokenType {
  const id = types++
  if (id >= MOST_TYPES) throw new Error(`${name}: more than ${MOST_TYPES} types of tokens`)
  const is = new Int32Array(MOST_TYPES / 32)
  is[id >> 5] = 1 << (id & 31)
  for (const category of categories) category.is.forEach((bits, i) => void (is[i] = (is[i] as number) | bits))
  return { name, id, is }
}

export const tokenMatcher = (token: IslandToken, type: TokenType): boolean =>
  ((token.tokenType.is[type.id >> 5] as number) & (1 << (type.id & 31))) !== 0

export const EOF = createToken('EOF')
const END: IslandToken = { tokenType: EOF, image: '', startOffset: 0, endOffset: 0, first: 0, last: 0, entries: [] }

type Action = () => unknown
interface Guarded {
  /** Asked before the look-ahead. */
  readonly GATE?: () => boolean
  readonly DEF: Action
}
interface Alternative {
  readonly GATE?: () => boolean
  readonly ALT: Action
}
interface Labelled {
  readonly LABEL: string
}
/** A rule: called from outside, it reads the input from the beginning on; a tree, or nothing where the input is no such thing. */
export interface Rule {
  (): Tree | undefined
  readonly label: string
  readonly body: Action
  /** What Chevrotain computed for each choice of the rule, by the method's name. */
  readonly choices: Readonly<Record<string, string>>
  /** The same, read. */
  readonly paths: (readonly Paths[] | undefined)[]
}
/** Sequences of token types that may come; each element is the bits of a type. */
type Paths = readonly (readonly TokenType[])[]

/** The choices of a rule stand in one list, by kind and number of the method. */
const OPTION = 0
const MANY = 10
const SOME = 20
const OR = 30
const METHODS = ['OPTION', 'MANY', 'AT_LEAST_ONE', 'OR']

class Node implements Tree {
  readonly labels: string[] = []
  readonly parts: (Tree | IslandToken)[] = []
  constructor(readonly rule: string) {}
}

/**
 * A parser that reads one expression from the beginning of an island; what stands behind the expression is not its business. Each step
 * looks at most `maxLookahead` tokens ahead, gates as far as they say, and nothing is read twice: linear in the island.
 */
export abstract class IslandParser {
  private tokens: readonly IslandToken[] = []
  private at = 0
  private failed = false
  private node = new Node('')
  private rule: Rule | undefined
  private readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>

  /**
   * @param tokenTypes All types that the grammar may meet.
   * @param grammar Its name in the generated look-ahead.
   */
  constructor(
    private readonly tokenTypes: readonly TokenType[],
    { grammar }: { readonly grammar: keyof typeof lookahead; readonly maxLookahead: number },
  ) {
    this.choices = lookahead[grammar]
  }

  /** Takes an island; a rule reads it from its beginning on. */
  begin(tokens: readonly IslandToken[]): void {
    this.tokens = tokens
    this.at = 0
    this.failed = false
  }

  /** The last token that was read. */
  get lastRead(): IslandToken {
    return this.LA(0)
  }

  protected performSelfAnalysis(): void {}

  /** The k-th token from here on; 1 is the next one, 0 the last one that was read. */
  protected LA(k: number): IslandToken {
    return this.tokens[this.at + k - 1] ?? END
  }

  protected RULE(label: string, body: Action): Rule {
    const start = () => {
      const tree = this.read(rule)
      return this.failed ? undefined : tree
    }
    const rule: Rule = Object.assign(start, { label, body, choices: this.choices[label] ?? {}, paths: [] })
    return rule
  }

  protected CONSUME(type: TokenType, options?: Labelled): void {
    if (this.failed) return
    const token = this.tokens[this.at]
    if (token === undefined || !tokenMatcher(token, type)) {
      this.failed = true
      return
    }
    this.at++
    this.node.labels.push(options === undefined ? type.name : options.LABEL)
    this.node.parts.push(token)
  }

  protected SUBRULE(rule: Rule, options?: Labelled): void {
    if (this.failed) return
    const { node, rule: outer } = this
    const tree = this.read(rule)
    this.node = node
    this.rule = outer
    node.labels.push(options === undefined ? rule.label : options.LABEL)
    node.parts.push(tree)
  }

  protected OPTION(of: Action | Guarded): void {
    this.optional(OPTION, of)
  }
  protected OPTION1(of: Action | Guarded): void {
    this.optional(OPTION + 1, of)
  }
  protected OPTION2(of: Action | Guarded): void {
    this.optional(OPTION + 2, of)
  }
  protected OPTION3(of: Action | Guarded): void {
    this.optional(OPTION + 3, of)
  }
  protected OPTION4(of: Action | Guarded): void {
    this.optional(OPTION + 4, of)
  }
  protected OPTION5(of: Action | Guarded): void {
    this.optional(OPTION + 5, of)
  }
  protected OPTION6(of: Action | Guarded): void {
    this.optional(OPTION + 6, of)
  }
  protected OPTION7(of: Action | Guarded): void {
    this.optional(OPTION + 7, of)
  }
  protected MANY(of: Action | Guarded): void {
    this.many(MANY, of)
  }
  protected MANY2(of: Action | Guarded): void {
    this.many(MANY + 2, of)
  }
  protected AT_LEAST_ONE(of: Action | Guarded): void {
    this.some(SOME, of)
  }
  protected OR(of: readonly Alternative[]): void {
    this.alternatives(OR, of)
  }
  protected OR1(of: readonly Alternative[]): void {
    this.alternatives(OR + 1, of)
  }
  protected OR2(of: readonly Alternative[]): void {
    this.alternatives(OR + 2, of)
  }
  protected OR3(of: readonly Alternative[]): void {
    this.alternatives(OR + 3, of)
  }
  protected OR4(of: readonly Alternative[]): void {
    this.alternatives(OR + 4, of)
  }

  // The number tells uses in one rule apart, for Chevrotain's analysis.
  protected CONSUME1(type: TokenType, options?: Labelled): void {
    this.CONSUME(type, options)
  }
  protected CONSUME2(type: TokenType, options?: Labelled): void {
    this.CONSUME(type, options)
  }
  protected CONSUME3(type: TokenType, options?: Labelled): void {
    this.CONSUME(type, options)
  }
  protected CONSUME4(type: TokenType, options?: Labelled): void {
    this.CONSUME(type, options)
  }
  protected CONSUME5(type: TokenType, options?: Labelled): void {
    this.CONSUME(type, options)
  }
  protected SUBRULE2(rule: Rule, options?: Labelled): void {
    this.SUBRULE(rule, options)
  }
  protected SUBRULE3(rule: Rule, options?: Labelled): void {
    this.SUBRULE(rule, options)
  }
  protected SUBRULE4(rule: Rule, options?: Labelled): void {
    this.SUBRULE(rule, options)
  }

  private read(rule: Rule): Tree {
    this.rule = rule
    const tree = new Node(rule.label)
    this.node = tree
    rule.body()
    return tree
  }

  private optional(choice: number, of: Action | Guarded): void {
    if (!this.failed && this.mayBegin(choice, of)) (typeof of === 'function' ? of : of.DEF)()
  }

  private many(choice: number, of: Action | Guarded): void {
    const action = typeof of === 'function' ? of : of.DEF
    for (let before = -1; !this.failed && this.at > before && this.mayBegin(choice, of); ) {
      before = this.at
      action()
    }
  }

  private some(choice: number, of: Action | Guarded): void {
    if (this.failed) return
    if (this.mayBegin(choice, of)) this.many(choice, of)
    else this.failed = true
  }

  private alternatives(choice: number, alternatives: readonly Alternative[]): void {
    if (this.failed) return
    const paths = this.pathsOf(choice)
    for (let i = 0; i < alternatives.length; i++) {
      const { GATE, ALT } = alternatives[i] as Alternative
      if ((GATE === undefined || GATE()) && this.matches(paths[i] as Paths)) {
        ALT()
        return
      }
    }
    this.failed = true
  }

  private mayBegin(choice: number, of: Action | Guarded): boolean {
    if (typeof of !== 'function' && of.GATE !== undefined && !of.GATE()) return false
    return this.matches(this.pathsOf(choice)[0] as Paths)
  }

  private matches(paths: Paths): boolean {
    next: for (const path of paths) {
      for (let k = 0; k < path.length; k++) {
        const token = this.tokens[this.at + k] ?? END
        if (!tokenMatcher(token, path[k] as TokenType)) continue next
      }
      return true
    }
    return false
  }

  private pathsOf(choice: number): readonly Paths[] {
    const { paths, choices } = this.rule as Rule
    const known = paths[choice]
    if (known) return known
    const name = `${METHODS[Math.floor(choice / 10)]}${choice % 10 || ''}`
    const told = choices[name]
    if (told === undefined) throw new Error(`${this.rule?.label}: no look-ahead for ${name}; run npm run generate`)
    const read = told
      .split(';')
      .map((side) =>
        side.split(',').map((path) => (path ? path.split(' ').map((n) => this.tokenTypes[+n] as TokenType) : [])),
      )
    paths[choice] = read
    return read
  }
}
