import { describe, expect, it } from 'vitest'
import {
  convert,
  decode,
  detectEncoding,
  type EncodingName,
  EncodingOptionError,
  encode,
  encodingNames,
} from '../../src/encodings/index.ts'
import { extract } from '../../src/index.ts'
import { ownArticles } from '../helpers/material.ts'
import { paragraph, shown } from './material.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const legacy = encodingNames.filter((name) => !name.startsWith('utf'))
const codePages = legacy.filter((name) => name !== 'viqr' && name !== 'double-utf-8')

describe.each(encodingNames)('%s', (encoding) => {
  it('is found and read in every article of ours, with the facts of the article', () => {
    for (const article of ownArticles()) {
      const { bytes, text } = encode(article, encoding)
      const read = decode(bytes)
      // Without capitals or quotes that are theirs alone the two are one, and with a single one of them the document says so.
      if (encoding === 'tcvn5712' && read.encoding === 'tcvn3') {
        if (read.diagnostics.length > 0) continue
      } else expect(read.encoding).toBe(encoding)
      expect(read.text).toBe(text)
      expect(read.confidence).toBeGreaterThanOrEqual(0.95)
      expect(extract(read.text).facts).toEqual(extract(text).facts)
    }
  })

  it('is found in one sentence', () => {
    expect(decode(encode(paragraph, encoding).bytes)).toMatchObject({
      encoding,
      text: encode(paragraph, encoding).text,
    })
  })

  it('can be said by the caller', () => {
    const { bytes, text } = encode('Họp báo', encoding)
    expect(decode(bytes, { encoding })).toMatchObject({ text, encoding })
  })
})

describe('correct text', () => {
  it('is kept, and its form too', () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const text = paragraph.normalize(form)
      expect(decode(utf8(text))).toMatchObject({ text, encoding: 'utf-8', converted: false, diagnostics: [] })
      expect(convert(text)).toMatchObject({ text, encoding: null, steps: [], converted: false, diagnostics: [] })
    }
  })

  it('loses its byte-order mark', () => {
    expect(decode(utf8(`\ufeff${paragraph}`)).text).toBe(paragraph)
    const marked = encode(`\ufeff${paragraph}`, 'utf-16be').bytes
    expect(decode(marked)).toMatchObject({ text: paragraph, encoding: 'utf-16be' })
  })

  it('may be empty', () => {
    expect(decode(new Uint8Array())).toMatchObject({ text: '', encoding: 'utf-8', converted: false })
    expect(convert('')).toMatchObject({ text: '', converted: false })
  })
})

describe('text that was read in the wrong encoding', () => {
  it.each(codePages)('%s shown as windows-1252', (encoding) => {
    const { text } = encode(paragraph, encoding)
    expect(convert(shown(paragraph, encoding))).toMatchObject({ text, encoding, steps: [encoding], converted: true })
    expect(decode(utf8(shown(paragraph, encoding)))).toMatchObject({ text, steps: ['utf-8', encoding] })
  })

  it.each(codePages.filter((name) => name !== 'windows-1258'))('%s shown as windows-1258', (encoding) => {
    expect(convert(shown(paragraph, encoding, 'windows-1258'))).toMatchObject({
      text: encode(paragraph, encoding).text,
      encoding,
    })
  })

  it('characters of a font in UTF-16', () => {
    const { bytes } = encode(shown(paragraph, 'tcvn3'), 'utf-16le')
    expect(decode(bytes)).toMatchObject({ text: encode(paragraph, 'tcvn3').text, steps: ['utf-16le', 'tcvn3'] })
  })

  it('encoded twice, thrice, and of another language', () => {
    const twice = encode(paragraph, 'double-utf-8').bytes
    expect(decode(twice)).toMatchObject({ text: paragraph, steps: ['utf-8', 'double-utf-8'] })
    const thrice = encode(new TextDecoder().decode(twice), 'double-utf-8').bytes
    expect(decode(thrice)).toMatchObject({ text: paragraph, steps: ['utf-8', 'double-utf-8', 'double-utf-8'] })
    const french = 'L’été à Paris, où l’âme s’élève'
    expect(convert(new TextDecoder().decode(encode(french, 'double-utf-8').bytes)).text).toBe(french)
  })

  it('encoded twice, with the spaces of à and the lost byte of Đ', () => {
    const text = 'Đảng bộ và chính quyền các xã, thôn là nòng cốt, và đã làm tốt vai trò của nhà nước'
    const twice = new TextDecoder().decode(encode(text, 'double-utf-8').bytes)
    expect(convert(twice.replaceAll('\u00a0', ' ')).text).toBe(text)
    expect(convert(twice.replace(/[\u00a0 ]+/g, ' ')).text).toBe(text)
    expect(convert(twice.replaceAll('\u0090', '')).text).toBe(text)
  })

  it('encoded twice, with bytes lost for good: says how many', () => {
    const twice = new TextDecoder().decode(encode(`${paragraph} Tiền đề.`, 'double-utf-8').bytes)
    const { text, diagnostics } = convert(twice.replaceAll('\u0081', ''))
    expect(text).toContain('Ủy ban nhân dân tỉnh họp')
    expect(diagnostics).toEqual([
      { code: 'unrestored', message: expect.stringMatching(/^\d+ characters .* lost a byte; kept as they are$/) },
    ])
  })
})

describe('what is not sure', () => {
  it('is kept, with what it may be', () => {
    const bytes = encode('Sáng nay', 'tcvn3').bytes
    const read = decode(bytes)
    expect(read).toMatchObject({ text: 'S¸ng nay', encoding: null, steps: [], converted: false })
    expect(read.confidence).toBeLessThan(0.95)
    expect(read.diagnostics).toEqual([
      { code: 'unsure', message: expect.stringContaining('not UTF-8 from byte 1 on, perhaps tcvn3') },
    ])
  })

  it('is converted where the caller asks for less', () => {
    const bytes = encode('Sáng nay', 'tcvn3').bytes
    expect(decode(bytes, { minConfidence: 0.5 })).toMatchObject({ text: 'Sáng nay', encoding: 'tcvn3' })
  })

  it('is converted where the document says so too', () => {
    const { bytes, text } = encode('Hội nghị', 'tcvn3')
    expect(decode(bytes).encoding).toBeNull()
    expect(decode(bytes, { declared: 'x-viet-tcvn' })).toMatchObject({ text, encoding: 'tcvn3' })
  })

  it('does not believe what the document says against its words', () => {
    const { bytes, text } = encode(paragraph, 'vni')
    expect(decode(bytes, { declared: 'windows-1258' })).toMatchObject({ text, encoding: 'vni' })
    expect(decode(utf8(paragraph), { declared: 'tcvn3' })).toMatchObject({ text: paragraph, encoding: 'utf-8' })
  })

  it('two encodings in one document: keeps it and says so', () => {
    const text = `${paragraph}\n${shown(paragraph, 'tcvn3')}`
    const read = decode(utf8(text))
    expect(read).toMatchObject({ text, encoding: 'utf-8', converted: false })
    expect(read.diagnostics).toEqual([{ code: 'mixed', message: expect.stringContaining('perhaps tcvn3') }])
  })

  it('one word of a font in a long correct document stays', () => {
    const text = ownArticles().join('\n').normalize('NFC') + shown(' Hội nghị', 'tcvn3')
    expect(decode(utf8(text))).toMatchObject({ text, converted: false })
  })
})

describe('bytes that are wrong', () => {
  it('UTF-8 with errors is UTF-8, and says where', () => {
    const bytes = utf8(paragraph)
    const cut = bytes.subarray(0, bytes.lastIndexOf(0xe1) + 2)
    const read = decode(cut)
    expect(read).toMatchObject({ encoding: 'utf-8', converted: false })
    expect(read.diagnostics).toEqual([
      { code: 'bad-bytes', message: expect.stringContaining(`the first at byte ${cut.length - 2};`) },
    ])
    expect(read.text.endsWith('\ufffd')).toBe(true)
  })

  it('UTF-16 with an odd last byte says so', () => {
    const bytes = encode(paragraph, 'utf-16le').bytes
    expect(decode(bytes.subarray(0, -1)).diagnostics).toEqual([
      { code: 'bad-bytes', message: '1 code units are not UTF-16; U+FFFD stands for them' },
    ])
  })

  it('never throw, and nothing of them is lost', () => {
    let seed = 7
    for (let i = 0; i < 300; i++) {
      const bytes = Uint8Array.from({ length: i }, () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 16)
      const read = decode(bytes)
      if (read.encoding === null) expect(read.text.length).toBe(bytes.length)
    }
  })
})

describe('TCVN3 capitals', () => {
  const read = (text: string) => decode(encode(text, 'tcvn3').bytes, { encoding: 'tcvn3' }).text
  it.each([
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH',
    'Chủ tịch UBND tỉnh và HĐND xã Hà Bình',
    'Bộ VH, TT & DL họp',
    'Bà Võ Thị Lê ở Mỹ',
  ])('%s', (text) => expect(read(text)).toBe(text))

  it('at the beginning of a word in small letters are lost', () => {
    expect(read('Thủ tướng Ấn Độ')).toBe('Thủ tướng ấn Độ')
  })
})

describe('VIQR', () => {
  const read = (text: string) => decode(utf8(text), { encoding: 'viqr' }).text
  it.each([
    ['Ddi dda^u? Ho.c.', 'Đi đâu? Học.'],
    ['he^\\? the^\\.', 'hê? thê.'],
    ["La('k DDa('k. BGD\\DT GDDDT", 'Lắk Đắk. BGDDT GĐDT'],
    ['a\\^2 d\\d', 'a^2 dd'],
    ['www.abc.vn (100)', 'www.abc.vn (100)'],
  ])('%s', (written, text) => expect(read(written)).toBe(text))
})

describe('detectEncoding', () => {
  it('says what decode says, without the text', () => {
    const { bytes } = encode(paragraph, 'viscii')
    const { text: _, converted: __, ...rest } = decode(bytes)
    expect(detectEncoding(bytes)).toEqual(rest)
  })
})

describe('what callers give wrong', () => {
  const bytes = utf8('a')
  it.each([
    [() => decode(bytes, { minConfidence: 2 }), 'minConfidence: expected a number above 0 and at most 1, got 2'],
    [() => decode(bytes, { encoding: 'tcvn' as EncodingName }), 'encoding: expected one of utf-8,'],
    [() => decode(bytes, { min: 1 } as object), 'min: no such option'],
    [() => decode('a' as unknown as Uint8Array), 'bytes: expected a Uint8Array, got "a"'],
    [() => convert(bytes as unknown as string), 'text: expected a string, got object'],
    [() => convert('a', { declared: 5 as unknown as string }), 'declared: expected the name of a charset, got 5'],
    [() => encode('a', 'latin1' as EncodingName), 'encoding: expected one of'],
  ])('%#', (call, message) => {
    expect(call).toThrow(EncodingOptionError)
    expect(call).toThrow(message)
  })
})
