import { expect, it } from 'vitest'
import { difference } from '../../scripts/gains-difference.ts'
import type { Item } from '../../src/eval/match.ts'

const fact = (type: Item['type'], start: number, end: number, fields: object = {}): Item => ({
  type,
  start,
  end,
  rule: 'x',
  ...fields,
})

it('tells what is gained, lost and changed, in the order of the text', () => {
  const before = [
    fact('date', 0, 5, { value: '2023' }),
    fact('official', 10, 15),
    fact('date', 20, 25, { value: '2024' }),
  ]
  const after = [fact('date', 0, 5, { value: '2022' }), fact('topic', 12, 15), fact('date', 20, 25, { value: '2024' })]
  expect(difference(before, after).map(({ kind, fact, fields }) => [kind, fact.type, fields])).toEqual([
    ['changed', 'date', 'value: "2023" → "2022"'],
    ['lost', 'official', undefined],
    ['gained', 'topic', undefined],
  ])
})

it('does not mind which rule found a fact', () => {
  expect(difference([fact('date', 0, 5)], [{ ...fact('date', 0, 5), rule: 'y', confidence: 0.9 }])).toEqual([])
})

it('counts facts that share a type and a span one by one', () => {
  const one = fact('topic', 0, 5)
  expect(difference([one, one], [one]).map(({ kind }) => kind)).toEqual(['lost'])
  expect(difference([one], [one, one]).map(({ kind }) => kind)).toEqual(['gained'])
})
