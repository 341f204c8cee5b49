import { describe, expect, it } from 'vitest'
import { offsetConverter } from '../../src/output/offsets.ts'

const TEXT = 'aé€😀b\ud83dc'

describe.each([
  ['utf16', [0, 1, 2, 3, 5, 6, 7, 8]],
  ['codepoint', [0, 1, 2, 3, 4, 5, 6, 7]],
  ['utf8', [0, 1, 3, 6, 10, 11, 14, 15]],
] as const)('%s', (unit, expected) => {
  it('counts', () => {
    const convert = offsetConverter(TEXT, unit)
    expect([0, 1, 2, 3, 5, 6, 7, 8].map(convert)).toEqual(expected)
  })
})

it('counts an offset inside a surrogate pair as the one behind it', () => {
  expect(offsetConverter('😀b', 'codepoint')(1)).toBe(1)
})

it('agrees with the platform over long texts, in any order of asking', () => {
  const text = 'Đồng chí 😀 '.repeat(1000)
  const points = offsetConverter(text, 'codepoint')
  const bytes = offsetConverter(text, 'utf8')
  for (const at of [9000, 11, 0, 4321, 11999, 12000, 1024, 1023]) {
    const before = text.slice(0, at)
    // A cut pair counts whole.
    const whole = /[\ud800-\udbff]$/.test(before) ? text.slice(0, at + 1) : before
    expect(points(at)).toBe([...whole].length)
    expect(bytes(at)).toBe(Buffer.byteLength(whole))
  }
})
