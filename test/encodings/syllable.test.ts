import { describe, expect, it } from 'vitest'
import { isVietnameseSyllable } from '../../src/encodings/syllable.ts'
import { articleWords } from './material.ts'

const right =
  'nghiêng giếng gìn quốc quyển khuỷu thuở oách ngoằn ngoèo huơ yến yếu uống ướt ý ở ĐẢNG Ủy hòa hoà thúy thuý quý mỹ kỹ xoong tuýp quạt rượu'
const wrong = [
  ['hat', 'a stopped rhyme without a tone'],
  ['hàt', 'huyền on a stopped rhyme'],
  ['hốt́', 'two tones'],
  ['đâủ', 'the tone beside the shaped vowel'],
  ['kà', 'k before a'],
  ['cề', 'c before ê'],
  ['ngề', 'ng before ê'],
  ['qốc', 'q without u'],
  ['iêu', 'iê without an onset'],
  ['où', 'a rhyme that is none'],
  ['été', 'two syllables'],
  ['façade', 'a letter that is none'],
  ['', 'nothing'],
] as const

describe('a Vietnamese syllable', () => {
  it.each(right.split(' '))('%s', (word) => expect(isVietnameseSyllable(word)).toBe(true))
  it.each(right.split(' '))('%s with marks by themselves', (word) =>
    expect(isVietnameseSyllable(word.normalize('NFD'))).toBe(true),
  )
  it.each(wrong)('%s is none: %s', (word) => expect(isVietnameseSyllable(word)).toBe(false))

  it('is nearly every word with a mark of correct articles', () => {
    const words = articleWords().filter((word) => /[^A-Za-z]/.test(word) && word !== word.toUpperCase())
    const misses = words.filter((word) => !isVietnameseSyllable(word))
    expect(misses.length / words.length).toBeLessThan(0.01)
  })
})
