/** Numbers and the spans of counts, as attendance and bridge points read them. */
import { describe, expect, it } from 'vitest'
import { parseDigits, parseNumberWords } from '../../src/facts/numbers.ts'
import { lexicons } from '../../src/scan/load.ts'

it.each([
  ['1.200', 1200],
  ['1.234.567', 1_234_567],
  ['98,9', 98.9],
  ['01', 1],
])('%s', (image, value) => {
  expect(parseDigits(image)).toBe(value)
})

describe('number words', () => {
  const value = (text: string) =>
    parseNumberWords(text.split(' ').map((word) => lexicons().lookup(word, lexicons().bit('count'))))

  it.each([
    ['hai', 2],
    ['mười', 10],
    ['mười lăm', 15],
    ['hai mươi', 20],
    ['ba mươi lăm', 35],
    ['một trăm', 100],
    ['hai trăm linh bốn', 204],
    ['trăm', 100],
    ['một nghìn hai trăm', 1200],
    ['nghìn', 1000],
    ['hai mươi ba nghìn', 23_000],
    ['ba triệu hai trăm nghìn', 3_200_000],
    ['hai triệu rưỡi', 2_500_000],
    ['hai trăm rưỡi', 250],
  ])('%s', (words, number) => {
    expect(value(words)).toBe(number)
  })

  it.each(['hai ba', 'hai đại', 'bốn năm nghìn'])('%s make no number', (words) => {
    expect(value(words)).toBeNaN()
  })
})
