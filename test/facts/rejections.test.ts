/** Why candidates are no facts, as `explain` tells. */
import { describe, expect, it } from 'vitest'
import { settings } from '../../src/options.ts'
import { run } from '../../src/pipeline.ts'

/** The rejected candidates of one type: evidence, code and reason. */
const rejected = (type: string, text: string) =>
  run([{ text }], settings())
    .flatMap(({ rejected }) => rejected)
    .filter((candidate) => candidate.type === type)
    .map(({ start, end, code, reason }) => [text.slice(start, end), code, reason])

describe('documents', () => {
  it.each([
    ['Theo thông báo số 12345678 của tỉnh.', 'thông báo số 12345678', 'long', 'the number is too long'],
    ['Thông tư 10 loại thiết bị.', 'Thông tư 10', 'counted', 'the number counts what follows'],
    ['Tàu ngầm lớp Trà thuộc đề án 885 đã hạ thủy.', 'đề án 885', 'ship', 'the number is that of a class of ships'],
    ['Kế hoạch 2019 của trường.', 'Kế hoạch 2019', 'year', 'the number may be a year or the name of a project'],
    ['Đề án 09852 bị bỏ.', 'Đề án 09852', 'year', 'the number may be a year or the name of a project'],
    ['Theo quyết định 10% số hộ.', 'quyết định 10', 'amount', 'the number is an amount'],
    ['Theo quyết định 3 - 5 hộ.', 'quyết định 3', 'interval', 'two numbers make an interval'],
    ['Nghị quyết Hội nghị Trung ương được học.', 'Nghị quyết', 'no-number', 'the plenum has no number'],
    ['Theo dự thảo Luật Đất đai, giá tăng.', 'Luật Đất đai', 'draft', '"Luật Đất đai" is a draft here'],
    ['Gọi 1726/BGTVT ngay.', '1726/BGTVT', 'no-type', '"BGTVT" names no type of document'],
  ])('%s', (text, evidence, code, reason) => {
    expect(rejected('document', text)).toContainEqual([evidence, code, reason])
  })
})

describe('attendance', () => {
  it.each([
    ['Một người dự hội nghị kể.', 'Một người', 'no-count', 'one person is no number of people'],
    ['10-15 người dự hội nghị.', '10-15 người', 'no-number', 'the words make no whole number'],
    ['Có 12/10 đại biểu dự.', '12/10 đại biểu', 'no-ratio', '12 of 10 is no part'],
    [
      'Có 120 đảng viên trong tổng số 135 đảng viên dự hội nghị.',
      '135 đảng viên',
      'whole',
      'it is the whole of which a part was counted',
    ],
    ['Cuộc thi thu hút 12.480 lượt thi.', '12.480 lượt', 'no-people', 'nothing says who came so often'],
    ['Xã có 4.500 người dân.', '4.500 người dân', 'no-event', 'nothing says that they attend an event'],
  ])('%s', (text, evidence, code, reason) => {
    expect(rejected('attendance', text)).toContainEqual([evidence, code, reason])
  })
})

describe('bridge points', () => {
  it.each([
    ['Khánh thành 2 điểm cầu vượt.', '2 điểm cầu', 'other-bridge', '"2 điểm cầu" is another kind of bridge or word'],
    ['Có 10-15 điểm cầu.', '10-15 điểm cầu', 'no-number', '"10-15 điểm cầu" makes no whole number'],
  ])('%s', (text, evidence, code, reason) => {
    expect(rejected('bridgePoints', text)).toContainEqual([evidence, code, reason])
  })
})

describe('deadlines', () => {
  it.each([
    ['Bà sinh trước năm 1945.', 'trước năm 1945'],
    ['Giá tăng gấp đôi trong vòng 10 ngày.', 'trong vòng 10 ngày'],
  ])('%s', (text, evidence) => {
    expect(rejected('deadline', text)).toEqual([
      [evidence, 'no-duty', 'nothing says that someone has to do something by then'],
    ])
  })
})
