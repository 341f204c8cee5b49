/** Documents with their numbers, codes and dates. */
import fc from 'fast-check'
import { termsOf } from '../../helpers/material.ts'
import { anyDay, capital, fact, iso, numeric, type Plant } from './plant.ts'

/** Nouns with the type that stands in their codes. */
const party = fc.constantFrom(
  ['Nghị quyết', 'NQ'],
  ['Kết luận', 'KL'],
  ['Chỉ thị', 'CT'],
  ['Hướng dẫn', 'HD'],
  ['Thông báo', 'TB'],
  ['Kế hoạch', 'KH'],
)
const state = fc.constantFrom(
  ['Nghị định', 'NĐ-CP'],
  ['Thông tư', 'TT-BGDĐT'],
  ['Thông tư', 'TT-BYT'],
  ['Nghị quyết', 'NQ-HĐND'],
  ['Quyết định', 'QĐ-TTg'],
  ['Quyết định', 'QĐ-UBND'],
)
const year = fc.integer({ min: 1990, max: 2039 })
const number = fc.integer({ min: 1, max: 4999 })

interface Code {
  readonly name: string
  readonly kind: string
  readonly number: number
  readonly year: number | null
  /** As it is written, and in its standard form. */
  readonly text: string
  readonly code: string
}

const partyCode = fc
  .tuple(party, number, fc.constantFrom('TW', 'TU', 'HU'), fc.constantFrom('-', ' - ', '- ', ' -'))
  .map(
    ([[kind = '', type = ''], n, body, dash]): Code => ({
      name: `code of the Party with "${dash}"`,
      kind,
      number: n,
      year: null,
      text: `${n}${dash}${type}/${body}`,
      code: `${n}-${type}/${body}`,
    }),
  )
const stateCode = fc.tuple(state, number, year).map(
  ([[kind = '', symbol = ''], n, y]): Code => ({
    name: 'code of the state with its year',
    kind,
    number: n,
    year: y,
    text: `${n}/${y}/${symbol}`,
    code: `${n}/${y}/${symbol}`,
  }),
)
const decision = fc.tuple(number, fc.constantFrom('QĐ-TTg', 'QĐ-UBND', 'QĐ-BYT')).map(
  ([n, symbol]): Code => ({
    name: 'code of the state',
    kind: 'Quyết định',
    number: n,
    year: null,
    text: `${n}/${symbol}`,
    code: `${n}/${symbol}`,
  }),
)

const carriers: readonly ((document: string) => string)[] = [
  (document) => `Hội nghị quán triệt ${document}.`,
  (document) => `Thực hiện ${document}, các đơn vị đã vào cuộc.`,
  (document) => `Huyện sơ kết ${document} trong ngành.`,
]

const coded: fc.Arbitrary<Plant> = fc
  .tuple(
    fc.oneof(partyCode, stateCode, decision),
    fc.constantFrom(' số ', ' '),
    fc.option(fc.tuple(anyDay(1990, 2039), numeric, fc.constantFrom(' ', ', ')), { nil: null }),
    fc.constantFrom(...carriers),
  )
  .map(([code, sign, dated, carry]) => {
    const evidence = `${code.kind}${sign}${code.text}`
    const fields = { kind: code.kind, number: String(code.number), year: String(code.year), code: code.code }
    if (!dated)
      return {
        name: `document/${code.name}`,
        sentence: carry(evidence),
        facts: [fact('document', evidence, { ...fields, issuedOn: 'null' })],
      }
    const [day, { write }, gap] = dated
    const date = `ngày ${write(day)}`
    return {
      name: `document/${code.name}, dated`,
      sentence: carry(`${evidence}${gap}${date}`),
      facts: [
        fact('document', evidence, { ...fields, issuedOn: iso(day) }),
        fact('date', date, { kind: 'date', value: iso(day) }),
      ],
    }
  })

const entries = (file: string, kind: string) => termsOf(file).filter((entry) => entry.class === kind)

/** Every noun that a number may follow. */
const numbered = fc
  .tuple(
    fc.constantFrom(...entries('document.tsv', 'DocKind'), ...entries('document.tsv', 'NumberedKind')),
    number,
    fc.constantFrom(...carriers),
  )
  .map(([{ class: kind, term, value }, n, carry]): Plant => {
    const evidence = `${capital(term)} số ${n}`
    const fields = { kind: value, number: String(n), code: 'null' }
    return { name: `document/${kind}`, sentence: carry(evidence), facts: [fact('document', evidence, fields)] }
  })

/** Every law of the lexicon. */
const laws = fc
  .tuple(
    fc.constantFrom(...entries('law.tsv', 'LawName')),
    year,
    fc.constantFrom(' ', ' năm '),
    fc.constantFrom(...carriers),
  )
  .map(([{ term }, y, gap, carry]): Plant => {
    const evidence = `Luật ${term}${gap}${y}`
    const fields = { kind: 'Luật', name: `Luật ${term}`, year: String(y) }
    return { name: 'document/law', sentence: carry(evidence), facts: [fact('document', evidence, fields)] }
  })

export const documents: fc.Arbitrary<Plant> = fc.oneof(
  { weight: 3, arbitrary: coded },
  { weight: 1, arbitrary: numbered },
  { weight: 1, arbitrary: laws },
)
