/** Terms, kinds and rules of a user's own. */
import { describe, expect, it } from 'vitest'
import {
  type ExtractOptions,
  explain,
  extract,
  extractAll,
  factTypes,
  OptionError,
  type OwnFact,
  type OwnKind,
  type OwnTerm,
} from '../src/index.ts'

interface MoneyFact extends OwnFact {
  readonly type: 'money'
  readonly amount: number
  readonly currency: 'VND' | 'USD'
}

const SCALES: Readonly<Record<string, number>> = { nghìn: 1e3, triệu: 1e6, tỷ: 1e9 }

const money: OwnKind<MoneyFact> = {
  type: 'money',
  summary: 'an amount of money',
  excludes: ['attendance'],
  *find({ text, reject }) {
    for (const { 0: whole, 1: digits = '', 2: scale = '', 3: unit, index } of text.matchAll(
      /(\d[\d.]*(?:,\d+)?)(?: (nghìn|triệu|tỷ))? (đồng|USD)/g,
    )) {
      const span = { start: index, end: index + whole.length, rule: 'money/amount' }
      const amount = Number(digits.replaceAll('.', '').replace(',', '.')) * (SCALES[scale] ?? 1)
      if (amount === 0) reject({ ...span, code: 'nothing', reason: 'nothing is no amount' })
      else yield { ...span, amount, currency: unit === 'USD' ? 'USD' : 'VND' }
    }
  },
}

describe('a kind of one’s own', () => {
  const TEXT = 'Ngày 4/12/2023, ông Lê Văn Mười, Giám đốc Sở Tài chính, cho biết đã chi 1,5 tỷ đồng và 0 USD.'

  it('is found among the others, with the offsets of the article as given', () => {
    for (const article of [TEXT, TEXT.normalize('NFD'), `\r\n${TEXT.replaceAll(' ', '\u00a0')} 😀`]) {
      const { facts } = extract(article, { kinds: [money] })
      const [fact] = facts.filter((f): f is MoneyFact => f.type === 'money')
      expect(fact).toMatchObject({ amount: 1.5e9, currency: 'VND', rule: 'money/amount', confidence: 0.5 })
      expect(fact?.text.normalize('NFC').replaceAll('\u00a0', ' ')).toBe('1,5 tỷ đồng')
      expect(article.slice(fact?.start, fact?.end)).toBe(fact?.text)
      expect(facts.map(({ type }) => type)).toEqual(['date', 'official', 'money'])
    }
  })

  it('can be asked for alone, and in any unit', () => {
    const { facts } = extract(TEXT, { kinds: [money], types: ['money'], offsets: 'utf8' })
    expect(facts.map(({ type }) => type)).toEqual(['money'])
    const bytes = new TextEncoder().encode(TEXT)
    expect(new TextDecoder().decode(bytes.subarray(facts[0]?.start, facts[0]?.end))).toBe('1,5 tỷ đồng')
  })

  it('leaves the other facts as they are', () => {
    const others = extract(TEXT, { kinds: [money] }).facts.filter(({ type }) => type !== 'money')
    expect(others).toEqual(extract(TEXT).facts)
    expect(extract(TEXT, { kinds: [money], types: [...factTypes] })).toEqual(extract(TEXT))
  })

  it('is explained, with what it rejects', () => {
    const { facts, rejected } = explain(TEXT, TEXT.indexOf('tỷ'), { kinds: [money] })
    expect(facts[0]?.read).toEqual({ amount: 1.5e9, currency: 'VND' })
    expect(rejected).toContainEqual(expect.objectContaining({ type: 'money', code: 'nothing' }))
  })

  it('takes the room of the kinds that it names', () => {
    const taker: OwnKind<MoneyFact> = {
      ...money,
      excludes: ['date'],
      find: () => [{ start: 0, end: 5, rule: 'money/x', amount: 1, currency: 'VND' }],
    }
    expect(extract(TEXT, { kinds: [taker] }).facts.map(({ type }) => type)).toEqual(['money', 'official'])
    // Asked for dates alone, they are the same.
    expect(extract(TEXT, { kinds: [taker], types: ['date'] }).facts).toEqual([])
  })

  it('may look at what the others found, and extract something itself', () => {
    const seen: string[][] = []
    const nosy: OwnKind<MoneyFact> = {
      ...money,
      *find({ found }) {
        seen.push(found.map(({ type }) => type))
        expect(extract(TEXT).facts).toHaveLength(2)
      },
    }
    const before = extractAll([{ text: TEXT }, { text: TEXT }])
    expect(extractAll([{ text: TEXT }, { text: TEXT }], { kinds: [nosy] })).toEqual(before)
    expect(seen).toEqual([
      ['date', 'official'],
      ['date', 'official'],
    ])
  })

  it.each([
    [[{ ...money, type: 'date' }], 'option kinds[0].type: there is a kind "date" already'],
    [[money, money], 'option kinds[1].type: there is a kind "money" already'],
    [[{ type: 'money' }], 'option kinds[0]: expected an object with type, summary and find'],
    [money, 'option kinds: expected a list of kinds'],
    [
      [{ ...money, excludes: ['atendance'] }],
      'option kinds[0].excludes: there is no built-in type "atendance"; did you mean attendance?',
    ],
  ])('that is wrong is an error: %#', (kinds, message) => {
    expect(() => extract(TEXT, { kinds } as unknown as ExtractOptions)).toThrow(message)
  })

  it.each([
    [{ start: 5, end: 5, rule: 'money/x' }, 'start and end must be offsets of the text, 0 to 93, got 5 and 5'],
    [{ start: 0, end: 96, rule: 'money/x' }, 'got 0 and 96'],
    [{ start: 0, end: 4, rule: 'x' }, 'a mention\'s rule must be "money/…", got x'],
  ])('that finds nonsense is an error: %#', (mention, message) => {
    const bad = { ...money, find: () => [mention] } as unknown as OwnKind<MoneyFact>
    expect(() => extract(TEXT, { kinds: [bad] })).toThrow(message)
  })
})

describe('terms of one’s own', () => {
  const found = (text: string, type: string, lexicon?: readonly OwnTerm[]) =>
    extract(text, { lexicon }).facts.filter((fact) => fact.type === type)

  it.each<[OwnTerm, string, string, object]>([
    [
      { term: 'trưởng cụm điều phối', as: 'position' },
      'Ông Lê Văn Mười, Trưởng cụm điều phối, phát biểu.',
      'official',
      { name: 'Lê Văn Mười', titles: ['Trưởng cụm điều phối'] },
    ],
    [
      { term: 'Sen Xanh Holdings', as: 'body' },
      'Ông Lê Văn Mười, Giám đốc Sen Xanh Holdings, phát biểu.',
      'official',
      { titles: ['Giám đốc Sen Xanh Holdings'] },
    ],
    [
      { term: 'thông cáo nội bộ', as: 'documentKind' },
      'Căn cứ thông cáo nội bộ số 12 của công ty.',
      'document',
      { kind: 'Thông cáo nội bộ', number: '12' },
    ],
    [{ term: 'lễ giao duyên', as: 'event' }, 'Lễ giao duyên có 300 người tham dự.', 'attendance', { count: 300 }],
    [
      { term: 'Zơrâm', as: 'surname' },
      'Chủ tịch UBND xã Zơrâm Thị Búp phát biểu.',
      'official',
      { name: 'Zơrâm Thị Búp' },
    ],
  ])('%j', (term, text, type, fields) => {
    const before = found(text, type)
    expect(found(text, type, [term])).toEqual([expect.objectContaining(fields)])
    // Nothing stays of them.
    expect(found(text, type)).toEqual(before)
  })

  it('change nothing where they do not stand', () => {
    const text = 'Sáng 4/12/2023, ông Lê Văn Mười, Giám đốc Sở Tài chính, dự hội nghị có 64 điểm cầu.'
    expect(extract(text, { lexicon: [{ term: 'Sen Xanh', as: 'body' }] })).toEqual(extract(text))
  })

  it('that are there already change nothing', () => {
    const text = 'Ông Lê Văn Mười, Giám đốc Sở Tài chính, phát biểu.'
    expect(extract(text, { lexicon: [{ term: 'giám đốc', as: 'position' }] })).toEqual(extract(text))
  })

  it.each([
    [{ term: 'x', as: 'postion' }, 'option lexicon[0].as: expected one of body, position'],
    [{ term: 'x', as: 'postion' }, 'did you mean position?'],
    [{ term: 7, as: 'body' }, 'option lexicon[0].term: expected a string, got 7'],
    [{ term: 'Tổ 7', as: 'body' }, 'option lexicon[0].term: "Tổ 7": a term begins with a letter and has no digits'],
    [{ term: '', as: 'body' }, 'a term begins with a letter'],
    [{ term: 'thiếu tướng', as: 'position' }, 'option lexicon[0].as: "thiếu tướng" is in the lexicon already, as Rank'],
    [{ term: 'x', as: 'body', value: 7 }, 'option lexicon[0].value: expected a string, got 7'],
    [null, 'option lexicon[0].term: expected a string'],
  ])('that are wrong are an error: %j', (entry, message) => {
    expect(() => extract('', { lexicon: [entry] } as unknown as ExtractOptions)).toThrow(OptionError)
    expect(() => extract('', { lexicon: [entry] } as unknown as ExtractOptions)).toThrow(message)
  })
})

describe('a rule that is switched off', () => {
  const TEXT = 'Các xã báo cáo trước ngày 15/12/2023.'

  it('finds nothing, and explain says why', () => {
    const all = extract(TEXT).facts
    const { rule } = all.find(({ type }) => type === 'deadline') ?? { rule: '' }
    const options = { withoutRules: [rule] }
    expect(extract(TEXT, options).facts).toEqual(all.filter((fact) => fact.rule !== rule))
    expect(explain(TEXT, 20, options).rejected).toContainEqual(expect.objectContaining({ rule, code: 'rule-off' }))
  })

  it.each([
    [
      { withoutRules: ['deadline/befor'] },
      'option withoutRules: there is no rule "deadline/befor"; did you mean deadline/before?',
    ],
    [{ withoutRules: 'deadline/before' }, 'expected a list of rules'],
  ])('that there is not is an error: %j', (options, message) => {
    expect(() => extract(TEXT, options as unknown as ExtractOptions)).toThrow(message)
  })
})
