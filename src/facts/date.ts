/**
 * Dates: where a calendar expression may begin, and what it says. Values come later, when the whole article is known (src/resolve).
 */
import { tokenMatcher } from '../../grammars/_shared/engine.ts'
import { AmountGrammar } from '../../grammars/date/amount.ts'
import { DateGrammar } from '../../grammars/date/grammar.ts'
import * as d from '../../grammars/date/tokens.ts'
import { lazy } from '../lazy.ts'
import { type Context, eachAnchor } from '../parse/context.ts'
import { type IslandToken, Vocabulary } from '../parse/island.ts'
import type { Tree } from '../parse/tree.ts'
import { lexicons } from '../scan/load.ts'
import { Shape, Token } from '../scan/scanner.ts'
import { readAmount, readSet } from './date-amounts.ts'
import { type Rule, ruleAt } from './date-anchors.ts'
import { Cursor } from './date-cursor.ts'
import { dateMention } from './date-mention.ts'
import { readExpression } from './date-reading.ts'
import { NoDate } from './date-tree.ts'
import type { FactKind } from './kind.ts'
import { type Reading, wholeReading } from './reading.ts'
import type { Mention } from './types.ts'

/** The most tokens of an expression. */
const ISLAND = 24
/** Words that are no calendar's: at most two stand in an expression, "(giờ địa phương)". */
const PLAIN = 3

const grammar = lazy(() => {
  const vocabulary = new Vocabulary(
    lexicons(),
    ['calendar', 'calendar-day', 'calendar-inner'],
    d.dateTypes,
    d.dateCombinations,
  )
  return {
    vocabulary,
    anchors: lexicons().bit('calendar') | lexicons().bit('calendar-day'),
    alone: lexicons().bit('calendar-day'),
    points: new DateGrammar(vocabulary),
    amounts: new AmountGrammar(vocabulary),
  }
})

const NUMERIC_ANCHORS = [
  Token.Number,
  Token.Pair,
  Token.MonthYear,
  Token.DayMonthYear,
  Token.DayRange,
  Token.Clock,
  Token.Grouped,
].reduce((bits, kind) => bits | (1 << kind), 0)

type ParsedRule = Exclude<Rule, 'clockSpan'>

export const date: FactKind<'date'> = {
  type: 'date',
  summary: 'a calendar expression: day, month, year, part of day, clock time, interval, duration, set',
  needs: [],
  find(context) {
    const found: Mention<'date'>[] = []
    const { vocabulary, anchors, alone, points, amounts } = grammar()
    const cursor = new Cursor(context, vocabulary)
    eachAnchor(context, anchors, NUMERIC_ANCHORS, (at) => {
      if (!isNearCalendar(context, at, alone, vocabulary.mask)) return 0
      cursor.moveTo(at)
      const rule = ruleAt(cursor, found)
      if (!rule) return 0
      if (rule === 'clockSpan') {
        found.push(clockSpan(context, at))
        return at + 1
      }
      const parser = rule === 'expression' ? points : amounts
      parser.begin(cursor.island(ISLAND, PLAIN))
      const tree = rule === 'expression' ? points.expression() : amounts[rule]()
      if (!tree) return 0
      const mention = interpret(context, rule, tree, cursor.token(0) as IslandToken, parser.lastRead as IslandToken)
      if (!mention) return 0
      found.push(mention)
      return mention.last
    })
    return found
  },
}

/**
 * Whether a number or a word of the calendar stands close behind an anchor that is no expression by itself. It sorts out most of
 * "hơn", "một", "đầu", and most numbers, before anything is made for them. Looks 3 tokens ahead.
 */
function isNearCalendar({ tokens, starts }: Context, at: number, alone: number, words: number): boolean {
  const { kind, shape, start, end } = tokens
  const anchor = kind[at] as number
  if (anchor > Token.Number && anchor !== Token.Grouped) return true
  if ((starts[at] as number) & alone) return true
  const number = anchor !== Token.Word
  // A year needs nothing behind it, and "27 - 28/3" has a mark there.
  if (number && ((end[at] as number) - (start[at] as number) === 4 || kind[at + 1] === Token.Mark)) return true
  const last = Math.min(tokens.length - 1, at + (number ? 1 : 3))
  for (let i = at + 1; i <= last; i++)
    if ((kind[i] as number) >= Token.Number || (starts[i] as number) & words) return true
  // "quý I", "thế kỷ XXI"
  for (let i = at + 1; i <= Math.min(last, at + 2); i++)
    if (!number && kind[i] === Token.Word && shape[i] !== Shape.Lower) return true
  return false
}

/** "1 giờ 30 phút" as an amount. */
function clockSpan({ text, tokens }: Context, at: number): Mention<'date'> {
  const start = tokens.start[at] as number
  const end = tokens.end[at] as number
  const [hours = '0', minutes = '0'] = text.slice(start, end).match(/\d+/g) ?? []
  const value = `PT${Number(hours)}H${Number(minutes) ? `${Number(minutes)}M` : ''}`
  const place = { first: at, last: at + 1, start, end, rule: 'date/amount' }
  return dateMention(place, 'duration', '', { shape: 'duration', value }, undefined, undefined)
}

/** @param from The first token that was read, `to` the last. */
function interpret(
  context: Context,
  rule: ParsedRule,
  tree: Tree,
  from: IslandToken,
  to: IslandToken,
): Mention<'date'> | undefined {
  const said = rule === 'expression' ? readExpression(tree) : rule === 'amount' ? readAmount(tree) : readSet(tree)
  const reading = said instanceof NoDate ? said : wholeReading(said)
  const { tokens } = context
  const interval = !(reading instanceof NoDate) && reading.shape === 'interval'
  // "từ" belongs to the span of an interval only.
  const first = tokenMatcher(from, d.From) && !interval ? from.last : from.first
  const { last } = to
  const start = tokens.start[first] as number
  const end = tokens.end[last - 1] as number
  const name = ruleName(rule, reading)
  if (reading instanceof NoDate) {
    context.reject({ type: 'date', start, end, rule: name, code: reading.code, reason: reading.reason })
    return undefined
  }
  const kind = kindOf(reading)
  const mod = reading.shape === 'point' ? reading.point.mod : reading.shape === 'set' ? reading.mod : undefined
  return dateMention({ first, last, start, end, rule: name }, kind, '', reading, mod || undefined, undefined)
}

function kindOf(reading: Reading): Mention<'date'>['kind'] {
  if (reading.shape === 'shift') return 'date'
  if (reading.shape !== 'point') return reading.shape
  const { hour, part } = reading.point
  return hour !== undefined || part !== undefined ? 'time' : 'date'
}

/** Names as they stand here, not put together: a name is looked up, and the engine finds what it has met before. */
const ruleNames = {
  expression: 'date/expression',
  amount: 'date/amount',
  set: 'date/set',
  interval: 'date/interval',
  duration: 'date/duration',
  shift: 'date/shift',
} as const

function ruleName(rule: ParsedRule, reading: Reading | NoDate): string {
  if (reading instanceof NoDate || rule !== 'expression') return ruleNames[rule]
  if (reading.shape !== 'point') return ruleNames[reading.shape]
  const p = reading.point
  if (p.hour !== undefined) return 'date/clock'
  if (p.part !== undefined) return 'date/part-of-day'
  if (p.lunar) return 'date/lunar'
  if (p.day !== undefined) return p.year === undefined ? 'date/day-month' : 'date/day-month-year'
  if (p.dayShift !== undefined || p.dayAnaphor !== undefined) return 'date/relative-day'
  if (p.month !== undefined || p.monthShift !== undefined || p.monthAnaphor !== undefined) return 'date/month'
  if (p.quarter !== undefined || p.quarterShift !== undefined || p.half !== undefined) return 'date/quarter'
  if (p.weekShift !== undefined || p.weekday !== undefined) return 'date/week'
  if (p.season !== undefined || p.decade !== undefined || p.century !== undefined) return 'date/season-or-age'
  return 'date/year'
}
