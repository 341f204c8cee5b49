/** Who is who: names, short names and titles of one article. */
import { describe, expect, it } from 'vitest'
import type { Mention } from '../../src/facts/types.ts'
import { explain, extract, type OfficialFact } from '../../src/index.ts'
import { settings } from '../../src/options.ts'
import { run } from '../../src/pipeline.ts'
import { holderOf, personAt, personNamed } from '../../src/resolve/persons.ts'
import { contextOf } from '../helpers/context.ts'

const officials = (text: string) => extract(text).facts.filter((fact): fact is OfficialFact => fact.type === 'official')
/** Of each person the name and the pieces of the text that mean them. */
const named = (text: string) =>
  officials(text).map(({ name, mentions }) => [name, ...mentions.map(({ start, end }) => text.slice(start, end))])
const titles = (text: string) => officials(text).map((official) => official.titles)

describe('a short name', () => {
  it.each([
    ['Bộ trưởng Bộ Y tế Tô Quang Lộc nói. Bộ trưởng Lộc đi thăm.', [['Tô Quang Lộc', 'Tô Quang Lộc', 'Lộc']]],
    ['Bộ trưởng Lộc đi thăm. Bộ trưởng Bộ Y tế Tô Quang Lộc nói.', [['Tô Quang Lộc', 'Lộc', 'Tô Quang Lộc']]],
    // Who has no title beside the full name.
    ['Bộ trưởng Lộc khen ngợi. Sau đó Tô Quang Lộc ra về.', [['Tô Quang Lộc', 'Lộc', 'Tô Quang Lộc']]],
    // The first word of a foreign name.
    [
      'Thủ tướng Nhật Bản Fukuda Haruki gọi điện. Thủ tướng Fukuda cảm ơn.',
      [['Fukuda Haruki', 'Fukuda Haruki', 'Fukuda']],
    ],
    [
      'Tổng thống Pháp Antoine Verdier tới Brussels. Tổng thống Verdier đi bộ.',
      [['Antoine Verdier', 'Antoine Verdier', 'Verdier']],
    ],
    // Nobody has that name in full, but a leader may have one foreign name.
    ['Tổng thống Walden rời Manila. Tổng thống Walden đi xe.', [['Walden', 'Walden', 'Walden']]],
    // Two could be meant, so nobody is.
    [
      'Bộ trưởng Bộ Y tế Tô Quang Lộc và Bộ trưởng Bộ Xây dựng Lê Văn Lộc dự. Bộ trưởng Lộc nói rõ.',
      [
        ['Tô Quang Lộc', 'Tô Quang Lộc'],
        ['Lê Văn Lộc', 'Lê Văn Lộc'],
      ],
    ],
    ['Bộ trưởng Lộc khen ngợi. Sau đó Tô Quang Lộc và Lê Văn Lộc ra về.', []],
    // The first word of a Vietnamese name calls nobody.
    ['Bộ trưởng Bộ Y tế Tô Quang Lộc nói. Bộ trưởng Tô đi thăm.', [['Tô Quang Lộc', 'Tô Quang Lộc']]],
    // A name that goes on is another.
    ['Bộ trưởng Lộc khen ngợi. Sau đó Tô Quang Lộc Hà ra về.', []],
    ['Bộ trưởng Lộc khen ngợi. Sau đó Tô Quang Lộcc ra về.', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })

  it('of nobody is rejected, and the reason says so', () => {
    const text = 'Hôm qua Bộ trưởng Lộc khen ngợi.'
    const at = text.indexOf('Lộc')
    expect(explain(text, at).rejected).toContainEqual({
      type: 'official',
      start: at,
      end: at + 3,
      rule: 'official/title-and-name',
      code: 'no-full-name',
      reason: 'the article has no full name for "Lộc"',
    })
  })

  it.each(['trên', 'tại', 'ở', 'lập tài khoản', 'qua trang', 'nghe nhạc', 'dùng mạng xã hội'])(
    'is that of a thing where it stands behind "%s"',
    (word) => {
      expect(named(`Ông được gọi là Tổng thống Tweeter. Ông ${word} Tweeter mỗi ngày.`)).toEqual([])
    },
  )

  it.each(['về', 'gặp', 'khen', 'trên xe'])('is that of a leader behind "%s"', (word) => {
    expect(named(`Dân gọi là Tổng thống Tweeter. Họ ${word} Tweeter mỗi ngày.`)).toEqual([
      ['Tweeter', 'Tweeter', 'Tweeter'],
    ])
  })
})

describe('a person', () => {
  it('is the same with another place of the tone mark, or with dots and spaces', () => {
    const text = 'Bộ trưởng Trần Văn Hoà nói. Ông Trần Văn Hòa, Chủ tịch HĐND tỉnh, đáp.'
    expect(officials(text)).toHaveLength(1)
    expect(titles(text)).toEqual([['Bộ trưởng', 'Chủ tịch HĐND tỉnh']])
  })

  it('has all places of the full name, but not within a longer one', () => {
    const text = 'Ông Lê Văn An, Bí thư Huyện ủy, dự. Lê Văn An hát. Lê Văn Anh múa. Xã Lê Văn An. QLê Văn An.'
    expect(named(text)).toEqual([['Lê Văn An', 'Lê Văn An', 'Lê Văn An', 'Lê Văn An']])
  })

  it('stands where it is first named', () => {
    const text = 'Lê Văn An hát. Ông Lê Văn An, Bí thư Huyện ủy, dự.'
    expect(officials(text)[0]).toMatchObject({ start: 0, end: 9, text: 'Lê Văn An' })
  })

  it('stands in the order of the text', () => {
    const text = 'Lê Văn An hát. Ông Vũ Văn Ba, Bí thư Huyện ủy, nói. Ông Lê Văn An, Chủ tịch UBND huyện, dự.'
    expect(officials(text).map(({ name }) => name)).toEqual(['Lê Văn An', 'Vũ Văn Ba'])
  })

  it.each([
    ['Thượng tá Lò Văn Hợi đọc lệnh.', 'official/rank-and-name'],
    ['Thượng tá Lò Văn Hợi, Trưởng Công an huyện, đọc lệnh.', 'official/title-and-name'],
    ['Thượng tá Lò Văn Hợi đọc lệnh. Ông Lò Văn Hợi, Trưởng Công an huyện, về.', 'official/title-and-name'],
    ['Tổng thống Pháp Antoine Verdier tới Brussels.', 'official/title-and-foreign-name'],
    ['Tổng thống Walden rời Manila.', 'official/title-and-short-name'],
    ['Tổng thống Pháp Antoine Verdier tới. Tổng thống Verdier đi.', 'official/title-and-foreign-name'],
  ])('%s: %s', (text, rule) => {
    expect(officials(text)[0]?.rule).toBe(rule)
  })

  it('keeps the rank and the degree that come first', () => {
    const text = 'Ông Lò Văn Hợi, Trưởng Công an huyện, đọc lệnh. Thượng tá Lò Văn Hợi về. Đại tá Lò Văn Hợi đi.'
    expect(officials(text)[0]).toMatchObject({ rank: 'Thượng tá', degree: null })
    expect(officials('TS Đỗ Minh Kỷ, Viện trưởng Viện Dầu khí, nói.')[0]).toMatchObject({ rank: null, degree: 'TS' })
  })
})

describe('titles', () => {
  it.each([
    // In the order of the text.
    [
      'Ông Lê Văn An, Bí thư Huyện ủy, dự. Chủ tịch HĐND huyện Lê Văn An nói.',
      ['Bí thư Huyện ủy', 'Chủ tịch HĐND huyện'],
    ],
    // Each once, however it is spelt.
    ['Ông Lê Văn An, Bí thư Huyện ủy, dự. Bí thư Huyện uỷ Lê Văn An nói.', ['Bí thư Huyện ủy']],
    ['Ông Lê Văn An, Bí thư Huyện ủy, dự. BÍ THƯ HUYỆN ỦY Lê Văn An nói.', ['Bí thư Huyện ủy']],
    [
      'Ông Lê Văn An, Trưởng phòng Tài chính - Kế hoạch huyện, dự. Trưởng phòng Tài chính-Kế hoạch huyện Lê Văn An nói.',
      ['Trưởng phòng Tài chính - Kế hoạch huyện'],
    ],
    // A bare form goes, before the fuller one and behind it.
    ['Bộ trưởng Lê Văn An nói. Bộ trưởng Bộ Y tế Lê Văn An ký.', ['Bộ trưởng Bộ Y tế']],
    ['Bộ trưởng Bộ Y tế Lê Văn An ký. Bộ trưởng Lê Văn An nói.', ['Bộ trưởng Bộ Y tế']],
    ['Bộ trưởng Lê Văn An ký. Bộ trưởng Lê Văn An nói.', ['Bộ trưởng']],
    // Another post stays, and so does one that was held.
    ['Thứ trưởng Lê Văn An nói. Bộ trưởng Bộ Y tế Lê Văn An ký.', ['Thứ trưởng', 'Bộ trưởng Bộ Y tế']],
    ['Cựu Bộ trưởng Lê Văn An nói. Bộ trưởng Bộ Y tế Lê Văn An ký.', ['Cựu Bộ trưởng', 'Bộ trưởng Bộ Y tế']],
    ['Bộ trưởng Lê Văn An nói. Nguyên Bộ trưởng Bộ Y tế Lê Văn An ký.', ['Nguyên Bộ trưởng Bộ Y tế']],
  ])('%s', (text, expected) => {
    expect(titles(text)).toEqual([expected])
  })
})

/** An official as another fact asks for one. */
const official = (name: string, ...held: readonly string[]): Mention<'official'> => ({
  type: 'official',
  first: 0,
  last: 0,
  start: 0,
  end: 0,
  rule: 'test',
  name,
  titles: held,
  rank: null,
  degree: null,
  mentions: [],
})
const AN = official('Lê Văn An', 'Bí thư Huyện ủy', 'Ủy viên Ban Thường vụ Tỉnh ủy')
const BA = official('Vũ Văn Ba', 'Phó Bí thư Huyện ủy')
const VERDIER = official('Antoine Verdier', 'Tổng thống Pháp')

describe('whom a title means', () => {
  it.each([
    ['Bí thư Huyện ủy', AN],
    ['bí thư huyện uỷ', AN],
    ['Bí thư', AN],
    ['Phó Bí thư', BA],
    ['Tổng thống', VERDIER],
    ['Thống', undefined],
    ['Bí thư Huyện ủy Đông Giang', undefined],
    ['Chủ tịch', undefined],
  ])('%s', (title, holder) => {
    expect(holderOf([AN, BA, VERDIER], title)).toBe(holder)
  })

  it('is nobody where several hold it', () => {
    const other = official('Hồ Văn Cả', 'Bí thư Huyện ủy')
    expect(holderOf([AN, other], 'Bí thư Huyện ủy')).toBeUndefined()
    expect(holderOf([AN, other], 'Bí thư')).toBeUndefined()
    // Who holds it as it is said comes before who holds a fuller one.
    expect(holderOf([AN, official('Hồ Văn Cả', 'Bí thư')], 'Bí thư')?.name).toBe('Hồ Văn Cả')
  })
})

describe('whom a name means', () => {
  it.each([
    ['Lê Văn An', AN],
    ['lê văn an', AN],
    ['An', AN],
    ['Verdier', VERDIER],
    ['Antoine', VERDIER],
    ['Lê', undefined],
    ['Văn An', undefined],
    ['Mai', undefined],
  ])('%s', (name, person) => {
    expect(personNamed([AN, BA, VERDIER], name)).toBe(person)
  })

  it('is nobody where several are called so', () => {
    expect(personNamed([AN, official('Hồ An')], 'An')).toBeUndefined()
    expect(personNamed([AN, official('Hồ An')], 'Hồ An')?.name).toBe('Hồ An')
    expect(personNamed([official('An')], 'Lê Văn An')).toBeUndefined()
  })
})

describe('who is meant at a place', () => {
  it.each([
    ['ông An nói', AN],
    ['An nói', AN],
    ['Đồng chí Lê Văn An nói', AN],
    ['Đồng chí Bí thư Huyện ủy nói', AN],
    ['Phó Bí thư nói', BA],
    ['Phó Bí thư Huyện ủy Vũ Văn Ba nói', BA],
    ['Tổng thống Verdier nói', VERDIER],
    ['Thượng tá Lê Văn An nói', AN],
    ['Thượng tá, TS. Lê Văn An nói', AN],
    ['TS. Lê Văn An nói', AN],
    ['ông Mai nói', undefined],
    ['hội trường nói', undefined],
    ['', undefined],
  ])('%s', (text, person) => {
    expect(personAt([AN, BA, VERDIER], contextOf(text), 0)).toBe(person)
  })
})

it('covers the tokens of the name where it is first given', () => {
  for (const [text, first, last] of [
    ['Ông Lê Văn An, Bí thư Huyện ủy, dự.', 1, 4],
    ['Bộ trưởng Lộc đi. Bộ trưởng Bộ Y tế Tô Quang Lộc nói.', 2, 3],
    ['Dự có Bí thư Huyện ủy Lê Văn An', 6, 9],
  ] as const)
    expect(run([{ text }], settings())[0]?.mentions).toContainEqual(
      expect.objectContaining({ type: 'official', first, last }),
    )
})

it('takes the rank that stands first, also beside a short name', () => {
  const text = 'Đại tướng Hợi đọc lệnh. Thượng tá Lò Văn Hợi, Trưởng Công an huyện, về.'
  expect(officials(text)).toMatchObject([{ name: 'Lò Văn Hợi', rank: 'Đại tướng' }])
})
