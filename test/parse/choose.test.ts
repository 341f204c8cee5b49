import { expect, it } from 'vitest'
import type { FactType, Mention } from '../../src/facts/types.ts'
import { choose } from '../../src/parse/choose.ts'

const mention = (type: FactType, start: number, end: number) => ({ type, start, end, rule: `${type}/x` }) as Mention
const kept = (...mentions: Mention[]) => choose(mentions).kept.map(({ type, start, end }) => `${type} ${start}-${end}`)

it('keeps what does not overlap, in the order of the text', () => {
  expect(kept(mention('date', 10, 14), mention('document', 0, 9))).toEqual(['document 0-9', 'date 10-14'])
})

it('gives a document the room of the dates and counts in it', () => {
  expect(kept(mention('document', 0, 20), mention('date', 15, 20), mention('attendance', 3, 8))).toEqual([
    'document 0-20',
  ])
  expect(kept(mention('date', 0, 10), mention('document', 5, 20))).toEqual(['document 5-20'])
})

it('keeps the longer of two dates', () => {
  expect(kept(mention('date', 0, 5), mention('date', 0, 12))).toEqual(['date 0-12'])
})

it('lets topics and deadlines hold other facts', () => {
  expect(kept(mention('deadline', 0, 20), mention('date', 6, 20), mention('topic', 0, 40))).toHaveLength(3)
})

it('gives each loser a reason', () => {
  const { rejected } = choose([mention('document', 0, 20), mention('date', 15, 20)])
  expect(rejected).toEqual([
    {
      type: 'date',
      start: 15,
      end: 20,
      rule: 'date/x',
      code: 'overlap',
      reason: 'the room is taken by the document of rule document/x',
    },
  ])
})

it('leaves its argument alone and does not depend on its order', () => {
  const mentions = [mention('date', 3, 9), mention('document', 0, 5), mention('date', 8, 12)]
  const before = [...mentions]
  const result = kept(...mentions)
  expect(mentions).toEqual(before)
  expect(kept(...[...mentions].reverse())).toEqual(result)
})
