/**
 * How the lexicons stand in the package (scripts/pack-lexicon.ts writes them so), gzipped 30 kB instead of 47: one row for all
 * terms of a class and a value, each term as how many words it shares with the one before and the rest, and Vietnamese letters in one byte.
 */

/** The most frequent Vietnamese letters of the lexicons, by frequency. The others stay as they are. */
const LETTERS = 'ưàáđệôộêếạốảâịậơĐờủớấíụểềóựầứìởợăồọổãúòắỉýữùĩừặửẩỏễé'
/** What keeps its place: what terms have besides, and what a string in JavaScript cannot hold as it is. */
const KEPT = /[a-z\s&,./'"\\-]/i

interface Swap {
  /** Each character that changes its place, and what stands in it. */
  readonly places: ReadonlyMap<string, string>
  readonly moved: RegExp
}

let swap: Swap | undefined

function makeSwap(): Swap {
  const places = new Map<string, string>()
  // Code units below are tab, line ends and how many words are shared.
  let code = 0x0d
  for (const letter of LETTERS) {
    let place = ''
    do place = String.fromCharCode(++code)
    while (KEPT.test(place))
    places.set(letter, place).set(place, letter)
  }
  const all = [...places.keys()].join('').replace(/[\]^]/g, '\\$&')
  return { places, moved: new RegExp(`[${all}]`, 'g') }
}

/** Gives letters that take two or three bytes the places of ASCII characters, which take theirs. Twice, it is the text as it was. */
export function swapLetters(text: string): string {
  const { places, moved } = (swap ??= makeSwap())
  return text.replace(moved, (char) => places.get(char) as string)
}

/** The first code unit of a term says how many words it shares with the one before, and is at most this. */
export const MOST_SHARED = 7

/** Whether a row is packed: plain ones begin with a term's letter or mark. */
export const isPacked = (row: string): boolean => row.charCodeAt(0) <= MOST_SHARED + 1

/** The terms of a packed row. */
export function termsOf(packed: string): string[] {
  const terms: string[] = []
  let previous = ''
  for (let at = 0; at < packed.length; ) {
    let end = at + 1
    while (packed.charCodeAt(end) > MOST_SHARED + 1) end++
    const known = `${previous} `
    let cut = 0
    for (let shared = packed.charCodeAt(at); shared > 1; shared--) cut = known.indexOf(' ', cut) + 1
    previous = known.slice(0, cut) + packed.slice(at + 1, end)
    terms.push(previous)
    at = end
  }
  return terms
}
