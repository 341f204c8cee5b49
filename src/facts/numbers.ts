/** Numbers as Vietnamese news writes them: 1.200 1200 01 98,9 "hai", "ba mươi lăm", "một nghìn hai trăm". */
import type { IslandToken, Vocabulary } from '../parse/island.ts'
import { branch, leaves, type Tree } from '../parse/tree.ts'
import type { LexiconEntry } from '../scan/lexicon.ts'
import { Token, type TokenStream } from '../scan/scanner.ts'
import type { Approx } from './types.ts'

/** The value of digits with dots between thousands and a comma before decimals. */
export function parseDigits(image: string): number {
  return Number(image.replace(/\./g, '').replace(',', '.'))
}

/** The value of a sequence of number words, by their lexicon values; NaN where they make no number. */
export function parseNumberWords(words: readonly (readonly LexiconEntry[])[]): number {
  let total = 0
  let group = 0
  let digit: number | null = null
  let last = 1
  for (const entries of words) {
    const value = entries.find((e) => e.class === 'NumberWord' || e.class === 'Scale')?.value
    if (value === undefined) return Number.NaN
    if (value === 'half') {
      // hai triệu rưỡi
      group += last / 2
    } else if (value.startsWith('x')) {
      const scale = Number(value.slice(1))
      if (scale < 1000) group += (digit ?? 1) * scale
      else {
        total += (group + (digit ?? 0) || 1) * scale
        group = 0
      }
      last = scale
      digit = null
    } else {
      // Two digits in a row are no number; linh and lẻ only stand in for a digit that is not there.
      if (digit !== null && digit !== 0) return Number.NaN
      digit = Number(value)
      // mười is ten by itself, and the first part of mười lăm.
      if (digit === 10) {
        group += 10
        digit = null
        last = 10
      }
    }
  }
  return total + group + (digit ?? 0)
}

/** A count as read by the rule `count` of the counting grammars. */
export interface Count {
  /** NaN where the words make no whole number. */
  readonly count: number
  readonly of: number | null
  readonly approx: Approx
}

/** The value of the tree of the rule `count`. */
export function interpretCount(tree: Tree | undefined): Count {
  const approx = (leaves(tree, 'hedge').at(-1)?.entries[0]?.value ?? 'exact') as Approx
  const digits = branch(tree, 'digits')
  if (digits) {
    const scale = product(leaves(digits, 'scale'))
    const image = [...leaves(digits, 'digits'), ...leaves(digits, 'group')].map((t) => t.image).join('')
    const of = leaves(digits, 'of')[0]
    const rest = leaves(digits, 'rest')[0]
    const more = rest ? whole(rest.image, product(leaves(digits, 'restScale'))) : 0
    // The smaller scale comes second.
    if (rest && more >= scale) return { count: Number.NaN, of: null, approx }
    return { count: whole(image, scale) + more, of: of ? whole(of.image, 1) : null, approx }
  }
  const pair = leaves(tree, 'pair')[0]
  if (pair) {
    const [a = '', mark, b = ''] = pair.image.split(/([-/.])/)
    // 97/99 present of all; 2.5 triệu with a foreign decimal point; 10-15 is no count.
    if (mark === '/') return { count: Number(a), of: Number(b), approx }
    const scale = product(leaves(tree, 'scale'))
    return { count: mark === '.' && scale > 1 ? whole(`${a},${b}`, scale) : Number.NaN, of: null, approx }
  }
  return { count: parseNumberWords(leaves(tree, 'words').map((w) => w.entries)), of: null, approx }
}

const product = (scales: readonly IslandToken[]) =>
  scales.reduce((all, t) => all * Number(t.entries.find((e) => e.class === 'Scale')?.value.slice(1)), 1)

/** A whole number, or NaN. Three digits behind a comma are thousands here, since what is counted has no parts: 216,000. */
function whole(image: string, scale: number): number {
  const value = scale === 1 && /^\d{1,3},\d{3}$/.test(image) ? parseDigits(image.replace(',', '')) : parseDigits(image)
  const count = Math.round(value * scale * 1000) / 1000
  return Number.isSafeInteger(count) ? count : Number.NaN
}

/** The most words of a number before its noun. */
const LOOK_BACK = 6

/** Whether a token may end a number. Cheap: no lexicon is asked. */
export function mayEndCount(tokens: TokenStream, starts: Int32Array, countMask: number, at: number): boolean {
  const kind = tokens.kind[at]
  return isDigits(kind) || kind === Token.Pair || (kind === Token.Word && ((starts[at] as number) & countMask) !== 0)
}

const isDigits = (kind: number | undefined) => kind === Token.Number || kind === Token.Grouped

/**
 * The token where the number that ends before `at` begins, with its hedge; `at` if there is none. Looks back over at most a dozen
 * tokens.
 */
export function countStart(tokens: TokenStream, vocabulary: Vocabulary, at: number): number {
  const classAt = (i: number, end: number) => {
    if (i < 0 || tokens.kind[i] !== Token.Word) return undefined
    const token = vocabulary.tokenAt(tokens, i)
    return token.last === end ? token.entries[0]?.class : undefined
  }
  const isWord = (name: string | undefined) => name === 'NumberWord' || name === 'Scale'

  let from = at
  let name = classAt(from - 1, from)
  let scales = true
  for (let words = 0; words < LOOK_BACK && isWord(name); words++) {
    if (name !== 'Scale') scales = false
    from--
    name = classAt(from - 1, from)
  }
  const before = from - 1
  if (scales && (isDigits(tokens.kind[before]) || tokens.kind[before] === Token.Pair)) {
    from = before
    // "1 340": a group of three digits behind at most three.
    if (isGroup(tokens, before)) from = before - 1
    // "1 triệu 550 ngàn"
    else if (from < at - 1 && classAt(from - 1, from) === 'Scale' && isDigits(tokens.kind[from - 2])) from -= 2
    else {
      const slash = tokens.kind[from - 1] === Token.Mark && tokens.text[tokens.start[from - 1] as number] === '/'
      if (from === at - 1 && slash && isDigits(tokens.kind[from - 2])) from -= 2
      else
        for (const length of [3, 2])
          if (from === at - 1 && classAt(from - length, from) === 'Ratio' && isDigits(tokens.kind[from - length - 1])) {
            from -= length + 1
            break
          }
    }
  }
  if (from === at) return at
  // "hàng trăm", "thứ hai" say no number, nor do the digits of "năm 2019".
  const lead = classAt(from - 1, from)
  if (lead === 'NoNumber' || (isWord(lead) && isDigits(tokens.kind[from]))) return at
  // Hedges of one or two words, at most two of them.
  for (let hedges = 0; hedges < 2; hedges++)
    if (classAt(from - 2, from) === 'Hedge') from -= 2
    else if (classAt(from - 1, from) === 'Hedge') from--
    else break
  return from
}

function isGroup(tokens: TokenStream, at: number): boolean {
  if (tokens.kind[at] !== Token.Number || tokens.kind[at - 1] !== Token.Number) return false
  const size = (i: number) => (tokens.end[i] as number) - (tokens.start[i] as number)
  return size(at) === 3 && size(at - 1) <= 3 && tokens.text[tokens.start[at] as number] !== ','
}
