import { describe, expect, it } from 'vitest'
import { Lexicons, rowsOf } from '../../src/scan/lexicon.ts'

const lexicons = new Lexicons({
  body: 'term\tclass\tvalue\tsource\nủy ban\tBody\t\town\nủy ban nhân dân\tBody\tUBND\town\nUBND\tBody\tUBND\town\nhòa bình\tBody\t\town\n',
  unit: 'term\tclass\tvalue\tsource\nủy viên\tUnit\t\town\nhòa\tUnit\t\town\n',
})
const all = lexicons.bit('body') | lexicons.bit('unit')

const longest = (text: string, mask = all) => {
  const tokens = lexicons.scan(text)
  const match = lexicons.longest(tokens, 0, mask)
  return match && text.slice(0, tokens.end[match.end - 1])
}

describe('longest', () => {
  it.each([
    ['ủy ban nhân dân tỉnh', 'ủy ban nhân dân'],
    ['ủy ban nhân tài', 'ủy ban'],
    ['UỶ BAN NHÂN DÂN', 'UỶ BAN NHÂN DÂN'],
    ['uỷ viên', 'uỷ viên'],
    ['UBND tỉnh', 'UBND'],
    ['hoà bình', 'hoà bình'],
    ['ủy', undefined],
    ['Ubnd tỉnh', undefined],
    ['ubnd', undefined],
  ])('%s: %s', (text, term) => {
    expect(longest(text)).toBe(term)
  })

  it('looks only at the lexicons of the mask', () => {
    expect(longest('hòa bình', lexicons.bit('unit'))).toBe('hòa')
    expect(longest('ủy viên', lexicons.bit('body'))).toBeUndefined()
  })
})

it('says for each token which lexicons have a term there', () => {
  const { starts, length } = lexicons.scan('dự ủy viên ủy ban')
  expect([...starts.subarray(0, length)]).toEqual([0, lexicons.bit('unit'), 0, lexicons.bit('body'), 0])
})

it('looks up whole terms', () => {
  expect(lexicons.lookup('Ủy ban Nhân dân', all)[0]?.value).toBe('UBND')
  expect(lexicons.lookup('ủy ban nhân', all)).toEqual([])
})

describe('rowsOf', () => {
  it('reads rows and passes over remarks', () => {
    expect(rowsOf('term\tclass\tvalue\tsource\n# remark\nhơn\tHedge\tover\town\r\n', 'x')).toEqual([
      { term: 'hơn', class: 'Hedge', value: 'over' },
    ])
  })

  it('names the line of a row that is wrong', () => {
    expect(() => rowsOf('term\tclass\nhơn Hedge\n', 'count')).toThrow('count.tsv:2')
  })
})
