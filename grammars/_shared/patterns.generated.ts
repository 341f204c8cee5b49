// Generated from patterns.ts by `npm run generate`. Do not edit.
/* eslint-disable */
export const patterns = {
  code: /(?<serial>(?:\d{1,6}[a-zđ]{0,2}))(?:(?:[ ]?\/[ ]?)(?<year>(?:(?:1[89]|20)\d\d))(?:(?:[ ]?\/[ ]?)|[ ](?=(?:NQLT|TTLT|VBHN|NQ|QĐi|QĐNS|QyĐ|QĐ|CTHĐ|CTr|Ctr|CTR|CT|KL|KH|CV|TB|HD|BC|QC|TTri|TTr|TTR|TT|NĐ|CĐ|ĐA|PA|DA|BB|TC|HĐ|PL|SL|SY|BS|GM|CB|L)-))(?<symbol>(?:(?:(?:[A-ZĐƯÔ][a-zđưi]{0,2}){2,12}(?:[ ]?\d{1,2}(?!\d))?)|L)(?:[ ]?[-/][ ]?(?:(?:[A-ZĐƯÔ][a-zđưi]{0,2}){2,12}(?:[ ]?\d{1,2}(?!\d))?)){0,4})|(?:(?:[ ]?\/[ ]?)-?|(?:[ ]?-[ ]?))?(?<partySymbol>(?:NQLT|TTLT|VBHN|NQ|QĐi|QĐNS|QyĐ|QĐ|CTHĐ|CTr|Ctr|CTR|CT|KL|KH|CV|TB|HD|BC|QC|TTri|TTr|TTR|TT|NĐ|CĐ|ĐA|PA|DA|BB|TC|HĐ|PL|SL|SY|BS|GM|CB|L)(?:[ ]?[-/][ ]?(?:(?:[A-ZĐƯÔ][a-zđưi]{0,2}){2,12}(?:[ ]?\d{1,2}(?!\d))?)){1,4})|\/(?<letterSymbol>(?:[A-ZĐ]{3,})[A-Za-zĐđ0-9]{0,8}(?:-(?:(?:[A-ZĐƯÔ][a-zđưi]{0,2}){2,12}(?:[ ]?\d{1,2}(?!\d))?)){0,3}))/y,
  dayMonthYear: /(?<day>(?:\d{1,2}))(?:-(?<dash>(?:\d{1,2}))-|\/(?<slash>(?:\d{1,2}))\/|\.(?<dot>(?:\d{1,2}))\.|[ ]-[ ](?<wideDash>(?:\d{1,2}))[ ]-[ ]|[ ]\/[ ](?<wideSlash>(?:\d{1,2}))[ ]\/[ ])(?<year>\d{4})(?:(?!\d))/y,
  dayRange: /(?<from>(?:\d{1,2}))-(?<to>(?:\d{1,2}))\/(?<month>(?:\d{1,2}))(?:(?!\d))(?:\/(?<year>\d{4})(?:(?!\d)))?/y,
  monthYear: /(?<month>(?:\d{1,2}))[-/.](?<year>(?:(?:1[89]|20)\d\d))(?:(?!\d))(?![.,]\d)/y,
  clock: /(?<hour>(?:\d{1,2}))(?:[ ]?(?:h|g|giờ)[ ]?(?<minute>[0-5]\d)(?:(?:\s?(?:phút|ph|p|'))(?![A-Za-zÀ-ỹ])|(?![A-Za-zÀ-ỹ\d]))|:(?<colon>[0-5]\d)(?:(?!\d))(?!:\d)|[ ]?[hg](?![A-Za-zÀ-ỹ/]))/y,
  grouped: /(?<integer>\d{1,3}(?:\.\d{3}){1,5})(?:(?!\d))(?<decimals>,\d{1,4}(?:(?!\d)))?/y,
  pair: /(?<first>(?:\d{1,2}))(?<separator>[-/.])(?<second>(?:\d{1,2}))(?:(?!\d))(?!\.\d)/y,
  number: /(?<whole>\d{1,15})(?:,(?<fraction>\d{1,4})(?:(?!\d)))?/y,
} as const
