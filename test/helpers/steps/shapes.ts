/**
 * Units of hostile texts: each, repeated, is a text that some rule could take long for. The known ones stand in tables; the others
 * are made from the grammars themselves, so that a new word or a new form is tried without anybody thinking of it.
 */
import { exampleSentences, termsByClass } from '../material.ts'

/** A unit, or a function of its number for units that are never the same twice. */
export type Unit = string | ((i: number) => string)

/** The text of a unit again and again, `size` UTF-16 units long or some more. */
export function repeated(unit: Unit, size: number): string {
  if (typeof unit === 'string') return unit.repeat(Math.ceil(size / unit.length))
  let text = ''
  for (let i = 0; text.length < size; i++) text += unit(i)
  return text
}

/** The worst that is known: of scanners, of normalisation, of each grammar, and what has made other libraries slow. */
export const known: Readonly<Record<string, Unit>> = {
  digits: '1',
  'digits with dots': '1.000.',
  'digits and slashes': '1/',
  'digits and dashes': '12-',
  'digits and spaces': '1 ',
  'dates without an end': '1/1/',
  'tháng 1': 'tháng 1 ',
  'ngày tháng năm': 'ngày tháng năm ',
  năm: 'năm ',
  'from … to …': 'từ ngày 5 đến ',
  'days of a list': 'ngày 1, 2, 3, ',
  'clock times': '8h30 - ',
  'parts of the day': 'sáng chiều tối ',
  'trước ngày': 'trước ngày ',
  'Đồng chí': 'Đồng chí ',
  'Đồng chí with names': 'Đồng chí Nguyễn Văn A, ',
  'positions without a name': 'Phó Bí thư Thường trực Tỉnh ủy, ',
  'bodies in bodies': 'Phòng Tài chính - Kế hoạch huyện, Sở Tài chính tỉnh, ',
  'capital words': 'Nguyễn ',
  'names of one letter': 'A. B. ',
  'Nghị quyết số': 'Nghị quyết số ',
  'lists of codes': '45-NQ/TW, ',
  'half a code': '45-NQ/',
  'a code of many parts': '45-NQ/TW/',
  'nghị quyết về': 'nghị quyết về ',
  'kết luận về': 'Thanh tra có kết luận về sai phạm ',
  'HIẾN PHÁP': 'HIẾN PHÁP ',
  'plenums and congresses': 'Hội nghị lần thứ tám khóa XIII ',
  'open quotes': '“',
  'straight quotes': '"',
  'open quotes and words': 'về “việc ',
  'open brackets': '(',
  'brackets and gaps': '( ',
  'brackets and words': '(Giám đốc ',
  'điểm cầu': 'điểm cầu ',
  'numbers in words': 'một trăm hai mươi ',
  'hedges without a number': 'khoảng gần hơn ',
  'people who attend': '12 đại biểu tham dự ',
  'chuyên đề': 'chuyên đề: ',
  'yêu cầu': 'yêu cầu các đơn vị ',
  'orders in a list': '- Giao Sở Y tế:\n',
  'list items': '- a) 1. ',
  'a word without end': 'ă',
  'a word of glued syllables': 'quyết',
  'glued words': 'quyếtvề.Đồng',
  'combining marks': 'a\u0301\u0323',
  'marks alone': '\u0301',
  'marks and zero-width spaces': '\u200b\u0301',
  'zero-width spaces': '\u200b',
  'decomposed letters': 'ệ'.normalize('NFD'),
  'half references': '&amp;amp;',
  references: '&#7879;',
  ampersands: '&',
  spaces: ' ',
  'no-break spaces': '\u00a0',
  'line ends': '\n',
  'carriage returns': '\r',
  commas: ', ',
  'full stops': '. ',
  'hyphens and gaps': '5 - ',
  'lone surrogates': '\ud83d',
  emoji: '👩‍🌾',
  'one of each': 'Ngày 5/12, ông Lê An, Giám đốc Sở Y tế, nêu Nghị quyết số 45-NQ/TW về “việc chung” tại 12 điểm cầu, ',
}

const GIVEN =
  'An Bình Cường Dũng Giang Hà Hải Hòa Hùng Khánh Lan Lâm Linh Long Mai Minh Nam Nga Phúc Quang Sơn Tâm Thu Yến'
const SURNAMES = 'Nguyễn Trần Lê Phạm Hoàng Phan Bùi Võ Hồ Vũ Đặng Đỗ'
const pick = (words: string, i: number) => {
  const list = words.split(' ')
  return list[i % list.length] as string
}
const name = (i: number) =>
  `${pick(SURNAMES, i)} ${pick(GIVEN, Math.floor(i / 12))} ${pick(GIVEN, Math.floor(i / 288))}`
const day = (i: number) => `${(i % 28) + 1}/${(i % 12) + 1}`

/** Units that are never the same twice: what an article's facts are compared with is all that came before. */
export const distinct: Readonly<Record<string, (i: number) => string>> = {
  'documents in a row': (i) => `Nghị quyết số ${i}-NQ/TW, `,
  'documents line by line': (i) => `Nghị quyết số ${i}-NQ/TW ngày ${day(i)}/2023 của Bộ Chính trị.\n`,
  'one number of many dates': (i) => `Nghị quyết số 45-NQ/TW ngày ${day(i)}/${1950 + (i % 90)} của Bộ Chính trị.\n`,
  'short forms of documents': (i) => `Nghị quyết số ${i} và Nghị quyết ${i}, `,
  'documents with subjects': (i) => `Nghị quyết số ${i}-NQ/TW về ${name(i)} ${name(i * 7)}.\n`,
  plenums: (i) => `Nghị quyết Hội nghị lần thứ ${(i % 20) + 1} khóa ${(i % 15) + 1}, `,
  laws: (i) => `Luật ${name(i)} ${1950 + (i % 70)}, `,
  'officials in a row': (i) => `Đồng chí ${name(i)}, Giám đốc Sở Y tế, `,
  'officials and short names': (i) => `Đồng chí ${name(i)}, Giám đốc Sở Y tế. Đồng chí ${pick(GIVEN, i)} phát biểu.\n`,
  'titles before names': (i) => `Chủ tịch UBND xã ${name(i)} `,
  'officials of one given name': (i) =>
    `Ông ${pick(SURNAMES, i)} ${pick(GIVEN, i)} Hòa, Bí thư xã ${i}. Ông Hòa nói.\n`,
  'names alone': (i) => `${name(i)}, `,
  topics: (i) => `chuyên đề “${name(i)} ${i} ${name(i * 7)}”, `,
  'topics alike': (i) => `chuyên đề “Học tập và làm theo Bác năm ${i}”.\n`,
  dates: (i) => `ngày ${day(i)}/${1900 + (i % 150)}, `,
  'dates without a year': (i) => `ngày ${day(i)}.\n`,
  'dates that are none': (i) => `Ngày ${(i % 60) + 32}/${(i % 80) + 13} `,
  years: (i) => `năm ${1900 + (i % 150)} `,
  deadlines: (i) => `Sở ${pick(GIVEN, i)} báo cáo trước ngày ${day(i)}; `,
  'deadlines under one order': (i) => `- Sở ${pick(GIVEN, i)} báo cáo trước ngày ${day(i)};\n`,
  attendances: (i) => `${i + 2} đại biểu tham dự, `,
  'bridge points': (i) => `${i + 2} điểm cầu, `,
}

export type Group = readonly (readonly [name: string, unit: string])[]

/** Of every class of a lexicon a term alone, with a number and with a comma behind it; by lexicon. */
export function lexiconShapes(): ReadonlyMap<string, Group> {
  const groups = new Map<string, (readonly [string, string])[]>()
  for (const { lexicon, class: kind, term } of termsByClass()) {
    const group = groups.get(lexicon) ?? []
    groups.set(lexicon, group)
    const others = group.some(([shape]) => shape.startsWith(`${kind} `)) ? [] : [`${term} 12 `, `${term}, `]
    for (const unit of [`${term} `, ...others]) group.push([`${kind} ${JSON.stringify(unit)}`, unit])
  }
  return groups
}

/** Terms of two lexicons by turns, for all pairs of lexicons, each time of other classes. */
export function interleavedShapes(): Group {
  const terms = new Map<string, string[]>()
  for (const { lexicon, term } of termsByClass()) terms.set(lexicon, [...(terms.get(lexicon) ?? []), term])
  const lexicons = [...terms.keys()]
  const term = (lexicon: string, i: number) => {
    const list = terms.get(lexicon) as string[]
    return list[i % list.length] as string
  }
  return lexicons.flatMap((first, i) =>
    lexicons.slice(i + 1).map((second, j) => {
      const unit = `${term(first, i + j)} 5 ${term(second, i + 2 * j)} `
      return [`${first}, ${second} ${JSON.stringify(unit)}`, unit] as const
    }),
  )
}

/** The sentences beside a grammar, three by three and without a full stop, so that they go on as one; by grammar. */
export function exampleShapes(): ReadonlyMap<string, Group> {
  const groups = new Map<string, (readonly [string, string])[]>()
  const sentences = exampleSentences()
  for (let i = 0; i < sentences.length; i += 3) {
    const some = sentences.slice(i, i + 3)
    const [folder = ''] = (some[0]?.name ?? '').split(':')
    const unit = some.map(({ text }) => text.replace(/[.!?]$/, ', ')).join('')
    groups.set(folder, [...(groups.get(folder) ?? []), [some.map((sentence) => sentence.name).join(' '), unit]])
  }
  return groups
}
