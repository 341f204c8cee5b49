import { describe, expect, it } from 'vitest'
import { normalize } from '../../src/index.ts'

describe('characters', () => {
  it.each([
    ['NFD', 'Nghị quyết'.normalize('NFD'), 'Nghị quyết'],
    ['tone before shape', 'o\u0301\u0302ng', 'ống'],
    ['tone before horn', 'u\u0301\u031b', 'ứ'],
    ['dot below before circumflex', 'Vie\u0323\u0302t', 'Việt'],
    ['tone on a composed letter', 'tiê\u0301n', 'tiến'],
    ['marks behind a zero-width space', 'tie\u200b\u0302\u0301n', 'tiến'],
    ['Icelandic and African look-alikes of Đ', 'Ðảng ủy Ɖồng Nai, tỉnh ðoàn', 'Đảng ủy Đồng Nai, tỉnh đoàn'],
    ['spaces', 'a\u00a0b\u2009c\u3000d\te', 'a b c d e'],
    ['invisible characters', 'đồng\u200b chí\u00ad,\ufeff', 'đồng chí,'],
    ['dashes', '45–NQ—TW−1‑2', '45-NQ-TW-1-2'],
    ['quotes', '«a» „b” ‘c’', "“a” “b” 'c'"],
    ['full-width digits and marks', '１２／３（a）', '12/3(a)'],
    ['references', 'T&amp;T &quot;a&quot; l&agrave;&nbsp;&#7842;nh &amp;nbsp;&#x1EA3;', 'T&T "a" là Ảnh  ả'],
    ['what is no reference', 'R&D; AT&T; &không; &#1;', 'R&D; AT&T; &không; &#1;'],
    ['line ends stay', 'a\r\nb\nc', 'a\r\nb\nc'],
  ])('%s', (_name, article, text) => {
    expect(normalize(article).text).toBe(text)
  })
})

describe('glue and gaps', () => {
  it.each([
    ['Nghị quyếtvề công tác', 'Nghị quyết về công tác'],
    ['họp trực tuyến.Đồng chí', 'họp trực tuyến. Đồng chí'],
    ['( khóa XIII)', '(khóa XIII)'],
    ['45- NQ/TW', '45-NQ/TW'],
    ['183-  NQ/TW', '183-NQ/TW'],
  ])('%s', (article, text) => {
    expect(normalize(article).text).toBe(text)
  })

  it.each([
    'khuỷu tay',
    'nghiêng',
    'vinhomes.com.vn',
    'v.v.',
    '3.000.000',
    'TP.HCM',
    '5 - 7 tháng',
    'ngoằn ngoèo',
    'đường 4- tháng',
  ])('leaves %s alone', (article) => {
    expect(normalize(article).text).toBe(article)
  })
})

describe('the map', () => {
  /** The piece of the article that a piece of its normalised text stands for. */
  const behind = (article: string, piece: string) => {
    const { text, map } = normalize(article)
    const at = text.indexOf(piece)
    expect(at, `"${piece}" in "${text}"`).toBeGreaterThanOrEqual(0)
    return article.slice(map.start(at), map.end(at + piece.length))
  }

  it.each([
    ['dự Nghị quyếtvề trí thức', 'Nghị quyết', 'Nghị quyết'],
    ['dự Nghị quyếtvề trí thức', 'về', 'về'],
    ['số 45- NQ/TW ngày', '45-NQ/TW', '45- NQ/TW'],
    ['họp&nbsp;&#7842;nh 1', 'Ảnh', '&#7842;nh'],
    ['\ufeff\u200bđồng\u200b chí', 'đồng chí', 'đồng\u200b chí'],
    ['😀 4\u00a0điểm cầu', '4 điểm', '4\u00a0điểm'],
    ['ủy ban'.normalize('NFD'), 'ủy', 'ủy'.normalize('NFD')],
    ['tuyến.Đồng chí', 'Đồng', 'Đồng'],
    ['a&amp;nbsp;b', 'b', 'b'],
  ])('%j: %j stands for %j', (article, piece, evidence) => {
    expect(behind(article, piece)).toBe(evidence)
  })

  it('is the identity where nothing is mended', () => {
    const { map, text } = normalize('Đồng chí Nguyễn Văn A')
    expect(text).toBe('Đồng chí Nguyễn Văn A')
    expect([map.start(7), map.end(9)]).toEqual([7, 9])
  })
})

it('says of an article that is no string what it is', () => {
  expect(() => normalize(null as unknown as string)).toThrow('the article must be a string, got null')
  expect(() => normalize(3 as unknown as string)).toThrow(TypeError)
})
