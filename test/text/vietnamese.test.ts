import { describe, expect, it } from 'vitest'
import { foldKey, glueIndex, isSyllable, letterTables, UPPER, VOWEL } from '../../src/text/vietnamese.ts'

const VOWELS = [...'aăâeêioôơuưy']
const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']

describe('the tables of letters', () => {
  const { base, tone, upper, vowel, letter } = letterTables()
  const codeOf = (char: string) => char.charCodeAt(0)

  it.each(VOWELS.flatMap((v) => TONES.map((mark, n) => [(v + mark).normalize('NFC'), v, n] as const)))(
    '%s is %s with tone %i, small and capital',
    (char, of, n) => {
      for (const form of [char, char.toUpperCase()]) {
        expect(form).toHaveLength(1)
        const code = codeOf(form)
        expect([base[code], tone[code], upper[code]]).toEqual([codeOf(of), n, form === char ? 0 : 1])
        expect((letter[code] as number) & 0xffff).toBe(codeOf(of))
        expect(((letter[code] as number) >> 16) & 7).toBe(n)
        expect(!!((letter[code] as number) & UPPER)).toBe(form !== char)
        expect(!!((letter[code] as number) & VOWEL)).toBe(true)
      }
    },
  )

  it('number the base letters of Vietnamese, and give all others the last number', () => {
    const numbers = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'].map((char) => (letter[codeOf(char)] as number) >>> 21)
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
    for (const char of 'ßж') expect((letter[codeOf(char)] as number) >>> 21).toBe(63)
  })

  it.each([...'bĐzż'])('%s is no vowel', (char) => {
    expect(vowel[base[codeOf(char)] as number]).toBe(0)
    expect((letter[codeOf(char)] as number) & VOWEL).toBe(0)
  })

  it.each([...'ńḗάßj'])('%s has no tone of Vietnamese: it is a letter of its own', (char) => {
    expect([base[codeOf(char)], tone[codeOf(char)]]).toEqual([codeOf(char), 0])
  })

  it('leave a letter whose small form is two letters as it is', () => {
    expect(base[codeOf('İ')]).toBe(codeOf('İ'))
  })

  it.each([...' 1.@[`{“\u00d7'])('%j is no letter', (char) => {
    expect([base[codeOf(char)], letter[codeOf(char)]]).toEqual(char < '\u1f00' ? [0, 0] : [undefined, undefined])
  })
})

describe('foldKey', () => {
  it.each([
    ['hòa', 'hoà'],
    ['khóa', 'khoá'],
    ['ủy', 'uỷ'],
    ['Ủy ban', 'UỶ BAN'],
    ['kỹ thuật', 'kĩ thuật'],
    ['quý', 'quí'],
    ['Đồng  chí', 'đồng chí'],
    ['thuế'.normalize('NFD'), 'thuế'],
  ])('%s and %s meet', (a, b) => {
    expect(foldKey(a)).toBe(foldKey(b))
  })

  it.each([
    ['Đồng chí', 'đông1 chi2'],
    ['ma', 'ma'],
    ['  hội   nghị ', 'hôi5 nghi5'],
    ['“Họp”, 3/4', '“hop5”, 3/4'],
    ['ἀ', 'ἀ'],
    ['lý', 'li2'],
    ['quý', 'qui2'],
    ['thúy', 'thuy2'],
    ['Y tế', 'i tê2'],
  ])('of %j is %j', (text, key) => {
    expect(foldKey(text)).toBe(key)
  })

  it.each([
    ['mía', 'mịa'],
    ['qay', 'qai'],
    ['tay', 'tai'],
    ['ma', 'má'],
    ['dân', 'đân'],
    ['thuy', 'thui'],
  ])('%s and %s stay apart', (a, b) => {
    expect(foldKey(a)).not.toBe(foldKey(b))
  })
})

it.each(['nghiêng', 'quyết', 'khuya', 'Đồng', 'ủy', 'giếng', 'oanh', 'yêu'])('%s is a syllable', (letters) => {
  expect(isSyllable(letters)).toBe(true)
})
it.each(['quyếtvề', 'bl', 'zoo', 'wifi', 'strong', 'ngth'])('%s is none', (letters) => {
  expect(isSyllable(letters)).toBe(false)
})

it.each([
  ['quyếtvề', 5],
  ['tạihội', 3],
  ['tiếnsĩ', 4],
  ['nguyễn', -1],
])('%s comes apart at %i', (letters, at) => {
  expect(glueIndex(letters)).toBe(at)
})
