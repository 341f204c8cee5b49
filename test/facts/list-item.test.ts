/** Items of lists, and ends of sentences. */
import { describe, expect, it } from 'vitest'
import { endsSentence, terms } from '../../src/facts/duty-terms.ts'
import { behindMarker, listItem } from '../../src/facts/list-item.ts'
import { contextOf } from '../helpers/context.ts'

/** What stands behind the mark of an item. */
const behind = (text: string) => {
  const context = contextOf(text)
  return context.text.slice(context.tokens.start[behindMarker(context, 0)])
}

it.each([
  '- Họp',
  '+ Họp',
  '• Họp',
  '✓ Họp',
  '1. Họp',
  '2- Họp',
  '3) Họp',
  '4/ Họp',
  '5: Họp',
  'a) Họp',
  'đ) Họp',
  'iv) Họp',
  '(1) Họp',
  '(a) Họp',
  '(ii) Họp',
  '- 1. Họp',
  'Một là, Họp',
  'Một là: Họp',
  'Một là Họp',
  'Thứ hai, Họp',
  'Thứ nhất: Họp',
])('%s is an item', (text) => {
  expect(behind(text)).toBe('Họp')
})

it.each([
  'Họp ngày 5',
  '“Họp”',
  '(Họp) lại',
  '(5 người) họp',
  'ab) Họp',
  '1 . Họp',
  '15 người họp',
  'Một người họp',
  'Thứ hai họp',
  'Thứ trưởng, họp',
  'Một số, họp',
])('%s is none', (text) => {
  expect(behind(text)).toBe(text)
})

describe('the lines over an item', () => {
  /** The line of "| …" and the lines that introduce its list. */
  const heads = (text: string) => {
    const at = text.indexOf('|')
    const context = contextOf(text.replace('|', ''))
    const token = context.tokens.start.findIndex((start) => start >= at)
    const { line, heads } = listItem(context, token)
    const lines = heads.map(({ first, last }) =>
      context.text.slice(context.tokens.start[first], context.tokens.end[last - 1]),
    )
    return [context.text.slice(context.tokens.start[line]).split('\n')[0], ...lines]
  }

  it.each([
    ['Bí thư yêu cầu:\n- Họp |sớm.', ['- Họp sớm.', 'Bí thư yêu cầu:']],
    ['Bí thư yêu cầu:\n\n- Họp |sớm.', ['- Họp sớm.', 'Bí thư yêu cầu:']],
    ['Bí thư yêu cầu:\n- Học tập.\n- Họp |sớm.', ['- Họp sớm.', 'Bí thư yêu cầu:']],
    ['Bí thư yêu cầu:\nHọp |sớm.', ['Họp sớm.', 'Bí thư yêu cầu:']],
    ['Bí thư yêu cầu:\nHọc tập.\nHọp |sớm.', ['Họp sớm.']],
    ['Bí thư yêu cầu.\n- Họp |sớm.', ['- Họp sớm.']],
    ['Bí thư nói.\nHọp |sớm.', ['Họp sớm.']],
    ['Bí thư yêu cầu:\n1. Ban Tổ chức:\n- Họp |sớm.', ['- Họp sớm.', '1. Ban Tổ chức:', 'Bí thư yêu cầu:']],
    [
      'Bí thư yêu cầu:\n1. Ban Tổ chức.\n2. Văn phòng:\n- Họp |sớm.',
      ['- Họp sớm.', '2. Văn phòng:', 'Bí thư yêu cầu:'],
    ],
    ['Lời đầu:\nBí thư yêu cầu:\n- Họp |sớm.', ['- Họp sớm.', 'Bí thư yêu cầu:']],
    ['- Họp |sớm.', ['- Họp sớm.']],
    ['Họp. Bàn |sớm.\nXong.', ['Họp. Bàn sớm.']],
  ])('%j', (text, expected) => {
    expect(heads(text)).toEqual(expected)
  })

  it('are looked for over 16 lines', () => {
    const list = (n: number) => `Bí thư yêu cầu:\n${'- Học tập.\n'.repeat(n)}- Họp |sớm.`
    expect(heads(list(15))).toHaveLength(2)
    expect(heads(list(16))).toHaveLength(1)
  })
})

describe('the end of a sentence', () => {
  /** Whether the first mark of a text is one. */
  const ends = (text: string) => {
    const context = contextOf(text)
    const mark = [...text].findIndex((char) => '.!?…,;\n'.includes(char))
    return endsSentence(
      context,
      context.tokens.start.findIndex((start) => start >= mark),
    )
  }

  it.each([
    'Họp xong. Họ về',
    'Họp! Họ về',
    'Họp? Họ về',
    'Họp xong…',
    'Họp xong… Họ về',
    'Họp xong.',
    'Họp xong.\nHọ về',
    'Họp xong\nHọ về',
    'Trong quý I. Các huyện',
  ])('%j', (text) => {
    expect(ends(text)).toBe(true)
  })

  it.each(['Họp, họ về', 'Họp; họ về', 'TP. Huế', 'Q. 3', 'Họp xong… rồi về', 'báo.vn'])('not %j', (text) => {
    expect(ends(text)).toBe(false)
  })
})

describe('the words of duties', () => {
  const names = (text: string) => {
    const context = contextOf(text)
    return terms(context, 0, context.tokens.length).map(({ name, at, last }) => [
      name,
      context.text.slice(context.tokens.start[at], context.tokens.end[last - 1]),
    ])
  }

  it.each([
    ['giao Sở Y tế', ['Order', 'giao']],
    ['giao các huyện', ['Order', 'giao']],
    ['theo kế hoạch, họp', ['Lead', 'theo kế hoạch']],
    ['theo kế hoạch họp', ['Plan', 'theo kế hoạch']],
    ['Bí thư yêu cầu', ['Order', 'yêu cầu']],
    ['Nhà thầu cam kết', ['Promise', 'cam kết']],
  ])('%s', (text, term) => {
    expect(names(text)).toContainEqual(term)
  })

  it.each([
    ['giao bóng', 'Order'],
    ['Cam kết trong Tuyên bố', 'Promise'],
    ['họp ở Ban Xây dựng Đảng', 'Task'],
    ['các đơn vị (phải) họp', 'Must'],
    ['kết quả học tập', 'Task'],
  ])('%s: no %s', (text, name) => {
    expect(names(text).map(([first]) => first)).not.toContain(name)
  })

  it('in brackets that are never closed count', () => {
    expect(names('các đơn vị (phải họp').map(([first]) => first)).toContain('Must')
  })
})
