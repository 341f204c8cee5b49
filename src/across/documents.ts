/**
 * Which cited documents are one across articles. A number and a symbol are no key: Party numbers restart with each congress, those of a
 * province are its own. A date, a term, a year in the number of a central body, or a law's year settles it.
 */
import type { DocumentFact } from '../index.ts'
import { fold } from './fold.ts'

export interface DocumentIdentity {
  /** What all citations of it share, whatever else they say: the code, or a law's name. */
  readonly group: string
  /** null where the citation does not settle which document of the group it is. */
  readonly key: string | null
  /** Words for what settles it. */
  readonly basis: string
}

/** Symbols of bodies that every province, district or commune has. */
const LOCAL =
  /(?:^|[-/])(?:UBND|HĐND|UB|TU|TƯ|TT-?HĐND|HU|QU|ThU|TXU|ĐU|BTVTU|BCĐ|VP|STC|S[A-ZĐ]{1,6}|BTG\w*|MTTQ)(?:$|[-/.])/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The identity of a citation; null for one that has neither code nor name. */
export function documentIdentity(fact: DocumentFact): DocumentIdentity | null {
  if (fact.name !== undefined) return lawIdentity(fact, fact.name)
  const { code, symbol, year, number, kind } = fact
  const whole = code ?? (kind === 'Nghị định' && number !== null && year !== null ? `${number}/${year}/NĐ-CP` : null)
  const termed = fact.plenum !== null && fact.congress !== null
  if (whole === null) {
    if (!termed || fact.key === null) return null
    return { group: fold(fact.key), key: fact.key, basis: 'plenum and congress' }
  }
  const group = whole.toUpperCase().replace(/\s+/g, '')
  if (fact.issuedOn !== null && DAY.test(fact.issuedOn)) {
    const place = LOCAL.test(symbol ?? whole) ? placeOf(fact.issuer) : null
    return {
      group,
      key: `${whole} (${fact.issuedOn}${place === null ? '' : `, ${place}`})`,
      basis: place === null ? 'number and date' : 'number, date and issuer',
    }
  }
  if (year !== null && !LOCAL.test(symbol ?? whole))
    return { group, key: whole, basis: 'number and year of a central body' }
  if (year !== null) {
    const place = placeOf(fact.issuer)
    if (place !== null) return { group, key: `${whole} (${place})`, basis: 'number, year and issuer' }
  }
  if (fact.congress !== null) return { group, key: `${whole} (khóa ${fact.congress})`, basis: 'number and term' }
  // The article itself may have settled it by another citation.
  if (fact.key !== null && fact.key !== whole)
    return { group, key: fact.key, basis: 'another citation of the same article' }
  return { group, key: null, basis: 'number alone' }
}

function lawIdentity(fact: DocumentFact, name: string): DocumentIdentity {
  const plain = name.replace(/\s+(?:năm\s+)?\d{4}$/, '')
  const group = fold(plain)
  const year = fact.year ?? Number(/(\d{4})$/.exec(fact.key ?? '')?.[1] ?? 0)
  return year > 0
    ? {
        group,
        key: `${capital(group === fold(plain) ? plain : name)} ${year}`
          .toLowerCase()
          .replace(/^./, (first) => first.toUpperCase()),
        basis: 'name and year',
      }
    : { group, key: null, basis: 'name alone' }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The place in the name of a body: "UBND tỉnh Nghệ An", "Tỉnh ủy Bến Tre", "UBND TP Hà Nội". */
const PLACE =
  /(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|(?:[Tt]ỉnh|[Tt]hành|[Hh]uyện|[Qq]uận|[Tt]hị)\s?(?:ủy|uỷ|đoàn))\s+((?:\p{Lu}[\p{L}\p{M}.]*|\d+)(?:[\s-]+\p{Lu}[\p{L}\p{M}]*)*)/u

export function placeOf(body: string | null): string | null {
  if (body === null) return null
  return PLACE.exec(body)?.[1] ?? null
}
