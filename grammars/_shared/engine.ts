/**
 * The parser that is shipped. It runs the rules of a grammar as Chevrotain would, in Chevrotain's own notation, with the look-ahead that
 * Chevrotain computed when the package was built (lookahead.generated.ts): so neither Chevrotain nor its analysis of the grammars is paid
 * for by those who import the package. Chevrotain itself runs the same grammars from engine.chevrotain.ts when they are checked,
 * and a test compares the trees of both.
 */

import type { Part, Tree } from '../../src/parse/tree.ts'
import { IslandToken } from './island-token.ts'
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
const END = new IslandToken('', 0, 0, EOF, 0, 0, [])

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

/** A rule: called from outside, it reads the input from its beginning on; a tree, or nothing where the input is no such thing. */
export interface Rule {
  (): Tree | undefined
  readonly script: Script
}

/** What a rule says. */
class Script {
  /** Step by step; written down when the rule is first needed. */
  steps: readonly Step[] | undefined = undefined

  constructor(
    readonly label: string,
    readonly write: () => readonly Step[],
  ) {}
}

enum Kind {
  Consume,
  Subrule,
  Option,
  Many,
  AtLeastOne,
  Or,
}

/** What one call in a rule's body says. All steps have all fields, so that reading them is fast. */
interface Step {
  readonly kind: Kind
  readonly label: string
  readonly type: TokenType
  readonly script: Script | undefined
  readonly branches: readonly Branch[]
}

/** The inside of an option or a repetition, or one of several alternatives. */
class Branch {
  /** By the number of a token's type: whether the branch may begin with it; 0 where nobody has asked yet. */
  private readonly begins = new Uint8Array(MOST_TYPES)

  constructor(
    readonly gate: (() => boolean) | undefined,
    readonly steps: readonly Step[],
    /** Sequences of token types that may come; Chevrotain made them just long enough to tell the branch from what else may come. */
    private readonly paths: readonly (readonly TokenType[])[],
  ) {}

  /** Whether one of the sequences stands at a place. */
  mayBegin(tokens: readonly IslandToken[], at: number): boolean {
    const token = tokens[at] ?? END
    const { id } = token.tokenType
    let begins = this.begins[id] as number
    if (begins === 0) begins = this.begins[id] = this.beginsWith(token)
    return begins === YES || (begins === PERHAPS && this.anyStands(tokens, at))
  }

  /** By itself, so that the many calls that need not ask make no closure. */
  private anyStands(tokens: readonly IslandToken[], at: number): boolean {
    return this.paths.some((path) => stands(path, tokens, at))
  }

  private beginsWith(token: IslandToken): number {
    const possible = this.paths.filter(([type]) => type === undefined || tokenMatcher(token, type))
    return possible.length === 0 ? NO : possible.some((path) => path.length < 2) ? YES : PERHAPS
  }
}
const NO = 1
const YES = 2
const PERHAPS = 3

function stands(path: readonly TokenType[], tokens: readonly IslandToken[], at: number): boolean {
  for (let k = 0; k < path.length; k++) if (!tokenMatcher(tokens[at + k] ?? END, path[k] as TokenType)) return false
  return true
}

class Node implements Tree {
  first: Cell | undefined = undefined
  private last: Cell | undefined = undefined

  constructor(readonly rule: string) {}

  add(label: string, value: Tree | IslandToken): void {
    const cell = { label, value, next: undefined }
    if (this.last) this.last.next = cell
    else this.first = cell
    this.last = cell
  }
}

interface Cell extends Part {
  next: Cell | undefined
}

/**
 * The island that is being read, and how far. There is one for all parsers, since no two of them read at a time: as fields of theirs, of
 * which each grammar has others, both took the engine a search each time.
 */
let island: readonly IslandToken[] = []
let at = 0

function read(script: Script): Tree | undefined {
  const node = new Node(script.label)
  return follow((script.steps ??= script.write()), node) ? node : undefined
}

function follow(steps: readonly Step[], node: Node): boolean {
  for (let i = 0; i < steps.length; i++) {
    const { kind, label, type, script, branches } = steps[i] as Step
    switch (kind) {
      case Kind.Consume: {
        const token = island[at]
        if (token === undefined || !tokenMatcher(token, type)) return false
        at++
        node.add(label, token)
        break
      }
      case Kind.Subrule: {
        const tree = read(script as Script)
        if (!tree) return false
        node.add(label, tree)
        break
      }
      case Kind.Option: {
        const inside = branches[0] as Branch
        if (mayTake(inside) && !follow(inside.steps, node)) return false
        break
      }
      case Kind.AtLeastOne:
      case Kind.Many: {
        const inside = branches[0] as Branch
        if (kind === Kind.AtLeastOne && !mayTake(inside)) return false
        for (let before = -1; at > before && mayTake(inside); ) {
          before = at
          if (!follow(inside.steps, node)) return false
        }
        break
      }
      case Kind.Or: {
        let n = 0
        while (n < branches.length && !mayTake(branches[n] as Branch)) n++
        if (n === branches.length || !follow((branches[n] as Branch).steps, node)) return false
        break
      }
    }
  }
  return true
}

const mayTake = (branch: Branch): boolean => (branch.gate === undefined || branch.gate()) && branch.mayBegin(island, at)

/**
 * A parser that reads one expression from the beginning of an island; what stands behind the expression is not its business. Each step
 * looks at most `maxLookahead` tokens ahead, gates as far as they say, and nothing is read twice: linear in the island.
 *
 * The bodies of rules are called once each, to be written down as steps (Chevrotain does the same to analyse them): they may hold
 * nothing but calls of the methods below. Gates are asked each time.
 */
export abstract class IslandParser {
  /** Where the step goes that is written down. */
  private steps: Step[] = []
  /** The look-ahead of the rule that is written down, by method. */
  private choices: Readonly<Record<string, string>> = {}
  private readonly lookahead: Readonly<Record<string, Readonly<Record<string, string>>>>

  /**
   * @param tokenTypes All types that the grammar may meet.
   * @param grammar Its name in the generated look-ahead.
   */
  constructor(
    private readonly tokenTypes: readonly TokenType[],
    { grammar }: { readonly grammar: keyof typeof lookahead; readonly maxLookahead: number },
  ) {
    this.lookahead = lookahead[grammar]
  }

  /** Takes an island; a rule reads it from its beginning on. */
  begin(tokens: readonly IslandToken[]): void {
    island = tokens
    at = 0
  }

  /** The last token that was read. */
  get lastRead(): IslandToken {
    return this.LA(0)
  }

  /** Chevrotain analyses the grammar here. */
  protected performSelfAnalysis(): void {}

  /** The k-th token from here on; 1 is the next one, 0 the last one that was read. */
  protected LA(k: number): IslandToken {
    return island[at + k - 1] ?? END
  }

  protected RULE(label: string, body: Action): Rule {
    const script = new Script(label, () => {
      this.choices = this.lookahead[label] ?? {}
      return this.within(body)
    })
    return Object.assign(() => read(script), { script })
  }

  // What follows writes rules down.

  /** The steps of a part of a body. */
  private within(action: Action): readonly Step[] {
    const outer = this.steps
    const steps: Step[] = []
    this.steps = steps
    action()
    this.steps = outer
    return steps
  }

  private write(
    kind: Kind,
    label: string,
    type: TokenType,
    script: Script | undefined,
    branches: readonly Branch[],
  ): void {
    this.steps.push({ kind, label, type, script, branches })
  }

  /** @param method Its name with its number, which tells uses in one rule apart. */
  private choice(kind: Kind, method: string, alternatives: readonly Alternative[]): void {
    const sides = this.choices[method]?.split(';')
    if (sides?.length !== alternatives.length) throw new Error(`no look-ahead for ${method}: run npm run generate`)
    const branches = alternatives.map(({ GATE, ALT }, i) => {
      const paths = (sides[i] as string)
        .split(',')
        .map((path) => (path === '' ? [] : path.split(' ').map((n) => this.tokenTypes[+n] as TokenType)))
      return new Branch(GATE, this.within(ALT), paths)
    })
    this.write(kind, '', EOF, undefined, branches)
  }

  private inside(kind: Kind, method: string, of: Action | Guarded): void {
    const { GATE, DEF } = typeof of === 'function' ? { DEF: of } : of
    this.choice(kind, method, [GATE ? { GATE, ALT: DEF } : { ALT: DEF }])
  }

  protected CONSUME(type: TokenType, options?: Labelled): void {
    this.write(Kind.Consume, options?.LABEL ?? type.name, type, undefined, [])
  }

  protected SUBRULE(rule: Rule, options?: Labelled): void {
    this.write(Kind.Subrule, options?.LABEL ?? rule.script.label, EOF, rule.script, [])
  }

  protected OPTION(of: Action | Guarded): void {
    this.inside(Kind.Option, 'OPTION', of)
  }

  protected OPTION1(of: Action | Guarded): void {
    this.inside(Kind.Option, 'OPTION1', of)
  }

  protected OPTION2(of: Action | Guarded): void {
    this.inside(Kind.Option, 'OPTION2', of)
  }

  protected OPTION3(of: Action | Guarded): void {
    this.inside(Kind.Option, 'OPTION3', of)
  }

  protected OPTION4(of: Action | Guarded): void {
    this.inside(Kind.Option, 'OPTION4', of)
  }

  protected OPTION5(of: Action | Guarded): void {
    this.inside(Kind.Option, 'OPTION5', of)
  }

  protected OPTION6(of: Action | Guarded): void {
    this.inside(Kind.Option, 'OPTION6', of)
  }

  protected OPTION7(of: Action | Guarded): void {
    this.inside(Kind.Option, 'OPTION7', of)
  }

  protected MANY(of: Action | Guarded): void {
    this.inside(Kind.Many, 'MANY', of)
  }

  protected MANY2(of: Action | Guarded): void {
    this.inside(Kind.Many, 'MANY2', of)
  }

  protected AT_LEAST_ONE(of: Action | Guarded): void {
    this.inside(Kind.AtLeastOne, 'AT_LEAST_ONE', of)
  }

  protected OR(of: readonly Alternative[]): void {
    this.choice(Kind.Or, 'OR', of)
  }

  protected OR1(of: readonly Alternative[]): void {
    this.choice(Kind.Or, 'OR1', of)
  }

  protected OR2(of: readonly Alternative[]): void {
    this.choice(Kind.Or, 'OR2', of)
  }

  protected OR3(of: readonly Alternative[]): void {
    this.choice(Kind.Or, 'OR3', of)
  }

  protected OR4(of: readonly Alternative[]): void {
    this.choice(Kind.Or, 'OR4', of)
  }

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
}
