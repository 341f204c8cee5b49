/** What holds for every article: bad input is data, and the result says what it is. */

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract, extractAll } from '../src/index.ts'
import { articles } from './helpers/paths.ts'

const codes = (text: string) => extract(text).diagnostics.map(({ code }) => code)

describe('bad input', () => {
  it.each([
    ['an empty text', '', ['empty-text']],
    ['a blank text', ' \n\t\u00a0', ['empty-text']],
    ['half a surrogate pair', 'Có 64 điểm cầu \ud83d.', ['lone-surrogate']],
    ['binary', '\u007fELF\0\0\u0001', ['binary']],
    ['a text read in the wrong encoding', 'Ngh\ufffd quy\ufffdt', ['replacement-character']],
    ['a megabyte without a space', 'ă'.repeat(1 << 20), []],
    ['a good text', 'Có 64 điểm cầu.', []],
  ])('%s', (_name, text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  it('still gives the facts that are there', () => {
    expect(extract('Có 64 điểm cầu \ud83d.').facts).toHaveLength(1)
  })

  it.each([[undefined], [null], [7], [{}], [['a']]])('that is no string (%s) is an error of the caller', (article) => {
    expect(() => extract(article as unknown as string)).toThrow(TypeError)
  })
})

describe('a fact', () => {
  it('has its evidence, its rule and a confidence', () => {
    const [fact] = extract('Dự tại hơn 1.200\u00a0điểm cầu cơ sở.').facts
    expect(fact).toMatchObject({
      type: 'bridgePoints',
      start: 7,
      end: 31,
      text: 'hơn 1.200\u00a0điểm cầu cơ sở',
      count: 1200,
      role: 'branch',
      approx: 'over',
      rule: expect.stringMatching(/^bridge-points\//),
    })
    expect(fact?.confidence).toBeGreaterThan(0)
    expect(fact?.confidence).toBeLessThanOrEqual(1)
  })

  it('gives no more than what a type asks for', () => {
    const text = 'Ngày 4/12/2023, hội nghị tại 64 điểm cầu.'
    const types = extract(text, { types: ['bridgePoints'] }).facts.map(({ type }) => type)
    expect(types).toEqual(['bridgePoints'])
  })
})

it('takes the reference date from the caller and says so', () => {
  expect(extract('Họp.', { referenceDate: '2023-12-05' }).reference).toEqual({
    date: '2023-12-05',
    basis: 'given by the caller',
  })
})

describe('extractAll', () => {
  const own = readdirSync(articles)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(`${articles}/${name}`, 'utf8'))

  it('gives of each article what extract gives, however many there are', () => {
    const many = Array.from({ length: 10 }, () => own).flat()
    expect(many.length).toBeGreaterThan(128)
    expect(extractAll(many.map((text) => ({ text })))).toEqual(many.map((text) => extract(text)))
    expect(extractAll([])).toEqual([])
  })

  it('takes a reference date for each, before that of the options', () => {
    const texts = [{ text: 'Họp ngày 4/12.', referenceDate: '2021-12-05' }, { text: 'Họp ngày 4/12.' }]
    const values = extractAll(texts, { referenceDate: '2023-12-05' }).map(({ facts: [fact] }) => fact)
    expect(values).toMatchObject([{ value: '2021-12-04' }, { value: '2023-12-04' }])
  })

  it('sees nothing of the article before it', () => {
    const [first = '', second = ''] = own
    for (let size = 0; size < first.length; size += 17) {
      const cut = first.slice(0, size)
      extract('')
      const fresh = extract(cut)
      extract(second)
      expect(extract(cut)).toEqual(fresh)
    }
  })

  it('names the article that is wrong', () => {
    expect(() => extractAll([{ text: '' }, { text: 7 as unknown as string }])).toThrow('the text of articles[1]')
    expect(() => extractAll([{ text: '', referenceDate: '2023-02-30' }])).toThrow('articles[0].referenceDate')
  })
})
