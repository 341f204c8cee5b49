/** Codes, dates and issuers beside a citation. */
import { describe, expect, it } from 'vitest'
import { readCode } from '../../src/facts/document-code.ts'
import { dateBefore, readDate } from '../../src/facts/document-dates.ts'
import { bodyEnd, issuerBefore } from '../../src/facts/document-issuer.ts'
import { textOf } from '../../src/parse/cues.ts'
import { contextOf } from '../helpers/context.ts'

describe('a code', () => {
  it.each([
    // Number, year and symbol, the standard form, and the noun that it stands for.
    ['45-NQ/TW', '45', null, 'NQ/TW', '45-NQ/TW', 'Nghị quyết'],
    ['45- NQ/TW', '45', null, 'NQ/TW', '45-NQ/TW', 'Nghị quyết'],
    ['45/NQ-TW', '45', null, 'NQ/TW', '45-NQ/TW', 'Nghị quyết'],
    ['45/NQ/TW', '45', null, 'NQ/TW', '45-NQ/TW', 'Nghị quyết'],
    ['14-TT/TU', '14', null, 'TT/TU', '14-TT/TU', 'Thông tri'],
    ['91/2018/TT-BGTVT', '91', 2018, 'TT-BGTVT', '91/2018/TT-BGTVT', 'Thông tư'],
    ['155/QĐ-TTG', '155', null, 'QĐ-TTg', '155/QĐ-TTg', 'Quyết định'],
    ['155/QĐ-Ttg', '155', null, 'QĐ-TTg', '155/QĐ-TTg', 'Quyết định'],
    ['09-CTR/HU', '09', null, 'CTr/HU', '09-CTr/HU', 'Chương trình'],
    ['45/2019/QH14', '45', 2019, 'QH14', '45/2019/QH14', 'Luật'],
    ['673/NQ-UBTVQH14', '673', null, 'NQ-UBTVQH14', '673/NQ-UBTVQH14', 'Nghị quyết'],
    ['41:2016/BGTVT', '41', 2016, 'BGTVT', '41:2016/BGTVT', 'Quy chuẩn'],
    ['2510/BGTVT-TC', '2510', null, 'BGTVT-TC', '2510/BGTVT-TC', null],
    ['15/2020/EIB/NQ-HĐQT', '15', 2020, 'EIB/NQ-HĐQT', '15/2020/EIB/NQ-HĐQT', 'Nghị quyết'],
  ])('%s', (image, number, year, symbol, code, kind) => {
    expect(readCode(image)).toEqual({ number, year, symbol, code, kind })
  })

  it.each(['45', 'NQ/TW', 'hội nghị'])('%s is none', (image) => {
    expect(readCode(image)).toBeUndefined()
  })
})

describe('a date', () => {
  it.each([
    ['ngày 24/11/2023 của', '2023-11-24'],
    ['24/11/2023 của', '2023-11-24'],
    ['ngày 24-11-2023 của', '2023-11-24'],
    ['ngày 24.11.2023 của', '2023-11-24'],
    ['ngày 10/6 của', 'XXXX-06-10'],
    ['ngày 26 tháng 02 năm 2020 của', '2020-02-26'],
    ['ngày 26 tháng 2 của', 'XXXX-02-26'],
    ['ngày 26 tháng 2/2020 của', '2020-02-26'],
    ['tháng 3/2016 của', '2016-03'],
    ['năm 2015 của', '2015'],
    ['năm 1900 của', '1900'],
    ['năm 2099 của', '2099'],
    ['ngày 1/1/1900 của', '1900-01-01'],
    ['ngày 31/12/2100 của', '2100-12-31'],
  ])('%s: %s', (text, iso) => {
    const context = contextOf(text)
    const date = readDate(context, 0)
    expect(date?.iso).toBe(iso)
    // Behind the date.
    expect(context.text.slice(context.tokens.start[date?.end as number])).toBe('của')
  })

  it.each([
    'ngày 32/1/2023',
    'ngày 0/1/2023',
    'ngày 1/13/2023',
    'ngày 1/0/2023',
    'ngày 1/1/2101',
    'ngày 1/1/1899',
    'năm 1899',
    'năm 2100',
    'năm nay',
    'ngày 32/1',
    'ngày mai',
    'ngày 26',
    'ngày 26 tháng tư',
    'ngày 26 tháng 13',
    'tháng 3',
    '10/6',
    '2015',
    'của',
    '',
  ])('%s is none', (text) => {
    expect(readDate(contextOf(text), 0)).toBeUndefined()
  })

  it.each([
    ['Ngày 10/11/2014, Quốc hội', '2014-11-10'],
    ['Ngày 10/11/2014 Quốc hội', '2014-11-10'],
    ['Ngày 10 tháng 11 năm 2014, Quốc hội', '2014-11-10'],
    ['Sáng 10/11/2014, Quốc hội', '2014-11-10'],
    ['Chiều 9/6, Quốc hội', 'XXXX-06-09'],
    ['Ngày 9/6, Quốc hội', 'XXXX-06-09'],
    ['Ngày 10/11/2014, sau đó Quốc hội', undefined],
    ['Ngày 10/11/2014\nQuốc hội', undefined],
    ['Hôm qua, Quốc hội', undefined],
    ['Quốc hội', undefined],
  ])('before what is issued: %s', (text, iso) => {
    const context = contextOf(text)
    let at = 0
    while (context.text.slice(context.tokens.start[at]) !== 'Quốc hội') at++
    expect(dateBefore(context, at)).toBe(iso)
  })
})

describe('a body', () => {
  /** Its name at the beginning of a text. */
  const body = (text: string) => {
    const context = contextOf(text)
    const end = bodyEnd(context, 0)
    return end === 0 ? undefined : textOf(context, 0, end)
  }

  it.each([
    ['Bộ Chính trị về', 'Bộ Chính trị'],
    ['Ban Chấp hành Trung ương Đảng về', 'Ban Chấp hành Trung ương Đảng'],
    ['Ban Thường vụ Tỉnh ủy về', 'Ban Thường vụ Tỉnh ủy'],
    ['Bộ trưởng Bộ Công an về', 'Bộ trưởng Bộ Công an'],
    ['Bộ Văn hóa, Thể thao và Du lịch về', 'Bộ Văn hóa, Thể thao và Du lịch'],
    ['UBND tỉnh An Giang về', 'UBND tỉnh An Giang'],
    ['UBND tỉnh về', 'UBND tỉnh'],
    ['UBND TP. Vinh về', 'UBND TP. Vinh'],
    ['Quân khu 3 về', 'Quân khu 3'],
    ['Ban tuyên giáo Tỉnh ủy về', 'Ban tuyên giáo Tỉnh ủy'],
    ['Thủ tướng Chính phủ về', 'Thủ tướng Chính phủ'],
    ['Thủ tướng Chính phủ Trần Văn Mận về', 'Thủ tướng Chính phủ'],
    ['Trung ương 8 về', 'Trung ương'],
    ['Hội Nhà báo Trà Giang về', 'Hội Nhà báo Trà Giang'],
    ['Công ty Trà Giang - Vinh về', 'Công ty Trà Giang - Vinh'],
    ['tỉnh về', undefined],
    ['ban hành về', undefined],
    ['bộ phận về', undefined],
    ['về', undefined],
    ['Nghị quyết về', undefined],
    ['', undefined],
  ])('%s: %s', (text, name) => {
    expect(body(text)).toBe(name)
  })

  it.each([
    ['Thủ tướng Chính phủ đã ký |', 'Thủ tướng Chính phủ'],
    ['Chính phủ vừa ban hành |', 'Chính phủ'],
    ['UBND tỉnh An Giang ban hành các |', 'UBND tỉnh An Giang'],
    ['Ngân hàng Nhà nước (NHNN) mới ban hành |', 'Ngân hàng Nhà nước'],
    ['Bộ trưởng Bộ Y tế Trần Văn Mận đã ký |', 'Bộ trưởng Bộ Y tế'],
    ['Hôm qua, Quốc hội thông qua |', 'Quốc hội'],
    ['Quốc hội, hôm qua thông qua |', undefined],
    ['Quốc hội\nthông qua |', undefined],
    ['Quốc hội đã |', undefined],
    ['Quốc hội |', undefined],
    ['ban hành |', undefined],
  ])('before what it issues: %s', (text, issuer) => {
    const context = contextOf(text.replace('|', 'Quyết định'))
    let at = 0
    while (context.text.slice(context.tokens.start[at]) !== 'Quyết định') at++
    expect(issuerBefore(context, at)?.issuer).toBe(issuer)
  })
})
