/** trichluc/normalize: what the core's normalize gives, and keys under which spellings meet. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as core from '../../src/index.ts'
import { foldKey, normalize } from '../../src/normalize/index.ts'

describe('normalize', () => {
  it('is the one of the core', () => {
    expect(normalize).toBe(core.normalize)
  })

  it('maps a span back to the text that was given', () => {
    const article = 'Nghị quyếtvề số 45- NQ/TW'.normalize('NFD')
    const { text, map } = normalize(article)
    const at = text.indexOf('45-NQ/TW')
    expect(article.slice(map.start(at), map.end(at + 8))).toBe('45- NQ/TW')
  })

  it('says what it wants', () => {
    expect(() => normalize(undefined as unknown as string)).toThrow('the article must be a string, got undefined')
    expect(() => foldKey(null as unknown as string)).toThrow('the text must be a string, got null')
  })
})

describe('foldKey', () => {
  it.each([
    ['Hoà Bình', 'HÒA  BÌNH'],
    ['kỹ thuật', 'kĩ thuật'],
    ['Nguyễn Thị Quý', 'nguyễn thị quí'],
    ['Thuý', 'Thúy'],
  ])('%s and %s meet', (one, other) => {
    expect(foldKey(one)).toBe(foldKey(other))
  })

  it.each([
    ['Lan', 'Lân'],
    ['hoa', 'hoà'],
    ['tay', 'tai'],
    ['dân', 'đân'],
  ])('%s and %s do not', (one, other) => {
    expect(foldKey(one)).not.toBe(foldKey(other))
  })

  it('does not see the form of Unicode', () => {
    const letters = fc.stringMatching(
      /^[aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ ]{0,30}$/,
    )
    fc.assert(fc.property(letters, (text) => foldKey(text.normalize('NFD')) === foldKey(text)))
  })
})
