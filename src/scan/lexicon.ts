/**
 * The lexicons: terms of one or more words, each with a class and a value, found by one walk of a trie over the tokens. A term that is
 * written in capitals only (UBND, BTV) is found only so.
 */
import { letterTables, TABLE_SIZE } from '../text/vietnamese.ts'
import { type Room, Shape, scan, Token, type TokenStream } from './scanner.ts'
import { SymbolTable, WordKey } from './symbols.ts'

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
  /** The same array for each match of the same term with the same mask. */
  readonly entries: readonly LexiconEntry[]
}

interface Terminal {
  readonly lexicon: number
  readonly caps: boolean
  readonly entries: LexiconEntry[]
}

/** Entries at a node for one mask; negative where the term stands in capitals. */
interface Known {
  readonly key: number
  readonly entries: readonly LexiconEntry[]
}

export class Lexicons {
  readonly symbols = new SymbolTable()
  private readonly names: string[] = []
  private readonly edges = new Edges()
  /** What ends at each node; node 0 stands for none. */
  private readonly terminals: (Terminal[] | undefined)[] = [undefined]
  /** For each node: lexicons of which a term ends there, as bits; those in capitals only need a second look. */
  private readonly plain: number[] = [0]
  private readonly caps: number[] = [0]
  /** Words of the path to each node, the last node before it where a term ends, and the words that it may go on with: a bit for the last five of their numbers. */
  private readonly depth: number[] = [0]
  private readonly before: number[] = [0]
  private readonly goesOn: number[] = [0]
  private readonly known: (Known[] | undefined)[] = [undefined]

  /** @param files The text of each lexicon by its name; see `rowsOf`. At most 30. */
  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, rows] of Object.entries(files)) {
      const lexicon = 1 << (this.names.push(name) - 1)
      for (const entry of rowsOf(rows, name)) this.add(lexicon, entry)
    }
    // A node is younger than those before it.
    const { before, terminals } = this
    for (let node = 1; node < before.length; node++) {
      const parent = before[node] as number
      if (!terminals[parent]) before[node] = before[parent] as number
    }
  }

  /** The bit of a lexicon in masks. */
  bit(name: string): number {
    const index = this.names.indexOf(name)
    if (index < 0) throw new Error(`no lexicon is named ${name}`)
    return 1 << index
  }

  /** Reads a text, and at each token the terms that begin there. */
  scan(text: string, room?: Room): TokenStream {
    const tokens = scan(text, this.symbols, room)
    const { edges, plain, caps, goesOn } = this
    const { length, symbol, starts, term } = tokens
    for (let i = 0; i < length; i++) {
      let bits = 0
      let longest = 0
      let node = symbol[i] ? edges.first(symbol[i] as number) : 0
      for (let j = i + 1; node; j++) {
        const more = caps[node] as number
        const here = (plain[node] as number) | (more && isCaps(tokens, i, j) ? more : 0)
        if (here) {
          bits |= here
          longest = node
        }
        const next = j < length ? (symbol[j] as number) : 0
        node = next && (goesOn[node] as number) & (1 << (next & 31)) ? edges.get(node, next) : 0
      }
      starts[i] = bits
      term[i] = longest
    }
    return tokens
  }

  /** The longest term at a token, of the lexicons in `mask`. */
  longest(tokens: TokenStream, at: number, mask: number): TermMatch | undefined {
    for (let node = tokens.term[at] as number; node; node = this.before[node] as number) {
      const plain = (this.plain[node] as number) & mask
      const caps = (this.caps[node] as number) & mask
      if (!plain && !caps) continue
      const end = at + (this.depth[node] as number)
      const inCaps = caps !== 0 && isCaps(tokens, at, end)
      if (plain || inCaps) return { end, entries: this.entriesOf(node, mask, inCaps) }
    }
    return undefined
  }

  /** The entries of one whole term, of the lexicons in `mask`: for looking up what a grammar has put together. */
  lookup(term: string, mask: number): readonly LexiconEntry[] {
    const tokens = this.scan(term)
    const match = tokens.length > 0 ? this.longest(tokens, 0, mask) : undefined
    return match?.end === tokens.length ? match.entries : []
  }

  private entriesOf(node: number, mask: number, inCaps: boolean): readonly LexiconEntry[] {
    const terminals = this.terminals[node] as Terminal[]
    if (terminals.length === 1) return (terminals[0] as Terminal).entries
    // One list for all matches: few nodes end terms of several lexicons, and few masks ask for them.
    const key = inCaps ? -mask : mask
    const known = (this.known[node] ??= [])
    for (let i = 0; i < known.length; i++) if ((known[i] as Known).key === key) return (known[i] as Known).entries
    const found = terminals.filter(({ lexicon, caps }) => lexicon & mask && (!caps || inCaps))
    const entries = found.length === 1 ? (found[0] as Terminal).entries : found.flatMap((terminal) => terminal.entries)
    known.push({ key, entries })
    return entries
  }

  private add(lexicon: number, entry: LexiconEntry): void {
    const { edges, terminals } = this
    const { symbols, caps } = this.symbolsOf(entry.term)
    let node = 0
    for (const symbol of symbols) {
      let child = node === 0 ? edges.first(symbol) : edges.get(node, symbol)
      if (child === 0) {
        child = terminals.push(undefined) - 1
        edges.set(node, symbol, child)
        this.plain.push(0)
        this.caps.push(0)
        this.depth.push((this.depth[node] as number) + 1)
        this.before.push(node)
        this.goesOn.push(0)
        this.known.push(undefined)
        this.goesOn[node] = (this.goesOn[node] as number) | (1 << (symbol & 31))
      }
      node = child
    }
    const list = (terminals[node] ??= [])
    const same = list.find((t) => t.lexicon === lexicon && t.caps === caps)
    if (same) same.entries.push(entry)
    else list.push({ lexicon, caps, entries: [entry] })
    const bits = caps ? this.caps : this.plain
    bits[node] = (bits[node] as number) | lexicon
  }

  /** The symbols of a term's words and marks, made where they are new, and whether its words are abbreviations in capitals. */
  private symbolsOf(term: string): { symbols: number[]; caps: boolean } {
    const { letter } = letterTables()
    const symbols: number[] = []
    const word = new WordKey()
    let words = 0
    let inCaps = 0
    for (let i = 0; i < term.length; ) {
      const code = term.charCodeAt(i)
      if (code < TABLE_SIZE && letter[code]) {
        word.read(term, i, letter)
        symbols.push(this.symbols.add(word))
        words++
        if (word.capitals === word.end - i) inCaps++
        i = word.end
      } else {
        if (code >= 0x30 && code <= 0x39) throw new Error(`"${term}": a term is words and marks, without digits`)
        if (code !== 0x20) symbols.push(this.symbols.addMark(code))
        i++
      }
    }
    if (symbols.length === 0) throw new Error(`"${term}": a term is words and marks`)
    return { symbols, caps: words > 0 && words === inCaps }
  }
}

/** The edges of the trie, by node and symbol, in one open hash table. */
class Edges {
  private readonly roots: number[] = []
  /** Four places an entry, so that it is in one cache line: node, symbol, child, nothing. */
  private slots = new Int32Array(1 << 15)
  private size = 0

  /** The child of the root, or 0. */
  first(symbol: number): number {
    return this.roots[symbol] ?? 0
  }

  /** The child of a node, or 0. */
  get(node: number, symbol: number): number {
    const { slots } = this
    const mask = slots.length - 1
    for (let slot = slotOf(node, symbol) & mask; ; slot = (slot + 4) & mask) {
      const at = slots[slot]
      if (at === 0) return 0
      if (at === node && slots[slot + 1] === symbol) return slots[slot + 2] as number
    }
  }

  set(node: number, symbol: number, child: number): void {
    if (node === 0) {
      while (this.roots.length <= symbol) this.roots.push(0)
      this.roots[symbol] = child
      return
    }
    if (++this.size * 8 > this.slots.length) this.grow()
    this.place(node, symbol, child)
  }

  private place(node: number, symbol: number, child: number): void {
    const { slots } = this
    const mask = slots.length - 1
    let slot = slotOf(node, symbol) & mask
    while (slots[slot]) slot = (slot + 4) & mask
    slots[slot] = node
    slots[slot + 1] = symbol
    slots[slot + 2] = child
  }

  private grow(): void {
    const { slots } = this
    this.slots = new Int32Array(slots.length * 2)
    for (let i = 0; i < slots.length; i += 4)
      if (slots[i]) this.place(slots[i] as number, slots[i + 1] as number, slots[i + 2] as number)
  }
}

/** Where the search for an edge begins: a multiple of four. */
const slotOf = (node: number, symbol: number): number => {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) << 2
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

/**
 * Entries of a lexicon in the order of its rows: term, class, value, separated by tabs. Lines that begin with # are remarks, the row that begins
 * with "term" names the columns. In the package the rows are packed (scripts/pack-lexicon.ts): one row has all terms
 * of a class and a value, separated by |, and no class where it is that of the row before.
 */
export function rowsOf(rows: string, name: string): LexiconEntry[] {
  const entries: LexiconEntry[] = []
  const lines = rows.split('\n')
  let previous = ''
  for (let n = 0; n < lines.length; n++) {
    const line = (lines[n] as string).trimEnd()
    if (line === '' || line.startsWith('#') || line.startsWith('term\t')) continue
    const [terms, kind = '', value = ''] = line.split('\t')
    previous = kind || previous
    if (!terms || !previous) throw new Error(`${name}.tsv:${n + 1}: a row needs a term and a class, separated by a tab`)
    for (const term of terms.split('|')) entries.push({ term, class: previous, value })
  }
  return entries
}
