/** Dates with their values: days, months, quarters, years, parts of the day, clock times, intervals. */
import fc from 'fast-check'
import { anyDay, capital, type Day, fact, iso, numeric, type Plant, two } from './plant.ts'

const carriers: readonly ((date: string) => string)[] = [
  (date) => `Hội nghị khai mạc ${date} tại trụ sở.`,
  (date) => `Lớp bồi dưỡng bế giảng ${date}.`,
  (date) => `${capital(date)}, chợ phiên họp trở lại.`,
]
const carrier = fc.constantFrom(...carriers)

/** A sentence with one date. */
function dated(name: string, kind: string, carry: (date: string) => string, text: string, value: string): Plant {
  const sentence = carry(text)
  const evidence = sentence.includes(text) ? text : capital(text)
  return { name: `date/${name}`, sentence, facts: [fact('date', evidence, { kind, value })] }
}

const days = fc
  .tuple(anyDay(), numeric, carrier, fc.constantFrom('ngày ', 'hôm ', ''))
  .map(([day, { name, write }, carry, word]) => dated(name, 'date', carry, word + write(day), iso(day)))

const daysInWords = fc
  .tuple(anyDay(), carrier)
  .map(([day, carry]) => dated('words', 'date', carry, `ngày ${day.day} tháng ${day.month} năm ${day.year}`, iso(day)))

const PARTS = { sáng: 'TMO', chiều: 'TAF', tối: 'TEV' } as const
const parts = fc
  .tuple(anyDay(), numeric, carrier, fc.constantFrom('sáng', 'chiều', 'tối'), fc.constantFrom('', 'ngày '))
  .map(([day, { write }, carry, part, word]) =>
    dated('part of day', 'time', carry, `${part} ${word}${write(day)}`, iso(day) + PARTS[part as keyof typeof PARTS]),
  )

const clocks = fc
  .tuple(anyDay(), numeric, fc.nat({ max: 23 }), fc.nat({ max: 59 }), fc.constantFrom('h', ':', ' giờ '))
  .map(([day, { write }, hour, minute, mark]) =>
    dated(
      `clock time with "${mark}"`,
      'time',
      (text) => `Chuyến bay hạ cánh lúc ${text}.`,
      `${hour}${mark}${two(minute)} ngày ${write(day)}`,
      `${iso(day)}T${two(hour)}:${two(minute)}`,
    ),
  )

const ROMAN = ['I', 'II', 'III', 'IV']
const periods = fc
  .tuple(
    anyDay(),
    carrier,
    fc.constantFrom('/', '-', ' năm '),
    fc.constantFrom('month', 'quarter', 'Roman quarter', 'year'),
  )
  .map(([{ year, month }, carry, mark, form]) => {
    const quarter = Math.ceil(month / 3)
    if (form === 'month') return dated('month', 'date', carry, `tháng ${month}${mark}${year}`, `${year}-${two(month)}`)
    if (form === 'year') return dated('year', 'date', carry, `năm ${year}`, `${year}`)
    const written = form === 'quarter' ? quarter : ROMAN[quarter - 1]
    return dated(form, 'date', carry, `quý ${written}${mark === '-' ? '/' : mark}${year}`, `${year}-Q${quarter}`)
  })

const later = (day: Day, other: Day) => (iso(day) < iso(other) ? other : day)
const earlier = (day: Day, other: Day) => (iso(day) < iso(other) ? day : other)
const intervals = fc
  .tuple(anyDay(2000, 2040), anyDay(2000, 2040), numeric)
  .filter(([a, b]) => iso(a) !== iso(b))
  .map(([a, b, { write }]) => {
    const [from, to] = [earlier(a, b), later(a, b)]
    return dated(
      'interval',
      'interval',
      (text) => `Hội chợ mở ${text}.`,
      `từ ngày ${write(from)} đến ngày ${write(to)}`,
      `${iso(from)}/${iso(to)}`,
    )
  })

const terms = fc
  .tuple(fc.integer({ min: 1990, max: 2040 }), fc.constantFrom('-', ' - ', ' – '))
  .map(([year, dash]) =>
    dated(
      'term',
      'interval',
      (text) => `Ban chấp hành ${text} gồm nhiều người.`,
      `nhiệm kỳ ${year}${dash}${year + 5}`,
      `${year}/${year + 5}`,
    ),
  )

/** Days told by the reference date, 2023-12-05. */
const relative = fc
  .tuple(
    fc.constantFrom(
      ['hôm nay', 'date', '2023-12-05'],
      ['hôm qua', 'date', '2023-12-04'],
      ['ngày mai', 'date', '2023-12-06'],
      ['tháng này', 'date', '2023-12'],
      ['tháng trước', 'date', '2023-11'],
      ['năm nay', 'date', '2023'],
      ['năm ngoái', 'date', '2022'],
      ['tối qua', 'time', '2023-12-04TEV'],
      ['sáng nay', 'time', '2023-12-05TMO'],
    ),
    carrier,
  )
  .map(([[text = '', kind = '', value = ''], carry]) => dated(`relative, ${text}`, kind, carry, text, value))

const UNITS = { ngày: 'P1D', tuần: 'P1W', tháng: 'P1M', năm: 'P1Y', giờ: 'PT1H', phút: 'PT1M' } as const
const amounts = fc
  .tuple(fc.integer({ min: 2, max: 60 }), fc.constantFrom(...(Object.keys(UNITS) as (keyof typeof UNITS)[])))
  .map(([n, unit]) =>
    dated(
      'amount',
      'duration',
      (text) => `Hội nghị kéo dài ${text}.`,
      `${n} ${unit}`,
      UNITS[unit].replace('1', String(n)),
    ),
  )

/** Days that no calendar has. */
const impossible = fc
  .tuple(
    fc.integer({ min: 1930, max: 2060 }),
    fc.constantFrom([30, 2], [31, 4], [31, 6], [31, 9], [31, 11], [32, 1], [45, 10], [0, 5], [12, 13], [7, 0], [31, 2]),
    numeric,
  )
  .map(([year, [day = 0, month = 0], { name, write }]) => ({
    name: `date/impossible, ${name}`,
    sentence: `Hội nghị khai mạc ngày ${write({ year, month, day })} tại trụ sở.`,
    facts: [],
  }))

export const dates: fc.Arbitrary<Plant> = fc.oneof(
  { weight: 4, arbitrary: days },
  { weight: 2, arbitrary: daysInWords },
  { weight: 2, arbitrary: parts },
  { weight: 2, arbitrary: clocks },
  { weight: 2, arbitrary: periods },
  { weight: 2, arbitrary: intervals },
  { weight: 1, arbitrary: terms },
  { weight: 1, arbitrary: relative },
  { weight: 1, arbitrary: amounts },
  { weight: 1, arbitrary: impossible },
)
