import { describe, expect, it } from 'vitest'
import { Across } from '../../src/across/index.ts'
import { type DocumentFact, extract, type Fact, type OfficialFact } from '../../src/index.ts'
import { ownArticles } from '../helpers/material.ts'

const span = { start: 0, end: 1, text: 'x', rule: 'test', confidence: 1, inferred: [] }
const official = (name: string, ...titles: string[]) =>
  ({ ...span, type: 'official', name, titles, rank: null, degree: null, mentions: [] }) as unknown as OfficialFact
const document = (fields: Partial<DocumentFact>) =>
  ({
    ...span,
    type: 'document',
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
  }) as unknown as DocumentFact

/** The keys of facts, each in an article of its own, after all joins. */
function keysOf(facts: readonly (readonly Fact[])[]): (string | null)[][] {
  const across = new Across()
  const keys = facts.map((list, id) =>
    across.add({ id, text: '', extraction: { facts: list, reference: null } }).keys.map(({ key }) => key),
  )
  const joined = new Map(
    [...across.links()].flatMap((link) => (link.type === 'joined' ? [[link.key, link.joined]] : [])),
  )
  return keys.map((list) => list.map((key) => (key === null ? null : (joined.get(key) ?? key))))
}

const same = (a: Fact, b: Fact): boolean => {
  const [[one], [other]] = keysOf([[a], [b]]) as [[string | null], [string | null]]
  return one !== null && one === other
}

const party = { number: '45', symbol: 'NQ/TW', code: '45-NQ/TW' }
const decree = { kind: 'Nghị định', number: '30', year: 2020, symbol: 'NĐ-CP', code: '30/2020/NĐ-CP' }
const local = { kind: 'Quyết định', number: '12', year: 2020, symbol: 'QĐ-UBND', code: '12/2020/QĐ-UBND' }
const plan = { kind: 'Kế hoạch', number: '117', symbol: 'KH/TU', code: '117-KH/TU' }

/** Pairs of citations: whether they are of one document. */
const documents: readonly (readonly [string, Partial<DocumentFact>, Partial<DocumentFact>, boolean])[] = [
  [
    'one date',
    { ...party, issuedOn: '2023-11-24' },
    { ...party, issuedOn: '2023-11-24', issuer: 'Bộ Chính trị' },
    true,
  ],
  ['two dates', { ...party, issuedOn: '2023-11-24' }, { ...party, issuedOn: '2019-01-24' }, false],
  ['number alone', party, party, false],
  ['number alone and a date', party, { ...party, issuedOn: '2023-11-24' }, false],
  ['one term', { ...party, congress: 13 }, { ...party, congress: 13 }, true],
  ['two terms', { ...party, congress: 12 }, { ...party, congress: 13 }, false],
  ['a year of the Government', decree, decree, true],
  ['a year without the symbol', decree, { ...decree, symbol: null, code: null }, true],
  ['two years', decree, { ...decree, year: 2019, code: '30/2019/NĐ-CP' }, false],
  [
    'a year of two provinces',
    { ...local, issuer: 'UBND tỉnh Nghệ An' },
    { ...local, issuer: 'UBND tỉnh Bến Tre' },
    false,
  ],
  [
    'a year of one province',
    { ...local, issuer: 'UBND tỉnh Nghệ An' },
    { ...local, issuer: 'Ủy ban nhân dân tỉnh Nghệ An' },
    true,
  ],
  ['a year of nobody', local, local, false],
  [
    'a day of two provinces',
    { ...plan, issuedOn: '2023-12-01', issuer: 'Tỉnh ủy Nghệ An' },
    { ...plan, issuedOn: '2023-12-01', issuer: 'Tỉnh ủy Bến Tre' },
    false,
  ],
  [
    'a law and its year',
    { kind: 'Luật', name: 'Luật Đất đai', year: 2013 },
    { kind: 'Luật', name: 'Luật đất đai', year: 2013 },
    true,
  ],
  [
    'a law of two years',
    { kind: 'Luật', name: 'Luật Đất đai', year: 2013 },
    { kind: 'Luật', name: 'Luật Đất đai', year: 2024 },
    false,
  ],
  ['a law without a year', { kind: 'Luật', name: 'Luật Đất đai' }, { kind: 'Luật', name: 'Luật Đất đai' }, false],
  [
    'one plenum',
    { plenum: 8, congress: 13, key: 'Nghị quyết Trung ương 8 khóa XIII' },
    { plenum: 8, congress: 13, key: 'Nghị quyết Trung ương 8 khóa XIII' },
    true,
  ],
]

/** Pairs of officials: whether they are one person. */
const persons: readonly (readonly [OfficialFact, OfficialFact, boolean])[] = [
  [
    official('Trần Văn Bình', 'Chủ tịch UBND tỉnh Nghệ An'),
    official('Trần Văn Bình', 'Phó Chủ tịch Ủy ban nhân dân tỉnh Nghệ An'),
    true,
  ],
  [
    official('Trần Văn Bình', 'Chủ tịch UBND tỉnh Nghệ An'),
    official('Trần Văn Bình', 'Chủ tịch UBND tỉnh Bến Tre'),
    false,
  ],
  [official('Trần Văn Bình', 'Chủ tịch UBND tỉnh'), official('Trần Văn Bình', 'Chủ tịch UBND tỉnh'), false],
  [official('Nguyễn Văn An', 'Bí thư Tỉnh ủy'), official('Nguyễn Văn An', 'Bí thư Tỉnh uỷ Bến Tre'), false],
  [official('Nguyễn Văn An', 'Bí thư Tỉnh ủy Bến Tre'), official('Nguyễn Văn An', 'bí thư Tỉnh uỷ Bến Tre'), true],
  [
    official('Nguyễn Văn An', 'Ủy viên Ban Thường vụ Tỉnh ủy Bến Tre'),
    official('Nguyễn Văn An', 'Bí thư Tỉnh uỷ Bến Tre'),
    true,
  ],
  [official('Nguyễn Văn An', 'Giám đốc Sở Y tế'), official('Nguyễn Văn An', 'Giám đốc Sở Y tế'), false],
  [
    official('Nguyễn Văn An', 'Giám đốc Sở Y tế tỉnh Lào Cai'),
    official('Nguyễn Văn An', 'Phó Giám đốc Sở Y tế Lào Cai'),
    true,
  ],
  [
    official('Nguyễn Văn An', 'Giám đốc Sở Y tế tỉnh Lào Cai'),
    official('Nguyễn Văn An', 'Giám đốc Sở Xây dựng tỉnh Lào Cai'),
    false,
  ],
  [official('Lê Minh Hoà', 'Bộ trưởng Bộ Công Thương'), official('Lê Minh Hòa', 'Thứ trưởng Bộ Công Thương'), true],
  [official('Le Minh Hoa', 'Bộ trưởng Bộ Công Thương'), official('Lê Minh Hòa', 'Bộ trưởng Bộ Công Thương'), true],
  [official('Lê Minh Hóa', 'Bộ trưởng Bộ Công Thương'), official('Lê Minh Hòa', 'Bộ trưởng Bộ Công Thương'), false],
  [official('Lê Minh Hòa', 'Thủ tướng'), official('Lê Minh Hòa', 'nguyên Thủ tướng Chính phủ'), true],
  [
    official('Lê Minh Hòa', 'Ủy viên Bộ Chính trị', 'Bí thư Thành ủy Hà Nội'),
    official('Lê Minh Hòa', 'Uỷ viên Bộ Chính trị'),
    true,
  ],
  [official('Phạm Thị Lan', 'Trưởng phòng Nội vụ'), official('Phạm Thị Lan', 'Trưởng phòng Nội vụ'), false],
  [
    official('Phạm Thị Lan', 'Bí thư Huyện ủy Châu Thành'),
    official('Phạm Thị Lan', 'Bí thư Huyện ủy Châu Thành'),
    false,
  ],
  [
    official('Phạm Thị Lan', 'Chủ tịch UBND TP Đà Nẵng'),
    official('Phạm Thị Lan', 'Chủ tịch UBND thành phố Đà Nẵng'),
    true,
  ],
  [official('Phạm Thị Lan', 'Hiệu trưởng Trường Đại học Cần Thơ'), official('Phạm Thị Lan', 'Phó Giám đốc'), false],
  [official('Phạm Thị Lan', 'Phó Giám đốc'), official('Phạm Thị Lan', 'Phó Giám đốc'), false],
  [official('John Smith', 'Tổng thống Mỹ'), official('John Smith', 'tổng thống đắc cử'), true],
  [official('Phạm Thị Lan', 'Chủ tịch HĐQT'), official('Phạm Thị Lan', 'Chủ tịch HĐQT'), false],
]

describe('cited documents', () => {
  it.each(documents)('%s', (_, one, other, expected) => {
    expect(same(document(one), document(other))).toBe(expected)
    expect(same(document(other), document(one))).toBe(expected)
  })

  it('without a key stay by themselves, with what they may be', () => {
    const across = new Across()
    const add = (id: string, fields: Partial<DocumentFact>, day: string | null) =>
      across.add({
        id,
        text: '',
        extraction: { facts: [document(fields)], reference: day === null ? null : { date: day, basis: 'test' } },
      })
    add('a', { ...party, issuedOn: '2023-11-24' }, '2023-12-01')
    add('b', { ...party, issuedOn: '2019-01-24' }, '2019-02-01')
    add('c', party, '2020-01-01')
    add('d', party, '2024-01-01')
    const open = [...across.links()].filter((link) => link.type === 'open')
    expect(open.map(({ id, candidates }) => ({ id, candidates }))).toEqual([
      { id: 'c', candidates: ['45-NQ/TW (2019-01-24)'] },
      { id: 'd', candidates: ['45-NQ/TW (2019-01-24)', '45-NQ/TW (2023-11-24)'] },
    ])
  })
})

describe('persons', () => {
  it.each(
    persons.map(
      ([one, other, expected]) =>
        [
          `${one.name}: ${one.titles.join(', ')} / ${other.name}: ${other.titles.join(', ')}`,
          one,
          other,
          expected,
        ] as const,
    ),
  )('%s', (_, one, other, expected) => {
    expect(same(one, other)).toBe(expected)
    expect(same(other, one)).toBe(expected)
  })

  it('with two posts in one article join those who have one of them', () => {
    const keys = keysOf([
      [official('Lê Văn Tư', 'Bí thư Tỉnh ủy Bến Tre')],
      [official('Lê Văn Tư', 'Chủ tịch HĐND tỉnh Bến Tre')],
      [official('Lê Văn Tư', 'Bí thư Tỉnh ủy Bến Tre', 'Chủ tịch HĐND tỉnh Bến Tre')],
      [official('Lê Văn Tư', 'Chủ tịch HĐND tỉnh Lào Cai')],
    ]).flat()
    expect(new Set(keys.slice(0, 3)).size).toBe(1)
    expect(keys[3]).not.toBe(keys[0])
  })
})

describe('near-copies', () => {
  const articles = ownArticles()
  const add = (texts: readonly string[]) => {
    const across = new Across()
    return texts.map((text, id) => across.add({ id, text, extraction: extract('') }).copyOf)
  }
  const original = articles[0] as string
  const sentences = original.split(/(?<=[.!?])\s+/)

  it.each([
    ['the same', original],
    [
      'other line ends, marks by themselves, no quotes',
      original.normalize('NFD').replaceAll('\n', '\r\n').replace(/["“”]/g, ''),
    ],
    ['another headline and a source', `Một nhan đề hoàn toàn khác của tòa soạn\n${original}\n(Theo TTXVN)`],
    ['without its last fifth', sentences.slice(0, Math.ceil(sentences.length * 0.8)).join(' ')],
    [
      'every tenth word another',
      original
        .split(' ')
        .map((word, i) => (i % 20 === 7 ? 'khác' : word))
        .join(' '),
    ],
  ])('%s', (_, copy) => {
    expect(add([original, copy])[1]).toMatchObject({ id: 0 })
  })

  it('are none of different articles, nor of one site’s notices', () => {
    expect(add(articles).filter((copy) => copy !== null)).toEqual([])
    const notice = (day: string, place: string) =>
      `Lịch cắt điện ngày ${day} tại ${place} từ 8 giờ đến 17 giờ để sửa chữa đường dây.`
    expect(add([notice('3/4/2024', 'huyện Ba Vì'), notice('9/5/2024', 'thị xã Sơn Tây')])[1]).toBeNull()
  })

  it('point to the first, not to a copy of it', () => {
    expect(add([original, `${original} Hết.`, `${original} Tin thêm.`]).map((copy) => copy?.id)).toEqual([
      undefined,
      0,
      0,
    ])
  })

  it('nothing is a copy of nothing', () => {
    expect(add(['', '', '...', '…'])).toEqual([null, null, null, null])
  })

  it('come out the same in every run', () => {
    const texts = [...articles, ...articles.map((text) => `${text} Thêm một câu.`)]
    expect(add(texts)).toEqual(add(texts))
  })
})
