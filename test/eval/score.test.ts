import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { predict, readCorpus } from '../../src/eval/corpus.ts'
import { alike, fold, same } from '../../src/eval/fold.ts'
import type { Item } from '../../src/eval/match.ts'
import { type Row, score } from '../../src/eval/score.ts'
import { articles, shared } from '../helpers/paths.ts'

const article = (gold: readonly Item[], predicted: readonly Item[]) => ({ name: 'a', text: '', gold, predicted })
const rowsOf = (gold: readonly Item[], predicted: readonly Item[]) =>
  Object.fromEntries(score([article(gold, predicted)]).rows.map(({ row, f1 }) => [row, f1]))
const date = (start: number, end: number, value: string): Item => ({ type: 'date', start, end, value })

describe('fold', () => {
  it.each([
    ['hòa', 'hoà'],
    ['Ủy ban', 'UỶ BAN'],
    ['“Đảng”', 'Ðảng'],
    ['45 - NQ / TW', '45–NQ/TW'],
    ['việc làm.', 'việc  làm'],
    ['khóa'.normalize('NFD'), 'khoá'],
  ])('%s and %s are the same', (a, b) => {
    expect(same(a, b)).toBe(true)
  })

  it('keeps letters and tones apart', () => {
    expect(same('ma', 'má')).toBe(false)
    expect(same('tăng', 'tang')).toBe(false)
    expect(fold(null)).toBeNull()
  })
})

it('compares titles by their words', () => {
  expect(alike('Bộ Chính trị', 'bộ chính trị')).toBe(1)
  expect(alike('a b c d', 'a b')).toBeCloseTo(2 / 3)
  expect(alike('', 'a')).toBe(0)
})

describe('score', () => {
  it('gives 1 for what is right and 0 for what is not', () => {
    expect(rowsOf([date(0, 5, '2023')], [date(0, 5, '2023')])).toEqual({ date: 1, 'date.span': 1 })
    expect(rowsOf([date(0, 5, '2023')], [date(0, 5, '2024')])).toEqual({ date: 0, 'date.span': 1 })
    expect(rowsOf([date(0, 5, '2023')], [date(4, 9, '2023')])).toEqual({ date: 0, 'date.span': 0 })
  })

  it('pairs each fact once, the best pair first', () => {
    const { rows } = score([article([date(0, 10, '2023')], [date(0, 6, '2023'), date(0, 10, '2023')])])
    expect(rows[0]).toMatchObject({ row: 'date', gold: 1, predicted: 2, precision: 0.5, recall: 1 })
  })

  it('counts fields of paired facts', () => {
    const official = (rank: string | null): Item => ({
      type: 'official',
      start: 0,
      end: 5,
      name: 'A',
      titles: ['x', 'y'],
      rank,
    })
    expect(rowsOf([official('Đại tá')], [official('đại tá')])).toEqual({
      official: 1,
      'official.rank': 1,
      'official.title': 1,
    })
    expect(rowsOf([official('Đại tá')], [official(null)])['official.rank']).toBe(0)
    expect(rowsOf([official(null)], [official(null)])).not.toHaveProperty('official.rank')
  })

  it('tells the mistakes', () => {
    const { mistakes } = score([article([date(0, 5, '2023')], [date(9, 12, '2023')])])
    expect(mistakes.map(({ kind, row }) => `${kind} ${row}`)).toEqual(['missed date', 'wrong date'])
  })
})

/** The scorer that the project is measured with, where it is. */
const referee = shared('score.mjs')

describe.skipIf(!referee)('the same figures as the reference scorer', () => {
  const folders = [articles, shared('corpus/seeds'), shared('corpus/news')].filter((folder) => folder !== undefined)

  it.each(folders)('%s', (folder) => {
    // Facts that are partly wrong make the figures worth comparing.
    const spoilt = readCorpus(folder).map((gold, n) => {
      const predicted = predict(gold).predicted
      const shifted = gold.gold.map((item, i) => spoil(item, i + n)).filter((item) => item !== undefined)
      return { ...gold, predicted: [...shifted, ...predicted.slice(0, 5)] }
    })
    const temporary = mkdtempSync(join(tmpdir(), 'trichluc-score-'))
    const file = join(temporary, 'predictions.jsonl')
    writeFileSync(file, spoilt.map(({ name, predicted }) => JSON.stringify({ id: name, facts: predicted })).join('\n'))
    const { stdout } = spawnSync(process.execPath, [referee as string, folder, file, '--json'], { encoding: 'utf8' })
    rmSync(temporary, { recursive: true })
    const expected = JSON.parse(stdout) as { readonly macro: number; readonly figures: readonly Row[] }
    const ours = score(spoilt)
    const byName = (rows: readonly Row[]) => [...rows].sort((a, b) => (a.row < b.row ? -1 : 1))
    expect(byName(ours.rows)).toEqual(byName(expected.figures))
    expect(ours.macro).toBeCloseTo(expected.macro, 10)
  })
})

function spoil(item: Item, seed: number): Item | undefined {
  const fields = item as Item & Readonly<Record<string, unknown>>
  switch (seed % 7) {
    case 0:
      return undefined
    case 1:
      return { ...fields, start: item.start + 2, end: item.end + 3 }
    case 2:
      return { ...fields, value: '1999', title: 'x', name: `${String(fields['name'])} x`, count: 1 }
    case 3:
      return { ...fields, speaker: null, issuer: null, task: null, rank: 'Đại tá', unit: 'người', titles: ['x'] }
    default:
      return item
  }
}
