import { describe, expect, it } from 'vitest'
import { table, widthOf } from '../../src/cli/table.ts'
import type { Fact } from '../../src/index.ts'
import { offsetAt, placer } from '../../src/view/place.ts'
import { summaryOf } from '../../src/view/summary.ts'

const base = { start: 0, end: 1, text: 'x', rule: 'r', confidence: 1 }
const document = {
  ...base,
  type: 'document',
  kind: 'Nghị quyết',
  number: '45',
  year: null,
  symbol: 'NQ/TW',
  code: '45-NQ/TW',
  issuer: 'Bộ Chính trị',
  congress: null,
  plenum: null,
  issuedOn: '2023-11-24',
  subject: null,
  key: null,
} as const

it.each<[string, Fact]>([
  ['Nghị quyết 45-NQ/TW, Bộ Chính trị, 2023-11-24', document],
  [
    'Nghị quyết, Hội nghị 8, khóa 13',
    { ...document, number: null, symbol: null, code: null, issuer: null, issuedOn: null, plenum: 8, congress: 13 },
  ],
  [
    'Luật Đất đai 2013',
    {
      ...document,
      kind: 'Luật',
      name: 'Luật Đất đai',
      number: null,
      code: null,
      issuer: null,
      issuedOn: null,
      year: 2013,
    },
  ],
  ['2023-05 MID', { ...base, type: 'date', kind: 'date', value: '2023-05', mod: 'MID' }],
  [
    'TS Đại tá Nguyễn Văn A; Giám đốc; Ủy viên',
    {
      ...base,
      type: 'official',
      name: 'Nguyễn Văn A',
      titles: ['Giám đốc', 'Ủy viên'],
      rank: 'Đại tá',
      degree: 'TS',
      mentions: [],
    },
  ],
  ['~60 branch', { ...base, type: 'bridgePoints', count: 60, role: 'branch', approx: 'about' }],
  [
    '2.838/2.870 đại biểu (98,9%)',
    { ...base, type: 'attendance', count: 2838, unit: 'đại biểu', approx: 'exact', of: 2870, percent: 98.9 },
  ],
  [
    'before 2023-12-15, gửi báo cáo, các đơn vị',
    {
      ...base,
      type: 'deadline',
      due: '2023-12-15',
      inclusive: false,
      within: null,
      task: 'gửi báo cáo',
      assignee: 'các đơn vị',
    },
  ],
  [
    'within P1W, gửi báo cáo',
    { ...base, type: 'deadline', due: null, inclusive: true, within: 'P1W', task: 'gửi báo cáo', assignee: null },
  ],
  ['việc X, Trần B', { ...base, type: 'topic', title: 'việc X', speaker: 'Trần B', document: null, key: 'x' }],
])('%s', (summary, fact) => {
  expect(summaryOf(fact)).toBe(summary)
})

it('keeps control characters of an article out of the terminal', () => {
  expect(summaryOf({ ...base, type: 'topic', title: 'a\u001b[31m\nb', speaker: null, document: null, key: 'x' })).toBe(
    'a [31m b',
  )
})

describe('table', () => {
  const long = Array.from({ length: 30 }, (_, i) => `từ${i}`).join(' ')
  const facts: Fact[] = [
    {
      ...base,
      type: 'topic',
      start: 0,
      end: long.length,
      text: long,
      title: long,
      speaker: null,
      document: null,
      key: 'x',
    },
    { ...base, type: 'date', start: 3, end: 4, kind: 'date', value: '2023' },
  ]

  it('wraps long cells into their columns and loses nothing', () => {
    const lines = table(long, facts, { width: 80, colours: false }).trimEnd().split('\n')
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(80)
    for (let i = 0; i < 30; i++) expect(lines.join(' ').split(`từ${i}`).length).toBeGreaterThanOrEqual(3)
    expect(lines.at(-1)).toMatch(/^date +2023 +1:4 +x$/)
  })

  it('colours kinds where asked', () => {
    expect(table(long, facts, { width: 80, colours: true })).toContain('\u001b[32mdate')
  })
})

it.each([
  ['Nghị quyết'.normalize('NFD'), 10],
  ['a\u200bb', 2],
  ['😀', 2],
])('%j takes %i columns', (text, width) => {
  expect(widthOf(text)).toBe(width)
})

it('finds lines and columns, and back', () => {
  const text = 'ab\r\ncd\n\ne'
  const place = placer(text)
  for (let at = 0; at <= text.length; at++) {
    const { line, column } = place(at)
    expect(offsetAt(text, line, column)).toBe(at)
  }
  expect(place(4)).toEqual({ line: 2, column: 1 })
  expect(offsetAt(text, 2, 9)).toBeUndefined()
  expect(offsetAt(text, 9, 1)).toBeUndefined()
})
