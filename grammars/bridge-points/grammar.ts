/**
 * Bridge points: a number of video-conference points.
 *
 *     gần 1.200 điểm cầu trực tuyến
 *     ^hedge ^count      ^adjectives
 */
import { type CstNode, CstParser } from 'chevrotain'
import type { Vocabulary } from '../../src/parse/island.ts'
import * as t from '../_shared/tokens.ts'

export const Hedge = t.lexical('Hedge')
export const NumberWord = t.lexical('NumberWord', t.Lower)
export const BridgePoint = t.lexical('BridgePoint')
export const Main = t.lexical('Main')
export const Branch = t.lexical('Branch')
export const Online = t.lexical('Online')
export const countTypes = [Hedge, NumberWord, BridgePoint, Main, Branch, Online]

export class BridgePointsGrammar extends CstParser {
  constructor(vocabulary: Vocabulary) {
    super(vocabulary.tokenTypes, { maxLookahead: 2 })
    this.performSelfAnalysis()
  }

  /** "gần 60 điểm cầu cơ sở" */
  bridgePoints = this.RULE('bridgePoints', () => {
    this.OPTION(() => this.CONSUME(Hedge, { LABEL: 'hedge' }))
    this.OR([
      { ALT: () => this.CONSUME(t.Digits, { LABEL: 'digits' }) },
      { ALT: () => this.CONSUME(t.Grouped, { LABEL: 'digits' }) },
      { ALT: () => this.AT_LEAST_ONE(() => this.CONSUME(NumberWord, { LABEL: 'words' })) },
    ])
    this.CONSUME(BridgePoint)
    this.MANY(() =>
      this.OR2([
        { ALT: () => this.CONSUME(Main, { LABEL: 'main' }) },
        { ALT: () => this.CONSUME(Branch, { LABEL: 'branch' }) },
        { ALT: () => this.CONSUME(Online, { LABEL: 'online' }) },
      ]),
    )
  })
}
export type BridgePointsTree = CstNode
