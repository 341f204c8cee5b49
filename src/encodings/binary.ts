/**
 * Bytes as strings of characters 0 to 255 ("binary"), the form in which all legacy encodings are read here, and the ways by which such
 * bytes have been taken for text.
 */
import { lazy } from '../lazy.ts'
import { byteTables } from './tables.generated.ts'

/** Arguments of one call that every engine takes. */
const CHUNK = 8192
/** Below this length one call costs more than its letters. */
const WORD = 32

/** Code units as a string. */
export function fromUnits(units: Uint8Array | Uint16Array): string {
  let text = ''
  if (units.length < WORD) {
    for (let i = 0; i < units.length; i++) text += String.fromCharCode(units[i] as number)
    return text
  }
  for (let i = 0; i < units.length; i += CHUNK) {
    text += String.fromCharCode.apply(null, units.subarray(i, i + CHUNK) as unknown as number[])
  }
  return text
}

export function toBytes(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}

/** A code page by which somebody took bytes for text. */
export type CarrierName = 'windows-1252' | 'windows-1258'

export interface Carrier {
  readonly name: CarrierName
  /** The byte of each code unit below 0x2200, -1 where there is none. */
  readonly byte: Int16Array
}

/** All characters of the code pages lie below. */
const CARRIED = 0x2200

export const carriers: Readonly<Record<CarrierName, () => Carrier>> = {
  'windows-1252': lazy(() => carrier('windows-1252')),
  'windows-1258': lazy(() => carrier('windows-1258')),
}

function carrier(name: CarrierName): Carrier {
  const byte = new Int16Array(CARRIED).fill(-1)
  // Control characters of the upper half stand for bytes that the code page leaves open, or for a page taken as ISO 8859-1.
  for (let code = 0; code < 0xa0; code++) byte[code] = code
  const table = byteTables[name]
  for (let code = 0; code < 256; code++) byte[table.charCodeAt(code)] = code
  return { name, byte }
}

/** The byte of a code unit, -1 where the code page has none. */
export const byteOf = ({ byte }: Carrier, code: number): number => (code < CARRIED ? (byte[code] as number) : -1)

/** Calls `convert` with each run of text that the carrier holds, as binary; what it does not hold stays. */
export function mapCarried(text: string, carrier: Carrier, convert: (binary: string) => string): string {
  let output = ''
  let from = 0
  let run = new Uint8Array(Math.min(text.length, CHUNK))
  let filled = 0
  const flush = () => {
    if (filled > 0) output += convert(fromUnits(run.subarray(0, filled)))
    filled = 0
  }
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf(carrier, text.charCodeAt(i))
    if (byte < 0) {
      flush()
      from = i
      while (i + 1 < text.length && byteOf(carrier, text.charCodeAt(i + 1)) < 0) i++
      output += text.slice(from, i + 1)
      continue
    }
    if (filled === run.length) {
      const longer = new Uint8Array(run.length * 2)
      longer.set(run)
      run = longer
    }
    run[filled++] = byte
  }
  flush()
  return output
}
