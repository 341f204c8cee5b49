/** UTF-16 with and without a byte-order mark. */

export type Utf16Name = 'utf-16le' | 'utf-16be'

/** The bytes that are looked at where no mark tells. */
const SAMPLE = 65_536
/** Upper bytes of ASCII, Latin letters, combining tones, Vietnamese letters, and general punctuation. */
const UPPER_BYTES = new Set([0x00, 0x01, 0x03, 0x1e, 0x20])
/** Of Vietnamese or English text in UTF-16 nearly every second byte is one of them, and the others hardly ever are null. */
const USUAL = 0.97
const NULLS = 0.05

/** The UTF-16 of bytes, or undefined. Without a mark it needs null bytes at every second place. */
export function utf16Of(bytes: Uint8Array): { readonly encoding: Utf16Name; readonly confidence: number } | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', confidence: 0.999 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', confidence: 0.999 }
  if (!bytes.subarray(0, SAMPLE).includes(0)) return undefined
  const units = Math.min(bytes.length, SAMPLE) >> 1
  const usual = new Uint32Array(2)
  const nulls = new Uint32Array(2)
  for (let i = 0; i < units * 2; i++) {
    const place = i & 1
    const byte = bytes[i] as number
    if (UPPER_BYTES.has(byte)) (usual[place] as number)++
    if (byte === 0) (nulls[place] as number)++
  }
  const is = (upper: 0 | 1) =>
    (usual[upper] as number) >= units * USUAL &&
    (nulls[upper] as number) >= units * 0.2 &&
    (nulls[1 - upper] as number) <= units * NULLS
  const confidence = units >= 8 ? 0.99 : 0.9
  if (is(1)) return { encoding: 'utf-16le', confidence }
  if (is(0)) return { encoding: 'utf-16be', confidence }
  return undefined
}

/** The text without a byte-order mark; U+FFFD for lone surrogates and an odd last byte. */
export const readUtf16 = (bytes: Uint8Array, encoding: Utf16Name): string => new TextDecoder(encoding).decode(bytes)

export function writeUtf16(text: string, encoding: Utf16Name): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le')
  return bytes
}
