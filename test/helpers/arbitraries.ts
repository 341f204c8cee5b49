/** Texts for property tests: invented sentences with facts, and everything that real articles do to them. */
import fc from 'fast-check'

/** Sentences with facts of every kind. */
const sentences = [
  'Chiều 4/12/2023, đồng chí Nguyễn Văn Thuỷ, Phó Bí thư Thường trực Tỉnh ủy, chủ trì hội nghị.',
  'Nghị quyết số 45-NQ/TW ngày 24/11/2023 của Bộ Chính trị về “Xây dựng đội ngũ trí thức”.',
  'Hội nghị có hơn 1.200 cán bộ, đảng viên dự tại 64 điểm cầu cơ sở.',
  'Có 2.838/2.870 đại biểu tham dự, đạt 98,9%.',
  'Các đơn vị báo cáo về Ban Tổ chức trước ngày 15-12-2023.',
  'Thượng tá Lê Thị Hòa, Trưởng phòng Cảnh sát hình sự, phát biểu sáng nay (7/1).',
  'Nghị định 30/2020/NĐ-CP và Luật Đất đai 2013 có hiệu lực từ quý I năm 2024.',
  'Chuyên đề “Học tập và làm theo Bác” do đồng chí Trần Văn Bình trình bày.',
  'Trong 3 năm, nhiệm kỳ 2020 – 2025, hằng năm, hôm qua, tháng này.',
]

/** What stands between and inside of them: emoji, line ends, invisible characters, references, stray marks, look-alikes. */
export const debris = [
  ' ',
  '\n',
  '\r\n',
  '\n\n',
  '\u00a0',
  '\u2009',
  '\u3000',
  '\t',
  '👩‍🌾',
  '🇻🇳',
  '\u200b',
  '\u00ad',
  '\ufeff',
  '&nbsp;',
  '&amp;',
  '&quot;',
  '&#7842;',
  '“',
  '"',
  '( ',
  ' )',
  '- ',
  '–',
  '.',
  ',',
  '; ',
  ': ',
  '\u0301',
  '\u0323',
  'Ð',
  'ð',
  '1',
  '12/',
  '31-2',
  '%',
  '…',
  'quyếtvề',
  'tuyến.Đồng',
  '\0',
  '\ud83d',
  '\udc69',
  '\u2028',
  'ﬁ',
  '𝟙',
]

/** A sentence in one of its Unicode forms, perhaps cut. */
const sentence = fc
  .tuple(
    fc.constantFrom(...sentences),
    fc.constantFrom('NFC', 'NFD', 'NFC'),
    fc.nat({ max: 40 }),
    fc.nat({ max: 40 }),
    fc.boolean(),
  )
  .map(([text, form, from, less, whole]) => {
    const formed = text.normalize(form)
    return whole ? formed : formed.slice(from, formed.length - less)
  })

export const newsText = fc
  .array(fc.oneof({ weight: 4, arbitrary: sentence }, { weight: 3, arbitrary: fc.constantFrom(...debris) }), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''))

/** Whole sentences with spaces between them: text in which nothing needs mending. */
export const cleanText = fc
  .array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(' '))

/** Any string of UTF-16 code units, well-formed or not. */
export const anyString = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.nat({ max: 0xffff }), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
  newsText,
)

const LETTERS = [...'aăâeêioôơuưyđbcdghklmnpqrstvxAĂÂEÊIOÔƠUƯYĐ']
const MARKS = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323', '\u0302', '\u0306', '\u031b']

/** Vietnamese letters with marks in any number and order, and spaces. */
export const vietnameseLetters = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.tuple(fc.constantFrom(...LETTERS), fc.array(fc.constantFrom(...MARKS), { maxLength: 3 })),
      },
      { weight: 1, arbitrary: fc.constant([' ', []] as [string, string[]]) },
    ),
    { maxLength: 40 },
  )
  .map((letters) => letters.map(([letter, marks]) => letter + marks.join('')).join(''))

/** With U+FFFD for half a surrogate pair, as encoders write it. */
export const wellFormed = (text: string) =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
