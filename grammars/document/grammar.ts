/**
 * Citations of documents.
 *
 *     các Nghị quyết số 42-NQ/TW, 43-NQ/TW và số 45-NQ/TW
 *         ^kind      ^sign ^serial ^serial
 *     Nghị quyết Hội nghị lần thứ 8 Ban Chấp hành Trung ương Đảng khóa XIII
 *     ^kind      ^meeting         ^plenum ^committee ^central ^party ^term
 *     Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX
 *     ^kind      ^congress            ^number
 *
 * Laws that are cited by name have no syntax beyond their names: src/facts/document-law.ts reads them from the list law.tsv.
 */

import type { Vocabulary } from '../../src/parse/island.ts'
import { IslandParser, type TokenType, tokenMatcher } from '../_shared/engine.ts'
import * as t from '../_shared/tokens.ts'

/** A noun of a document, of any of its classes. */
export const Kind = t.lexical('Kind')
export const DocKind = t.lexical('DocKind', Kind)
export const WeakKind = t.lexical('WeakKind', Kind)
export const NumberedKind = t.lexical('NumberedKind', Kind)
export const CodedKind = t.lexical('CodedKind', Kind)
export const MeetingKind = t.lexical('MeetingKind', Kind)
export const LawKind = t.lexical('LawKind', Kind)
export const Constitution = t.lexical('Constitution', Kind)
export const LawShort = t.lexical('LawShort', Kind)
export const NoDocument = t.lexical('NoDocument', t.Lower)

export const NumberSign = t.lexical('NumberSign')
export const Of = t.lexical('Of')
export const And = t.lexical('And')
export const Meeting = t.lexical('Meeting')
export const Nth = t.lexical('Nth')
export const Committee = t.lexical('Committee')
export const CentralCommittee = t.lexical('CentralCommittee')
export const Central = t.lexical('Central')
export const Party = t.lexical('Party', t.Capital)
export const Congress = t.lexical('Congress')
export const CongressDelegates = t.lexical('CongressDelegates')
export const NoCongress = t.lexical('NoCongress')
export const Term = t.lexical('Term')
export const Mandate = t.lexical('Mandate')
export const Enumeration = t.lexical('Enumeration', t.Lower)
export const YearWord = t.lexical('YearWord')
export const Roman = t.lexical('Roman')
export const Ordinal = t.lexical('Ordinal')
export const DayWord = t.lexical('DayWord')
export const MonthWord = t.lexical('MonthWord')
export const Do = t.lexical('Do')
export const Passive = t.lexical('Passive')
export const IssueVerb = t.lexical('IssueVerb', t.Lower)
export const Aspect = t.lexical('Aspect')
export const IssuerHead = t.lexical('IssuerHead', t.Capital)
export const Person = t.lexical('Person', t.Lower)

export const documentTypes = [
  ...[Kind, DocKind, WeakKind, NumberedKind, CodedKind, MeetingKind, LawKind, Constitution, LawShort, NoDocument],
  ...[NumberSign, Of, And, Meeting, Nth, Committee, CentralCommittee, Central, Party, Congress, CongressDelegates],
  ...[NoCongress, Term, Mandate, Enumeration, YearWord, Roman, Ordinal, DayWord, MonthWord, Do, Passive, IssueVerb],
  ...[Aspect, IssuerHead, Person],
]

const separators = [t.Comma, t.Semicolon, And]

export class DocumentGrammar extends IslandParser {
  constructor(vocabulary: Vocabulary) {
    super(vocabulary.tokenTypes, { grammar: 'document', maxLookahead: 3 })
    this.performSelfAnalysis()
  }

  /** "các Nghị quyết số 42-NQ/TW, 43-NQ/TW", "Chương trình phối hợp (số 90)", "Nghị quyết số 59, 70 và 71" */
  numbered = this.RULE('numbered', () => {
    this.CONSUME(Kind, { LABEL: 'kind' })
    this.OPTION(() => this.CONSUME(t.Open, { LABEL: 'open' }))
    this.SUBRULE(this.serial)
    this.OPTION2(() => this.CONSUME(t.Close, { LABEL: 'close' }))
    this.MANY2({
      GATE: () =>
        this.follows([NumberSign, t.Code, t.MonthYear, t.Grouped, t.Digits], separators) && this.serialFollows(),
      DEF: () => {
        this.SUBRULE(this.separator)
        this.SUBRULE2(this.serial)
      },
    })
  })

  /** "số: 30a", "93/2015", "45-NQ/TW" */
  serial = this.RULE('serial', () => {
    this.OPTION(() => {
      this.CONSUME(NumberSign, { LABEL: 'sign' })
      this.OPTION2(() => this.CONSUME(t.Colon))
    })
    this.OR([
      { ALT: () => this.CONSUME(t.Code, { LABEL: 'code' }) },
      { ALT: () => this.CONSUME(t.MonthYear, { LABEL: 'loose' }) },
      { ALT: () => this.CONSUME(t.Grouped, { LABEL: 'digits' }) },
      {
        ALT: () => {
          this.CONSUME(t.Digits, { LABEL: 'digits' })
          this.OPTION3({
            GATE: () => tokenMatcher(this.LA(2), t.Digits),
            DEF: () => {
              this.CONSUME(t.Slash)
              this.CONSUME2(t.Digits, { LABEL: 'year' })
            },
          })
        },
      },
    ])
  })

  /** ", " and "và" between the members of a list. */
  separator = this.RULE('separator', () => {
    this.OR([
      { ALT: () => this.CONSUME(t.Comma) },
      { ALT: () => this.CONSUME(t.Semicolon) },
      { ALT: () => this.CONSUME(And) },
    ])
  })

  /** "Nghị quyết của Hội nghị lần thứ tám, Ban Chấp hành Trung ương Đảng (khóa XIII)", "nghị quyết, quy định Trung ương 8" */
  plenum = this.RULE('plenum', () => {
    this.CONSUME(Kind, { LABEL: 'kind' })
    this.MANY({
      GATE: () => this.follows([Kind], separators),
      DEF: () => {
        this.SUBRULE(this.separator)
        this.CONSUME2(Kind)
      },
    })
    this.OPTION(() => this.CONSUME(Of))
    this.OPTION1(() => this.CONSUME(Enumeration))
    this.OPTION2(() => {
      this.CONSUME(Meeting, { LABEL: 'meeting' })
      this.OPTION3(() => this.SUBRULE(this.ordinal))
    })
    this.OPTION4({
      GATE: () => this.follows([CentralCommittee, Committee, Central], [t.Comma, Of]),
      DEF: () => this.SUBRULE2(this.committee),
    })
    this.OPTION5({ GATE: () => this.follows([Term], [t.Comma, t.Open]), DEF: () => this.SUBRULE(this.term) })
  })

  /** ", của Ban Chấp hành Trung ương Đảng lần thứ 8" */
  committee = this.RULE('committee', () => {
    this.OPTION(() => this.CONSUME(t.Comma))
    this.OPTION1(() => this.CONSUME(Of))
    this.OR([
      { ALT: () => this.CONSUME(CentralCommittee, { LABEL: 'central' }) },
      {
        ALT: () => {
          this.OPTION2(() => this.CONSUME(Committee, { LABEL: 'committee' }))
          this.CONSUME(Central, { LABEL: 'central' })
        },
      },
    ])
    this.OPTION3(() => this.CONSUME(Party, { LABEL: 'party' }))
    this.OPTION4(() => this.SUBRULE(this.ordinal))
    this.OPTION5(() => this.CONSUME2(Party, { LABEL: 'partyBehind' }))
  })

  /** "lần thứ tám", "8" */
  ordinal = this.RULE('ordinal', () => {
    this.OPTION(() => this.CONSUME(Nth, { LABEL: 'nth' }))
    this.OR([
      { ALT: () => this.CONSUME(t.Digits, { LABEL: 'digits' }) },
      { ALT: () => this.CONSUME(Ordinal, { LABEL: 'word' }) },
      { ALT: () => this.CONSUME(YearWord, { LABEL: 'five' }) },
      { ALT: () => this.CONSUME(Roman, { LABEL: 'roman' }) },
    ])
  })

  /** ", (khóa XIII)" */
  term = this.RULE('term', () => {
    this.OPTION(() => this.CONSUME(t.Comma))
    this.OPTION1(() => this.CONSUME(t.Open, { LABEL: 'open' }))
    this.CONSUME(Term, { LABEL: 'term' })
    this.OR([
      { ALT: () => this.CONSUME(Roman, { LABEL: 'roman' }) },
      { ALT: () => this.CONSUME(t.Digits, { LABEL: 'digits' }) },
    ])
    this.OPTION2(() => this.CONSUME(t.Close, { LABEL: 'close' }))
  })

  /** "Nghị quyết Đại hội XIII", "Nghị quyết đại hội Đảng bộ các cấp nhiệm kỳ 2020-2025" */
  congress = this.RULE('congress', () => {
    this.CONSUME(Kind, { LABEL: 'kind' })
    this.OPTION(() => this.CONSUME(Of))
    this.OR([
      { ALT: () => this.CONSUME(Congress, { LABEL: 'congress' }) },
      { ALT: () => this.CONSUME(CongressDelegates, { LABEL: 'congress' }) },
    ])
    this.MANY(() =>
      this.OR2([
        { ALT: () => this.CONSUME(t.Word) },
        { ALT: () => this.CONSUME(Central) },
        { ALT: () => this.CONSUME2(Of) },
      ]),
    )
    this.OR3([
      { ALT: () => this.SUBRULE(this.ordinal) },
      {
        ALT: () => {
          this.OPTION1(() => this.CONSUME(t.Comma))
          this.CONSUME(Mandate, { LABEL: 'mandate' })
          this.CONSUME(t.Digits, { LABEL: 'from' })
          this.CONSUME(t.Dash)
          this.CONSUME2(t.Digits, { LABEL: 'to' })
        },
      },
    ])
  })

  /**
   * Whether one of some tokens follows, with at most two that may stand before it. What stands behind a citation is any text, so a
   * comma alone does not say that the citation goes on.
   */
  private follows(types: readonly TokenType[], leads: readonly TokenType[]): boolean {
    let i = 1
    while (i <= 2 && leads.some((lead) => tokenMatcher(this.LA(i), lead))) i++
    return types.some((type) => tokenMatcher(this.LA(i), type))
  }

  /** A sign needs its number: "và số nhà 5" is no member of a list. */
  private serialFollows(): boolean {
    if (!tokenMatcher(this.LA(2), NumberSign)) return true
    const behind = tokenMatcher(this.LA(3), t.Colon) ? this.LA(4) : this.LA(3)
    return [t.Code, t.MonthYear, t.Grouped, t.Digits].some((type) => tokenMatcher(behind, type))
  }
}
