/**
 * The trie of all terms. It is drawn up as a tree of siblings and then laid out in flat arrays, level by level, so that the children
 * of a node stand side by side: a walk touches two cache lines a word.
 */
import type { LexiconEntry } from './lexicon.ts'

/** Terms of one lexicon that end at a node. */
export interface Terminal {
  /** Its bit. */
  readonly lexicon: number
  /** Whether they are found only in capitals. */
  readonly caps: boolean
  readonly entries: LexiconEntry[]
}

/** Fields of a node in `Trie.nodes`: the lexicons of which a term ends there, as bits; and IN_CAPS where `Trie.caps` has more. */
export const PLAIN = 0
export const IN_CAPS = 1 << 31
/** The words that it may go on with: a bit for the last five bits of their numbers. */
export const NEXT = 1
/** The last node before it where a term ends, and above it the words of its path. */
export const BEFORE = 2
/** Its first child, and above it how many there are; 0 for none. */
export const CHILDREN = 3
/** A node's number is where it begins in the array. */
export const NODE_SIZE = 4
export const NODE_BITS = 22
export const NODE = (1 << NODE_BITS) - 1

export class TrieDraft {
  /** By node; 0 is the root. */
  readonly symbol: number[] = [0]
  readonly firstChild: number[] = [0]
  readonly nextSibling: number[] = [0]
  readonly terminals: (Terminal[] | undefined)[] = [undefined]
  /** Nodes below the root by their symbols: too many to look through. */
  readonly roots: number[] = []

  add(symbols: readonly number[], lexicon: number, caps: boolean, entry: LexiconEntry): void {
    let node = 0
    for (let i = 0; i < symbols.length; i++) node = this.childOf(node, symbols[i] as number)
    const list = (this.terminals[node] ??= [])
    const same = list.find((t) => t.lexicon === lexicon && t.caps === caps)
    if (same) same.entries.push(entry)
    else list.push({ lexicon, caps, entries: [entry] })
  }

  private childOf(node: number, symbol: number): number {
    if (node === 0) {
      while (this.roots.length <= symbol) this.roots.push(0)
      return (this.roots[symbol] ||= this.make(0, symbol))
    }
    for (let child = this.firstChild[node] as number; child; child = this.nextSibling[child] as number)
      if (this.symbol[child] === symbol) return child
    return this.make(node, symbol)
  }

  private make(parent: number, symbol: number): number {
    const node = this.symbol.push(symbol) - 1
    this.firstChild.push(0)
    this.nextSibling.push(this.firstChild[parent] as number)
    this.firstChild[parent] = node
    this.terminals.push(undefined)
    return node
  }
}

export class Trie {
  /** `NODE_SIZE` fields a node. */
  readonly nodes: Int32Array
  /** For each node lexicons of which a term ends there that is found only in capitals, as bits. */
  readonly caps: Int32Array
  /** Nodes below the root by their symbols, 0 for none. */
  readonly roots: Int32Array
  /** The draft's nodes in the order of these. */
  readonly order: readonly number[]
  private readonly symbols: Uint16Array

  constructor({ symbol, firstChild, nextSibling, terminals }: TrieDraft) {
    const order = [0]
    const nodes = new Int32Array(symbol.length * NODE_SIZE)
    const caps = new Int32Array(symbol.length)
    const symbols = new Uint16Array(symbol.length)
    const roots = new Int32Array(1 << 16)
    for (let n = 0; n < order.length; n++) {
      const at = n * NODE_SIZE
      const drafted = order[n] as number
      symbols[n] = symbol[drafted] as number
      for (const { lexicon, caps: only } of terminals[drafted] ?? []) {
        nodes[at] = (nodes[at] as number) | (only ? IN_CAPS : lexicon)
        if (only) caps[n] = (caps[n] as number) | lexicon
      }
      const before = nodes[at + BEFORE] as number
      const depth = before >>> NODE_BITS
      const last = terminals[drafted] ? at : before & NODE
      const first = order.length
      const children: number[] = []
      for (let child = firstChild[drafted] as number; child; child = nextSibling[child] as number) children.push(child)
      // By their symbols, for `child` to halve them.
      for (const child of children.sort((a, b) => (symbol[a] as number) - (symbol[b] as number))) {
        const place = (order.push(child) - 1) * NODE_SIZE
        nodes[place + BEFORE] = last | ((depth + 1) << NODE_BITS)
        nodes[at + NEXT] = (nodes[at + NEXT] as number) | (1 << ((symbol[child] as number) & 31))
        if (n === 0) roots[symbol[child] as number] = place
      }
      const count = order.length - first
      if (n > 0 && count > MOST_CHILDREN) throw new Error(`more than ${MOST_CHILDREN} terms begin with the same words`)
      if (count > 0 && n > 0) nodes[at + CHILDREN] = (first * NODE_SIZE) | (count << NODE_BITS)
    }
    this.nodes = nodes
    this.caps = caps
    this.roots = roots
    this.order = order
    this.symbols = symbols
  }

  /**
   * The child with a symbol, or 0.
   * @param children The field of the parent.
   */
  child(children: number, symbol: number): number {
    const { symbols } = this
    let first = (children & NODE) / NODE_SIZE
    let last = first + (children >>> NODE_BITS)
    // Some words begin hundreds of terms.
    while (last - first > FEW) {
      const middle = (first + last) >> 1
      if ((symbols[middle] as number) <= symbol) first = middle
      else last = middle
    }
    for (; first < last; first++) if (symbols[first] === symbol) return first * NODE_SIZE
    return 0
  }
}
/** Few enough to look at one by one. */
const FEW = 8
const MOST_CHILDREN = (1 << (32 - NODE_BITS)) - 1
