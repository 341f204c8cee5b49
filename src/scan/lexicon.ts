/**
 * The lexicons: terms of one or more words, each with a class and a value, found by one walk of a trie over the tokens. A term that is
 * written in capitals only (UBND, BTV) is found only so.
 */
import { letterTables, TABLE_SIZE } from '../text/vietnamese.ts'
import { isPacked, swapLetters, termsOf } from './packed.ts'
import { type Room, Shape, scan, Token, type TokenStream } from './scanner.ts'
import { SymbolTable, WordKey } from './symbols.ts'
import {
  BEFORE,
  CHILDREN,
  IN_CAPS,
  NEXT,
  NODE,
  NODE_BITS,
  NODE_SIZE,
  PLAIN,
  type Terminal,
  Trie,
  TrieDraft,
} from './trie.ts'

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

/** Entries at a node for one mask; negative where the term stands in capitals. */
interface Known {
  readonly key: number
  readonly entries: readonly LexiconEntry[]
}

/** The terms themselves, in the form in which they are looked for. */
export interface Terms {
  readonly symbols: SymbolTable
  readonly trie: Trie
  /** What ends at each node of the trie. */
  readonly terminals: readonly (Terminal[] | undefined)[]
  readonly known: (Known[] | undefined)[]
  /** The entries of the nodes that end a term of one lexicon, as most do: one step to them instead of four through memory. */
  readonly alone: readonly (readonly LexiconEntry[] | undefined)[]
}

export class Lexicons implements Terms {
  symbols = new SymbolTable()
  trie: Trie
  terminals: readonly (Terminal[] | undefined)[]
  known: (Known[] | undefined)[]
  alone: readonly (readonly LexiconEntry[] | undefined)[]
  private readonly names: string[] = []

  /** @param files The text of each lexicon by its name; see `rowsOf`. At most 30. */
  constructor(files: Readonly<Record<string, string>>) {
    const draft = new TrieDraft()
    for (const [name, rows] of Object.entries(files)) {
      const lexicon = 1 << (this.names.push(name) - 1)
      for (const entry of rowsOf(rows, name)) {
        const { symbols, caps } = this.symbolsOf(entry.term)
        draft.add(symbols, lexicon, caps, entry)
      }
    }
    this.trie = new Trie(draft)
    this.terminals = this.trie.order.map((node) => draft.terminals[node])
    this.known = new Array(this.terminals.length)
    this.alone = this.terminals.map((ends) => (ends?.length === 1 ? ends[0]?.entries : undefined))
  }

  /**
   * Looks for other terms from now on, of lexicons with the same names: the bits stay, and so does all that was made for them.
   * @returns The terms until now.
   */
  use({ symbols, trie, terminals, known, alone }: Terms): Terms {
    const before = {
      symbols: this.symbols,
      trie: this.trie,
      terminals: this.terminals,
      known: this.known,
      alone: this.alone,
    }
    this.symbols = symbols
    this.trie = trie
    this.terminals = terminals
    this.known = known
    this.alone = alone
    return before
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
    const { nodes, roots, caps } = this.trie
    const { length, symbol, kind, starts, term, anchors } = tokens
    let count = 0
    for (let i = 0; i < length; i++) {
      let bits = 0
      let longest = 0
      let node = roots[symbol[i] as number] as number
      for (let j = i + 1; node; j++) {
        let here = nodes[node + PLAIN] as number
        if (here < 0) here = (here & ~IN_CAPS) | (isCaps(tokens, i, j) ? (caps[node / NODE_SIZE] as number) : 0)
        if (here) {
          bits |= here
          longest = node
        }
        const next = j < length ? (symbol[j] as number) : 0
        if (next === 0 || !((nodes[node + NEXT] as number) & (1 << (next & 31)))) break
        node = this.trie.child(nodes[node + CHILDREN] as number, next)
      }
      starts[i] = bits
      term[i] = longest
      if (bits !== 0 || (kind[i] as number) >= Token.Number) anchors[count++] = i
    }
    tokens.anchorCount = count
    return tokens
  }

  /** The longest term at a token, of the lexicons in `mask`. */
  longest(tokens: TokenStream, at: number, mask: number): TermMatch | undefined {
    const { nodes } = this.trie
    for (let node = tokens.term[at] as number; node; node = (nodes[node + BEFORE] as number) & NODE) {
      const bits = nodes[node + PLAIN] as number
      const plain = bits & mask
      const caps = bits < 0 ? (this.trie.caps[node / NODE_SIZE] as number) & mask : 0
      if (!plain && !caps) continue
      const end = at + ((nodes[node + BEFORE] as number) >>> NODE_BITS)
      const inCaps = caps !== 0 && isCaps(tokens, at, end)
      if (plain || inCaps)
        return { end, entries: this.alone[node / NODE_SIZE] ?? this.entriesOf(node / NODE_SIZE, mask, inCaps) }
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
    // One list for all matches: few nodes end terms of several lexicons, and few masks ask for them.
    const key = inCaps ? -mask : mask
    const known = (this.known[node] ??= [])
    for (let i = 0; i < known.length; i++) if ((known[i] as Known).key === key) return (known[i] as Known).entries
    const found = terminals.filter(({ lexicon, caps }) => lexicon & mask && (!caps || inCaps))
    const entries = found.length === 1 ? (found[0] as Terminal).entries : found.flatMap((terminal) => terminal.entries)
    known.push({ key, entries })
    return entries
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
 * Entries of a lexicon in the order of its rows: term, class, value, separated by tabs. Lines that begin with # are remarks, the row that
 * begins with "term" names the columns. In the package the rows are packed (packed.ts): one row has all terms of a class and a value, and no
 * class where it is that of the row before.
 */
export function rowsOf(rows: string, name: string): LexiconEntry[] {
  const entries: LexiconEntry[] = []
  const lines = rows.split('\n')
  let previous = ''
  for (let n = 0; n < lines.length; n++) {
    const line = (lines[n] as string).trimEnd()
    if (line === '' || line.startsWith('#') || line.startsWith('term\t')) continue
    const packed = isPacked(line)
    const [terms, kind = '', value = ''] = (packed ? swapLetters(line) : line).split('\t')
    previous = kind || previous
    if (!terms || !previous) throw new Error(`${name}.tsv:${n + 1}: a row needs a term and a class, separated by a tab`)
    for (const term of packed ? termsOf(terms) : [terms]) entries.push({ term, class: previous, value })
  }
  return entries
}
