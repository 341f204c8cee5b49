import { CstParser, type IParserConfig, type IToken, type TokenVocabulary } from 'chevrotain'

/**
 * A parser that reads one expression from the beginning of an island. What stands behind the expression is not its business: the
 * parser that Chevrotain has would make an error of it, with a stack trace, for every fact.
 */
export class IslandParser extends CstParser {
  /** Whether parsers check their grammar when they are made. A test turns it on; users need not wait for it. */
  static validate = false

  constructor(tokenTypes: TokenVocabulary, config: IParserConfig) {
    super(tokenTypes, { skipValidations: !IslandParser.validate, ...config })
  }

  /** The last token that was read. */
  get lastRead(): IToken {
    return this.LA(0)
  }

  /** Chevrotain's hook behind a root rule; its own version reports tokens that are left over. */
  protected onAfterParse(): void {}
}
