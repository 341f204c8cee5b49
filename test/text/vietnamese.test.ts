import { describe, expect, it } from 'vitest'
import { foldKey, glueIndex, isSyllable } from '../../src/text/vietnamese.ts'

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
    ['mía', 'mịa'],
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
