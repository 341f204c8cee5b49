/** Deadlines of list items, whose order stands in a line over them. */
import { expect, it } from 'vitest'
import { type DeadlineFact, extract } from '../../src/index.ts'

const read = (text: string) =>
  extract(text, { referenceDate: '2023-12-05' })
    .facts.filter((fact): fact is DeadlineFact => fact.type === 'deadline')
    .map(({ due, within, task, assignee }) => [due ?? within, task, assignee])

it.each([
  [
    'Bí thư yêu cầu các chi bộ:\n- Học tập nghị quyết trước ngày 20/12.',
    '2023-12-20',
    'Học tập nghị quyết',
    'các chi bộ',
  ],
  [
    'Bí thư yêu cầu các chi bộ:\n- Họp.\n- Học tập nghị quyết trước ngày 20/12.',
    '2023-12-20',
    'Học tập nghị quyết',
    'các chi bộ',
  ],
  [
    'Bí thư yêu cầu:\n- Các chi bộ học tập nghị quyết trước ngày 20/12.',
    '2023-12-20',
    'học tập nghị quyết',
    'Các chi bộ',
  ],
  [
    'Bí thư yêu cầu:\n1. Ban Tổ chức:\n- Rà soát danh sách trước ngày 20/12.',
    '2023-12-20',
    'Rà soát danh sách',
    'Ban Tổ chức',
  ],
  ['Các chi bộ phải:\n- Học tập nghị quyết trước ngày 20/12.', '2023-12-20', 'Học tập nghị quyết', 'Các chi bộ'],
  ['Bí thư yêu cầu các chi bộ học tập sớm. Nộp báo cáo trước ngày 20/12.', '2023-12-20', 'Nộp báo cáo', 'các chi bộ'],
  ['Bí thư yêu cầu các chi bộ:\n- Học tập, hoàn thành trong tháng 1/2024.', '2024-01-31', 'Học tập', 'các chi bộ'],
])('%j', (text, ...duty) => {
  expect(read(text)).toEqual([duty])
})

it.each(['Bí thư nói:\n- Các em học tập trước ngày 20/12.', 'Học tập:\n- Họp trước ngày 20/12.'])(
  'none: %j',
  (text) => {
    expect(read(text)).toEqual([])
  },
)
