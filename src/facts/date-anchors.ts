/** Where a calendar expression may begin: looked at cheaply, so that the parser is seldom called in vain. */
import { tokenMatcher } from '../../grammars/_shared/engine.ts'
import * as t from '../../grammars/_shared/tokens.ts'
import { UNITS } from '../../grammars/date/amount.ts'
import * as d from '../../grammars/date/tokens.ts'
import type { IslandToken } from '../parse/island.ts'
import { Shape, Token } from '../scan/scanner.ts'
import { isBarePair, isBareYear, isCounted, isDayPair } from './date-bare.ts'
import type { Cursor } from './date-cursor.ts'
import { isAmount, isNamedDays, isOnceIn, isOrdinal, isQuantity, isUnit } from './date-quantities.ts'
import { isMonthPair } from './date-units.ts'
import type { Mention } from './types.ts'

/** The rule of the grammars that reads an expression. */
export type Rule = 'expression' | 'amount' | 'set' | 'clockSpan'

/** Which rule, if any, may read an expression at the anchor. Cheap, so that the parser seldom fails. Looks at most 5 tokens ahead. */
export function ruleAt(c: Cursor, found: readonly Mention<'date'>[]): Rule | undefined {
  const token = c.token(0)
  if (!token) return undefined
  switch (token.tokenType.name) {
    case 'DayMonthYear':
    case 'DayRange':
      return c.before('NoDate') ? undefined : 'expression'
    case 'MonthYear':
      return c.before('Before', 'ClockCue') ||
        ['(', 'từ', 'đến', 'trong', 'cuối', 'đầu', 'giữa', 'tới', 'và', '-'].includes(c.previous.toLowerCase())
        ? 'expression'
        : undefined
    case 'Clock':
      if (c.glued) return undefined
      // "trong 1 giờ 30 phút", "48h" say how long.
      return c.before('Span') || Number.parseInt(token.image, 10) > 24 ? 'clockSpan' : 'expression'
    case 'Pair':
      if (isUnit(c, 1)) return isAmount(c, 1) ? 'amount' : undefined
      return isBarePair(c, found) ? 'expression' : undefined
    case 'Grouped':
      return isUnit(c, 1) && isAmount(c, 1) ? 'amount' : undefined
    case 'Digits':
      return ruleAtDigits(c, found)
    case 'NumberWord':
    case 'MonthName_NumberWord':
    case 'NumberWord_Year':
    case 'Half':
      return ruleAtNumberWord(c)
    case 'Hedge':
      return isQuantity(c, 1) ? 'amount' : undefined
    case 'Since':
      return isQuantity(c, c.is(1, d.Hedge) ? 2 : 1) ? 'amount' : undefined
    case 'Each':
      if (c.previousShape !== undefined && /^(?:bán|mua|đặt|cửa|nhà|khách|ngân|mặt|bạn|đơn)$/i.test(c.previous))
        return undefined
      // "mất hàng tuần": weeks on end
      if (c.image(0) === 'hàng' && /^(?:mất|suốt|kéo|dài|cả|đến|tới)$/i.test(c.previous)) return undefined
      if (isUnit(c, 1) || (c.is(1, d.Each) && isUnit(c, 2))) return 'set'
      // "hàng trăm năm" is vague
      return c.image(0) !== 'hàng' && c.is(1, t.Digits, d.NumberWord) && isUnit(c, 2) ? 'set' : undefined
    case 'RelDay':
      // "Hôm nay: 21" counts visitors; "mấy hôm nay" and "của ngày hôm nay" are no days.
      if ((c.is(1, t.Colon) && c.is(2, t.Digits, t.Grouped)) || c.before('Vague') || /^(?:của|ngày)$/i.test(c.previous))
        return undefined
      return 'expression'
    case 'SameDay':
    case 'SameUnit':
      return 'expression'
    case 'RelYear':
      // "sang năm sau" is "năm sau".
      return c.is(1, d.Deictic) ? undefined : 'expression'
    case 'Weekend':
      return 'expression'
    case 'Hom':
      return isDayHead(c, 1) || c.is(1, d.Weekday) || (c.is(1, d.Thu) && /^[2-7]$/.test(c.image(2)))
        ? 'expression'
        : undefined
    case 'Day':
    case 'Days':
      return isDayHead(c, 1) ? 'expression' : undefined
    case 'Part':
      return isPartHead(c, 1) || (/ giờ /.test(`${c.image(0)} `) && isNarrative(c, found)) ? 'expression' : undefined
    case 'Buoi':
      if (!c.is(1, d.Part)) return undefined
      return isPartHead(c, 2) || isNarrative(c, found) ? 'expression' : undefined
    case 'Edge':
      return isEdged(c, found) ? 'expression' : undefined
    case 'Month':
      // "30 tháng 4" was looked at from its day on.
      if (c.at > 0 && c.context.tokens.kind[c.at - 1] === Token.Number) return undefined
      // "những ngày tháng tới"
      if (c.is(1, d.Deictic) && (c.before('Vague') || /^ngày$/i.test(c.previous))) return undefined
      return isMonthHead(c, 1) ? 'expression' : undefined
    case 'Year':
      return isYearHead(c, 1) && !(c.is(1, d.Deictic) && c.before('Vague')) ? 'expression' : undefined
    case 'Quarter':
      return isQuarterHead(c, 1) ? 'expression' : undefined
    case 'Week':
      return c.is(1, d.Deictic) && !/^(?:nay|mai|ngoái|nữa)$/.test(c.image(1)) && !c.before('Vague')
        ? 'expression'
        : undefined
    case 'Weekday':
    case 'Thu':
      return isWeekday(c) ? 'expression' : undefined
    case 'Season':
      return c.isYear(1) ||
        (c.is(1, d.Year) && (c.isYear(2) || c.is(2, d.Deictic))) ||
        (c.is(1, d.Deictic) && /^(?:này|năm|trước|sau|tới|vừa qua)$/.test(c.image(1)))
        ? 'expression'
        : undefined
    case 'Decade':
      return c.is(1, t.Digits) ? 'expression' : undefined
    case 'Years':
      return c.is(1, t.Digits) && (c.token(1)?.image.length === 4 || c.token(1)?.image.endsWith('0'))
        ? 'expression'
        : undefined
    case 'Century':
      return isCenturyHead(c, 1) || (c.is(1, d.Deictic) && c.image(1) === 'trước') ? 'expression' : undefined
    case 'Period':
      if (/^năm học$/i.test(c.image(0)) && c.is(1, d.Deictic)) return c.before('Vague') ? undefined : 'expression'
      return isPeriodHead(c) ? 'expression' : undefined
    case 'From':
      return isFromHead(c) ? 'expression' : undefined
    case 'Mung':
    case 'Ram':
      return c.is(1, t.Digits, t.Pair, d.NumberWord, d.Month) ? 'expression' : undefined
    case 'Tet':
      return c.is(1, d.LunarYear) || c.isYear(1) || (c.is(1, d.Year) && (c.isYear(2) || c.is(2, d.LunarYear)))
        ? 'expression'
        : undefined
    case 'Holiday':
      return c.is(1, t.Pair) || (c.is(1, t.Open) && c.is(2, t.Pair)) ? 'expression' : undefined
    default:
      return undefined
  }
}

function ruleAtDigits(c: Cursor, found: readonly Mention<'date'>[]): Rule | undefined {
  if (c.glued) return undefined
  if (c.is(1, d.Hour) && c.image(1) === 'giờ' && Number(c.token(0)?.image) <= 24) {
    const part = c.is(2, d.Part) || (c.is(2, t.Digits) && c.is(3, d.Part, d.Minute) && c.is(4, d.Part, d.Day))
    if (part || isDayHead(c, 2) || c.is(2, d.Day, d.SameDay, d.RelDay) || (c.before('ClockCue') && !c.is(2, d.Deictic)))
      return 'expression'
  }
  if (isQuantity(c, 0)) return isOrdinal(c) || isNamedDays(c, 1) ? undefined : isOnceIn(c) ? 'set' : 'amount'
  if (c.is(1, d.Times) && c.is(2, d.NumberWord, d.Each, t.Slash) && isUnit(c, 3)) return 'set'
  const toldYear = c.is(3, d.Year) && isYearHead(c, 4)
  if (c.is(1, d.Month) && c.is(2, t.Digits, d.NumberWord, d.MonthName) && (!isUnit(c, 3) || toldYear))
    return c.before('NoDate') ? undefined : 'expression'
  if (c.isYear(0)) return isBareYear(c, found) ? 'expression' : undefined
  // "từ 5 - 6/3", "7 và 8-1"
  if (c.is(1, t.Dash, d.And, t.Ampersand) && c.is(2, t.Pair, t.DayMonthYear)) {
    // "2 ngày 23 và 24/7", "trong 2 ngày, 29 và 30-11"
    const days = c.previous === ',' && /^ngày$/i.test(c.wordBefore(2))
    return (days || c.before('Before')) && !c.before('NoDate') ? 'expression' : undefined
  }
  return undefined
}

function ruleAtNumberWord(c: Cursor): Rule | undefined {
  const token = c.token(0) as IslandToken
  if (tokenMatcher(token, d.Year) && isYearHead(c, 1))
    return c.is(1, d.Deictic) && c.before('Vague') ? undefined : 'expression'
  if (c.is(1, d.Times) && c.is(2, d.NumberWord, d.Each) && isUnit(c, 3)) return 'set'
  if (!isQuantity(c, 0) || isOrdinal(c)) return undefined
  if (isOnceIn(c)) return 'set'
  if (isNamedDays(c, 1)) return undefined
  const round = token.entries.some((e) => e.value.startsWith('x'))
  // "năm tháng" are the years that pass, not five months.
  if ((round && c.before('Vague')) || (/^năm$/i.test(token.image) && c.is(1, d.Month))) return undefined
  if (
    /^một$/i.test(token.image) &&
    c.is(1, ...UNITS) &&
    (c.follows(2, 'Idiom') || /^(?:từng|mỗi|ngày|thêm|vào)$/i.test(c.previous))
  )
    return undefined
  const hour = c.is(1, d.Hour) && c.image(1) === 'giờ' && (c.is(2, d.Part) || c.is(2, d.Day))
  return hour ? 'expression' : 'amount'
}

/** What makes a day of "ngày": a number, a pair, a lunar day. */
function isDayHead(c: Cursor, k: number): boolean {
  if (k > 1 && !c.is(k - 1, d.Day, d.Hom, d.Days)) return c.is(k, d.Day, d.Hom) && isDayHead(c, k + 1)
  if (c.is(k, t.Pair, t.DayMonthYear, t.DayRange, d.Mung, d.Ram)) return true
  if (!c.is(k, t.Digits)) return false
  const day = Number(c.token(k)?.image)
  if (!(day >= 1 && day <= 31)) return false
  return c.is(k + 1, d.Month) || !c.follows(k + 1, 'Counted')
}

/** What makes a time of "sáng": a day behind it, or "nay", "qua", "mai". */
function isPartHead(c: Cursor, k: number): boolean {
  let n = k
  if (c.is(n, d.Part)) n++
  if (c.is(n, d.Deictic))
    return /^(?:nay|qua|mai|kia|đó|ấy)$/.test(c.image(n)) && !(c.image(n) === 'mai' && c.token(n)?.image !== 'mai')
  if (c.is(n, t.Pair, t.DayMonthYear, t.DayRange, d.RelDay, d.SameDay, d.Weekday, d.Mung, d.Ram)) return true
  if (c.is(n, d.Thu) && c.is(n + 1, t.Digits)) return true
  if (c.is(n, d.Day, d.Hom)) return isDayHead(c, n + 1) || c.is(n + 1, d.Deictic)
  if (!c.is(n, t.Digits)) return false
  return (
    (c.is(n + 1, d.Month) && c.is(n + 2, t.Digits, d.NumberWord, d.MonthName)) ||
    (c.is(n + 1, t.Dash, d.And) && c.is(n + 2, t.Pair, t.DayMonthYear))
  )
}

/** How many dates back a told day still makes a narrative. */
const RECENT = 20

/** "Trong buổi sáng", "Buổi chiều, ...": a part of the day that is told of, where the article has told one. */
function isNarrative(c: Cursor, found: readonly Mention<'date'>[]): boolean {
  const told = found.slice(-RECENT).some((m) => m.reading?.shape === 'point' && m.reading.point.day !== undefined)
  return (
    told &&
    (/^(?:trong|vào|đầu|cuối)$/i.test(c.previous) ||
      (c.context.tokens.shape[c.at] === Shape.Capital && /^[.]?$/.test(c.previous)))
  )
}

function isEdged(c: Cursor, found: readonly Mention<'date'>[]): boolean {
  if (c.is(1, d.Month)) return isMonthHead(c, 2) || !c.is(2, t.Capital)
  if (c.is(1, d.Year)) return isYearHead(c, 2) || (/^(?:nửa )?(?:đầu|cuối)$/.test(c.image(0)) && !c.is(2, t.Digits))
  if (c.is(1, d.Quarter)) return isQuarterHead(c, 2)
  if (c.is(1, d.Buoi)) return c.is(2, d.Part) && (isPartHead(c, 3) || found.length > 0)
  if (c.is(1, d.Part)) return isPartHead(c, 2)
  if (c.is(1, d.Week)) return true
  if (c.is(1, d.Decade)) return c.is(2, t.Digits)
  if (c.is(1, d.Years)) return c.is(2, t.Digits)
  if (c.is(1, d.Century)) return isCenturyHead(c, 2)
  if (c.is(1, d.Season)) return true
  if (c.is(1, t.MonthYear)) return true
  return c.isYear(1) && c.image(0) !== 'giữa' && !isCounted(c, 2)
}

function isMonthHead(c: Cursor, k: number): boolean {
  if (c.is(k, t.MonthYear, t.DayMonthYear)) return true
  if (c.is(k, d.Deictic)) return !/^(?:nay|mai|ngoái|nữa)$/.test(c.image(k)) && !isPreposition(c, k)
  // The revolution, the street: names.
  if (/^(?:mạng|đường|phố)$/i.test(c.previous) && !c.is(k + 1, d.Year)) return false
  if (c.is(k, t.Digits)) return Number(c.token(k)?.image) <= 12 && !isCountedUnit(c, k + 1)
  // "tháng 10-11 năm 2017"
  if (c.is(k, t.Pair)) return isMonthPair(c.image(k)) && c.is(k + 1, d.Year)
  return c.is(k, d.NumberWord, d.MonthName)
}
const isCountedUnit = (c: Cursor, k: number) => c.is(k, d.Day, d.Hour) && !c.is(k + 1, t.Digits)

/** "thế kỷ XXI", "thế kỷ 15-18", "thế kỷ thứ 19" */
const isCenturyHead = (c: Cursor, k: number) => {
  const n = c.is(k, d.Thu) ? k + 1 : k
  return c.is(n, t.Digits, t.Capital) || (c.is(n, t.Pair) && c.image(n).includes('-'))
}

function isYearHead(c: Cursor, k: number): boolean {
  if (c.isYear(k) || (k === 1 && isShortYear(c))) return true
  if (c.is(k, d.LunarYear)) return true
  return c.is(k, d.Deictic) && !/^(?:mai|rồi|nữa)$/.test(c.image(k)) && !isPreposition(c, k)
}

/** "báo cáo tháng trước ngày 20": before the 20th, not last month. */
const isPreposition = (c: Cursor, k: number) =>
  /^(?:sau|trước|tới)$/.test(c.image(k)) && c.is(k + 1, t.Digits, t.Pair, t.DayMonthYear, d.Day)

/** "hồi năm 94", "năm 938,": but "mỗi năm 350 hộ", "từ năm 30 tuổi" count something. */
function isShortYear(c: Cursor): boolean {
  const image = c.image(1)
  if (!c.is(1, t.Digits) || isUnit(c, 2)) return false
  if (/^[1-9]\d\d$/.test(image))
    return c.is(2, t.Comma, t.Stop, t.Close, t.Slash) && !/^(?:mỗi|một|hằng|hàng|quân)$/i.test(c.previous)
  return (
    /^[3-9]\d$/.test(image) &&
    /^(?:hồi|từ|trước|sau|cuối|đầu|giữa|vào|đến|khoảng)$/i.test(c.previous) &&
    !isCounted(c, 2)
  )
}

function isQuarterHead(c: Cursor, k: number): boolean {
  if (c.is(k, t.Digits)) return /^[1-4]$/.test(c.token(k)?.image ?? '')
  if (c.is(k, t.Capital)) return /^(?:I{1,3}|IV)$/.test(c.token(k)?.image ?? '')
  return (
    c.is(k, t.MonthYear) ||
    (c.is(k, d.Deictic) &&
      /^(?:này|trước|tới|vừa qua|sau)$/.test(c.image(k)) &&
      !/^(?:cao|phú|quyền|yêu)$/i.test(c.previous))
  )
}

/** "thứ hai" is mostly "the second". */
function isWeekday(c: Cursor): boolean {
  const named = c.is(0, d.Weekday)
  if (named && /^(?:chủ|chúa|CN)/i.test(c.image(0))) return c.image(0) !== 'cn' || c.is(1, t.Open, t.Pair)
  const k = named ? 1 : 2
  if (!named && !/^[2-7]$/.test(c.token(1)?.image ?? '')) return false
  if (c.is(k, d.Week) && c.is(k + 1, d.Deictic)) return true
  if (c.is(k, d.Each) && c.is(k + 1, d.Week)) return true
  if (c.is(k, t.Open) && (c.is(k + 1, t.Pair, t.DayMonthYear) || c.is(k + 1, d.Day))) return true
  if (c.is(k, t.Comma) && (c.is(k + 1, t.Pair, t.DayMonthYear) || c.is(k + 1, d.Day))) return true
  const { tokens } = c.context
  const token = c.token(0) as IslandToken
  const capital = named && tokens.shape[token.last - 1] === Shape.Capital
  // "thứ bảy 27/4"
  const dated = c.is(k, t.Pair) && isDayPair(c.image(k))
  const ordinal =
    /^(?:lần|người|vị|đứng|hạng|giải|con|cái|trận|bàn|ngày|đời|thế|nhất|bên|đợt|kỳ|khóa|năm|tháng|tuần)$/i.test(
      c.previous,
    )
  return (capital || dated) && !ordinal
}

/** "nhiệm kỳ 2020-2025", "giai đoạn từ năm 2008 đến 2010"; with a beginning only, the period is no part of the date. */
function isPeriodHead(c: Cursor): boolean {
  if (c.isYear(1)) return true
  let k = c.is(1, d.From) ? 2 : 1
  if (c.is(k, d.Year)) k++
  if (!c.isYear(k)) return false
  return (
    !c.is(1, d.From) || (c.is(k + 1, t.Dash, d.To) && (c.isYear(k + 2) || (c.is(k + 2, d.Year) && c.isYear(k + 3))))
  )
}

function isFromHead(c: Cursor): boolean {
  if (c.is(1, d.Day, d.Hom, d.Days)) return isDayHead(c, 2)
  if (c.is(1, t.Pair)) return isFromPair(c)
  if (c.is(1, t.DayMonthYear, t.DayRange, t.Clock, t.MonthYear)) return true
  if (c.is(1, d.Month)) return isMonthHead(c, 2)
  if (c.is(1, d.Year)) return isYearHead(c, 2)
  if (c.is(1, d.Quarter)) return isQuarterHead(c, 2)
  if (c.is(1, d.Part)) return isPartHead(c, 2)
  if (c.is(1, d.Edge))
    return (
      (c.is(2, d.Month) && isMonthHead(c, 3)) ||
      (c.is(2, d.Year) && isYearHead(c, 3)) ||
      (c.is(2, d.Quarter) && isQuarterHead(c, 3))
    )
  if (c.is(1, d.RelDay, d.SameDay)) return true
  if (c.is(1, d.Mung)) return c.is(2, t.Digits, d.NumberWord)
  if (!c.is(1, t.Digits)) return false
  if (c.is(2, d.Hour)) return c.is(3, d.To, t.Dash, d.Part)
  if (c.isYear(1)) return !isCounted(c, 2)
  return c.is(2, t.Dash, d.To) && c.is(3, t.Pair, t.DayMonthYear) && !isUnit(c, 4)
}

/** Behind "từ": a day, not the beginning of a count. */
const isFromPair = (c: Cursor) =>
  !isUnit(c, 2) &&
  !((c.token(1)?.image.includes('-') ?? false) && isCounted(c, 2)) &&
  !c.is(2, t.Percent) &&
  isDayPair(c.token(1)?.image ?? '')
