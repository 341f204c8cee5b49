/**
 * Composite tokens that begin with a digit, written with xregexp: free spacing, named parts, built from parts. `npm run generate`
 * compiles them once into the native expressions of patterns.generated.ts; xregexp itself is not shipped. Every part is bounded,
 * so that no text makes them slow.
 */
import XRegExp from 'xregexp'

const parts = {
  dd: XRegExp('\\d{1,2}'),
  year: XRegExp('(?:1[89]|20)\\d\\d'),
  end: XRegExp('(?!\\d)'),
  // An abbreviation of a body or a type of document: TW, TTg, CTr, QĐi, BGTVT, UBTVQH14, and P2 of a unit.
  abbr: XRegExp(
    '(?: Ttg | (?:[A-ZĐƯÔ][a-zđưi]{0,2}){2,16} (?: (?<=QH|PA|PC)[ ]?\\d{1,2} | \\d{1,3} )? | [A-ZĐ][ ]?\\d{1,2} ) (?!\\d)',
    'x',
  ),
  serial: XRegExp('\\d{1,6}[a-zđ]{0,2}'),
  // Types of documents as they stand in codes.
  type: XRegExp(
    'NQLT|TTLT|TTLN|VBHN|NQ|QĐi|QĐNS|QyĐ|QĐ|CTHĐ|CTPH|CTr|Ctr|CTR|CT|KLTT|KL|KHLT|KHPH|KH|CV|TB|HDLN|HDLT|HD|BC|QCPH|QCVN|QC|TTri|TTr|TTR|TT|NĐ|CĐ|ĐA|PA|DA|BB|TC|HĐ(?:\\.[ ]?[A-Z]{2,5})?|PLHĐ|PL|SL|SY|BS|GM|GGT|GXN|GPXD|GP|CB|LCT|L',
  ),
  // Bodies that stood alone behind a number before 2000: 93/CP.
  body: XRegExp('CP|TTg|HĐBT|HĐCP|CTN|UBND|UB|TW|TU'),
  dash: XRegExp('[ ]?-[ ]?'),
  slash: XRegExp('[ ]?/[ ]?'),
}
const build = (pattern: string) => XRegExp.build(pattern, parts, 'x')

/** Each is tried where a token begins with a digit, in this order; the first that matches is the token. */
export const patterns = {
  // 91/2018/TT-BGTVT 45/2019/QH14 13/2018/L-CTN 15/2020 NQ-HĐND
  code: build(`
    (?<serial> {{serial}} ) (?:
      {{slash}} (?<year> {{year}} ) (?: {{slash}} | [ ] (?= {{type}} - ) ) (?<symbol> (?: {{abbr}} | L ) (?: [ ]?[-/][ ]? {{abbr}} ){0,4} )
    # 41:2016/BGTVT
    | : (?<standardYear> {{year}} ) / (?<standardSymbol> [A-ZĐ]{2,10} )
    # 110-SL/L.12
    | - (?<orderSymbol> SL/L\\.?\\d{1,3} )
    # 45-NQ/TW 673/NQ-UBTVQH14 858CV/ĐUK 03/-CV/BCSĐ 53/HD-ĐCT 94 TT/LB
    | (?: {{slash}} -? | {{dash}} | [ ] )? (?<partySymbol> {{type}} (?: [ ]?[-/][ ]? {{abbr}} ){1,4} )
    # 353-HĐBT 93/CP
    | [-/] (?<bodySymbol> {{body}} ) (?! [A-ZĐa-zđ] | [ ]?[-/] )
    # 4912/UBND-NC 498/UBDNGS16 329/TP-VPCP 73/TTg-CN
    | / (?<letterSymbol> [A-ZĐ]{3,16} [A-Za-zĐđ0-9]{0,8} (?: {{dash}} {{abbr}} ){0,3} | (?: TTg | [A-ZĐ]{2} ) (?: {{dash}} {{abbr}} ){1,3} )
    )`),
  // 24/11/2023 24-11-2023 24.11.2023 17 - 05 - 2024
  dayMonthYear: build(
    `(?<day> {{dd}} ) (?: - (?<dash> {{dd}} ) - | / (?<slash> {{dd}} ) / | \\. (?<dot> {{dd}} ) \\. | [ ]-[ ] (?<wideDash> {{dd}} ) [ ]-[ ] | [ ]/[ ] (?<wideSlash> {{dd}} ) [ ]/[ ] ) (?<year> \\d{4} ) {{end}}`,
  ),
  // 5-6/3/2024 27-28/3
  dayRange: build(
    `(?<from> {{dd}} ) - (?<to> {{dd}} ) / (?<month> {{dd}} ) {{end}} (?: / (?<year> \\d{4} ) {{end}} )?`,
  ),
  // 12/2016 6-2017 3.2021
  monthYear: build(`(?<month> {{dd}} ) [-/.] (?<year> {{year}} ) {{end}} (?! [.,]\\d )`),
  // 8h30 8:30 13h10' 8g30 8 giờ 30
  clock: build(
    `(?<hour> {{dd}} ) (?: [ ]?(?:h|g|giờ)[ ]? (?<minute> [0-5]\\d ) (?: (?:\\s?(?:phút|ph|p|')) (?![A-Za-zÀ-ỹ]) | (?![A-Za-zÀ-ỹ\\d]) ) | : (?<colon> [0-5]\\d ) {{end}} (?! :\\d ) | [ ]?[hg] (?![A-Za-zÀ-ỹ/]) )`,
  ),
  // 1.441.200 2.870,5
  grouped: build(`(?<integer> \\d{1,3} (?: \\.\\d{3} ){1,5} ) {{end}} (?<decimals> ,\\d{1,4} {{end}} )?`),
  // 24/11 24-11 24.11
  pair: build(`(?<first> {{dd}} ) (?<separator> [-/.] ) (?<second> {{dd}} ) {{end}} (?! \\.\\d )`),
  // 98,9 1200
  number: build(`(?<whole> \\d{1,15} ) (?: , (?<fraction> \\d{1,4} ) {{end}} )?`),
}
