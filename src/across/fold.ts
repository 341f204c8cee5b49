/** Keys under which spellings meet. */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Lower case, single spaces, the tone behind its syllable, i for a lone y: "Uỷ ban" and "ủy ban" are one. */
export const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\d/-]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => {
      const marks = word.normalize('NFD')
      const tones = marks.match(TONES)?.join('') ?? ''
      return (marks.replace(TONES, '').normalize('NFC') + tones).replace(
        /(^|[^aeiouăâêôơưq])y(?=$|[^a-zăâêôơư])/,
        '$1i',
      )
    })
    .join(' ')

/** Without any mark: "Vo Van Thuong". */
export const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replace(/\s+/g, ' ').trim()

export const hasMarks = (text: string): boolean => bare(text) !== text.toLowerCase().replace(/\s+/g, ' ').trim()
