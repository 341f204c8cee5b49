/** Changes of a text that are none for its reader: how the same article comes out of other keyboards, editors and web pages. */

export interface Change {
  readonly name: string
  readonly label: string
  readonly hint: string
  apply(text: string): string
}

/** Letters with the tones grave, acute, hook, tilde and dot, in this order. */
const TONED: Readonly<Record<string, string>> = {
  o: 'òóỏõọ',
  u: 'ùúủũụ',
  a: 'àáảãạ',
  e: 'èéẻẽẹ',
  y: 'ỳýỷỹỵ',
}
/** Endings of syllables where the tone mark may stand on either letter. */
const PAIRS = ['oa', 'oe', 'uy'] as const
const ENDINGS = new Map<string, string>()
for (const [first, second] of PAIRS.map(([a, b]) => [a as string, b as string] as const))
  for (let tone = 0; tone < 5; tone++) {
    const old = `${TONED[first]?.[tone]}${second}`
    const young = `${first}${TONED[second]?.[tone]}`
    for (const [from, to] of [
      [old, young],
      [young, old],
    ] as const) {
      ENDINGS.set(from, to)
      ENDINGS.set(from.toUpperCase(), to.toUpperCase())
      ENDINGS.set((from[0] as string).toUpperCase() + from[1], (to[0] as string).toUpperCase() + to[1])
    }
  }
const ENDING = new RegExp(`(?<![qQ])(?:${[...ENDINGS.keys()].join('|')})(?![\\p{L}\\p{M}])`, 'gu')

const QUOTES: Readonly<Record<string, readonly [string, string]>> = { '"': ['“', '”'], "'": ['‘', '’'] }
/** What stands before a quote that opens. */
const OPENING = /^$|[\s(]/

/** In the order in which they are done: what looks at composed letters goes before NFD. */
export const changes: readonly Change[] = [
  {
    name: 'tones',
    label: 'Tone marks moved',
    hint: 'hòa ↔ hoà, thúy ↔ thuý',
    apply: (text) => text.normalize('NFC').replace(ENDING, (ending) => ENDINGS.get(ending) as string),
  },
  {
    name: 'eth',
    label: 'Ð for Đ',
    hint: 'Icelandic eth, as old converters write it',
    apply: (text) => text.replaceAll('Đ', 'Ð'),
  },
  {
    name: 'spaces',
    label: 'No-break spaces',
    hint: 'every second space',
    apply: (text) => {
      let n = 0
      return text.replace(/ /g, () => (n++ % 2 === 0 ? '\u00a0' : ' '))
    },
  },
  {
    name: 'dashes',
    label: 'Other dashes and quotes',
    hint: '- becomes –, "a" becomes “a”',
    apply: (text) =>
      text
        .replaceAll('-', '–')
        .replace(/["']/g, (mark, at: number) => QUOTES[mark]?.[OPENING.test(text.charAt(at - 1)) ? 0 : 1] as string),
  },
  {
    name: 'invisible',
    label: 'Invisible characters',
    hint: 'a soft hyphen in every fifth long word',
    apply: (text) => {
      let n = 0
      return text.replace(/\p{L}[\p{L}\p{M}]{3,}/gu, (word) =>
        n++ % 5 === 0 ? `${word.slice(0, 2)}\u00ad${word.slice(2)}` : word,
      )
    },
  },
  {
    name: 'nfd',
    label: 'Decomposed letters (NFD)',
    hint: 'ệ as e + ̣ + ̂, as macOS writes file names',
    apply: (text) => text.normalize('NFD'),
  },
]

/** @param names Of the changes to make. */
export const scramble = (text: string, names: readonly string[]): string =>
  changes.reduce((result, { name, apply }) => (names.includes(name) ? apply(result) : result), text)
