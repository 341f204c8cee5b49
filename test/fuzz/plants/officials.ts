/** Officials with their titles. */
import fc from 'fast-check'
import { termsOf } from '../../helpers/material.ts'
import { fact, type Plant } from './plant.ts'

/** Every surname that is no common word besides. */
const surnames = termsOf('person.tsv').filter(
  ({ class: kind, value, term }) => kind === 'Surname' && value === '' && !/[ '-]/.test(term),
)
const surname = fc.constantFrom(...surnames.map(({ term }) => term))
const province = fc.constantFrom(
  ...termsOf('place.tsv')
    .filter(({ class: kind }) => kind === 'Province')
    .map(({ term }) => term),
)
const middle = fc.constantFrom('Văn', 'Thị', 'Minh', 'Quốc', 'Thị Bích', 'Hữu', 'Đức', 'Ngọc', 'Xuân', 'Thanh')
const given = fc.constantFrom(
  'An',
  'Bình',
  'Cường',
  'Dũng',
  'Hà',
  'Hải',
  'Hòa',
  'Hùng',
  'Khánh',
  'Lâm',
  'Linh',
  'Minh',
  'Phúc',
  'Sơn',
  'Thảo',
  'Thủy',
  'Tuấn',
  'Vinh',
  'Yến',
)
const title = fc.constantFrom(
  'Giám đốc Sở Y tế',
  'Phó Giám đốc Sở Nội vụ',
  'Bí thư Huyện ủy',
  'Phó Bí thư Thường trực Tỉnh ủy',
  'Chủ tịch UBND huyện',
  'Phó Chủ tịch HĐND tỉnh',
  'Trưởng Ban Tuyên giáo Tỉnh ủy',
  'Chánh Văn phòng Thành ủy',
)

/** One post with its body, in every province. */
const provincial = fc
  .tuple(
    fc.constantFrom('Giám đốc Sở Y tế tỉnh', 'Bí thư Tỉnh ủy', 'Chủ tịch UBND tỉnh', 'Phó Chủ tịch HĐND tỉnh'),
    province,
  )
  .map((parts) => parts.join(' '))

export const officials: fc.Arbitrary<Plant> = fc
  .tuple(
    fc.tuple(surname, middle, given).map((parts) => parts.join(' ')),
    fc.oneof(
      { weight: 3, arbitrary: fc.uniqueArray(title, { minLength: 1, maxLength: 2 }) },
      { weight: 1, arbitrary: provincial.map((one) => [one]) },
    ),
    fc.constantFrom('before', 'commas', 'dashes', 'brackets'),
    fc.constantFrom('Đồng chí', 'Ông', 'Bà'),
  )
  .map(([name, titles, form, honorific]) => {
    const posts = titles.join(', ')
    const sentences: Readonly<Record<string, string>> = {
      before: `${posts} ${name} chủ trì cuộc họp.`,
      commas: `${honorific} ${name}, ${posts}, phát biểu.`,
      dashes: `${honorific} ${name} - ${posts} - trả lời.`,
      brackets: `${honorific} ${name} (${posts}) xác nhận.`,
    }
    return {
      // A surname may be a common word: each is a case by itself.
      name: `official/${form}, ${name.replace(/ .*/, '')}`,
      sentence: sentences[form] as string,
      facts: [fact('official', name, { name, titles: titles.join(' | ') })],
    }
  })
