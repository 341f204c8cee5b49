import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode, type EncodingName, encode } from '../../src/encodings/index.ts'

const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
const small = [...'aăâeêioôơuưy'].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))).concat('đ')
const letters = [...small, ...small.map((letter) => letter.toUpperCase())]
const legacy: readonly EncodingName[] = ['windows-1258', 'tcvn5712', 'vni', 'viscii', 'vps', 'viqr']

describe.each(legacy)('%s', (encoding) => {
  it.each(letters)('has %s', (letter) => {
    const { bytes, replaced } = encode(`B${letter}D `, encoding)
    expect(replaced).toEqual([])
    expect(decode(bytes, { encoding }).text).toBe(`B${letter}D `)
  })

  it('keeps ASCII', () => {
    const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join(' ')
    expect(decode(encode(ascii, encoding).bytes, { encoding }).text).toBe(ascii)
  })
})

describe('tcvn3', () => {
  it.each(small)('has %s', (letter) => {
    expect(decode(encode(letter, 'tcvn3').bytes, { encoding: 'tcvn3' }).text).toBe(letter)
  })

  it('has the capitals without a tone, and none with one', () => {
    const { text, replaced } = encode('Ă Â Ê Ô Ơ Ư Đ; Ấ Ở', 'tcvn3')
    expect(text).toBe('Ă Â Ê Ô Ơ Ư Đ; ấ ở')
    expect(replaced).toEqual([
      { character: 'Ấ', by: 'ấ', count: 1 },
      { character: 'Ở', by: 'ở', count: 1 },
    ])
  })

  it('has the quotes and dashes of Word', () => {
    expect(encode('“a” – ‘b’…', 'tcvn3').replaced).toEqual([])
  })
})

/** Bytes of the same texts by another implementation. */
it.each([
  ['viscii', 'viscii'],
  ['tcvn5712', 'tcvn'],
  ['windows-1258', 'windows-1258'],
] as const)('%s is what iconv-lite has', (encoding, theirs) => {
  for (const letter of letters) {
    const { bytes } = encode(letter, encoding)
    expect(iconv.decode(Buffer.from(bytes), theirs).normalize('NFC'), letter).toBe(letter)
  }
})

/** Written down by hand from files of the time. */
it.each([
  ['tcvn3', 'Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['tcvn3', '§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
  ['vni', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ['vni', 'Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
  ['vni', 'THAØNH PHOÁ HOÀ CHÍ MINH', 'THÀNH PHỐ HỒ CHÍ MINH'],
  ['viqr', 'Co^.ng ho`a xa~ ho^.i chu? nghi~a Vie^.t Nam. DDo^.c la^.p', 'Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập'],
] as const)('%s: %s', (encoding, written, read) => {
  const bytes = Uint8Array.from([...written].map((character) => character.charCodeAt(0)))
  expect(decode(bytes, { encoding }).text).toBe(read)
})
