import { unitAt } from '../text/code-unit.ts'
import { TABLE_SIZE, UPPER_BIT, VOWEL } from '../text/vietnamese.ts'

/** Letters that fit into the two numbers of a key exactly, six bits each; no Vietnamese syllable has more than seven. */
const EXACT = 9
const LETTER_I = 0x69
const LETTER_Q = 0x71
const LETTER_U = 0x75
const LETTER_Y = 0x79

/**
 * A word as the scanner reads it; one object is filled again and again. Its key is the word itself, packed: its letters without case
 * and tone, i for a lone y (kỹ, quý), and the tone of the syllable wherever its mark stands (hoà, hòa). Words of more than nine letters are
 * hashed.
 */
export class WordKey {
  /** Offset behind the word. */
  end = 0
  /** How many letters are capitals. */
  capitals = 0
  /** The last five letters. */
  low = 0
  /** The letters before them and the tone. */
  high = 0

  /** @param letters The table `letter` of `letterTables`. */
  read(text: string, at: number, letters: Uint32Array): void {
    const size = text.length
    let low = 0
    let high = 0
    let tone = 0
    let capitals = 0
    let i = at
    for (; i < size; i++) {
      const code = unitAt(text, i)
      const info = code < TABLE_SIZE ? (letters[code] as number) : 0
      if (info === 0) break
      capitals += (info >>> UPPER_BIT) & 1
      // Without a branch: no processor can guess where in a word its tone stands.
      const mark = info & TONE
      tone = mark | (tone & ((mark - 1) >> 31))
      let index = info >>> INDEX
      if ((info & 0xffff) === LETTER_Y && isLoneY(text, at, i, letters)) index = (letters[LETTER_I] as number) >>> INDEX
      if (i - at < EXACT) {
        high = (high << 6) | (low >>> 24)
        low = ((low << 6) | index) & 0x3fffffff
      } else high = Math.imul(high, 0x01000193) ^ index ^ (info & 0xffff)
    }
    this.end = i
    this.capitals = capitals
    this.low = low
    // The tone is in bits 16 to 18 of the letter and goes to bits 26 to 28, above the four letters.
    this.high = high ^ (tone << 10)
  }
}

/** Whether the y at an offset is the only vowel so far, or stands behind qu. */
function isLoneY(text: string, word: number, at: number, letters: Uint32Array): boolean {
  if (at === word) return true
  const previous = letters[unitAt(text, at - 1)] as number
  if (!(previous & VOWEL)) return true
  return (
    (previous & 0xffff) === LETTER_U &&
    at > word + 1 &&
    ((letters[unitAt(text, at - 2)] as number) & 0xffff) === LETTER_Q
  )
}
const TONE = 7 << 16
const INDEX = 21

/** Numbers for the words of the lexicons. Words meet under one number whatever their case, tone placement and i or y. */
export class SymbolTable {
  /** Open hash table, `ENTRY` places an entry: the two of the key and the word's number side by side in memory. No key is two zeros. */
  private entries = new Int32Array(1 << 15)
  private size = 0
  /** Symbols of marks by their code unit. */
  private readonly marks = new Uint16Array(1 << 16)

  /** The number of the word that was read, given one if it is new. */
  add({ low, high }: WordKey): number {
    const known = this.find(low, high)
    if (known) return known
    const id = this.next()
    if (id * 10 > this.entries.length) this.grow()
    this.place(low, high, id)
    return id
  }

  addMark(code: number): number {
    return (this.marks[code] ||= this.next())
  }

  /** The number of a word by its key, or 0. */
  find(low: number, high: number): number {
    const { entries } = this
    const mask = entries.length - 1
    for (let slot = slotOf(low, high) & mask; ; slot = (slot + ENTRY) & mask) {
      const first = entries[slot]
      if (first === low && entries[slot + 1] === high) return entries[slot + 2] as number
      if (first === 0) return 0
    }
  }

  findMark(code: number): number {
    return this.marks[code] as number
  }

  private next(): number {
    if (this.size === 0xffff) throw new Error('the lexicons have more than 65,535 words')
    return ++this.size
  }

  private place(low: number, high: number, id: number): void {
    const { entries } = this
    const mask = entries.length - 1
    let slot = slotOf(low, high) & mask
    while (entries[slot]) slot = (slot + ENTRY) & mask
    entries[slot] = low
    entries[slot + 1] = high
    entries[slot + 2] = id
  }

  private grow(): void {
    const { entries } = this
    this.entries = new Int32Array(entries.length * 2)
    for (let slot = 0; slot < entries.length; slot += ENTRY)
      if (entries[slot]) this.place(entries[slot] as number, entries[slot + 1] as number, entries[slot + 2] as number)
  }
}
/** Places of an entry, the last one empty. */
const ENTRY = 4

/** Where the search for a key begins. */
const slotOf = (low: number, high: number): number => {
  const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) << 2
}
