import { CstParser } from 'chevrotain'

/**
 * A parser that reads one expression from the beginning of an island. What stands behind the expression is not its business: the
 * parser that Chevrotain has would make an error of it, with a stack trace, for every fact.
 */
export class IslandParser extends CstParser {
  /** Chevrotain's hook behind a root rule; its own version reports tokens that are left over. */
  protected onAfterParse(): void {}
}
