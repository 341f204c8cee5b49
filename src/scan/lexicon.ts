/**
 * The lexicons: terms of one or more words, each with a class and a value, found by one walk of a trie over the tokens. A lexicon is
 * a TSV file with the columns term, class, value and source; a term that is written in capitals only (UBND, BTV) is found only so.
 */
import { Shape, scan, Token, type TokenStream } from './scanner.ts'
import { SymbolTable } from './symbols.ts'

export interface LexiconEntry {
  readonly term: string
  /** The name of a token type in the grammar that reads the lexicon. */
  readonly class: string
  /** What the term means to the grammar: a number, a canonical form, or ''. */
  readonly value: string
}

/** The longest term of one lexicon that begins at a token. */
export interface TermMatch {
  /** Index of the token behind the term. */
  readonly end: number
  readonly entries: readonly LexiconEntry[]
}

interface Terminal {
  readonly lexicon: number
  readonly caps: boolean
  readonly entries: LexiconEntry[]
}

export class Lexicons {
  readonly symbols = new SymbolTable()
  private readonly edges = new Edges()
  /** What ends at each node; the root is node 0. */
  private readonly terminals: (Terminal[] | undefined)[] = [undefined]
  /** Lexicons of which a term ends at each node, as bits; those in capitals only need a second look. */
  private plain = new Uint32Array(1 << 12)
  private caps = new Uint32Array(1 << 12)
  private readonly names: string[] = []

  /** @param files The text of each TSV file by the lexicon's name. At most 30. */
  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, tsv] of Object.entries(files)) {
      const lexicon = 1 << (this.names.push(name) - 1)
      for (const entry of parseTsv(tsv, name)) this.add(lexicon, entry)
    }
  }

  /** The bit of a lexicon in the masks of `starts` and `longest`. */
  bit(name: string): number {
    const index = this.names.indexOf(name)
    if (index < 0) throw new Error(`no lexicon is named ${name}`)
    return 1 << index
  }

  /** For each token the lexicons of which a term begins there, as bits. */
  starts(tokens: TokenStream): Uint32Array {
    const { edges, plain, caps } = this
    const { length, symbol } = tokens
    const found = new Uint32Array(length)
    for (let i = 0; i < length; i++) {
      const first = symbol[i] as number
      if (first === 0) continue
      let mask = 0
      let node = edges.first(first)
      for (let j = i + 1; node; j++) {
        mask |= plain[node] as number
        const more = caps[node] as number
        if (more && isCaps(tokens, i, j)) mask |= more
        const next = j < length ? (symbol[j] as number) : 0
        node = next ? edges.get(node, next) : 0
      }
      found[i] = mask
    }
    return found
  }

  /** The longest term at a token, of the lexicons in `mask`. */
  longest(tokens: TokenStream, at: number, mask: number): TermMatch | undefined {
    let best: TermMatch | undefined
    let node = this.edges.first(tokens.symbol[at] as number)
    for (let j = at + 1; node; j++) {
      let entries: LexiconEntry[] | undefined
      if (((this.plain[node] as number) | (this.caps[node] as number)) & mask)
        for (const t of this.terminals[node] as Terminal[])
          if (t.lexicon & mask && (!t.caps || isCaps(tokens, at, j)))
            entries = entries ? [...entries, ...t.entries] : t.entries
      if (entries) best = { end: j, entries }
      const next = j < tokens.length ? (tokens.symbol[j] as number) : 0
      node = next ? this.edges.get(node, next) : 0
    }
    return best
  }

  /** The entries of one whole term, of the lexicons in `mask`: for looking up what a grammar has put together. */
  lookup(term: string, mask: number): readonly LexiconEntry[] {
    const tokens = scan(term, this.symbols)
    const match = tokens.length > 0 ? this.longest(tokens, 0, mask) : undefined
    return match?.end === tokens.length ? match.entries : []
  }

  private add(lexicon: number, entry: LexiconEntry): void {
    const { term } = entry
    // The words of a term need their numbers before the scanner can find them.
    for (const [word] of term.matchAll(/[\p{L}\p{M}]+|[^\p{L}\p{M}\p{N}\s]/gu)) this.symbols.add(word)
    const tokens = scan(term, this.symbols)
    let node = 0
    for (let i = 0; i < tokens.length; i++) {
      const symbol = tokens.symbol[i] as number
      if (symbol === 0) throw new Error(`"${term}": a term is words and marks, without digits`)
      let child = node === 0 ? this.edges.first(symbol) : this.edges.get(node, symbol)
      if (child === 0) {
        child = this.terminals.push(undefined) - 1
        this.edges.set(node, symbol, child)
      }
      node = child
    }
    const list = (this.terminals[node] ??= [])
    const caps = isCaps(tokens, 0, tokens.length)
    const same = list.find((t) => t.lexicon === lexicon && t.caps === caps)
    if (same) same.entries.push(entry)
    else list.push({ lexicon, caps, entries: [entry] })
    if (node >= this.plain.length) {
      this.plain = grown(this.plain)
      this.caps = grown(this.caps)
    }
    const bits = caps ? this.caps : this.plain
    bits[node] = (bits[node] as number) | lexicon
  }
}

const grown = (from: Uint32Array): Uint32Array<ArrayBuffer> => {
  const into = new Uint32Array(from.length * 2)
  into.set(from)
  return into
}

/** The edges of the trie, by node and symbol, in one open hash table. */
class Edges {
  private roots = new Int32Array(1 << 12)
  private nodes = new Int32Array(1 << 13)
  private symbols = new Int32Array(1 << 13)
  private children = new Int32Array(1 << 13)
  private size = 0

  /** The child of the root, or 0. */
  first(symbol: number): number {
    return symbol < this.roots.length ? (this.roots[symbol] as number) : 0
  }

  /** The child of a node, or 0. */
  get(node: number, symbol: number): number {
    const mask = this.nodes.length - 1
    for (let slot = slotOf(node, symbol) & mask; ; slot = (slot + 1) & mask) {
      const at = this.nodes[slot]
      if (at === 0) return 0
      if (at === node && this.symbols[slot] === symbol) return this.children[slot] as number
    }
  }

  set(node: number, symbol: number, child: number): void {
    if (node === 0) {
      while (symbol >= this.roots.length) this.roots = grownInt(this.roots)
      this.roots[symbol] = child
      return
    }
    if (++this.size * 2 > this.nodes.length) this.rehash()
    this.place(node, symbol, child)
  }

  private place(node: number, symbol: number, child: number): void {
    const mask = this.nodes.length - 1
    let slot = slotOf(node, symbol) & mask
    while (this.nodes[slot]) slot = (slot + 1) & mask
    this.nodes[slot] = node
    this.symbols[slot] = symbol
    this.children[slot] = child
  }

  private rehash(): void {
    const { nodes, symbols, children } = this
    this.nodes = new Int32Array(nodes.length * 2)
    this.symbols = new Int32Array(nodes.length * 2)
    this.children = new Int32Array(nodes.length * 2)
    for (let i = 0; i < nodes.length; i++)
      if (nodes[i]) this.place(nodes[i] as number, symbols[i] as number, children[i] as number)
  }
}

const slotOf = (node: number, symbol: number): number => {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

const grownInt = (from: Int32Array): Int32Array<ArrayBuffer> => {
  const into = new Int32Array(from.length * 2)
  into.set(from)
  return into
}

/** Whether all words of tokens[from, to) are abbreviations in capitals. */
function isCaps(tokens: TokenStream, from: number, to: number): boolean {
  let words = 0
  for (let i = from; i < to; i++) {
    if (tokens.kind[i] !== Token.Word) continue
    words++
    const single = (tokens.end[i] as number) - (tokens.start[i] as number) === 1
    if (tokens.shape[i] !== Shape.AllCaps && !(single && tokens.shape[i] === Shape.Capital)) return false
  }
  return words > 0
}

/** Rows of a lexicon. Lines that begin with # are remarks; the first row names the columns. */
export function parseTsv(tsv: string, name: string): LexiconEntry[] {
  const entries: LexiconEntry[] = []
  const lines = tsv.split('\n')
  for (let n = 0; n < lines.length; n++) {
    const line = (lines[n] as string).replace(/\r$/, '')
    if (line === '' || line.startsWith('#') || line.startsWith('term\t')) continue
    const [term, kind, value = ''] = line.split('\t')
    if (!term || !kind) throw new Error(`${name}.tsv:${n + 1}: a row needs a term and a class, separated by a tab`)
    entries.push({ term, class: kind, value })
  }
  return entries
}
