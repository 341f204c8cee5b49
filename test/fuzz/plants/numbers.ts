/** Numbers as news writes them, with their values. */
import fc from 'fast-check'

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** A number from 1 to 999,999 in words: 25 is hai mươi lăm, 105 một trăm linh năm. */
export function inWords(n: number, zero = 'linh', thousand = 'nghìn'): string {
  if (n >= 1000) {
    const rest = n % 1000
    return [inWords(Math.floor(n / 1000), zero, thousand), thousand, rest > 0 ? hundreds(rest, true, zero) : '']
      .filter(Boolean)
      .join(' ')
  }
  return hundreds(n, false, zero)
}

/** Three digits; `full` says that thousands stand before, so that the hundreds are told though there are none. */
function hundreds(n: number, full: boolean, zero: string): string {
  const [hundred, ten, one] = [Math.floor(n / 100), Math.floor((n % 100) / 10), n % 10]
  const words: string[] = []
  if (hundred > 0 || full) words.push(DIGITS[hundred] as string, 'trăm')
  if (ten > 1) words.push(DIGITS[ten] as string, 'mươi')
  else if (ten === 1) words.push('mười')
  else if (one > 0 && words.length > 0) words.push(zero)
  if (one === 1 && ten > 1) words.push('mốt')
  else if (one === 5 && ten > 0) words.push('lăm')
  else if (one > 0) words.push(DIGITS[one] as string)
  return words.join(' ')
}

export interface Numeral {
  readonly name: string
  readonly text: string
  readonly value: number
}

const grouped = (n: number, by: string) => String(n).replace(/\B(?=(\d{3})+$)/g, by)

const digits = fc
  .tuple(fc.integer({ min: 2, max: 99_999 }), fc.constantFrom('plain', 'dots', 'space', 'zero in front'))
  .map(([value, form]): Numeral => {
    if (form === 'dots') return { name: form, text: grouped(value, '.'), value }
    if (form === 'space') return { name: form, text: grouped(value, ' '), value }
    if (form === 'zero in front')
      return { name: form, text: String((value % 9) + 1).padStart(2, '0'), value: (value % 9) + 1 }
    return { name: form, text: String(value), value }
  })
  .filter(({ value }) => value > 1)
const words = fc
  .tuple(fc.integer({ min: 2, max: 20_000 }), fc.constantFrom('linh', 'lẻ'), fc.constantFrom('nghìn', 'ngàn'))
  .map(([value, zero, thousand]): Numeral => {
    const text = inWords(value, zero, thousand)
    // Seven words and more are rare; "năm" is a year as well.
    const name = text.split(' ').length > 6 ? 'many words' : / năm /.test(text) ? 'words with "năm"' : 'words'
    return { name, text, value }
  })
const scaled = fc
  .tuple(
    fc.integer({ min: 2, max: 99 }),
    fc.nat({ max: 9 }),
    fc.constantFrom(['nghìn', 1e3], ['triệu', 1e6], ['vạn', 1e4]),
  )
  .map(([whole, tenth, [word, scale]]): Numeral => {
    const text = `${whole}${tenth ? `,${tenth}` : ''} ${word}`
    return { name: 'scale', text, value: Math.round((whole + tenth / 10) * Number(scale)) }
  })

export const numeral: fc.Arbitrary<Numeral> = fc.oneof(
  { weight: 4, arbitrary: digits },
  { weight: 2, arbitrary: words },
  { weight: 1, arbitrary: scaled },
)

/** A hedge with what it says. */
export const hedge: fc.Arbitrary<readonly [text: string, approx: string]> = fc.constantFrom(
  ['', 'exact'],
  ['gần ', 'about'],
  ['khoảng ', 'about'],
  ['hơn ', 'over'],
  ['trên ', 'over'],
  ['dưới ', 'under'],
  ['ít nhất ', 'over'],
)
