import { factTypes } from './facts/index.ts'
import type { OwnFact, OwnKind } from './facts/own.ts'
import type { FactType } from './facts/types.ts'
import { lazy } from './lazy.ts'
import { ruleNames } from './output/confidence.ts'
import { nameSimilarity } from './resolve/similarity.ts'
import type { Terms } from './scan/lexicon.ts'
import { type OwnTerm, TermError, termUses, withOwnTerms } from './scan/own-terms.ts'
import type { ComposeNfc } from './text/source.ts'

/** Units in which offsets are counted. */
export type OffsetUnit = 'utf16' | 'codepoint' | 'utf8'
export const offsetUnits: readonly OffsetUnit[] = ['utf16', 'codepoint', 'utf8']

/**
 * Options of `extract`, `extractAll` and `explain`; none is needed.
 * @typeParam F Facts of `kinds`.
 */
export interface ExtractOptions<F extends OwnFact = never> {
  /**
   * The date that relative expressions and dates without a year are read against, as YYYY-MM-DD; usually the day of publication.
   * Without it the article's own datelines and full dates serve, and where it has none, unknown parts stay X. Never today's date.
   */
  readonly referenceDate?: string | undefined
  /** Only these types of facts; all by default. */
  readonly types?: readonly (FactType | F['type'])[] | undefined
  /** Units of `start` and `end`: UTF-16 code units (JavaScript's, the default), Unicode code points, or bytes of UTF-8. */
  readonly offsets?: OffsetUnit | undefined
  /** Composes to NFC, for engines without `String.prototype.normalize`: `unorm.nfc` is one. */
  readonly nfc?: ComposeNfc | undefined
  /** Terms of your own beside those of the package: a company's posts, a province's bodies. Give the same list each time: it is compiled once. */
  readonly lexicon?: readonly OwnTerm[] | undefined
  /** Kinds of fact of your own beside the built-in ones. */
  readonly kinds?: readonly OwnKind<F>[] | undefined
  /** Names of rules that are switched off, as facts tell them: "date/month". What they would find goes to `rejected` of `explain`. */
  readonly withoutRules?: readonly string[] | undefined
}

export interface Settings {
  readonly reference: string | null
  readonly types: ReadonlySet<string>
  readonly offsets: OffsetUnit
  readonly nfc: ComposeNfc | undefined
  /** The lexicons' terms where there are others than the package's. */
  readonly terms: Terms | undefined
  readonly own: readonly OwnKind[]
  readonly off: ReadonlySet<string>
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

const everyType = lazy((): ReadonlySet<string> => new Set(factTypes))
const NONE: ReadonlySet<string> = new Set()
const known: readonly (keyof ExtractOptions)[] = [
  'referenceDate',
  'types',
  'offsets',
  'nfc',
  'lexicon',
  'kinds',
  'withoutRules',
]

/** Checks options; throws an `OptionError`. */
export function settings(options: ExtractOptions<OwnFact> = {}): Settings {
  if (typeof options !== 'object' || options === null)
    throw new OptionError('options', `expected an object, got ${show(options)}`)
  for (const name of Object.keys(options))
    if (!(known as readonly string[]).includes(name))
      throw new OptionError(name, `there is no such option${nearest(name, known)}`)
  const { referenceDate, types, offsets = 'utf16', nfc, lexicon, kinds = [], withoutRules = [] } = options
  if (referenceDate !== undefined && !isIsoDate(referenceDate))
    throw new OptionError('referenceDate', `expected a day as YYYY-MM-DD, got ${show(referenceDate)}`)
  if (!offsetUnits.includes(offsets))
    throw new OptionError(
      'offsets',
      `expected one of ${offsetUnits.join(', ')}, got ${show(offsets)}${nearest(String(offsets), offsetUnits)}`,
    )
  if (types !== undefined && !Array.isArray(types))
    throw new OptionError('types', `expected a list of fact types, got ${show(types)}`)
  const own = ownKinds(kinds)
  const all = own.length > 0 ? [...factTypes, ...own.map(({ type }) => type)] : factTypes
  for (const type of types ?? [])
    if (!(all as readonly string[]).includes(type))
      throw new OptionError(
        'types',
        `there is no fact type ${show(type)}${nearest(String(type), all)}; the types are ${all.join(', ')}`,
      )
  if (nfc !== undefined && typeof nfc !== 'function')
    throw new OptionError('nfc', `expected a function, got ${show(nfc)}`)
  return {
    reference: referenceDate ?? null,
    types: types || own.length > 0 ? new Set<string>(types ?? all) : everyType(),
    offsets,
    nfc,
    terms: lexicon === undefined ? undefined : ownTerms(lexicon),
    own,
    off: rulesOff(withoutRules, own),
  }
}

function ownKinds(kinds: unknown): readonly OwnKind[] {
  if (!Array.isArray(kinds)) throw new OptionError('kinds', `expected a list of kinds, got ${show(kinds)}`)
  const names = new Set<string>(factTypes)
  kinds.forEach((kind: Partial<OwnKind> | null, i) => {
    if (typeof kind?.type !== 'string' || typeof kind.find !== 'function')
      throw new OptionError(`kinds[${i}]`, 'expected an object with type, summary and find')
    if (names.has(kind.type)) throw new OptionError(`kinds[${i}].type`, `there is a kind ${show(kind.type)} already`)
    names.add(kind.type)
    for (const field of ['needs', 'excludes'] as const)
      for (const type of kind[field] ?? [])
        if (!factTypes.includes(type))
          throw new OptionError(
            `kinds[${i}].${field}`,
            `there is no built-in type ${show(type)}${nearest(String(type), factTypes)}`,
          )
  })
  return kinds
}

function ownTerms(lexicon: readonly OwnTerm[]): Terms {
  if (!Array.isArray(lexicon)) throw new OptionError('lexicon', `expected a list of terms, got ${show(lexicon)}`)
  lexicon.forEach((entry: Partial<OwnTerm> | null, i) => {
    if (typeof entry?.term !== 'string')
      throw new OptionError(`lexicon[${i}].term`, `expected a string, got ${show(entry?.term)}`)
    if (!termUses.includes(entry.as as OwnTerm['as']))
      throw new OptionError(
        `lexicon[${i}].as`,
        `expected one of ${termUses.join(', ')}, got ${show(entry.as)}${nearest(String(entry.as), termUses)}`,
      )
    if (entry.value !== undefined && typeof entry.value !== 'string')
      throw new OptionError(`lexicon[${i}].value`, `expected a string, got ${show(entry.value)}`)
  })
  try {
    return withOwnTerms(lexicon)
  } catch (error) {
    if (error instanceof TermError) throw new OptionError(`lexicon[${error.index}].${error.field}`, error.problem)
    throw error
  }
}

function rulesOff(rules: unknown, own: readonly OwnKind[]): ReadonlySet<string> {
  if (!Array.isArray(rules)) throw new OptionError('withoutRules', `expected a list of rules, got ${show(rules)}`)
  // Which rules a kind of your own has is known to itself alone.
  for (const rule of rules)
    if (!ruleNames().includes(rule) && !own.some(({ type }) => String(rule).startsWith(`${type}/`)))
      throw new OptionError('withoutRules', `there is no rule ${show(rule)}${nearest(String(rule), ruleNames())}`)
  return rules.length > 0 ? new Set(rules) : NONE
}

/** Whether a string is a day of the calendar in the form YYYY-MM-DD. */
export function isIsoDate(value: unknown): value is string {
  const match = typeof value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) : null
  if (!match) return false
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  // The calendar comes back every 400 years, and Date takes the years up to 99 for those of another century.
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
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
