import { type TokenType, tokenMatcher } from '../../grammars/_shared/engine.ts'
import * as t from '../../grammars/_shared/tokens.ts'
import { lazy } from '../lazy.ts'
import type { Context } from '../parse/context.ts'
import type { IslandToken, Vocabulary } from '../parse/island.ts'
import { lexicons } from '../scan/load.ts'
import { Shape, Token } from '../scan/scanner.ts'

const around = lazy(() => lexicons().bit('calendar-context'))

/** Looks at the tokens around an anchor, and then around the next one; each is read once. */
export class Cursor {
  /** Index of the anchor. */
  at = 0
  /** Tokens that were read; from `base` on those of this anchor, and none where the line ends. */
  private ahead: (IslandToken | undefined)[] = []
  private base = 0
  constructor(
    readonly context: Context,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** Goes to the next anchor. What has been read from it on is kept: expressions are full of words that could begin one. */
  moveTo(at: number): void {
    this.at = at
    const { ahead } = this
    let base = this.base
    while ((ahead[base]?.first ?? at) < at) base++
    if (ahead[base]?.first !== at) {
      base = 0
      this.ahead = []
    }
    this.base = base
  }

  /** The k-th token from the anchor on; the anchor is 0. */
  token(k: number): IslandToken | undefined {
    const { ahead, base } = this
    return base + k < ahead.length ? ahead[base + k] : this.read(k)
  }

  private read(k: number): IslandToken | undefined {
    const { tokens } = this.context
    const { ahead, base } = this
    for (let n = ahead.length; n <= base + k; n++) {
      const from: number = n === base ? this.at : ((ahead[n - 1] as IslandToken | undefined)?.last ?? tokens.length)
      ahead.push(
        from < tokens.length && tokens.kind[from] !== Token.Break ? this.vocabulary.tokenAt(tokens, from) : undefined,
      )
    }
    return ahead[base + k]
  }

  /** The tokens from the anchor on, as `Vocabulary.read` gives them; those that were looked at are not read again. */
  island(limit: number, plain: number): IslandToken[] {
    const island: IslandToken[] = []
    for (let k = 0, words = 0; k < limit && words < plain; k++) {
      const token = this.token(k)
      if (!token) break
      island.push(token)
      words = token.entries.length === 0 && this.context.tokens.kind[token.first] === Token.Word ? words + 1 : 0
    }
    return island
  }

  is(k: number, ...types: readonly TokenType[]): boolean {
    const token = this.token(k)
    if (token === undefined) return false
    for (let i = 0; i < types.length; i++) if (tokenMatcher(token, types[i] as TokenType)) return true
    return false
  }

  /** Whether the k-th token is a year by its digits. */
  isYear(k: number): boolean {
    const token = this.token(k)
    return token !== undefined && tokenMatcher(token, t.Digits) && /^(?:1[5-9]|20|21)\d\d$/.test(token.image)
  }

  image(k: number): string {
    return this.token(k)?.image.toLowerCase() ?? ''
  }

  /** Whether a word of a context class stands right before the anchor. A cue may be of three words. */
  before(...classes: readonly string[]): boolean {
    const { tokens, lexicons: lex, starts } = this.context
    const mask = around()
    for (let back = 1; back <= 3 && this.at - back >= 0; back++) {
      const from = this.at - back
      if (tokens.kind[from] === Token.Break) return false
      if (!((starts[from] as number) & mask)) continue
      const match = lex.longest(tokens, from, mask)
      if (match?.end === this.at && match.entries.some((e) => classes.includes(e.class))) return true
    }
    return false
  }

  /** Whether the k-th token is a word of a context class. */
  follows(k: number, name: string): boolean {
    const token = this.token(k)
    const match = token && this.context.lexicons.longest(this.context.tokens, token.first, around())
    return match?.entries.some((e) => e.class === name) ?? false
  }

  /** The characters of the token before the anchor, '' at a line's beginning. */
  get previous(): string {
    const { tokens, text } = this.context
    if (this.at === 0 || tokens.kind[this.at - 1] === Token.Break) return ''
    return text.slice(tokens.start[this.at - 1], tokens.end[this.at - 1])
  }

  /** The characters of the token that stands `back` tokens before the anchor, '' where there is none. */
  wordBefore(back: number): string {
    const { tokens, text } = this.context
    const at = this.at - back
    return at < 0 ? '' : text.slice(tokens.start[at], tokens.end[at])
  }

  /** Shape of the word before the anchor; undefined where no word stands there. */
  get previousShape(): Shape | undefined {
    const { tokens } = this.context
    return this.at > 0 && tokens.kind[this.at - 1] === Token.Word ? (tokens.shape[this.at - 1] as Shape) : undefined
  }

  /** Whether the anchor is written right behind the token before it: "V100". */
  get glued(): boolean {
    const { tokens } = this.context
    return (
      this.at > 0 &&
      tokens.end[this.at - 1] === tokens.start[this.at] &&
      tokens.kind[this.at - 1] === Token.Word &&
      !this.isMissingSpace
    )
  }

  /** "dự kiến1 tháng": a word of letters in lower case needs a space behind it; "V100", "m2" do not. */
  private get isMissingSpace(): boolean {
    const { tokens } = this.context
    const length = (tokens.end[this.at - 1] as number) - (tokens.start[this.at - 1] as number)
    return tokens.shape[this.at - 1] === Shape.Lower && length > 2
  }
}
