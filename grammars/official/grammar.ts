/**
 * Persons with positions. The words are read before (src/facts/official-*.ts): what the grammar sees are whole titles and names.
 *
 *     Đại tướng Lò Văn Thoòng, Ủy viên Bộ Chính trị, Bộ trưởng Bộ Quốc phòng
 *     ^rank     ^name         ^ ^tail title         ^ ^tail title
 *     Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh Bế Văn Cẩn; bà Lò Thị Xuyến (Phó Giám đốc Sở Nội vụ)
 *     ^lead title                   ^ ^lead title        ^name     ^ ^entry
 *     các Phó Thủ tướng: Lê Văn Ất, Trần Văn Bính
 *     ^  ^shared title ^ ^entry   ^ ^entry
 */
import { createToken, IslandParser } from '../_shared/engine.ts'
import * as t from '../_shared/tokens.ts'

const token = (name: string) => createToken(name, [t.Any])

/** "các", "hai": several people follow. */
export const Group = token('Group')
/** "đồng chí", "ông", "bác sĩ": says nothing of a post. */
export const Address = token('Address')
export const Degree = token('Degree')
export const Rank = token('Rank')
/** A title before its name. */
export const LeadTitle = token('LeadTitle')
/** A title before a colon and several names. */
export const SharedTitle = token('SharedTitle')
/** A title or a rank behind its name. */
export const TailTitle = token('TailTitle')
export const TailRank = token('TailRank')
/** "là", "giữ chức vụ", "được bầu làm". */
export const Link = token('Link')
export const Name = token('Name')
/** "(53 tuổi)", ", sinh năm 1978": between a name and its title. */
export const Aside = token('Aside')
export const And = token('And')
/** A comma between people, where a title does not follow. */
export const ListComma = token('ListComma')
export const officialTypes = [
  Group,
  Address,
  Degree,
  Rank,
  LeadTitle,
  SharedTitle,
  TailTitle,
  TailRank,
  Link,
  Name,
  Aside,
  And,
  ListComma,
]

export class OfficialGrammar extends IslandParser {
  constructor() {
    super([...t.scannerTokens, ...officialTypes], { grammar: 'official', maxLookahead: 2 })
    this.performSelfAnalysis()
  }

  /** "A, T; B, T và C, T" */
  people = this.RULE('people', () => {
    this.SUBRULE(this.entry, { LABEL: 'entry' })
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(t.Semicolon) },
        { ALT: () => this.CONSUME(And) },
        { ALT: () => this.CONSUME(ListComma) },
      ])
      this.SUBRULE2(this.entry, { LABEL: 'entry' })
    })
  })

  /** "các đồng chí: Đại tá, TS Nguyễn Văn Giáp (45 tuổi), Giám đốc Công an tỉnh" */
  entry = this.RULE('entry', () => {
    this.OPTION(() => this.CONSUME(Group, { LABEL: 'group' }))
    this.MANY(() => this.SUBRULE(this.lead))
    this.CONSUME(Name, { LABEL: 'name' })
    this.MANY2(() => this.SUBRULE(this.tail))
  })

  /** "đồng chí", "Thượng tá,", "Chủ tịch nước" */
  lead = this.RULE('lead', () => {
    this.OR([
      { ALT: () => this.CONSUME(Address, { LABEL: 'address' }) },
      { ALT: () => this.CONSUME(Degree, { LABEL: 'degree' }) },
      { ALT: () => this.CONSUME(Rank, { LABEL: 'rank' }) },
      { ALT: () => this.CONSUME(LeadTitle, { LABEL: 'title' }) },
      { ALT: () => this.CONSUME(SharedTitle, { LABEL: 'shared' }) },
    ])
    this.OPTION(() =>
      this.OR2([
        { ALT: () => this.CONSUME(t.Comma) },
        { ALT: () => this.CONSUME(t.Colon) },
        { ALT: () => this.CONSUME(t.Dash) },
      ]),
    )
  })

  /** ", Phó Bí thư Tỉnh ủy", " - Chủ tịch UBND xã", "(Giám đốc Sở Y tế)", " được bầu giữ chức Chủ tịch" */
  tail = this.RULE('tail', () => {
    this.OR([
      { ALT: () => this.CONSUME(Aside) },
      { ALT: () => this.CONSUME(t.Close) },
      {
        ALT: () => {
          this.OR2([
            { ALT: () => this.CONSUME(t.Comma) },
            { ALT: () => this.CONSUME(t.Dash) },
            { ALT: () => this.CONSUME(t.Open) },
            { ALT: () => this.CONSUME(Link) },
          ])
          this.OR3([
            { ALT: () => this.CONSUME(TailTitle, { LABEL: 'title' }) },
            { ALT: () => this.CONSUME(TailRank, { LABEL: 'rank' }) },
          ])
        },
      },
    ])
  })
}
