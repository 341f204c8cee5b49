/** Dates as pages write them, for machines and for Vietnamese readers. */

/** What a written date says; `problem` where it is none. */
export type WrittenDate = { readonly at: string; readonly note?: string } | { readonly problem: string }

/** Vietnam has one time zone; what says no zone is meant so. */
const ZONE = '+07:00'
const ZONE_MINUTES = 7 * 60
/** The web is younger, and nothing is published in the next century. */
const FIRST_YEAR = 1990
const LAST_YEAR = 2100

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?/i
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/
const DAY_FIRST = /(?:^|[^\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)/
const IN_WORDS = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s*(?:,\s*)?năm\s+(\d{4})/i
const CLOCK = /(?:^|\D)(\d{1,2})\s?[:hg]\s?(\d{2})(?::(\d{2}))?\s*(AM|PM|SA|CH)?(?![\d/])/i
const RFC =
  /(\d{1,2})\s+(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s+(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|GMT|UTC|[+-]\d{2}:?\d{2})?)?/i
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** A date in any of these forms, in Vietnam's time: a day, or with a time of day "2023-12-04T08:30:00+07:00". undefined where there is none. */
export function readDate(written: string): WrittenDate | undefined {
  const text = written.normalize('NFC').trim()
  const iso = ISO.exec(text)
  if (iso) return at(text, iso[1], iso[2], iso[3], iso[4], iso[5], iso[6], iso[7])
  const basic = BASIC.exec(text)
  if (basic) return at(text, basic[1], basic[2], basic[3], basic[4], basic[5], basic[6])
  const rfc = RFC.exec(text)
  if (rfc) {
    const month = String(MONTHS.indexOf((rfc[2] as string).toLowerCase()) + 1)
    const zone = rfc[7] && /^(GMT|UTC)$/i.test(rfc[7]) ? 'Z' : rfc[7]
    return at(text, rfc[3], month, rfc[1], rfc[4], rfc[5], rfc[6], zone)
  }
  const words = IN_WORDS.exec(text)
  const day = words ?? DAY_FIRST.exec(text)
  if (!day) return undefined
  const rest = text.slice(0, day.index) + text.slice(day.index + day[0].length).padStart(1, ' ')
  const clock = CLOCK.exec(rest)
  const [hour, half] = [clock?.[1], clock?.[4]?.toUpperCase()]
  const hours = hour === undefined ? undefined : String(inDay(Number(hour), half))
  // Programs that write AM and PM write the month first.
  const american = !words && (half === 'AM' || half === 'PM') && Number(day[1]) <= 12
  const read = american
    ? at(text, day[3], day[1], day[2], hours, clock?.[2], clock?.[3])
    : at(text, day[3], day[2], day[1], hours, clock?.[2], clock?.[3])
  if (!american || 'problem' in read || Number(day[2]) > 12 || day[1] === day[2]) return read
  return { ...read, note: `"${text}" was read month first, as it says ${half}` }
}

const inDay = (hour: number, half: string | undefined) =>
  (half === 'PM' || half === 'CH') && hour < 12 ? hour + 12 : (half === 'AM' || half === 'SA') && hour === 12 ? 0 : hour

type Part = string | undefined

function at(
  text: string,
  year: Part,
  month: Part,
  day: Part,
  hour?: Part,
  minute?: Part,
  second?: Part,
  zone?: Part,
): WrittenDate {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const shown = JSON.stringify(text.slice(0, 60))
  if (m < 1 || m > 12) return { problem: `${shown}: ${m} is no month` }
  if (d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate())
    return { problem: `${shown}: there is no day ${d} in that month` }
  if (y < FIRST_YEAR || y > LAST_YEAR) return { problem: `${shown}: no page is of the year ${y}` }
  if (hour === undefined) return { at: `${pad(y, 4)}-${pad(m)}-${pad(d)}` }
  const [h, min, s] = [Number(hour), Number(minute), Number(second ?? 0)]
  if (h > 24 || min > 59 || s > 60) return { problem: `${shown}: ${hour}:${minute} is no time of day` }
  const moved = zone === undefined ? 0 : ZONE_MINUTES - offsetOf(zone)
  const local = new Date(Date.UTC(y, m - 1, d, h, min + moved, s))
  return { at: `${local.toISOString().slice(0, 19)}${ZONE}` }
}

function offsetOf(zone: string): number {
  const parts = /([+-])(\d{2}):?(\d{2})/.exec(zone)
  return parts ? Number(`${parts[1]}1`) * (Number(parts[2]) * 60 + Number(parts[3])) : 0
}

const pad = (value: number, length = 2) => String(value).padStart(length, '0')
