/**
 * What stands before the title of a subject.
 *
 *     4 chuyên đề: “…”        chuyên đề năm 2024 về “…”        chủ đề là “…”        hội thảo khoa học “…”
 *       ^cue     ^colon       ^cue      ^year    ^about        ^cue   ^copula       ^cue    ^words
 *
 * The title itself is free text; src/facts/title.ts reads its extent.
 */

import type { Vocabulary } from '../../src/parse/island.ts'
import { EOF, IslandParser, tokenMatcher } from '../_shared/engine.ts'
import * as t from '../_shared/tokens.ts'

export const Cue = t.lexical('Cue')
export const Lesson = t.lexical('Lesson', Cue)
export const Theme = t.lexical('Theme', Cue)
export const Event = t.lexical('Event', Cue)
export const Programme = t.lexical('Programme', Cue)
export const Contest = t.lexical('Contest', Cue)
export const NoTopic = t.lexical('NoTopic', t.Lower)

export const topicTypes = [Cue, Lesson, Theme, Event, Programme, Contest, NoTopic]

/** Words of a sentence that speaks of a theme without giving it. */
const pointing = /^(này|đó|ấy|nào|trên|được|bị|nói|hỏi|viết|biết|rằng|như|gồm|sau|khác)$/iu

const words: Readonly<Record<string, string>> = { về: 'about', là: 'copula', năm: 'year' }

export class TopicGrammar extends IslandParser {
  constructor(vocabulary: Vocabulary) {
    super(vocabulary.tokenTypes, { grammar: 'topic', maxLookahead: 2 })
    this.performSelfAnalysis()
  }

  /** "chuyên đề năm 2024 về “", "chủ đề: ", "hội thảo quốc tế “" */
  introduction = this.RULE('introduction', () => {
    this.CONSUME(Cue, { LABEL: 'cue' })
    // Adjectives of an event, up to its quote.
    this.MANY({
      GATE: () => this.wordsToQuote(),
      DEF: () => this.CONSUME(t.Word, { LABEL: 'adjective' }),
    })
    this.OPTION({
      GATE: () => this.word(1) === 'year' && tokenMatcher(this.LA(2), t.Digits),
      DEF: () => {
        this.CONSUME1(t.Lower, { LABEL: 'year' })
        this.CONSUME(t.Digits)
      },
    })
    // "Chuyên đề 2: …"
    this.OPTION5(() => this.CONSUME2(t.Digits, { LABEL: 'number' }))
    // "Chuyên đề thứ ba về …"
    this.OPTION6({
      GATE: () => this.LA(1).image === 'thứ' && (this.word(3) === 'about' || tokenMatcher(this.LA(3), t.Colon)),
      DEF: () => {
        this.CONSUME4(t.Lower)
        this.CONSUME5(t.Lower, { LABEL: 'number' })
      },
    })
    this.OPTION1({ GATE: () => this.word(1) === 'about', DEF: () => this.CONSUME2(t.Lower, { LABEL: 'about' }) })
    this.OPTION2({ GATE: () => this.word(1) === 'copula', DEF: () => this.CONSUME3(t.Lower, { LABEL: 'copula' }) })
    this.OPTION3(() => this.CONSUME(t.Colon, { LABEL: 'colon' }))
    this.OPTION4(() => this.CONSUME(t.Quote, { LABEL: 'quote' }))
  })

  /** "chủ đề của Đại hội là: “", "chủ đề năm 2024: ", "chuyên đề toàn khóa “" */
  subject = this.RULE('subject', () => {
    this.CONSUME(Cue, { LABEL: 'cue' })
    this.MANY({
      GATE: () => this.wordsToQuote() || this.wordsToTitle(),
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME(t.Word, { LABEL: 'adjective' }) },
          { ALT: () => this.CONSUME(t.Digits, { LABEL: 'adjective' }) },
          { ALT: () => this.CONSUME1(Cue, { LABEL: 'event' }) },
        ]),
    })
    this.OPTION({ GATE: () => this.word(1) === 'about', DEF: () => this.CONSUME1(t.Lower, { LABEL: 'about' }) })
    this.OPTION1({ GATE: () => this.word(1) === 'copula', DEF: () => this.CONSUME2(t.Lower, { LABEL: 'copula' }) })
    this.OPTION2(() => this.CONSUME(t.Colon, { LABEL: 'colon' }))
    this.OPTION3(() => this.CONSUME(t.Quote, { LABEL: 'quote' }))
  })

  /** Whether at most 14 words and numbers stand before a colon or a quote, or before "là" or "về" and a quote. */
  private wordsToTitle(): boolean {
    let another = false
    for (let i = 1; i <= 15; i++) {
      const token = this.LA(i)
      if (token.tokenType === EOF) return false
      if (tokenMatcher(token, t.Colon)) return i > 1
      // "sinh hoạt chuyên đề với chủ đề “…”": the second introduces it.
      if (tokenMatcher(token, t.Quote)) return i > 1 && !another
      another ||= tokenMatcher(token, Cue)
      const word = this.word(i)
      if (word === 'about' || word === 'copula') {
        const next = this.LA(i + 1)
        if (tokenMatcher(next, t.Quote) || tokenMatcher(next, t.Colon)) return i > 1
      }
      if (pointing.test(token.image) || ![t.Word, t.Digits, Cue].some((type) => tokenMatcher(token, type))) return false
    }
    return false
  }

  private word(ahead: number): string | undefined {
    return words[this.LA(ahead).image.toLowerCase()]
  }

  /** Whether at most five small words stand before a quote: "trực tuyến toàn quốc “". */
  private wordsToQuote(): boolean {
    for (let i = 1; i <= 6; i++) {
      const token = this.LA(i)
      const word = this.word(i)
      if (token.tokenType === EOF || (word && !(word === 'year' && !tokenMatcher(this.LA(i + 1), t.Digits))))
        return false
      if (tokenMatcher(token, t.Quote)) return i > 1
      if (!tokenMatcher(token, t.Lower)) return false
    }
    return false
  }
}
