/** VIQR: Vietnamese in ASCII, a letter and its marks behind it: Vie^.t Nam. By RFC 1456. */
import { lazy } from '../lazy.ts'
import { isVietnameseSyllable } from './syllable.ts'
import { viqrPairs } from './tables.generated.ts'

const letters = lazy(() => {
  const read = new Map<string, string>()
  const write = new Map<string, string>()
  const parts = viqrPairs.split(' ')
  for (let i = 0; i + 1 < parts.length; i += 2) {
    read.set(parts[i] as string, parts[i + 1] as string)
    write.set(parts[i + 1] as string, parts[i] as string)
  }
  read.set('Dd', 'Đ').set('dD', 'đ')
  return { read, write }
})

/** A mark that was escaped, or a letter with marks. */
const LETTER =
  /\\([\\'`?~.^(+dD])|[aA][\^(]?['`?~.]?|[eE]\^?['`?~.]?|[oO][\^+]?['`?~.]?|[uU]\+?['`?~.]?|[iIyY]['`?~.]|[dD][dD]/g
/** Letters, marks and escapes in one run. */
const RUN = /(?:[A-Za-z]|\\[\\'`?~.^(+dD])(?:[A-Za-z^(+'`?~.]|\\[\\'`?~.^(+dD])*/g
/** The runs of a text, as `readViqr` reads them. */
export function* viqrRuns(text: string): Generator<string> {
  for (const [run] of text.matchAll(RUN)) yield run
}

/** Text of VIQR. By the standard a mark behind a vowel that is no tone is escaped; where it was not, the syllable often tells ("dda^u?"). */
export const readViqr = (text: string): string => text.replace(RUN, readViqrRun)

/** Letters with the marks between and behind them. */
export function readViqrRun(run: string): string {
  const known = remembered().get(run)
  if (known !== undefined) return known
  const read = readRun(run)
  if (remembered().size >= MOST_REMEMBERED) remembered().clear()
  remembered().set(run, read)
  return read
}
const MOST_REMEMBERED = 10_000
const remembered = lazy(() => new Map<string, string>())

/** Where a sentence or a quotation may end. */
const END = /[.?'](?=[.?']*$)/g

function readRun(run: string): string {
  const read = readLetters(run)
  if (run.length > LONGEST_RUN || isVietnameseSyllable(read)) return read
  for (const { index } of run.matchAll(END)) {
    const before = readLetters(run.slice(0, index))
    if (run[index - 1] !== '\\' && isVietnameseSyllable(before)) {
      return before + run[index] + readViqrRun(run.slice(index + 1))
    }
  }
  return read
}
/** Words with their marks are shorter; longer runs are not looked at for punctuation. */
const LONGEST_RUN = 40

const readLetters = (word: string) =>
  word.replace(LETTER, (marked, escaped?: string) => escaped ?? letters().read.get(marked) ?? marked)

const MARKS = /['`?~.^(+]/
const MARKABLE = /[aeiouyAEIOUYăâêôơưĂÂÊÔƠƯà-ỹÀ-Ỹ]$/

/** Whether VIQR has a letter beyond ASCII. */
export const hasViqr = (character: string): boolean => letters().write.has(character)

/** VIQR of text in NFC that holds only what it has; marks that would be read with the letter before them are escaped. */
export function writeViqr(text: string): string {
  const { write } = letters()
  let output = ''
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string
    const escaped =
      character === '\\' ||
      (MARKS.test(character) && MARKABLE.test(text[i - 1] ?? '')) ||
      (/[dD]/.test(character) && /[dDđĐ]/.test(text[i + 1] ?? ''))
    output += escaped ? `\\${character}` : (write.get(character) ?? character)
  }
  return output
}
