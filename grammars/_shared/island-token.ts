import type { LexiconEntry } from '../../src/scan/lexicon.ts'
import type { TokenType } from './engine.ts'

/**
 * A token of an island. All tokens are of this class, so that looking at them is fast. `first` and `last` are token indexes of the
 * stream, half-open. Offsets are of the normalised text, `endOffset` exclusive.
 */
export class IslandToken {
  private cut: string | undefined = undefined

  constructor(
    private readonly text: string,
    readonly startOffset: number,
    readonly endOffset: number,
    public tokenType: TokenType,
    readonly first: number,
    readonly last: number,
    readonly entries: readonly LexiconEntry[],
  ) {}

  /** Its characters; cut when they are asked for. */
  get image(): string {
    return (this.cut ??= this.text.slice(this.startOffset, this.endOffset))
  }
}
