/** What of a text is compared: runs of words, whatever its punctuation, capitals, line ends and places of tone marks. */

/** Words of one shingle: three syllables in a row are a phrase, five are a text's own. */
const WORDS = 5
const WORD = /[\p{L}\p{M}\d]+/gu
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Hashes of the distinct shingles; of a text with fewer words than one holds, one hash of all. */
export function shinglesOf(text: string): Uint32Array {
  const words = text.normalize('NFC').toLowerCase().match(WORD) ?? []
  const hashes = words.map(wordHash)
  const found = new Set<number>()
  for (let i = 0; i + Math.min(WORDS, hashes.length) <= hashes.length && hashes.length > 0; i++) {
    let hash = SEED
    for (const word of hashes.slice(i, i + WORDS)) hash = mix(hash ^ word)
    found.add(hash)
    if (hashes.length <= WORDS) break
  }
  return Uint32Array.from(found)
}

const SEED = 0x9e3779b9

/** FNV-1a; "hoà" and "hòa" are one word. */
function wordHash(word: string): number {
  let form = word
  if (/[^\w]/.test(word)) {
    const marks = word.normalize('NFD')
    form = marks.replace(TONES, '') + (marks.match(TONES)?.join('') ?? '')
  }
  let hash = 0x811c9dc5
  for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** The last step of MurmurHash3. */
export function mix(value: number): number {
  let hash = value >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
