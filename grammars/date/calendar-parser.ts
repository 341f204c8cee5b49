import { type TokenType, tokenMatcher } from 'chevrotain'
import { IslandParser } from '../_shared/island-parser.ts'
import * as t from '../_shared/tokens.ts'

/** What the two grammars of dates look ahead with. */
export abstract class CalendarParser extends IslandParser {
  protected is(k: number, type: TokenType): boolean {
    return tokenMatcher(this.LA(k), type)
  }

  protected isAny(k: number, types: readonly TokenType[]): boolean {
    return types.some((type) => this.is(k, type))
  }

  protected isYear(k: number): boolean {
    return this.is(k, t.Digits) && YEAR.test(this.LA(k).image)
  }
}

const YEAR = /^(?:1[0-9]|20|21)\d\d$/
