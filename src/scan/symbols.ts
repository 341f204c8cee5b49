import { foldKey, letterTables, TABLE_SIZE } from '../text/vietnamese.ts'

/**
 * Numbers for the words of the lexicons, found by hash without cutting a substring. Words meet under one number whatever their
 * case, their tone placement and their i or y.
 */
export class SymbolTable {
  /** Symbol numbers by slot, 0 for an empty one; a power of two in size. */
  private slots = new Int32Array(1 << 13)
  private readonly hashes: number[] = [0]
  private readonly keys: string[] = ['']
  private readonly marks = new Map<number, number>()

  /** The number of a single word or mark, given one if it is new. */
  add(word: string): number {
    if (letterTables().base[word.charCodeAt(0)] === 0) {
      const code = word.charCodeAt(0)
      const known = this.marks.get(code)
      if (known !== undefined) return known
      this.marks.set(code, this.keys.length)
      this.hashes.push(0)
      return this.keys.push(word) - 1
    }
    const hash = hashOf(word)
    const known = this.find(hash, word, 0, word.length)
    if (known) return known
    const id = this.keys.push(foldKey(word)) - 1
    this.hashes.push(hash)
    if (id * 4 > this.slots.length) this.grow()
    this.place(id)
    return id
  }

  /** The number of text[start, end), whose hash is known, or 0. */
  find(hash: number, text: string, start: number, end: number): number {
    const mask = this.slots.length - 1
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const id = this.slots[slot] as number
      if (id === 0) return 0
      if (this.hashes[id] === hash && sameWord(this.keys[id] as string, text, start, end)) return id
    }
  }

  findMark(code: number): number {
    return this.marks.get(code) ?? 0
  }

  private place(id: number): void {
    const mask = this.slots.length - 1
    let slot = spread(this.hashes[id] as number) & mask
    while (this.slots[slot]) slot = (slot + 1) & mask
    this.slots[slot] = id
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    for (let id = 1; id < this.keys.length; id++) if (this.hashes[id]) this.place(id)
  }
}

const spread = (hash: number) => (hash ^ (hash >>> 15)) | 0

/** The hash that the scanner computes while it reads a word. */
function hashOf(word: string): number {
  const { base, tone, vowel } = letterTables()
  let hash = 0
  let wordTone = 0
  let previous = 0
  let before = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    let letter = base[code] as number
    if (tone[code]) wordTone = tone[code] as number
    if (letter === 0x79 && (!vowel[previous] || (previous === 0x75 && before === 0x71))) letter = 0x69
    hash = (Math.imul(hash, 31) + letter) | 0
    before = previous
    previous = letter
  }
  return Math.imul(hash, 7) + wordTone
}

/** Whether the letters of text[start, end) are those of a key; the tone is in the hash. */
function sameWord(key: string, text: string, start: number, end: number): boolean {
  const { base, vowel } = letterTables()
  const length = end - start
  const last = key.charCodeAt(key.length - 1)
  const letters = last >= 0x30 && last <= 0x39 ? key.length - 1 : key.length
  if (letters !== length) return false
  let previous = 0
  let before = 0
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(start + i)
    let letter = code < TABLE_SIZE ? (base[code] as number) : 0
    if (letter === 0x79 && (!vowel[previous] || (previous === 0x75 && before === 0x71))) letter = 0x69
    if (key.charCodeAt(i) !== letter) return false
    before = previous
    previous = letter
  }
  return true
}
