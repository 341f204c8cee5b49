/**
 * Normalisation with an offset map. One pass over the caller's text; where nothing is to be mended (most text), the text itself is
 * handed on and the map is empty.
 */

import { lazy } from '../lazy.ts'
import { unitAt } from './code-unit.ts'
import { entityAt } from './entities.ts'
import { chain, identity, type OffsetMap, runMap } from './offset-map.ts'
import { glueIndex, letterTables } from './vietnamese.ts'

export type { OffsetMap } from './offset-map.ts'

/** A normalised text with the way back to the text that it was made of. */
export interface SourceText {
  /** The text as the caller gave it. */
  readonly original: string
  /** NFC, with folded spaces, dashes and quotes, without invisible characters. */
  readonly text: string
  /** From offsets of `text` to offsets of `original`, in UTF-16 code units. */
  readonly map: OffsetMap
}

/** What the pipeline is told besides. */
export interface Source extends SourceText {
  /** Whether the article has surrogates, NUL or U+FFFD: only then it is looked at whether it is broken. */
  readonly odd: boolean
}

/** A function like `String.prototype.normalize` for the form NFC, for engines that have none (unorm has one). */
export type ComposeNfc = (text: string) => string

enum Unit {
  Plain = 0,
  /** One unit for another, no change of length. */
  Replace = 1,
  /** Nothing to be seen: zero-width, soft hyphen, byte-order mark. */
  Drop = 2,
  /** Combining mark: composed with what stands before it. */
  Mark = 3,
  /** &: perhaps a character reference. */
  Reference = 4,
  /** . : perhaps a full stop without the space behind it. */
  Stop = 5,
  /** A bracket or hyphen: perhaps a stray space beside it. */
  Gap = 6,
  /** A vowel with a tone: two of them in one word are two glued words. */
  Toned = 7,
  /** No letter: a word ends here. */
  Edge = 8,
  /** Half a surrogate pair, NUL, U+FFFD: perhaps a sign that the text is broken. */
  Odd = 9,
}

let units: { readonly what: Uint8Array; readonly to: Uint16Array } | undefined

/** What to do with each code unit; built on first use. */
function unitTable() {
  if (units) return units
  const what = new Uint8Array(0x10000)
  const to = new Uint16Array(0x10000)
  const replace = (codes: readonly number[], by: string) => {
    for (const code of codes) {
      what[code] = Unit.Replace
      to[code] = by.charCodeAt(0)
    }
  }
  const range = (from: number, last: number) => Array.from({ length: last - from + 1 }, (_, i) => from + i)
  const { base, tone } = letterTables()
  what.fill(Unit.Edge)
  for (let code = 0; code < tone.length; code++) if (base[code]) what[code] = tone[code] ? Unit.Toned : Unit.Plain
  // Ð, ð and Ɖ stand for Đ, đ where a page was read in the wrong code page.
  replace([0xd0, 0x189], 'Đ')
  replace([0xf0], 'đ')
  replace([0xa0, 0x1680, ...range(0x2000, 0x200a), 0x202f, 0x205f, 0x3000, 0x09, 0x0b, 0x0c], ' ')
  replace([0x2028, 0x2029, 0x85], '\n')
  replace([...range(0x2010, 0x2015), 0x2212, 0xfe58, 0xfe63, 0xff0d], '-')
  replace([0x2044, 0x2215, 0xff0f], '/')
  replace([0x2018, 0x2019, 0x201b, 0x2b9, 0x2bb, 0x2bc, 0x2032, 0xb4, 0x60, 0xff07], "'")
  replace([0xab, 0x201e, 0x201f, 0x301d], '“')
  replace([0xbb, 0x301e, 0x2033], '”')
  for (const code of range(0xff10, 0xff19)) replace([code], String.fromCharCode(code - 0xfee0))
  replace([0xff08], '(')
  replace([0xff09], ')')
  replace([0xff0c], ',')
  replace([0xff0e], '.')
  replace([0xff1a], ':')
  replace([0xff1b], ';')
  for (const code of [0xad, ...range(0x200b, 0x200f), ...range(0x202a, 0x202e), 0x2060, 0xfeff, 0xfe0e, 0xfe0f])
    what[code] = Unit.Drop
  for (const code of range(0x300, 0x36f)) what[code] = Unit.Mark
  what[0x26] = Unit.Reference
  what[0x2e] = Unit.Stop
  what[0x28] = what[0x2d] = Unit.Gap
  for (const code of [0, ...range(0xd800, 0xdfff), 0xfffd]) what[code] = Unit.Odd
  units = { what, to }
  return units
}

/** Marks that shape a letter (circumflex, breve, horn) come before tones, in whatever order a text has them. */
const SHAPES = '\u0302\u0306\u031b'
const byShapeFirst = (a: string, b: string) => Number(SHAPES.includes(b)) - Number(SHAPES.includes(a))
const nativeNfc: ComposeNfc = (text) => text.normalize('NFC')

/** The text of a letter and its marks, composed. */
function compose(cluster: string, nfc: ComposeNfc): string {
  if (cluster.length < 2) return cluster
  // Articles that are not in NFC have a few dozen clusters, again and again.
  const known = nfc === nativeNfc ? composed().get(cluster) : undefined
  if (known !== undefined) return known
  const [letter = '', ...marks] = cluster.normalize('NFD')
  const letters = nfc(letter + marks.sort(byShapeFirst).join(''))
  if (nfc === nativeNfc && composed().size < MOST_COMPOSED) composed().set(cluster, letters)
  return letters
}
const MOST_COMPOSED = 1000
const composed = lazy(() => new Map<string, string>())

/**
 * Normalises an article. NFC from any mix of forms and any order of marks; Ð and Ɖ become Đ; spaces, dashes, slashes and quotes
 * are folded; invisible characters vanish; character references are read; "trực tuyến.Đồng chí" and "Nghị quyếtvề" come apart,
 * "( khóa XII)" and "45- NQ/TW" close up. Line ends and everything else stay. Any string is taken, lone surrogates too.
 */
export function toSource(original: string, nfc: ComposeNfc = nativeNfc): Source {
  // Four articles of five have no character to mend: then one pass is all.
  const direct = mendSpaces(original, true)
  if (direct) return { original, text: direct.text, map: direct.map, odd: direct.odd }
  const characters = mendCharacters(original, nfc)
  const spaces = mendSpaces(characters.text, false) as Mended
  return { original, text: spaces.text, map: chain(characters.map, spaces.map), odd: characters.odd }
}

interface Mended {
  readonly text: string
  readonly map: OffsetMap
  readonly odd: boolean
}

/** Letters, marks, dashes, quotes, references: what each character is. */
function mendCharacters(original: string, nfc: ComposeNfc): Mended {
  const { what, to } = unitTable()
  const edits = new Edits(original)
  const size = original.length
  let odd = false
  for (let i = 0; i < size; i++) {
    const code = unitAt(original, i)
    const unit = what[code] as number
    if (unit === Unit.Plain || unit > Unit.Reference) {
      if (unit === Unit.Odd) odd = true
      continue
    }
    switch (unit) {
      case Unit.Replace: {
        const marks = marksEnd(original, i + 1)
        const value = String.fromCharCode(to[code] as number)
        edits.put(i, marks, marks > i + 1 ? compose(value + visible(original, i + 1, marks), nfc) : value)
        i = marks - 1
        break
      }
      case Unit.Drop: {
        const marks = marksEnd(original, i)
        if (marks > i && i > edits.copied && isBase(unitAt(original, i - 1))) {
          edits.put(i - 1, marks, compose(original[i - 1] + visible(original, i, marks), nfc))
          i = marks - 1
          break
        }
        let end = i + 1
        while (what[unitAt(original, end)] === Unit.Drop) end++
        edits.put(i, end, '')
        i = end - 1
        break
      }
      case Unit.Mark: {
        const end = marksEnd(original, i)
        if (i > edits.copied && isBase(unitAt(original, i - 1)))
          edits.put(i - 1, end, compose(original[i - 1] + visible(original, i, end), nfc))
        i = end - 1
        break
      }
      case Unit.Reference: {
        const entity = entityAt(original, i)
        if (entity) {
          const end = marksEnd(original, entity.end)
          edits.put(i, end, compose(entity.value + visible(original, entity.end, end), nfc))
          i = end - 1
        }
        break
      }
    }
  }
  return edits.done(odd)
}

/**
 * Spaces that are missing or too many. Works on composed text, so that every form of the same text is mended alike.
 * @param strict Whether to give up where a character is to be mended first.
 */
function mendSpaces(text: string, strict: boolean): Mended | undefined {
  const { what } = unitTable()
  const next = wordStates()
  let edits: Edits | undefined
  let odd = false
  let state = 0
  const size = text.length
  for (let i = 0; i < size; i++) {
    const before = state
    const unit = what[unitAt(text, i)] as number
    state = next[(state << 4) | unit] as number
    if (state < Word.Glued) continue
    if (state === Word.Glued) {
      state = Word.Toned
      const cut = glueBefore(text, i)
      if (cut > (edits?.copied ?? 0)) {
        edits ??= new Edits(text)
        edits.put(cut, cut, ' ')
      }
    } else if (unit < Unit.Reference) {
      if (strict) return undefined
      state = before === Word.Toneless ? before : Word.BehindTone
    } else {
      state = Word.Toneless
      if (unit === Unit.Reference) {
        if (strict && entityAt(text, i)) return undefined
      } else if (unit === Unit.Stop) {
        if (isStopGlue(text, i)) {
          edits ??= new Edits(text)
          edits.put(i + 1, i + 1, ' ')
        }
      } else if (unit === Unit.Odd) odd = true
      else {
        const end = gapEnd(text, i)
        if (end > i + 1) {
          edits ??= new Edits(text)
          edits.put(i + 1, end, '')
          i = end - 1
        }
      }
    }
  }
  return edits?.done(odd) ?? { text, map: identity, odd }
}

/** What has been read of a word. */
enum Word {
  Toneless = 0,
  /** Its last letter has a tone. */
  Toned = 1,
  /** A letter before the last one has a tone. */
  BehindTone = 2,
  /** The vowels of one syllable stand together, so a second toned one behind other letters may begin another. */
  Glued = 3,
  /** A unit that is looked at by itself. */
  Special = 4,
}

/** The state behind a unit by the state before it: a table, because no processor can guess where in a word its tone stands. */
const wordStates = lazy(() => {
  const next = new Uint8Array(3 << 4).fill(Word.Special)
  for (const state of [Word.Toneless, Word.Toned, Word.BehindTone]) {
    next[(state << 4) | Unit.Plain] = state === Word.Toneless ? Word.Toneless : Word.BehindTone
    next[(state << 4) | Unit.Toned] = state === Word.BehindTone ? Word.Glued : Word.Toned
    next[(state << 4) | Unit.Edge] = Word.Toneless
  }
  return next
})

/** Where a word comes apart whose toned vowel at an offset is not its first one; -1 where it does not. */
function glueBefore(text: string, at: number): number {
  const { what } = unitTable()
  let first = at - 1
  while (what[unitAt(text, first)] !== Unit.Toned) first--
  return at - first < FARTHEST_TONE ? glueCut(text, first, at) : -1
}
/** Two tones of glued syllables are nearer than so many letters. */
const FARTHEST_TONE = 9

/** Replacements in one text, from left to right, and the map that they leave. */
class Edits {
  /** The source up to here is in the output. */
  copied = 0
  private output = ''
  /** Output offsets where a run of equal length begins, the source offsets they stand for, and where the unit before them ends. */
  private runs: { readonly at: number[]; readonly from: number[]; readonly until: number[] } | undefined

  constructor(private readonly source: string) {}

  /** source[start, end) becomes `value`. */
  put(start: number, end: number, value: string): void {
    this.output += this.source.slice(this.copied, start) + value
    this.copied = end
    if (value.length === end - start) return
    // A replacement is a run of its own, so that no span ends inside of it.
    if (value.length > 0) this.run(this.output.length - value.length, start, start)
    this.run(this.output.length, end, value.length > 0 ? end : start)
  }

  /** @param odd What has been seen of the text besides. */
  done(odd: boolean): Mended {
    if (this.copied === 0) return { text: this.source, map: identity, odd }
    return {
      // Joined, not added: so the engine makes one text of it, and does not look each unit up in a text of two parts.
      text: [this.output, this.source.slice(this.copied)].join(''),
      map: this.runs ? runMap(this.runs.at, this.runs.from, this.runs.until) : identity,
      odd,
    }
  }

  private run(at: number, from: number, until: number): void {
    this.runs ??= { at: [], from: [], until: [] }
    this.runs.at.push(at)
    this.runs.from.push(from)
    this.runs.until.push(until)
  }
}

/** The end of the marks that begin at `from`, invisible characters before and between them included. */
function marksEnd(text: string, from: number): number {
  const { what } = unitTable()
  let end = from
  for (let i = from; ; i++) {
    const unit = what[unitAt(text, i)]
    if (unit === Unit.Mark) end = i + 1
    else if (unit !== Unit.Drop) return end
  }
}

/** text[from, to) without invisible characters. */
function visible(text: string, from: number, to: number): string {
  const { what } = unitTable()
  let rest = ''
  for (let i = from; i < to; i++) if (what[unitAt(text, i)] !== Unit.Drop) rest += text[i]
  return rest
}

const isBase = (code: number) => code > 0x40 && code < 0x1f00

/** Letters of two syllables at most. */
const LONGEST_GLUE = 14

/** The offset where "quyếtvề" comes apart, given the offsets of two toned vowels; -1 where it is one word after all. */
function glueCut(text: string, first: number, second: number): number {
  const { base } = letterTables()
  let start = first
  let end = second + 1
  // Looks no further than a word that is too long, so that a text of one word stays linear.
  while (end - start <= LONGEST_GLUE && start > 0 && base[unitAt(text, start - 1)]) start--
  while (end - start <= LONGEST_GLUE && base[unitAt(text, end)]) end++
  if (end - start > LONGEST_GLUE) return -1
  const cut = glueIndex(text.slice(start, end))
  return cut < 0 ? -1 : start + cut
}

/** "tuyến.Đồng": a lower-case word, a stop, and a word with a capital and more letters. */
function isStopGlue(text: string, at: number): boolean {
  const { base, upper } = letterTables()
  const before = unitAt(text, at - 1)
  const after = unitAt(text, at + 1)
  return (
    !!base[before] && !upper[before] && !!base[unitAt(text, at - 2)] && !!upper[after] && !!base[unitAt(text, at + 2)]
  )
}

/** The end of stray spaces behind "(" and behind the hyphen of "45- NQ/TW"; `at + 1` where there are none. */
function gapEnd(text: string, at: number): number {
  let end = at + 1
  while (isSpace(unitAt(text, end))) end++
  if (end === at + 1 || unitAt(text, at) === 0x28) return end
  const { upper } = letterTables()
  const digit = unitAt(text, at - 1)
  const code = digit >= 0x30 && digit <= 0x39 && upper[unitAt(text, end)] && upper[unitAt(text, end + 1)]
  return code ? end : at + 1
}
const isSpace = (code: number) => code === 0x20 || code === 0xa0
