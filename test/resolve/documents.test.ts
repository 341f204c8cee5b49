/** Which citations are of one document, and what year a date without one has. */
import { describe, expect, it } from 'vitest'
import type { Mention } from '../../src/facts/types.ts'
import { documents } from '../../src/resolve/documents.ts'

type DocumentMention = Mention<'document'>

const mention = (start: number, end: number) => ({ first: start, last: end, start, end, rule: 'test' })

/** A citation of ten units at `start`; what is not said is null. */
function cite(fields: Partial<DocumentMention>, start = 0): DocumentMention {
  return {
    type: 'document',
    ...mention(start, start + 10),
    kind: 'Nghị quyết',
    number: null,
    year: null,
    symbol: null,
    code: null,
    issuer: null,
    congress: null,
    plenum: null,
    issuedOn: null,
    subject: null,
    key: null,
    ...fields,
  }
}
const date = (value: string, start: number, end = start + 10): Mention<'date'> => ({
  type: 'date',
  ...mention(start, end),
  kind: 'date',
  value,
})

const resolved = (...mentions: readonly Mention[]) => documents(mentions)
/** The keys of citations, in their order. */
const keys = (...cited: readonly Partial<DocumentMention>[]) =>
  resolved(...cited.map((fields, i) => cite(fields, i * 20))).map((m) => (m as DocumentMention).key)

describe('the key that a citation gives itself', () => {
  it.each<[Partial<DocumentMention>, string | null]>([
    [{ number: '45', code: '45-NQ/TW', issuedOn: '2023-11-24' }, '45-NQ/TW (2023-11-24)'],
    [{ number: '45', code: '45-NQ/TW', congress: 13 }, '45-NQ/TW (khóa 13)'],
    [{ number: '45', code: '45-NQ/TW', congress: 13, issuedOn: '2023-11-24' }, '45-NQ/TW (2023-11-24)'],
    [{ number: '45', code: '45-NQ/TW', issuedOn: 'XXXX-11-24' }, null],
    [{ number: '45', code: '45-NQ/TW', issuedOn: 'XXXX-11-24', congress: 13 }, '45-NQ/TW (khóa 13)'],
    [{ number: '45', code: '45-NQ/TW' }, null],
    [{ number: '30', year: 2020, code: '30/2020/NĐ-CP', issuedOn: '2020-03-05' }, '30/2020/NĐ-CP'],
    [{ number: '51', code: '51/QH10' }, '51/QH10'],
    [{ number: '30', year: 2020 }, 'Nghị quyết 30/2020'],
    [{ number: '30', issuer: 'Bộ Chính trị', congress: 12 }, 'Nghị quyết 30 (Bộ Chính trị, khóa 12)'],
    [{ number: '30', issuer: 'Bộ Chính trị', issuedOn: '2017-05-01' }, 'Nghị quyết 30 (Bộ Chính trị, 2017-05-01)'],
    [{ number: '30', issuer: 'Bộ Chính trị' }, null],
    [{ number: '30', congress: 12 }, null],
    [{ plenum: 8, congress: 13 }, 'Nghị quyết TW8 khóa 13'],
    [{ plenum: 8 }, null],
    [{ congress: 13 }, null],
    [{ name: 'luật Đất đai', year: 2013 }, 'Luật Đất đai 2013'],
    [{ name: 'luật Đất đai' }, 'Luật Đất đai'],
  ])('%j: %s', (fields, key) => {
    expect(keys(fields)).toEqual([key])
  })
})

describe('one document', () => {
  it.each<[string, Partial<DocumentMention>, Partial<DocumentMention>, string]>([
    [
      'a short form behind it',
      { number: '45', code: '45-NQ/TW', congress: 13 },
      { number: '45' },
      '45-NQ/TW (khóa 13)',
    ],
    [
      'a short form before it',
      { number: '45' },
      { number: '45', code: '45-NQ/TW', congress: 13 },
      '45-NQ/TW (khóa 13)',
    ],
    [
      'a code without a date',
      { number: '45', code: '45-NQ/TW', issuedOn: '2023-11-24' },
      { number: '45', code: '45-NQ/TW' },
      '45-NQ/TW (2023-11-24)',
    ],
    ['a number with a zero', { number: '05', code: '05-CT/TW', congress: 12 }, { number: '5' }, '05-CT/TW (khóa 12)'],
    [
      'a year for a code',
      { number: '30', year: 2020 },
      { number: '30', year: 2020, code: '30/2020/NĐ-CP' },
      '30/2020/NĐ-CP',
    ],
    [
      'a code of another kind word',
      { number: '30', kind: 'Nghị định', year: 2020, code: '30/2020/NĐ-CP' },
      { number: '30', kind: 'Văn bản', code: '30/2020/NĐ-CP' },
      '30/2020/NĐ-CP',
    ],
    ['a law without its year', { name: 'Luật Đất đai', year: 2013 }, { name: 'luật đất đai' }, 'Luật Đất đai 2013'],
    ['a plenum without its congress', { plenum: 8, congress: 13 }, { plenum: 8 }, 'Nghị quyết TW8 khóa 13'],
    [
      'a part of the issuer',
      { number: '7', issuer: 'Thủ tướng Chính phủ', issuedOn: '2020-01-02' },
      { number: '7', issuer: 'Thủ tướng' },
      'Nghị quyết 7 (Thủ tướng Chính phủ, 2020-01-02)',
    ],
    [
      'more than the issuer',
      { number: '7', issuer: 'Thủ tướng', issuedOn: '2020-01-02' },
      { number: '7', issuer: 'Thủ tướng Chính phủ' },
      'Nghị quyết 7 (Thủ tướng, 2020-01-02)',
    ],
    [
      'the issuer in other letters',
      { number: '7', issuer: 'Tỉnh ủy', issuedOn: '2020-01-02' },
      { number: '7', issuer: 'tỉnh uỷ' },
      'Nghị quyết 7 (Tỉnh ủy, 2020-01-02)',
    ],
    [
      'no issuer of the first',
      { number: '7', code: '7-NQ/TW', issuedOn: '2020-01-02' },
      { number: '7', issuer: 'Bộ Chính trị' },
      '7-NQ/TW (2020-01-02)',
    ],
  ])('%s', (_name, a, b, key) => {
    expect(keys(a, b)).toEqual([key, key])
  })

  it('of a year keeps the key of the whole code, also before it', () => {
    expect(keys({ number: '30', year: 2020, code: '30/2020/NĐ-CP' }, { number: '30', year: 2020 })).toEqual([
      '30/2020/NĐ-CP',
      '30/2020/NĐ-CP',
    ])
  })

  it('of a year keeps its own key where two codes have it', () => {
    const [a, b, c] = keys(
      { number: '30', year: 2020, code: '30/2020/NĐ-CP' },
      { number: '30', year: 2020, code: '30/2020/QĐ-TTg' },
      { number: '30', year: 2020 },
    )
    expect([a, b, c]).toEqual(['30/2020/NĐ-CP', '30/2020/QĐ-TTg', 'Nghị quyết 30/2020'])
  })
})

describe('two documents', () => {
  it.each<[string, Partial<DocumentMention>, Partial<DocumentMention>]>([
    ['numbers', { number: '45', code: '45-NQ/TW', congress: 13 }, { number: '46' }],
    ['kinds', { number: '45', code: '45-NQ/TW', congress: 13 }, { number: '45', kind: 'Chỉ thị' }],
    ['codes', { number: '45', code: '45-NQ/TW', congress: 13 }, { number: '45', code: '45-NQ/TU' }],
    ['congresses', { number: '45', code: '45-NQ/TW', congress: 13 }, { number: '45', congress: 12 }],
    ['years', { number: '45', year: 2020, code: '45/2020/NQ-HĐND' }, { number: '45', year: 2021 }],
    ['dates', { number: '45', code: '45-NQ/TW', issuedOn: '2023-11-24' }, { number: '45', issuedOn: '2023-11-25' }],
    ['issuers', { number: '45', issuer: 'Bộ Y tế', congress: 13 }, { number: '45', issuer: 'Bộ Xây dựng' }],
    ['plenums', { plenum: 8, congress: 13 }, { plenum: 7 }],
    ['congresses of one plenum', { plenum: 8, congress: 13 }, { plenum: 8, congress: 12 }],
    ['a number and a plenum', { plenum: 8, congress: 13 }, { number: '8', kind: 'Nghị quyết' }],
    ['a number that ends alike', { number: '105', code: '105-NQ/TW', congress: 13 }, { number: '15' }],
    ['names', { name: 'Luật Đất đai', year: 2013 }, { name: 'Luật Nhà ở' }],
    ['years of one name', { name: 'Luật Đất đai', year: 2013 }, { name: 'Luật Đất đai', year: 2024 }],
    ['a name and a number', { name: '8', year: 2013 }, { number: '8' }],
  ])('are two by their %s', (_name, a, b) => {
    const [first, second] = keys(a, b)
    expect(first).not.toBeNull()
    expect(second).not.toBe(first)
    expect(keys(b, a)).toEqual([second, first])
  })
})

describe('several that it may be', () => {
  const codes = [
    { number: '45', code: '45-NQ/TW', congress: 13 },
    { number: '45', code: '45-NQ/TU', congress: 12 },
  ]

  it('gives none, and their keys', () => {
    const [, , short] = resolved(...[...codes, { number: '45' }].map((fields, i) => cite(fields, i * 20)))
    expect(short).toMatchObject({ key: null, ambiguous: ['45-NQ/TU (khóa 12)', '45-NQ/TW (khóa 13)'] })
  })

  it('means the one before it rather than the one behind it', () => {
    const [a, b] = codes
    expect(keys(a as object, { number: '45' }, b as object)[1]).toBe('45-NQ/TW (khóa 13)')
  })

  it('says nothing of others where there is one', () => {
    const [, short] = resolved(...[codes[0] as object, { number: '45' }].map((fields, i) => cite(fields, i * 20)))
    expect(short).not.toHaveProperty('ambiguous')
  })

  it('counts a key once, and a year beside its code not at all', () => {
    expect(
      keys(
        { number: '30', year: 2020 },
        { number: '30', year: 2020, code: '30/2020/NĐ-CP' },
        { number: '30', year: 2020, code: '30/2020/NĐ-CP' },
        { number: '30' },
      ),
    ).toEqual(['30/2020/NĐ-CP', '30/2020/NĐ-CP', '30/2020/NĐ-CP', '30/2020/NĐ-CP'])
  })

  it('tells 32 documents of one number apart, no more', () => {
    const many = Array.from({ length: 34 }, (_, i) => ({ number: '1', code: `1-NQ/A${i}`, congress: 13 }))
    const mentions = resolved(...[...many, { number: '1' }].map((fields, i) => cite(fields, i * 20)))
    expect((mentions.at(-1) as DocumentMention).ambiguous).toHaveLength(32)
  })
})

describe('the year of an issue date', () => {
  const citation = cite({ number: '45', code: '45-NQ/TW', issuedOn: 'XXXX-06-10' }, 1000)
  /** The date of the citation, beside date facts. */
  const issued = (...dates: readonly Mention<'date'>[]) => {
    const all = [...dates, citation].sort((a, b) => a.start - b.start)
    return resolved(...all).find((m) => m.type === 'document') as DocumentMention
  }

  it('comes from the date fact beside it', () => {
    expect(issued(date('2021-06-10', 1011))).toMatchObject({
      issuedOn: '2021-06-10',
      inferred: [{ field: 'issuedOn', basis: 'year of the date fact beside it' }],
      key: '45-NQ/TW (2021-06-10)',
    })
  })

  it.each([
    ['before it', date('2021-06-10', 980), '2021-06-10'],
    ['with a clock time', date('2021-06-10T08:00', 1011), '2021-06-10'],
    ['200 units behind it', date('2021-06-10', 1210), '2021-06-10'],
    ['201 units behind it', date('2021-06-10', 1211), 'XXXX-06-10'],
    ['200 units before it', date('2021-06-10', 790), '2021-06-10'],
    ['201 units before it', date('2021-06-10', 789), 'XXXX-06-10'],
    ['of another day', date('2021-06-11', 1011), 'XXXX-06-10'],
    ['without a year', date('XXXX-06-10', 1011), 'XXXX-06-10'],
    ['within it', date('2021-06-10', 1003, 1009), '2021-06-10'],
  ])('of a date %s', (_name, fact, iso) => {
    expect(issued(fact).issuedOn).toBe(iso)
  })

  it.each([
    [980, 1050, '2020-06-10'],
    [900, 1015, '2021-06-10'],
    [980, 1020, '2020-06-10'],
  ])('comes from the nearest: at %i and at %i', (a, b, iso) => {
    expect(issued(date('2020-06-10', a), date('2021-06-10', b)).issuedOn).toBe(iso)
  })

  it('is looked for past dates that are of other days or far away', () => {
    expect(issued(date('2019-06-10', 100), date('2018-01-01', 990), date('2021-06-10', 1020)).issuedOn).toBe(
      '2021-06-10',
    )
  })

  it('stays where it is told, and adds to what is inferred', () => {
    const own = cite({ number: '1', issuedOn: '2020-06-10' }, 0)
    expect(resolved(own, date('2021-06-10', 11))[0]).not.toHaveProperty('inferred')
    expect(resolved(own, date('2021-06-10', 11))[0]).toMatchObject({ issuedOn: '2020-06-10' })
    const inferred = { ...citation, inferred: [{ field: 'issuer', basis: 'x' }] }
    expect(resolved(inferred, date('2021-06-10', 1011))[0]?.inferred).toHaveLength(2)
  })

  it('of each citation is looked for by itself', () => {
    const again = { ...citation, start: 3000, end: 3010 }
    const years = resolved(citation, date('2021-06-10', 1011), date('2022-06-10', 2990), again)
    expect(years.map((m) => (m.type === 'document' ? m.issuedOn : ''))).toEqual(['2021-06-10', '', '', '2022-06-10'])
  })
})

it('leaves other mentions and their order alone', () => {
  const only = [date('2021-06-10', 0)]
  expect(resolved(...only)).toEqual(only)
  const mixed = resolved(date('2021-06-10', 0), cite({ number: '1' }, 20), date('2021-06-11', 40))
  expect(mixed.map(({ type }) => type)).toEqual(['date', 'document', 'date'])
})
