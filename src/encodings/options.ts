/** Checks of what callers give, and the names that charsets go by. */
import { type DecodeOptions, type EncodingName, EncodingOptionError, encodingNames, MIN_CONFIDENCE } from './types.ts'

export interface CheckedOptions {
  readonly minConfidence: number
  /** undefined where nothing is declared, or a charset that is not ours. */
  readonly declared: EncodingName | undefined
  readonly encoding: EncodingName | undefined
}

const OPTIONS = ['minConfidence', 'declared', 'encoding']

export function checkedOptions(options: DecodeOptions = {}): CheckedOptions {
  for (const name of Object.keys(options)) {
    if (!OPTIONS.includes(name))
      throw new EncodingOptionError(`${name}: no such option; there are ${OPTIONS.join(', ')}`)
  }
  const { minConfidence = MIN_CONFIDENCE, declared, encoding } = options
  if (typeof minConfidence !== 'number' || !(minConfidence > 0 && minConfidence <= 1)) {
    throw new EncodingOptionError(`minConfidence: expected a number above 0 and at most 1, got ${shown(minConfidence)}`)
  }
  if (declared !== undefined && typeof declared !== 'string') {
    throw new EncodingOptionError(`declared: expected the name of a charset, got ${shown(declared)}`)
  }
  return {
    minConfidence,
    declared: declared === undefined ? undefined : encodingNamed(declared),
    encoding: encoding === undefined ? undefined : checkedEncoding(encoding),
  }
}

export function checkedEncoding(encoding: unknown): EncodingName {
  if (encodingNames.includes(encoding as EncodingName)) return encoding as EncodingName
  throw new EncodingOptionError(`encoding: expected one of ${encodingNames.join(', ')}, got ${shown(encoding)}`)
}

export function checkedBytes(bytes: unknown): Uint8Array {
  if (bytes instanceof Uint8Array) return bytes
  throw new EncodingOptionError(`bytes: expected a Uint8Array, got ${shown(bytes)}`)
}

export function checkedText(text: unknown): string {
  if (typeof text === 'string') return text
  throw new EncodingOptionError(`text: expected a string, got ${shown(text)}`)
}

const shown = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? JSON.stringify(value) : kind(value)
const kind = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value)

/** Other names, as meta tags and headers have them. */
const ALIASES: Readonly<Record<string, EncodingName>> = {
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
  cp1258: 'windows-1258',
  'x-cp1258': 'windows-1258',
  tcvn: 'tcvn3',
  'x-viet-tcvn': 'tcvn3',
  abc: 'tcvn3',
  'x-viet-tcvn5712': 'tcvn5712',
  'tcvn5712-1': 'tcvn5712',
  'vni-win': 'vni',
  'x-viet-vni': 'vni',
  csviscii: 'viscii',
  'viscii1.1-1': 'viscii',
  'x-viet-vps': 'vps',
  'x-viet-viqr': 'viqr',
}

/** The encoding that a charset's name means, in any case; undefined for one that is not among ours. */
export function encodingNamed(label: string): EncodingName | undefined {
  const name = label.trim().toLowerCase()
  return ALIASES[name] ?? encodingNames.find((known) => known === name)
}
