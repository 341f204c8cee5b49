import { TABLE_SIZE, UPPER, VOWEL } from '../text/vietnamese.ts'

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
 *
 * @param letters The table `letter` of `letterTables`.
 */
export function readWord(text: string, at: number, letters: Uint32Array, word: WordKey): void {
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
  /** Open hash table; four places an entry, so that it is in one cache line: the two numbers of the key, the symbol (0 for none), nothing. */
  private slots = new Int32Array(1 << 14)
  private size = 0
  /** Symbols of marks by their code unit. */
  private readonly marks = new Uint16Array(1 << 16)

  /** The number of the word that was read, given one if it is new. */
  add({ low, high }: WordKey): number {
    const known = this.find(low, high)
    if (known) return known
    const id = ++this.size
    if (id * 8 > this.slots.length) this.grow()
    this.place(low, high, id)
    return id
  }

  addMark(code: number): number {
    return (this.marks[code] ||= ++this.size)
  }

  /** The number of a word by its key, or 0. */
  find(low: number, high: number): number {
    const { slots } = this
    const mask = slots.length - 1
    for (let slot = slotOf(low, high) & mask; ; slot = (slot + 4) & mask) {
      const id = slots[slot + 2] as number
      if (id === 0 || (slots[slot] === low && slots[slot + 1] === high)) return id
    }
  }

  findMark(code: number): number {
    return this.marks[code] as number
  }

  private place(low: number, high: number, id: number): void {
    const { slots } = this
    const mask = slots.length - 1
    let slot = slotOf(low, high) & mask
    while (slots[slot + 2]) slot = (slot + 4) & mask
    slots[slot] = low
    slots[slot + 1] = high
    slots[slot + 2] = id
  }

  private grow(): void {
    const { slots } = this
    this.slots = new Int32Array(slots.length * 2)
    for (let i = 0; i < slots.length; i += 4)
      if (slots[i + 2]) this.place(slots[i] as number, slots[i + 1] as number, slots[i + 2] as number)
  }
}

/** Where the search for a key begins: a multiple of four. */
const slotOf = (low: number, high: number): number => {
  const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) << 2
}
