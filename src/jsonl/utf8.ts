/** Bytes that are not UTF-8. `position` is the offset of the first byte that cannot be read. */
export class NotUtf8 extends Error {
  constructor(readonly position: number) {
    super(`not valid UTF-8 at byte ${position}`)
  }
}

/** The text of UTF-8 bytes, a byte-order mark kept, so that offsets are those of the file. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new NotUtf8(firstBadByte(bytes))
  }
}

const strict = { fatal: true, ignoreBOM: true }
const decoder = new TextDecoder('utf-8', strict)

/** A prefix reads as long as it holds no bad byte, so the first bad one is found by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (readsUpTo(bytes, middle)) good = middle
    else bad = middle
  }
  return good
}

function readsUpTo(bytes: Uint8Array, end: number): boolean {
  if (end > bytes.length) return false
  try {
    new TextDecoder('utf-8', strict).decode(bytes.subarray(0, end), { stream: true })
    return true
  } catch {
    return false
  }
}
