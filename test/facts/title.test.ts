/** How far a title goes. */
import { describe, expect, it } from 'vitest'
import { readTitle } from '../../src/facts/title.ts'
import { textOf } from '../../src/parse/cues.ts'
import { contextOf } from '../helpers/context.ts'

/** The title at the beginning of a text, which does not depend on what stands before it. */
function title(text: string, whole = false): string | undefined {
  const [own, ...others] = ['', 'Họp phải ', 'Họp có ” '].map((before) => {
    const at = contextOf(before).tokens.length
    const context = contextOf(before + text)
    const read = readTitle(context, at, whole)
    return read && textOf(context, read.first, read.last)
  })
  for (const other of others) expect(other).toBe(own)
  return own
}
/** Whether a word like "phải" ended the title. */
const isStatement = (text: string) => readTitle(contextOf(text), 0)?.statement

describe('in quotes', () => {
  it.each([
    ['“Biển xanh quê em” khai mạc.', 'Biển xanh quê em'],
    ['"Biển xanh quê em" khai mạc.', 'Biển xanh quê em'],
    ["'Biển xanh quê em' khai mạc.", 'Biển xanh quê em'],
    ['“Giữ rừng, giữ nước; sống xanh: nay. Mai” khai mạc.', 'Giữ rừng, giữ nước; sống xanh: nay. Mai'],
    // Quotes inside.
    ['“Phát huy phẩm chất “Bộ đội Cụ Hồ”, sống xanh” khai mạc.', 'Phát huy phẩm chất “Bộ đội Cụ Hồ”, sống xanh'],
    ['“Biển xanh” và “Rừng xanh” khai mạc.', 'Biển xanh'],
    ['“Học "nhanh" mà chắc” khai mạc.', 'Học "nhanh" mà chắc'],
    ['"Học “nhanh” mà chắc" khai mạc.', 'Học “nhanh” mà chắc'],
    // Closed by a quote of the other form.
    ['“Biển xanh quê em" khai mạc.', 'Biển xanh quê em'],
    ['“Biển xanh quê em" và “Rừng xanh” khai mạc.', 'Biển xanh quê em'],
    // An apostrophe in a name.
    ["'Tiếng hát H'Lan' khai mạc.", "Tiếng hát H'Lan"],
    // Marks before the closing quote are no part.
    ['“Biển xanh quê em.” Họ hát.', 'Biển xanh quê em'],
    ['“Biển xanh quê em!” Họ hát.', 'Biển xanh quê em'],
    ['“Giảm nghèo (tập 2)” khai mạc.', 'Giảm nghèo (tập 2)'],
    ['“Giảm nghèo 5%” khai mạc.', 'Giảm nghèo 5%'],
    // A quote alone in the next line.
    ['“Ai giữ rừng?\n” Họ hát.', 'Ai giữ rừng'],
    ['“Ai giữ rừng?\n\n” Họ hát.', 'Ai giữ rừng'],
    // Never closed.
    ['“Biển xanh quê em\nHọ hát.', 'Biển xanh quê em'],
    ['“Ai giữ rừng?\n”Họ hát.', 'Ai giữ rừng'],
    ['“” khai mạc.', undefined],
    ['“Giữ rừng” khai mạc, rồi “B” khai mạc.', 'Giữ rừng'],
    ['"Giữ rừng" khai mạc, rồi "B” khai mạc.', 'Giữ rừng'],
    ['“Giữ rừng “A” khai mạc\n“B” khai mạc.', 'Giữ rừng “A'],
    ['“Giữ rừng\n” Họ hát.', 'Giữ rừng'],
    ['“Ai giữ?\nHọ “giữ” rừng.', 'Ai giữ'],
  ])('%j: %s', (text, expected) => {
    expect(title(text)).toBe(expected)
  })

  it('says that it is quoted, and where it ends', () => {
    expect(readTitle(contextOf('“Biển xanh” khai mạc.'), 0)).toEqual({
      first: 1,
      last: 3,
      quoted: true,
      end: 4,
      statement: false,
    })
    expect(readTitle(contextOf('“Biển xanh?\n” Họ hát.'), 0)).toEqual({
      first: 1,
      last: 3,
      quoted: true,
      end: 6,
      statement: false,
    })
    expect(readTitle(contextOf('“Biển xanh\nHọ hát.'), 0)).toMatchObject({ first: 1, last: 3, quoted: false, end: 3 })
  })

  it('is at most 90 tokens long', () => {
    const words = (n: number) => 'rừng '.repeat(n).trim()
    expect(readTitle(contextOf(`“${words(89)}” khai mạc`), 0)?.quoted).toBe(true)
    expect(readTitle(contextOf(`“${words(90)}” khai mạc`), 0)?.quoted).toBe(false)
    expect(readTitle(contextOf(words(95)), 0)).toMatchObject({ first: 0, last: 90, quoted: false })
  })
})

describe('in running text', () => {
  it.each([
    // Marks that end it.
    ['xây dựng nông thôn mới. Họ hát.', 'xây dựng nông thôn mới'],
    ['xây dựng nông thôn mới: ba việc', 'xây dựng nông thôn mới'],
    ['xây dựng nông thôn mới! Họ hát', 'xây dựng nông thôn mới'],
    ['xây dựng nông thôn mới? Họ hát', 'xây dựng nông thôn mới'],
    ['xây dựng nông thôn mới… Họ hát', 'xây dựng nông thôn mới'],
    ['xây dựng nông thôn mới) Họ hát', 'xây dựng nông thôn mới'],
    ['xây dựng nông thôn mới; Họ hát', 'xây dựng nông thôn mới'],
    ['xây dựng nông thôn mới\nHọ hát', 'xây dựng nông thôn mới'],
    ['xây dựng nông thôn mới - Ảnh: An', 'xây dựng nông thôn mới'],
    ['xây dựng nông thôn mới - TTXVN', 'xây dựng nông thôn mới'],
    // Marks that don't.
    ['phát triển TP. Vinh bền vững. Họ hát', 'phát triển TP. Vinh bền vững'],
    ['phát triển cổng baotra.vn bền vững. Họ hát', 'phát triển cổng baotra.vn bền vững'],
    ['phát triển văn hóa - du lịch. Họ hát', 'phát triển văn hóa - du lịch'],
    ['đổi mới giáo dục (GD&ĐT) toàn diện. Họ hát', 'đổi mới giáo dục (GD&ĐT) toàn diện'],
    ['bảo vệ công ước (Unclos) lâu dài. Họ hát', 'bảo vệ công ước (Unclos) lâu dài'],
    ['đổi mới giáo dục (vì trẻ em) toàn diện. Họ hát', 'đổi mới giáo dục'],
    ['đổi mới giáo dục (lần 2) toàn diện. Họ hát', 'đổi mới giáo dục'],
    ['phát huy phẩm chất “Bộ đội Cụ Hồ” trong dân. Họ hát', 'phát huy phẩm chất “Bộ đội Cụ Hồ” trong dân'],
    ['phát huy phẩm chất "Bộ đội Cụ Hồ" trong dân. Họ hát', 'phát huy phẩm chất "Bộ đội Cụ Hồ" trong dân'],
    ['phát huy phẩm chất “Bộ đội Cụ Hồ thời nay ta” trong dân.', 'phát huy phẩm chất'],
    ['thực hiện chương trình “Biển xanh” trong dân.', 'thực hiện chương trình'],
    // Semicolons.
    ['tuyển sinh đại học; tuyển sinh cao đẳng. Họ hát', 'tuyển sinh đại học; tuyển sinh cao đẳng'],
    ['tuyển sinh đại học; học cao đẳng. Họ hát', 'tuyển sinh đại học'],
    ['tuyển sinh đại học; Tuyển sinh cao đẳng. Họ hát', 'tuyển sinh đại học'],
    // Commas.
    ['phòng, chống tham nhũng, lãng phí. Họ hát', 'phòng, chống tham nhũng, lãng phí'],
    ['xây dựng nông thôn, UBND tỉnh họp', 'xây dựng nông thôn'],
    ['sáp nhập các xã An Bình, Bình Minh. Họ hát', 'sáp nhập các xã An Bình, Bình Minh'],
    ['sáp nhập các xã, Bình Minh vui. Họ hát', 'sáp nhập các xã'],
    ['sửa mẫu đơn đăng kiểm, có 10 thiết bị', 'sửa mẫu đơn đăng kiểm'],
    ['sửa mẫu đơn đăng kiểm, có thêm thiết bị', 'sửa mẫu đơn đăng kiểm, có thêm thiết bị'],
    ['phối hợp UBND, HĐND các xã. Họ hát', 'phối hợp UBND, HĐND các xã'],
    ['nêu gương, trước hết là Ủy viên Bộ, Ủy viên Ban. Họ hát', 'nêu gương, trước hết là Ủy viên Bộ, Ủy viên Ban'],
    ['xây dựng nông thôn, nghị định số 5', 'xây dựng nông thôn'],
    ['phí đường; phí chợ. Họ hát', 'phí đường'],
    ['phí đường bộ; và phí chợ. Họ hát', 'phí đường bộ'],
    ['xây dựng nông thôn, . Họ hát', 'xây dựng nông thôn'],
    ['xây dựng nông thôn,\nHọ hát', 'xây dựng nông thôn'],
    ['xây dựng nông thôn, phải làm sớm', 'xây dựng nông thôn'],
    ['xây dựng nông thôn - đô thị, họ hát', 'xây dựng nông thôn - đô thị, họ hát'],
    ['xây dựng nông thôn ngày 5 tháng 6. Họ hát', 'xây dựng nông thôn'],
    ['mở các ngày 5, 6. Họ hát', 'mở các'],
    // The date of a document inside.
    ['thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016. Họ hát', 'thực hiện Chỉ thị số 05-CT/TW'],
    ['thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016. Họ hát', 'thực hiện Chỉ thị số 05-CT/TW'],
    [
      'thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 trong dân. Họ hát',
      'thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 trong dân',
    ],
    ['tổ chức các ngày lễ lớn. Họ hát', 'tổ chức các ngày lễ lớn'],
    // Another document.
    ['xây dựng nông thôn và Thông tri số 36. Họ hát', 'xây dựng nông thôn'],
    ['phí cầu đường và nghị định về phí đỗ xe. Họ hát', 'phí cầu đường'],
    ['tổng kết phong trào và 10 năm thực hiện quy ước. Họ hát', 'tổng kết phong trào'],
    ['phí cầu đường và phí đỗ xe. Họ hát', 'phí cầu đường và phí đỗ xe'],
    ['', undefined],
    ['. Họ hát', undefined],
  ])('%j: %s', (text, expected) => {
    expect(title(text)).toBe(expected)
  })

  it('goes on behind its commas where only marks end it', () => {
    expect(title('xây dựng nông thôn, UBND tỉnh họp. Họ hát', true)).toBe('xây dựng nông thôn, UBND tỉnh họp')
  })
})

it.each([
  ['xây dựng nông thôn mới phải làm sớm.', 'xây dựng nông thôn mới', true],
  ['xây dựng nông thôn mới được phổ biến.', 'xây dựng nông thôn mới', false],
])('%s: %s, %s', (text, expected, statement) => {
  expect(title(text)).toBe(expected)
  expect(isStatement(text)).toBe(statement)
})
