/** Values of dates in their sentences and articles. */
import { describe, expect, it } from 'vitest'
import { type DateFact, extract } from '../../src/index.ts'

const facts = (text: string, referenceDate?: string) =>
  extract(text, { referenceDate }).facts.filter((fact): fact is DateFact => fact.type === 'date')
/** The values of the dates of a text, one behind the other. */
const values = (text: string, referenceDate?: string) => facts(text, referenceDate).map(({ value }) => value)

describe('where a sentence looks to', () => {
  /** Whether 20 December, read on 5 December, is that of this year or of the last. */
  const year = (text: string) => values(text, '2023-12-05')[0]?.slice(0, 4)

  it.each([
    'Tổ sẽ họp lại ngày 20/12.',
    'Dự kiến ngày 20/12, cầu thông xe.',
    'Xã phải nộp danh sách ngày 20/12.',
    'Bản tổng hợp nộp trước ngày 20/12.',
    'Bản tổng hợp nộp Trước ngày 20/12.',
    'Ngày 20/12, lớp sẽ mở.',
    'Ngày 20/12 tổ ta sẽ họp.',
    // The nearest cue counts, before the date and behind it.
    'Đã xong việc cũ, nay sẽ họp ngày 20/12.',
    // What is cut off by the end of a sentence does not count.
    'Lớp đã mở. Sẽ họp ngày 20/12.',
    'Ngày 20/12 sẽ họp; đã báo.',
    'Sẽ họp ngày 20/12. Đã báo.',
    'Sẽ họp ngày 20/12\nĐã báo.',
    // These are no ends of sentences.
    'Sẽ họp tại TP.Vinh ngày 20/12.',
    'Sẽ họp, ngày 20/12.',
  ])('forward: %s', (text) => {
    expect(year(text)).toBe('2023')
  })

  it.each([
    'Đội đã thắng trận đầu ngày 20/12.',
    'Ngày 20/12, lớp đã mở.',
    'Ngày 20/12 vừa qua, lớp mở.',
    'Hôm 20/12, lớp mở; sẽ có lớp mới.',
    'Sẽ có thêm lớp. Ngày 20/12 đã có một lớp.',
    'Sẽ có thêm lớp; ngày 20/12 đã có một lớp.',
    'Sẽ có thêm lớp\nNgày 20/12 đã có một lớp.',
    'Kế hoạch là thế, lớp đã mở ngày 20/12.',
    'Sẽ mở lớp, lớp cũ đã mở ngày 20/12 tại xã.',
  ])('back: %s', (text) => {
    expect(year(text)).toBe('2022')
  })

  it('stands in the date itself', () => {
    expect(values('Sẽ họp như hôm 20/12.', '2023-12-05')).toEqual(['2022-12-20'])
  })

  it('does not look beyond 24 tokens before and 6 behind', () => {
    const words = (n: number) => 'ngô '.repeat(n)
    expect(year(`Đã ${words(22)} họp ngày 20/12.`)).toBe('2022')
    expect(year(`Đã ${words(23)} họp ngày 20/12.`)).toBe('2023')
    expect(year(`Ngày 20/12 ${words(5)} đã họp.`)).toBe('2022')
    expect(year(`Ngày 20/12 ${words(6)} đã họp.`)).toBe('2023')
  })
})

describe('the year of what has none', () => {
  it('is that of the same month in the article, if it is one', () => {
    expect(values('Xong trước 3/11/2021; lớp mở ngày 10/11.')).toEqual(['2021-11-03', '2021-11-10'])
    expect(values('Xong trước 3/11/2021; lớp mở ngày 10/12.')).toEqual(['2021-11-03', 'XXXX-12-10'])
    expect(values('Tháng 11/2021 và tháng 11/2021, lớp mở ngày 10/11.').at(-1)).toBe('2021-11-10')
    expect(values('Tháng 11/2021 và tháng 11/2022, lớp mở ngày 10/11.').at(-1)).toBe('XXXX-11-10')
    expect(values('Năm 2021, lớp mở ngày 10/11.').at(-1)).toBe('XXXX-11-10')
    expect(values('Tết Giáp Thìn 2024, lớp mở ngày 10/1.').at(-1)).toBe('XXXX-01-10')
  })

  it('is left out of what comes each year', () => {
    const last = (text: string) => values(text, '2023-12-05').at(-1)
    expect(last('Hằng năm, trước ngày 31/7, các xã báo cáo.')).toBe('XXXX-07-31')
    expect(last('Định kỳ 6 tháng, trước ngày 31/7, các xã báo cáo.')).toBe('XXXX-07-31')
    expect(last('Hằng tháng, trước ngày 31/7, các xã báo cáo.')).toMatch(/^20/)
    expect(last('Hằng năm các xã báo cáo. Trước ngày 31/7, họp.')).toMatch(/^20/)
    expect(last('Hằng năm các xã báo cáo; trước ngày 31/7, họp.')).toMatch(/^20/)
    expect(last('Hằng năm các xã báo cáo\ntrước ngày 31/7, họp.')).toMatch(/^20/)
    expect(last(`Hằng năm, ${'các xã và phường '.repeat(5)}trước ngày 31/7, báo cáo.`)).toMatch(/^20/)
    expect(last('Hằng năm, sau ngày 1/7/2020, trước ngày 31/7, báo cáo.')).toMatch(/^20/)
  })
})

describe('the day told before', () => {
  const last = (text: string, reference = '2023-12-05') => values(text, reference).at(-1)

  it('is not the date of a document, a bound or a dateline', () => {
    expect(last('Lớp mở ngày 1/12/2023, theo Kế hoạch 15-KH/TU, ngày 7/8/2022; chiều cùng ngày, lớp họp.')).toBe(
      '2023-12-01TAF',
    )
    for (const word of ['trước', 'chậm nhất', 'hết', 'chót', 'hạn', 'là'])
      expect(last(`Lớp mở ngày 1/12/2023, ${word} ngày 7/12/2023 có bài; chiều cùng ngày, lớp họp.`), word).toBe(
        '2023-12-01TAF',
      )
    expect(last('Ngày 1/12/2023, lớp mở.\nVinh, ngày 7/8/2022\nChiều cùng ngày, lớp họp.')).toBe('2023-12-01TAF')
  })

  it('is that of the line, else that of the news', () => {
    const news = 'Sáng 4/12/2023, lớp mở tại Vinh.\n'
    expect(last(`${news}Trường có từ ngày 2/9/1975; chiều cùng ngày, lớp họp.`)).toBe('1975-09-02TAF')
    expect(last(`${news}Trường có từ ngày 2/9/1975.\nChiều cùng ngày, lớp họp.`)).toBe('2023-12-04TAF')
  })

  it('of the news changes with a date that begins its line', () => {
    const news = 'Sáng 4/12/2023, lớp mở tại Vinh.\n'
    expect(last(`${news}Sáng 1/12/2023, lớp nghỉ.\nChiều cùng ngày, lớp họp.`)).toBe('2023-12-01TAF')
    expect(last(`${news}Vào sáng 1/12/2023, lớp nghỉ.\nChiều cùng ngày, lớp họp.`)).toBe('2023-12-01TAF')
    expect(last(`${news}Trước đó, sáng 1/12/2023, lớp nghỉ.\nChiều cùng ngày, lớp họp.`)).toBe('2023-12-04TAF')
    expect(last('Vào sáng 1/12/2023, lớp nghỉ.\nTrước đó, sáng 4/12/2023, có họp.\nChiều cùng ngày, lớp họp.')).toBe(
      '2023-12-01TAF',
    )
  })

  it('tells the year from which another is counted, if it is near', () => {
    const far = 'Bà con trong xã cùng nhau trồng rừng và giữ rừng. '.repeat(7)
    expect(last('Trường xây năm 1975, ít hơn năm trước.')).toBe('1974')
    expect(last(`Trường xây năm 1975. ${far}Lúa tốt hơn năm trước.`)).toBe('2022')
  })
})

describe('what a value was inferred from', () => {
  const bases = (text: string, reference?: string) =>
    facts(text, reference).map(({ inferred }) => inferred?.map(({ field, basis }) => `${field}: ${basis}`))

  it('is the reference date, for its year too', () => {
    expect(bases('Ngày 4/12, hôm qua và ngày 1/2/2023, lớp mở.', '2023-12-05')).toEqual([
      ['value: year by the reference date 2023-12-05, given by the caller'],
      ['value: the reference date 2023-12-05, given by the caller'],
      undefined,
    ])
  })

  it('is what the text told before', () => {
    expect(bases('Sáng 1/2/2023 họp, chiều cùng ngày nghỉ.', '2023-12-05')).toEqual([
      undefined,
      ['value: the date told before'],
    ])
  })

  it('is a reference date that is not known', () => {
    expect(bases('Hôm qua, lớp mở.')).toEqual([['value: the reference date, which is not known']])
  })
})

describe('the reference date', () => {
  const far = 'Bà con trong xã cùng nhau trồng rừng và giữ rừng. '.repeat(13)
  const reference = (text: string) => extract(text).reference

  it.each([
    ['Vinh, ngày 4/12/2023\nHôm qua, lớp mở; trường xây ngày 1/2/2020.', '2023-12-04', 'the dateline "ngày 4/12/2023"'],
    ['04/12/2023 - 09:30\nLớp mở.', '2023-12-04', 'the dateline "04/12/2023 - 09:30"'],
    ['Trường xây ngày 1/2/2020, nay đã cũ.\nNgày 4/12/2023\nLớp mở.', '2023-12-04', 'the dateline "Ngày 4/12/2023"'],
    ['Ngày 4/12/2023, lớp mở tại Vinh.', '2023-12-04', 'the full date "Ngày 4/12/2023" in the lead'],
    [
      'Theo Kế hoạch 15-KH/TU ngày 7/8/2022, lớp mở ngày 4/12/2023.',
      '2023-12-04',
      'the full date "ngày 4/12/2023" in the lead',
    ],
    [
      'Theo Kế hoạch 15-KH/TU, ngày 7/8/2022, lớp mở ngày 4/12/2023.',
      '2023-12-04',
      'the full date "ngày 4/12/2023" in the lead',
    ],
    [`${far}Ngày 1/2/2020 và ngày 4/12/2023, lớp mở.`, '2023-12-04', 'the latest full date "ngày 4/12/2023"'],
    [`${far}Ngày 4/12/2023 và ngày 1/2/2020, lớp mở.`, '2023-12-04', 'the latest full date "Ngày 4/12/2023"'],
    [`${far}Ngày 4/12/2022, lớp mở. Năm 2023 lại mở.`, '2022-12-04', 'the latest full date "Ngày 4/12/2022"'],
    [`${far}Ngày 4/12/2022, lớp mở. Năm 2100 lại mở.`, '2022-12-04', 'the latest full date "Ngày 4/12/2022"'],
    ['Theo Kế hoạch 15-KH/TU ngày 7/8/2022, lớp mở lại.', '2022-08-07', 'the latest full date "ngày 7/8/2022"'],
  ])('of %j is %s', (text, date, basis) => {
    expect(reference(text)).toEqual({ date, basis })
  })

  it.each([
    'Lớp mở ngày 4/12.',
    'Lớp mở tháng 12/2023.',
    'Lớp mở năm 2023.',
    'Lớp mở từ ngày 4/12/2023 đến ngày 5/12/2023.',
    'Xong trước 4/12/2023.',
    'Xong Trước 4/12/2023.',
    'Học đến 4/12/2023.',
    'Học tới 4/12/2023.',
    'Học hết 4/12/2023.',
    'Tết Giáp Thìn: mùng 1 tháng Giêng năm 2024.',
    `${far}Ngày 4/12/2021, lớp mở. Năm 2023 lại mở.`,
  ])('is not known from %j', (text) => {
    expect(reference(text)).toBeNull()
  })

  it('of a dateline or the lead is the day of the news, the latest of an article is not', () => {
    expect(values('Ngày 4/12/2023, lớp mở; hôm qua đã họp.').at(-1)).toBe('2023-12-03')
    expect(values(`${far}Ngày 4/12/2023, lớp mở.\nHôm qua đã họp.`).at(-1)).toBe('XXXX-XX-XX')
    expect(values('Vinh, ngày 4/12/2023\nHôm qua đã họp.').at(-1)).toBe('2023-12-03')
    expect(values('Hôm qua đã họp.', '2023-12-05')).toEqual(['2023-12-04'])
  })

  it('of a dateline has few words before it and none behind it', () => {
    const isDateline = (text: string) => reference(text)?.basis.startsWith('the dateline')
    expect(isDateline('Báo Trà Giang, phố Vinh, ngày 4/12/2023\nLớp mở.')).toBe(false)
    expect(isDateline('Báo Sông Trà Giang Vinh ngày 4/12/2023\nLớp mở.')).toBe(true)
    expect(isDateline('Báo của Sông Trà Giang Vinh ngày 4/12/2023\nLớp mở.')).toBe(true)
    expect(isDateline('Số 15, ngày 4/12/2023\nLớp mở.')).toBe(false)
    expect(isDateline('Ngày 4/12/2023 họp\nLớp mở.')).toBe(false)
    expect(isDateline('Ngày 4/12/2023 - 09\nLớp mở.')).toBe(true)
    expect(isDateline('Ngày 4/12/2023 |||\nLớp mở.')).toBe(true)
    expect(isDateline('Ngày 4/12/2023 ||||\nLớp mở.')).toBe(false)
    expect(isDateline('Lớp mở.\nNgày 4/12/2023')).toBe(true)
    expect(isDateline('Lớp mở.\nNgày 4/12/2023\nLớp mở.')).toBe(true)
  })
})
