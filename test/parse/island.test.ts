import { describe, expect, it } from 'vitest'
import { createToken, type TokenType, tokenMatcher } from '../../grammars/_shared/engine.ts'
import { lexical } from '../../grammars/_shared/tokens.ts'
import { Vocabulary } from '../../src/parse/island.ts'
import { Lexicons } from '../../src/scan/lexicon.ts'

const lexicons = new Lexicons({
  a: 'term\tclass\tvalue\tsource\nđiểm cầu\tPoint\t\town\nnăm\tNumberWord\t5\town\nnăm\tUnit\t\town\n',
  b: 'term\tclass\tvalue\tsource\nđiểm\tOther\t\town\n',
})
const [Point, NumberWord, Unit] = ['Point', 'NumberWord', 'Unit'].map((name) => lexical(name)) as [
  TokenType,
  TokenType,
  TokenType,
]
const vocabulary = new Vocabulary(lexicons, ['a'], [Point, NumberWord, Unit], [['NumberWord', 'Unit']])
const read = (text: string, limit = 99) =>
  vocabulary.read(lexicons.scan(text), 0, limit).map(({ tokenType, image }) => `${tokenType.name}:${image}`)

describe('an island', () => {
  it('has terms of several words as one token, of the lexicons that the grammar reads', () => {
    expect(read('64 Điểm cầu, điểm')).toEqual(['Digits:64', 'Point:Điểm cầu', 'Comma:,', 'Lower:điểm'])
  })

  it('has words by their shape and marks by their kind', () => {
    expect(read('Họp UBND tỉnh (24/11)')).toEqual([
      'Capital:Họp',
      'AllCaps:UBND',
      'Lower:tỉnh',
      'Open:(',
      'Pair:24/11',
      'Close:)',
    ])
  })

  it('gives a term of two classes both', () => {
    const [token] = vocabulary.read(lexicons.scan('năm'), 0, 1)
    expect([NumberWord, Unit, Point].map((type) => token && tokenMatcher(token, type))).toEqual([true, true, false])
    expect(token?.entries.map(({ class: name }) => name)).toEqual(['NumberWord', 'Unit'])
  })

  it('ends at the line’s end and at its limit', () => {
    expect(read('một hai\nba')).toHaveLength(2)
    expect(read('một hai ba', 2)).toHaveLength(2)
  })

  it('has half-open offsets of the text and token indexes', () => {
    const tokens = vocabulary.read(lexicons.scan('64 điểm cầu'), 0, 9)
    expect(tokens.map(({ startOffset, endOffset, first, last }) => [startOffset, endOffset, first, last])).toEqual([
      [0, 2, 0, 1],
      [3, 11, 1, 3],
    ])
  })
})

it('wants combinations of classes to be named', () => {
  const bare = new Vocabulary(lexicons, ['a'], [createToken('NumberWord'), createToken('Unit')])
  expect(() => bare.read(lexicons.scan('năm'), 0, 1)).toThrow('NumberWord_Unit')
})
