/**
 * Time is linear in the text, whatever the text. Eight times the text may take about eight times as long; were a rule quadratic,
 * it would take sixty-four. The bound lies between the two, far enough from both for a busy machine.
 */
import { expect, it } from 'vitest'
import { extract } from '../src/index.ts'

const SIZE = 20_000
const FACTOR = 8
const MOST = 20
/** Times below this are noise. */
const FLOOR_MS = 8

const units: Readonly<Record<string, string>> = {
  digits: '1',
  'digits with dots': '1.000.',
  'digits and slashes': '1/',
  'digits and dashes': '12-',
  'tháng 1': 'tháng 1 ',
  'ngày tháng năm': 'ngày tháng năm ',
  'Đồng chí': 'Đồng chí ',
  'Đồng chí with names': 'Đồng chí Nguyễn Văn A, ',
  'positions without a name': 'Phó Bí thư Thường trực Tỉnh ủy, ',
  'open quotes': '“',
  'open quotes and words': 'về “việc ',
  'open brackets': '(',
  'brackets and gaps': '( ',
  'Nghị quyết số': 'Nghị quyết số ',
  'lists of codes': '45-NQ/TW, ',
  'half a code': '45-NQ/',
  'điểm cầu': 'điểm cầu ',
  'numbers in words': 'một trăm hai mươi ',
  'trước ngày': 'trước ngày ',
  'from … to …': 'từ ngày 5 đến ',
  'capital words': 'Nguyễn ',
  'a word without end': 'ă',
  'combining marks': 'a\u0301\u0323',
  'marks alone': '\u0301',
  'marks and zero-width spaces': '\u200b\u0301',
  'zero-width spaces': '\u200b',
  'half references': '&amp;amp;',
  ampersands: '&',
  'line ends': '\n',
  commas: ', ',
  'full stops': '. ',
  'glued words': 'quyếtvề.Đồng',
  'chuyên đề': 'chuyên đề: ',
  'yêu cầu': 'yêu cầu các đơn vị ',
}

const text = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length))

function time(article: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 3; run++) {
    const from = performance.now()
    extract(article, { referenceDate: '2023-12-05' })
    best = Math.min(best, performance.now() - from)
  }
  return best
}

it.each(Object.entries(units))('%s', (_name, unit) => {
  const short = Math.max(FLOOR_MS, time(text(unit, SIZE)))
  const long = time(text(unit, SIZE * FACTOR))
  expect(long / short).toBeLessThan(MOST)
})
