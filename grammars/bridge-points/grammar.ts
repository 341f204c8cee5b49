/**
 * Bridge points: a number of video-conference points.
 *
 *     gần 1.200 điểm cầu trực tuyến cấp huyện
 *     ^count             ^adjectives
 */
import type { Vocabulary } from '../../src/parse/island.ts'
import { CountGrammar, countTypes } from '../_shared/count.ts'
import * as t from '../_shared/tokens.ts'

export const BridgePoint = t.lexical('BridgePoint')
/** "điểm cầu vượt": other things that begin with these syllables. */
export const OtherBridge = t.lexical('OtherBridge')
export const Main = t.lexical('Main')
/** A level that is the main point where there is one of it: "01 điểm cầu cấp tỉnh". */
export const Level = t.lexical('Level')
export const Branch = t.lexical('Branch')
export const Total = t.lexical('Total')
export const Online = t.lexical('Online')
/** What joins the main point with the others: "kết nối tới". */
export const Link = t.lexical('Link')
/** "tiếp sóng tại": a branch receives. */
export const Relay = t.lexical('Relay')
export const bridgePointTypes = [
  ...countTypes,
  BridgePoint,
  OtherBridge,
  Main,
  Level,
  Branch,
  Total,
  Online,
  Link,
  Relay,
]

export class BridgePointsGrammar extends CountGrammar {
  constructor(vocabulary: Vocabulary) {
    super(vocabulary, 'bridgePoints')
    this.performSelfAnalysis()
  }

  /** "gần 60 điểm cầu cơ sở" */
  bridgePoints = this.RULE('bridgePoints', () => {
    this.SUBRULE(this.count)
    this.CONSUME(BridgePoint)
    this.MANY(() =>
      this.OR([
        { ALT: () => this.CONSUME(Main, { LABEL: 'main' }) },
        { ALT: () => this.CONSUME(Level, { LABEL: 'level' }) },
        { ALT: () => this.CONSUME(Branch, { LABEL: 'branch' }) },
        { ALT: () => this.CONSUME(Total, { LABEL: 'total' }) },
        { ALT: () => this.CONSUME(Online, { LABEL: 'online' }) },
      ]),
    )
  })
}
