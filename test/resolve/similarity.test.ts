import { expect, it } from 'vitest'
import { nearest } from '../../src/options.ts'
import { nameSimilarity, titleSimilarity } from '../../src/resolve/similarity.ts'

it.each([
  ['Xây dựng đội ngũ trí thức', 'xây dựng đội ngũ Trí thức', 1, 1],
  ['Phòng, chống tham nhũng', 'Phòng chống tham nhũng', 0.9, 1],
  ['Học tập và làm theo Bác', 'Phát triển kinh tế biển', 0, 0.4],
  ['văn hoá', 'văn hóa', 1, 1],
])('titles %s and %s', (a, b, least, most) => {
  expect(titleSimilarity(a, b)).toBeGreaterThanOrEqual(least)
  expect(titleSimilarity(a, b)).toBeLessThanOrEqual(most)
})

it('counts a common beginning of names more', () => {
  expect(nameSimilarity('official', 'oficial')).toBeGreaterThan(nameSimilarity('official', 'laiciffo'))
})

it.each([
  ['datee', '; did you mean date?'],
  ['xyz', ''],
])('the nearest of %s', (given, message) => {
  expect(nearest(given, ['date', 'document'])).toBe(message)
})
