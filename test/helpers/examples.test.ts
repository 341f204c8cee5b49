import { describe, expect, it } from 'vitest'
import { fieldText, parseExamples } from './examples.ts'
import { newTones, oldTones } from './variants.ts'

describe('the form of examples', () => {
  it('marks facts with their fields', () => {
    const [example] = parseExamples(
      '# remark\n@ 2023-12-05\nHọp [4/12]{value=2023-12-04 unit="a b" list="x | y" of=null} [sic].\n',
    )
    expect(example).toMatchObject({ line: 3, negative: false, knownMiss: false, reference: '2023-12-05' })
    expect(example?.pieces.map(({ text }) => text)).toEqual(['Họp ', '4/12', ' [sic].'])
    expect([...(example?.pieces[1]?.fields ?? [])]).toEqual([
      ['value', '2023-12-04'],
      ['unit', 'a b'],
      ['list', 'x | y'],
      ['of', 'null'],
    ])
  })

  it('has negatives, known misses and an end of the reference date', () => {
    const [a, b, c] = parseExamples('@ 2023-12-05\n! không\n@ -\n~ [x]{}\n~ ! y')
    expect(a).toMatchObject({ negative: true, reference: '2023-12-05' })
    expect(b).toMatchObject({ knownMiss: true, negative: false, reference: undefined })
    expect(c).toMatchObject({ knownMiss: true, negative: true })
  })

  it.each([
    ['no mark', 'mark a fact, or begin the line with !'],
    ['! [x]{}', 'a negative has no marked facts'],
    ['[x]{a b}', 'cannot read the fields "a b"'],
  ])('%s: %s', (line, message) => {
    expect(() => parseExamples(line)).toThrow(message)
  })

  it.each([
    [null, 'null'],
    [undefined, 'null'],
    [['a', 'b'], 'a | b'],
    [12.5, '12.5'],
    [false, 'false'],
  ])('%j is written %s', (value, text) => {
    expect(fieldText(value)).toBe(text)
  })
})

it.each([['hòa khóa thủy UỶ QUÝ mùa Hoàn khỏe', 'hoà khoá thuỷ UỶ QUÝ mùa Hoàn khoẻ']])(
  'tone placement: %s, %s',
  (old, young) => {
    expect(newTones(old)).toBe(young)
    expect(oldTones(young)).toBe(old.replace('UỶ', 'ỦY'))
  },
)
