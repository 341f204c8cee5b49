import { describe, expect, it } from 'vitest'
import { entityAt } from '../../src/text/entities.ts'

const value = (text: string) => entityAt(text, 0)?.value

describe('a name', () => {
  it.each([
    [['nbsp', 'ensp', 'emsp', 'thinsp'], ' '],
    [['shy', 'zwnj', 'zwj'], ''],
    [['ndash', 'mdash', 'minus'], '-'],
    [['apos', 'lsquo', 'rsquo', 'prime'], "'"],
    [['ldquo', 'bdquo', 'laquo'], '“'],
    [['rdquo', 'raquo'], '”'],
    [['amp'], '&'],
    [['quot'], '"'],
    [['lt'], '<'],
    [['gt'], '>'],
    [['hellip'], '…'],
    [['bull'], '•'],
    [['middot'], '·'],
    [['frasl'], '/'],
    [['eth'], 'đ'],
    [['ETH'], 'Đ'],
    [['deg'], '°'],
    [['sup2'], '²'],
    [['sup3'], '³'],
    [['times'], '×'],
    [['agrave'], 'à'],
    [['Eacute'], 'É'],
    [['ocirc'], 'ô'],
    [['Otilde'], 'Õ'],
    [['iuml'], 'ï'],
    [['ccedil'], 'ç'],
  ])('%j stands for %j', (names, sign) => {
    for (const name of names) expect(value(`&${name};`), name).toBe(sign)
  })

  it.each(['&khong;', '&xauml;', '&aumlx;', '&nbsp', '&;', 'nbsp;', '& nbsp;'])('%s is none', (text) => {
    expect(entityAt(text, 0)).toBeNull()
  })
})

describe('a number', () => {
  it.each([
    ['&#32;', ' '],
    ['&#7842;', 'Ả'],
    ['&#x1EA3;', 'ả'],
    ['&#X1ea3;', 'ả'],
    ['&#x1F600;', '😀'],
    ['&#xD7FF;', '\ud7ff'],
    ['&#xE000;', '\ue000'],
    ['&#999999;', String.fromCodePoint(999_999)],
  ])('%s is %j', (text, sign) => {
    expect(value(text)).toBe(sign)
  })

  it.each(['&#10;', '&#31;', '&#x1F;', '&#xD800;', '&#xDBFF;', '&#xDFFF;', '&#1;', '&#x1EG3;'])(
    '%s is none',
    (text) => {
      expect(entityAt(text, 0)).toBeNull()
    },
  )
})

describe('what is escaped twice', () => {
  it.each([
    ['&amp;nbsp;', ' ', 10],
    ['&amp;amp;quot;', '"', 14],
    ['&amp;#7842;', 'Ả', 11],
    // No name follows, so only the sign is one.
    ['TB&amp;XH;', '&', 7],
    ['&amp;#10;', '&', 5],
    ['&amp;amp;XH;', '&', 9],
  ])('%s', (text, sign, end) => {
    expect(entityAt(text, text.indexOf('&'))).toEqual({ value: sign, end })
  })
})

it('looks at its place only', () => {
  expect(entityAt('a&nbsp;', 0)).toBeNull()
  expect(entityAt('a&nbsp;', 1)).toEqual({ value: ' ', end: 7 })
})
