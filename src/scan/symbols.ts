import { letterTables, TABLE_SIZE, UPPER, VOWEL } from '../text/vietnamese.ts'

/** A word as the scanner reads it; one object is filled again and again. */
export interface WordKey {
  /** Offset behind the word. */
  end: number
  /** How many letters are capitals. */
  capitals: number
  /** The first letters, without case and tone. */
  low: number
  /** The other letters and the tone. */
  high: number
}

/** Letters that fit into the two numbers of a key exactly, six bits each; no Vietnamese syllable has more than seven. */
const LOW = 5
const EXACT = 9
const LETTER_I = 0x69
const LETTER_Q = 0x71
const LETTER_U = 0x75
const LETTER_Y = 0x79

/**
 * Reads the word that begins at an offset. Its key is the word itself, packed: its letters without case and tone, i for a lone y (kỹ,
 * quý), and the tone of the syllable wherever its mark stands (hoà, hòa). Words of more than nine letters are hashed.
 */
export function readWord(text: string, at: number, word: WordKey): void {
  const { letter: letters } = letterTables()
  let low = 0
  let high = 0
  let tone = 0
  let capitals = 0
  let previous = 0
  let before = 0
  let i = at
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const info = code < TABLE_SIZE ? (letters[code] as number) : 0
    if (info === 0) break
    if (info & UPPER) capitals++
    if (info & TONE) tone = info & TONE
    const letter = info & 0xffff
    let index = info >>> INDEX
    if (
      letter === LETTER_Y &&
      (!(previous & VOWEL) || ((previous & 0xffff) === LETTER_U && (before & 0xffff) === LETTER_Q))
    )
      index = (letters[LETTER_I] as number) >>> INDEX
    const n = i - at
    if (n < LOW) low = (low << 6) | index
    else if (n < EXACT) high = (high << 6) | index
    else high = Math.imul(high, 0x01000193) ^ index ^ letter
    before = previous
    previous = info
  }
  word.end = i
  word.capitals = capitals
  word.low = low
  // The tone is in bits 16 to 18 of the letter and goes to bits 26 to 28, above the four letters.
  word.high = high ^ (tone << 10)
}
const TONE = 7 << 16
const INDEX = 21

/** Numbers for the words of the lexicons. Words meet under one number whatever their case, tone placement and i or y. */
export class SymbolTable {
  private lows = new Int32Array(1 << 13)
  private highs = new Int32Array(1 << 13)
  /** Symbol numbers by slot, 0 for an empty one; a power of two in size. */
  private slots = new Int32Array(1 << 13)
  private size = 0
  private readonly marks = new Map<number, number>()
  private readonly word: WordKey = { end: 0, capitals: 0, low: 0, high: 0 }

  /** The number of a single word or mark, given one if it is new. */
  add(word: string): number {
    const code = word.charCodeAt(0)
    if (code >= TABLE_SIZE || letterTables().base[code] === 0) {
      const known = this.marks.get(code)
      if (known !== undefined) return known
      this.marks.set(code, ++this.size)
      return this.size
    }
    const { word: key } = this
    readWord(word, 0, key)
    const known = this.find(key)
    if (known) return known
    const id = ++this.size
    if (id * 4 > this.slots.length) this.grow()
    this.place(key.low, key.high, id)
    return id
  }

  /** The number of a word that was read, or 0. */
  find({ low, high }: WordKey): number {
    const mask = this.slots.length - 1
    for (let slot = slotOf(low, high) & mask; ; slot = (slot + 1) & mask) {
      const id = this.slots[slot] as number
      if (id === 0 || (this.lows[slot] === low && this.highs[slot] === high)) return id
    }
  }

  findMark(code: number): number {
    return this.marks.get(code) ?? 0
  }

  private place(low: number, high: number, id: number): void {
    const mask = this.slots.length - 1
    let slot = slotOf(low, high) & mask
    while (this.slots[slot]) slot = (slot + 1) & mask
    this.slots[slot] = id
    this.lows[slot] = low
    this.highs[slot] = high
  }

  private grow(): void {
    const { slots, lows, highs } = this
    this.slots = new Int32Array(slots.length * 2)
    this.lows = new Int32Array(slots.length * 2)
    this.highs = new Int32Array(slots.length * 2)
    for (let i = 0; i < slots.length; i++)
      if (slots[i]) this.place(lows[i] as number, highs[i] as number, slots[i] as number)
  }
}

const slotOf = (low: number, high: number): number => {
  const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
