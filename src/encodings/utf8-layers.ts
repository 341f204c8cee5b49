/** UTF-8: strict reading of bytes, and text whose UTF-8 bytes were taken for characters of a code page (mojibake). */

const strict = () => new TextDecoder('utf-8', { fatal: true })

/** The text of UTF-8 bytes without a byte-order mark; null where they are not UTF-8. */
export function readUtf8(bytes: Uint8Array): string | null {
  try {
    return strict().decode(bytes)
  } catch {
    return null
  }
}

/** As binary: two to four bytes that are one character in UTF-8, or one byte above 7F that is part of none. */
const SEQUENCE_OR_HIGH =
  /[\xc2-\xdf][\x80-\xbf]|(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2}|[\x80-\xff]/g

export interface SequenceCount {
  /** Characters that are made of several bytes. */
  readonly sequences: number
  /** Bytes above 7F that belong to none. */
  readonly strays: number
  /** Offset of the first of them, -1 without one. */
  readonly firstStray: number
}

export function countSequences(binary: string): SequenceCount {
  let sequences = 0
  let strays = 0
  let firstStray = -1
  for (const { 0: bytes, index } of binary.matchAll(SEQUENCE_OR_HIGH)) {
    if (bytes.length > 1) sequences++
    else if (strays++ === 0) firstStray = index
  }
  return { sequences, strays, firstStray }
}

/** Reads the UTF-8 sequences of a binary string; other bytes above 7F become what `stray` makes of them. */
export const readSequences = (binary: string, stray: (byte: string) => string): string =>
  binary.replace(SEQUENCE_OR_HIGH, (bytes) => (bytes.length > 1 ? characterOf(bytes) : stray(bytes)))

function characterOf(bytes: string): string {
  let code = bytes.charCodeAt(0) & (0xff >> (bytes.length + 1))
  for (let i = 1; i < bytes.length; i++) code = (code << 6) | (bytes.charCodeAt(i) & 0x3f)
  return String.fromCodePoint(code)
}

/**
 * Puts back what is often lost of doubly encoded Vietnamese: the second byte of à is a no-break space, which cleaning turns into a
 * space or removes; that of Đ has no character in windows-1252 and vanishes.
 */
export const mendBinary = (binary: string): string =>
  binary
    // "lÃ m" is làm, "lÃ  má»™t" is là một, and so is "lÃ má»™t" where double spaces were removed too.
    .replace(/\xc3 (?=(?:[,.;:!?)"]|(?:ch?|m|ng?|nh|[ptiouy])(?![a-z\x80-\xff])))/g, '\xc3\xa0')
    .replace(/\xc3 {1,2}/g, '\xc3\xa0 ')
    .replace(/\xc3(?=[\r\n]|$)/g, '\xc3\xa0')
    .replace(/\xc4(?![\x80-\xbf])/g, '\xc4\x90')
