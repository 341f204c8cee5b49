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
  /** Open hash table of keys, two places an entry; no key is two zeros. */
  private keys = new Int32Array(1 << 14)
  /** The number of each entry's word. */
  private ids = new Uint16Array(1 << 13)
  private size = 0
  /** Symbols of marks by their code unit. */
  private readonly marks = new Uint16Array(1 << 16)

  /** The number of the word that was read, given one if it is new. */
  add({ low, high }: WordKey): number {
    const known = this.find(low, high)
    if (known) return known
    const id = this.next()
    if (id * 5 > this.keys.length) this.grow()
    this.place(low, high, id)
    return id
  }

  addMark(code: number): number {
    return (this.marks[code] ||= this.next())
  }

  /** The number of a word by its key, or 0. */
  find(low: number, high: number): number {
    const { keys } = this
    const mask = keys.length - 1
    for (let slot = slotOf(low, high) & mask; ; slot = (slot + 2) & mask) {
      const first = keys[slot]
      if (first === low && keys[slot + 1] === high) return this.ids[slot >> 1] as number
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
    const { keys } = this
    const mask = keys.length - 1
    let slot = slotOf(low, high) & mask
    while (keys[slot]) slot = (slot + 2) & mask
    keys[slot] = low
    keys[slot + 1] = high
    this.ids[slot >> 1] = id
  }

  private grow(): void {
    const { keys, ids } = this
    this.keys = new Int32Array(keys.length * 2)
    this.ids = new Uint16Array(keys.length)
    for (let slot = 0; slot < keys.length; slot += 2)
      if (keys[slot]) this.place(keys[slot] as number, keys[slot + 1] as number, ids[slot >> 1] as number)
  }
}

/** Where the search for a key begins: an even number. */
const slotOf = (low: number, high: number): number => {
  const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) << 1
}
