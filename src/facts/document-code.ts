/** Codes of documents: "45- NQ/TW" and "673/NQ - UBTVQH 14" in parts and in their standard form. */
import { patterns } from '../../grammars/_shared/patterns.generated.ts'
import { lazy } from '../lazy.ts'
import { lexicons } from '../scan/load.ts'

export interface DocumentCode {
  readonly number: string
  readonly year: number | null
  readonly symbol: string
  /** Number, year and symbol in their standard form. */
  readonly code: string
  /** The noun that the symbol stands for; null for the code of a letter, which names no type. */
  readonly kind: string | null
}

const mask = lazy(() => lexicons().bit('symbol'))
const entryOf = (part: string) => lexicons().lookup(part, mask())[0]

/** Reads a token that the scanner has found to be a code. */
export function readCode(image: string): DocumentCode | undefined {
  const pattern = patterns.code
  pattern.lastIndex = 0
  const groups = pattern.exec(image)?.groups
  if (!groups) return undefined
  const number = groups['serial'] as string
  const yearText = groups['year'] ?? groups['standardYear']
  const year = yearText ? Number(yearText) : null
  const raw = (
    groups['symbol'] ??
    groups['standardSymbol'] ??
    groups['partySymbol'] ??
    groups['orderSymbol'] ??
    groups['bodySymbol'] ??
    groups['letterSymbol'] ??
    ''
  )
    .replace(/\s+/g, '')
    .replace(/TTG|Ttg/, 'TTg')
  if (raw === '') return undefined
  if (groups['standardYear']) return { number, year, symbol: raw, code: `${number}:${year}/${raw}`, kind: 'Quy chuẩn' }
  if (groups['bodySymbol']) {
    const separator = image[number.length] as string
    return { number, year, symbol: raw, code: `${number}${separator}${raw}`, kind: null }
  }
  const symbol = standardSymbol(raw)
  const kind = groups['letterSymbol'] ? null : kindOf(symbol, year)
  const separator = year !== null ? `/${year}/` : separatorOf(image.slice(number.length), symbol)
  return { number, year, symbol, code: number + separator + symbol, kind }
}

/** "NQ-TW" is a slip for "NQ/TW": what a Party body stands behind has a slash, and types of programmes are written CTr. */
function standardSymbol(raw: string): string {
  const [type = '', separator, rest = ''] = raw.split(/([-/])(.*)/s)
  const spelt = /^ct[rR]$/i.test(type) ? 'CTr' : type
  if (separator === '-' && isPartyBody(rest) && rest === 'TW') return `${spelt}/${rest}`
  return spelt + raw.slice(type.length)
}

const isPartyBody = (part: string) => entryOf(part.split('-')[0] as string)?.class === 'PartySymbol'

/** Behind the number of a Party document stands a dash, behind one of the state a slash. */
function separatorOf(behind: string, symbol: string): string {
  const [, slash, body = ''] = symbol.split(/([-/])(.*)/s)
  if (slash === '/' && isPartyBody(body)) return '-'
  const written = /^\s*([-/])/.exec(behind)?.[1]
  return written ?? (slash === '/' ? '-' : '/')
}

/** The type of document that a symbol begins with: "NQ/TW" is a resolution, "QH14" a law. */
function kindOf(symbol: string, year: number | null): string | null {
  const [type = '', separator, body = ''] = symbol.split(/([-/])(.*)/s)
  if (!separator) return /^(QH|UBTVQH)\d/.test(type) ? (type.startsWith('QH') ? 'Luật' : 'Nghị quyết') : null
  const entry = entryOf(type)
  // TT is a thông tư of the state, a thông tri of the Party.
  if (type === 'TT' && year === null && separator === '/' && isPartyBody(body)) return 'Thông tri'
  if (entry?.class === 'TypeSymbol') return entry.value
  // 112/2019/EIB/NQ-HĐQT
  const later = symbol.split(/[-/]/).find((part) => entryOf(part)?.class === 'TypeSymbol')
  return later && year !== null ? (entryOf(later)?.value ?? null) : null
}
