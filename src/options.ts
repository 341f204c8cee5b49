import { factTypes } from './facts/index.ts'
import type { FactType } from './facts/types.ts'
import { lazy } from './lazy.ts'
import { nameSimilarity } from './resolve/similarity.ts'
import type { ComposeNfc } from './text/source.ts'

/** Units in which offsets are counted. */
export type OffsetUnit = 'utf16' | 'codepoint' | 'utf8'
export const offsetUnits: readonly OffsetUnit[] = ['utf16', 'codepoint', 'utf8']

export interface ExtractOptions {
  /**
   * The date that relative expressions and dates without a year are read against, as YYYY-MM-DD; usually the day of publication.
   * Without it the article's own datelines and full dates serve, and where it has none, unknown parts stay X. Never today's date.
   */
  readonly referenceDate?: string | undefined
  /** Only these types of facts; all by default. */
  readonly types?: readonly FactType[] | undefined
  /** Units of `start` and `end`: UTF-16 code units (JavaScript's, the default), Unicode code points, or bytes of UTF-8. */
  readonly offsets?: OffsetUnit | undefined
  /** Composes to NFC, for engines without `String.prototype.normalize`: `unorm.nfc` is one. */
  readonly nfc?: ComposeNfc | undefined
}

export interface Settings {
  readonly reference: string | null
  readonly types: ReadonlySet<FactType>
  readonly offsets: OffsetUnit
  readonly nfc: ComposeNfc | undefined
}

/** An option that is wrong. Its message names the option, what was given and the nearest right value. */
export class OptionError extends TypeError {
  override readonly name = 'OptionError'
  constructor(
    readonly option: string,
    /** The message without the option's name. */
    readonly problem: string,
  ) {
    super(`trichluc: option ${option}: ${problem}`)
  }
}

const everyType = lazy(() => new Set(factTypes))
const known: readonly (keyof ExtractOptions)[] = ['referenceDate', 'types', 'offsets', 'nfc']

/** Checks options; throws an `OptionError`. */
export function settings(options: ExtractOptions = {}): Settings {
  if (typeof options !== 'object' || options === null)
    throw new OptionError('options', `expected an object, got ${show(options)}`)
  for (const name of Object.keys(options))
    if (!(known as readonly string[]).includes(name))
      throw new OptionError(name, `there is no such option${nearest(name, known)}`)
  const { referenceDate, types, offsets = 'utf16', nfc } = options
  if (referenceDate !== undefined && !isIsoDate(referenceDate))
    throw new OptionError('referenceDate', `expected a day as YYYY-MM-DD, got ${show(referenceDate)}`)
  if (!offsetUnits.includes(offsets))
    throw new OptionError(
      'offsets',
      `expected one of ${offsetUnits.join(', ')}, got ${show(offsets)}${nearest(String(offsets), offsetUnits)}`,
    )
  if (types !== undefined && !Array.isArray(types))
    throw new OptionError('types', `expected a list of fact types, got ${show(types)}`)
  for (const type of types ?? [])
    if (!factTypes.includes(type))
      throw new OptionError(
        'types',
        `there is no fact type ${show(type)}${nearest(String(type), factTypes)}; the types are ${factTypes.join(', ')}`,
      )
  if (nfc !== undefined && typeof nfc !== 'function')
    throw new OptionError('nfc', `expected a function, got ${show(nfc)}`)
  return { reference: referenceDate ?? null, types: types ? new Set(types) : everyType(), offsets, nfc }
}

/** Whether a string is a day of the calendar in the form YYYY-MM-DD. */
export function isIsoDate(value: unknown): value is string {
  const match = typeof value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) : null
  if (!match) return false
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export const show = (value: unknown) => (typeof value === 'string' ? `"${value}"` : String(value))

/** "; did you mean types?" where a right name is near. */
export function nearest(given: string, right: readonly string[]): string {
  let best: { name: string; score: number } | undefined
  for (const name of right) {
    const score = nameSimilarity(given, name)
    if (score > (best?.score ?? 0.7)) best = { name, score }
  }
  return best ? `; did you mean ${best.name}?` : ''
}
