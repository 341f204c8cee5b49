/** Numbers and the spans of counts, as attendance and bridge points read them. */
import { describe, expect, it } from 'vitest'
import { parseDigits, parseNumberWords } from '../../src/facts/numbers.ts'
import { type AttendanceFact, extract } from '../../src/index.ts'
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

describe('a count before its noun', () => {
  const read = (text: string) =>
    extract(text)
      .facts.filter((fact): fact is AttendanceFact => fact.type === 'attendance')
      .map((fact) => [fact.text, fact.count, fact.of, fact.approx])

  it.each([
    ['Có 1.340 cán bộ dự lễ.', '1.340 cán bộ', 1340, null, 'exact'],
    ['Có 1340 cán bộ dự lễ.', '1340 cán bộ', 1340, null, 'exact'],
    ['Có 1 340 cán bộ dự lễ.', '1 340 cán bộ', 1340, null, 'exact'],
    ['Có 216,000 cán bộ dự lễ.', '216,000 cán bộ', 216_000, null, 'exact'],
    ['Có 2,5 nghìn cán bộ dự lễ.', '2,5 nghìn cán bộ', 2500, null, 'exact'],
    ['Có 2.5 nghìn cán bộ dự lễ.', '2.5 nghìn cán bộ', 2500, null, 'exact'],
    ['Có 1,5 triệu cán bộ dự lễ.', '1,5 triệu cán bộ', 1_500_000, null, 'exact'],
    ['Có ba nghìn cán bộ dự lễ.', 'ba nghìn cán bộ', 3000, null, 'exact'],
    ['Có 3 trăm nghìn cán bộ dự lễ.', '3 trăm nghìn cán bộ', 300_000, null, 'exact'],
    ['Có hai trăm năm mươi lăm cán bộ dự lễ.', 'hai trăm năm mươi lăm cán bộ', 255, null, 'exact'],
    ['Có 97/103 cán bộ dự lễ.', '97/103 cán bộ', 97, 103, 'exact'],
    ['Có 9/10 cán bộ dự lễ.', '9/10 cán bộ', 9, 10, 'exact'],
    ['Có 2.838/2.870 cán bộ dự lễ.', '2.838/2.870 cán bộ', 2838, 2870, 'exact'],
    ['Có 52 trong tổng số 53 cán bộ dự lễ.', '52 trong tổng số 53 cán bộ', 52, 53, 'exact'],
    ['Có 52 trên tổng số 53 cán bộ dự lễ.', '52 trên tổng số 53 cán bộ', 52, 53, 'exact'],
    ['Có gần 340 cán bộ dự lễ.', 'gần 340 cán bộ', 340, null, 'about'],
    ['Có khoảng hơn 340 cán bộ dự lễ.', 'khoảng hơn 340 cán bộ', 340, null, 'over'],
    ['Có ít nhất 340 cán bộ dự lễ.', 'ít nhất 340 cán bộ', 340, null, 'over'],
    ['Có dưới 340 cán bộ dự lễ.', 'dưới 340 cán bộ', 340, null, 'under'],
    ['Gần 340 cán bộ dự lễ.', 'Gần 340 cán bộ', 340, null, 'about'],
    ['340 cán bộ dự lễ.', '340 cán bộ', 340, null, 'exact'],
    ['Ba trăm cán bộ dự lễ.', 'Ba trăm cán bộ', 300, null, 'exact'],
    // A group has three digits, behind at most three.
    ['Năm 2031 340 cán bộ dự lễ.', '340 cán bộ', 340, null, 'exact'],
  ])('%s', (text, ...expected) => {
    expect(read(text)).toEqual([expected])
  })

  it.each([
    'Hàng trăm cán bộ dự lễ.',
    'Vài chục cán bộ dự lễ.',
    'Mấy trăm cán bộ dự lễ.',
    'Có 10-15 cán bộ dự lễ.',
    'Có 1,25 cán bộ dự lễ.',
    'Có 2.5 cán bộ dự lễ.',
    'Có hai ba cán bộ dự lễ.',
    'Cán bộ thứ hai dự lễ.',
  ])('is none: %s', (text) => {
    expect(read(text)).toEqual([])
  })
})
