import { expect, it } from 'vitest'
import { Shape, scan, Token } from '../../src/scan/scanner.ts'
import { SymbolTable } from '../../src/scan/symbols.ts'

/** Tokens as "Kind:text". */
const kinds = (text: string) => {
  const tokens = scan(text, new SymbolTable())
  return Array.from({ length: tokens.length }, (_, i) => {
    const kind = Token[tokens.kind[i] as number]
    return `${kind}:${text.slice(tokens.start[i], tokens.end[i])}`
  })
}

it.each([
  ['họp 4/12', 'Word:họp Pair:4/12'],
  ['24/11/2023', 'DayMonthYear:24/11/2023'],
  ['24-11-2023', 'DayMonthYear:24-11-2023'],
  ['24.11.2023.', 'DayMonthYear:24.11.2023 Mark:.'],
  ['5-6/3/2024', 'DayRange:5-6/3/2024'],
  ['12/2023', 'MonthYear:12/2023'],
  ['1.200 và 1.441.200', 'Grouped:1.200 Word:và Grouped:1.441.200'],
  ['98,9%', 'Number:98,9 Mark:%'],
  ['8h30', 'Clock:8h30'],
  ['45-NQ/TW', 'Code:45-NQ/TW'],
  ['30/2020/NĐ-CP', 'Code:30/2020/NĐ-CP'],
  ['45/2019/QH14', 'Code:45/2019/QH14'],
  ['a\nb', 'Word:a Break:\n Word:b'],
  ['2.838/2.870', 'Grouped:2.838 Mark:/ Grouped:2.870'],
])('%j', (text, expected) => {
  expect(kinds(text).join(' ')).toBe(expected)
})

it('tells how words are written', () => {
  const tokens = scan('ủy Ban UBND H Kpă iPhone', new SymbolTable())
  expect([...tokens.shape.slice(0, tokens.length)]).toEqual([
    Shape.Lower,
    Shape.Capital,
    Shape.AllCaps,
    Shape.Capital,
    Shape.Capital,
    Shape.Lower,
  ])
})

it('covers the text: every character is in one token or a space', () => {
  const text = 'Ngày 5-6/3/2024, 1.200 đại biểu (98,9%)… 👩‍🌾 \ud83d x\u0000'
  const tokens = scan(text, new SymbolTable())
  let last = 0
  for (let i = 0; i < tokens.length; i++) {
    expect(text.slice(last, tokens.start[i]).trim()).toBe('')
    expect(tokens.end[i]).toBeGreaterThan(tokens.start[i] as number)
    last = tokens.end[i] as number
  }
  expect(text.slice(last).trim()).toBe('')
})

it('cuts a long run of digits into bounded pieces', () => {
  const tokens = scan('1'.repeat(1000), new SymbolTable())
  expect(tokens.length).toBeGreaterThan(60)
})
