/**
 * A count of things or people, as it stands before its noun; the base of the grammars that count.
 *
 *     gần 1.200          1 340            1,5 triệu        hai mươi lăm     2.838/2.870        52 trong tổng số 53
 *     ^hedge ^digits     ^digits ^group   ^digits ^scale   ^words           ^digits/^of        ^digits     ^of
 */

import type { Vocabulary } from '../../src/parse/island.ts'
import { IslandParser, tokenMatcher } from './engine.ts'
import * as t from './tokens.ts'

export const Hedge = t.lexical('Hedge')
export const NumberWord = t.lexical('NumberWord', t.Lower)
/** trăm, nghìn, triệu: number words that may also stand behind digits. */
export const Scale = t.lexical('Scale', NumberWord)
/** "trong tổng số": between a part and its whole. */
export const Ratio = t.lexical('Ratio')
export const countTypes = [Hedge, NumberWord, Scale, Ratio]

export class CountGrammar extends IslandParser {
  constructor(vocabulary: Vocabulary, grammar: 'attendance' | 'bridgePoints') {
    super(vocabulary.tokenTypes, { grammar, maxLookahead: 2 })
  }

  count = this.RULE('count', () => {
    this.MANY(() => this.CONSUME(Hedge, { LABEL: 'hedge' }))
    this.OR([
      { ALT: () => this.SUBRULE(this.digits) },
      {
        ALT: () => {
          this.CONSUME(t.Pair, { LABEL: 'pair' })
          this.MANY2(() => this.CONSUME(Scale, { LABEL: 'scale' }))
        },
      },
      { ALT: () => this.AT_LEAST_ONE(() => this.CONSUME(NumberWord, { LABEL: 'words' })) },
    ])
  })

  digits = this.RULE('digits', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Digits, { LABEL: 'digits' }) },
      { ALT: () => this.CONSUME(t.Grouped, { LABEL: 'digits' }) },
    ])
    // "1 340": thousands set apart by a space.
    this.OPTION(() => this.CONSUME2(t.Digits, { LABEL: 'group' }))
    this.MANY(() => this.CONSUME(Scale, { LABEL: 'scale' }))
    // "1 triệu 550 ngàn"
    this.OPTION3({
      GATE: () => tokenMatcher(this.LA(2), Scale),
      DEF: () => {
        this.CONSUME4(t.Digits, { LABEL: 'rest' })
        this.CONSUME2(Scale, { LABEL: 'restScale' })
      },
    })
    this.OPTION2(() => {
      this.OR2([{ ALT: () => this.CONSUME(t.Slash) }, { ALT: () => this.CONSUME(Ratio) }])
      this.OR3([
        { ALT: () => this.CONSUME3(t.Digits, { LABEL: 'of' }) },
        { ALT: () => this.CONSUME3(t.Grouped, { LABEL: 'of' }) },
      ])
    })
  })
}
