import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packLexicon } from '../../scripts/pack-lexicon.ts'
import { type LexiconEntry, rowsOf } from '../../src/scan/lexicon.ts'
import { swapLetters } from '../../src/scan/packed.ts'
import { root } from '../helpers/paths.ts'

/** Entries by term, in their order. */
const byTerm = (entries: readonly LexiconEntry[]) => {
  const terms = new Map<string, LexiconEntry[]>()
  for (const entry of entries) terms.set(entry.term, [...(terms.get(entry.term) ?? []), entry])
  return terms
}

const folder = `${root}grammars/lexicons/`
const files = readdirSync(folder).filter((name) => readFileSync(folder + name, 'utf8').startsWith('term\t'))

test.each(files)('%s has the same entries when it is packed', (name) => {
  const tsv = readFileSync(folder + name, 'utf8')
  const packed = packLexicon(tsv)
  expect(packed.length).toBeLessThan(tsv.length)
  expect(byTerm(rowsOf(packed, name))).toEqual(byTerm(rowsOf(tsv, name)))
})

test('entries of one term keep their order where groups would turn it', () => {
  const tsv = 'term\tclass\tvalue\tsource\nhai\tB\t\tx\nba\tA\t1\tx\nba\tB\t\tx\nhai\tA\t1\tx\n'
  expect(byTerm(rowsOf(packLexicon(tsv), 'x'))).toEqual(byTerm(rowsOf(tsv, 'x')))
})

test('letters change places one for one: whatever the text, the second time gives it back', () => {
  const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('')
  const text = `${ascii}Ủy ban nhân dân huyện Đắk R’lấp, “số 45-NQ/TW”, ưàáđệôộêếạốảâịậơĐờủớấíụểềóựầứìởợăồọổãúòắỉýữùĩừặửẩỏễé`
  expect(swapLetters(text)).not.toBe(text)
  expect(swapLetters(swapLetters(text))).toBe(text)
  expect(swapLetters('điều')).toBe([...'điều'].map(swapLetters).join(''))
  expect(Buffer.byteLength(swapLetters('điều khiển đường thủy'))).toBe('điều khiển đường thủy'.length)
})

test('what begins a row and parts its columns keeps its place', () => {
  const kept = Array.from({ length: 0x0e }, (_, code) => String.fromCharCode(code)).join('')
  expect(swapLetters(kept)).toBe(kept)
  expect(swapLetters('Body LawKind \t\n"\\')).toBe('Body LawKind \t\n"\\')
})

test('terms share whole words, one of a term is never left out, and marks, digits and letters of any kind come back', () => {
  const terms = [
    'Ban Bí thư',
    'Ban Bí thư Trung ương',
    'Ban',
    'Bàn',
    'đ/c',
    'P.GS',
    "Đak R'lấp",
    'Ŭ ŭ',
    'a b c d e f g h i j',
    'a b c d e f g h i k',
  ]
  const tsv = ['term\tclass\tvalue\tsource', ...terms.map((term) => `${term}\tBody\t63,34 = 0.95+\tx`)].join('\n')
  const packed = packLexicon(tsv)
  expect(packed.split('\n')).toHaveLength(1)
  expect(byTerm(rowsOf(packed, 'x'))).toEqual(byTerm(rowsOf(tsv, 'x')))
})

test('plain rows behind packed ones stay plain', () => {
  const packed = packLexicon('term\tclass\tvalue\tsource\nBan Bí thư\tBody\t\tx\n')
  expect(rowsOf(`${packed}\n!(0) ủy\tBody\t0:1`, 'x')).toEqual([
    { term: 'Ban Bí thư', class: 'Body', value: '' },
    { term: '!(0) ủy', class: 'Body', value: '0:1' },
  ])
})
