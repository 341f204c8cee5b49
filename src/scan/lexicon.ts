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

const NODE = 0x10000

export class Lexicons {
  readonly symbols = new SymbolTable()
  private readonly next = new Map<number, number>()
  private readonly root: number[] = []
  private readonly terminals: (Terminal[] | undefined)[] = [undefined]
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
    const found = new Uint32Array(tokens.length)
    for (let i = 0; i < tokens.length; i++) {
      let node = this.root[tokens.symbol[i] as number] ?? 0
      for (let j = i + 1; node; j++) {
        const terminals = this.terminals[node]
        if (terminals) for (const t of terminals) if (!t.caps || isCaps(tokens, i, j)) (found[i] as number) |= t.lexicon
        node = j < tokens.length ? (this.next.get(node * NODE + (tokens.symbol[j] as number)) ?? 0) : 0
      }
    }
    return found
  }

  /** The longest term at a token, of the lexicons in `mask`. */
  longest(tokens: TokenStream, at: number, mask: number): TermMatch | undefined {
    let best: TermMatch | undefined
    let node = this.root[tokens.symbol[at] as number] ?? 0
    for (let j = at + 1; node; j++) {
      let entries: LexiconEntry[] | undefined
      for (const t of this.terminals[node] ?? [])
        if (t.lexicon & mask && (!t.caps || isCaps(tokens, at, j)))
          entries = entries ? [...entries, ...t.entries] : t.entries
      if (entries) best = { end: j, entries }
      node = j < tokens.length ? (this.next.get(node * NODE + (tokens.symbol[j] as number)) ?? 0) : 0
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
      const known = node === 0 ? this.root[symbol] : this.next.get(node * NODE + symbol)
      const child: number = known ?? this.terminals.push(undefined) - 1
      if (known === undefined) {
        if (node === 0) this.root[symbol] = child
        else this.next.set(node * NODE + symbol, child)
      }
      node = child
    }
    const list = (this.terminals[node] ??= [])
    const caps = isCaps(tokens, 0, tokens.length)
    const same = list.find((t) => t.lexicon === lexicon && t.caps === caps)
    if (same) same.entries.push(entry)
    else list.push({ lexicon, caps, entries: [entry] })
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
