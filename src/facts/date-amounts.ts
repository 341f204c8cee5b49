/** From the syntax tree of an amount or a set of times to what it says. */
import type { IslandToken } from '../parse/island.ts'
import { branches, branch as child, leaf, leaves, type Tree } from '../parse/tree.ts'
import { shiftOf } from './date-days.ts'
import { NoDate, value, words } from './date-tree.ts'
import { parseDigits } from './numbers.ts'
import { type DurationUnit, type Mod, type Point, type Reading, together } from './reading.ts'

/** Reads an `amount`. */
export function readAmount(tree: Tree): Reading | NoDate {
  const quantities = branches(tree, 'quantities')
  const units = branches(tree, 'units').map((node) => leaf(node, 'unit') as IslandToken)
  const amounts: { low: number; high: number | undefined; unit: DurationUnit }[] = []
  for (let i = 0; i < quantities.length; i++) {
    const { low, high } = readQuantity(quantities[i] as Tree)
    const { unit, factor } = unitOf(units[i] as IslandToken)
    if (!Number.isFinite(low) || (high !== undefined && !(high > low)))
      return new NoDate('no-amount', 'the numbers make no amount')
    const more = i === quantities.length - 1 && leaf(tree, 'half') ? 0.5 : 0
    amounts.push({ low: (low + more) * factor, high: high === undefined ? undefined : (high + more) * factor, unit })
  }
  const untilUnits = branches(tree, 'untilUnits')
  const until = branches(tree, 'untilQuantities').map((node, i) => {
    const { unit, factor } = unitOf(leaf(untilUnits[i], 'unit') as IslandToken)
    return [readQuantity(node).low * factor, unit] as const
  })
  if (until.some(([n]) => !Number.isFinite(n))) return new NoDate('no-amount', 'the numbers make no amount')
  if (until.length)
    return { shape: 'duration', value: `${duration(amounts.map((a) => [a.low, a.unit]))}/${duration(until)}` }
  const [first] = amounts as [(typeof amounts)[number]]
  const from = leaf(tree, 'fromYear')
  if (from)
    return { shape: 'interval', from: { year: Number(from.image) }, to: { year: Number(leaf(tree, 'toYear')?.image) } }
  const edge = leaf(tree, 'edge')
  if (edge) return readShareOfYear(tree, first.low, first.unit, value(edge, 'Edge') as Mod)
  const shift = leaf(tree, 'shift')
  const word = shift?.image.toLowerCase() ?? ''
  if (leaf(tree, 'since') || word === 'trước' || word === 'về trước' || word === 'trước đây')
    return { shape: 'shift', unit: first.unit, by: -first.low, from: 'reference' }
  if (word === 'nữa') return { shape: 'shift', unit: first.unit, by: first.low, from: 'reference' }
  if (word === 'sau' || word === 'sau đó') return { shape: 'shift', unit: first.unit, by: first.low, from: 'text' }
  if (word === 'trước đó') return { shape: 'shift', unit: first.unit, by: -first.low, from: 'text' }
  const high = first.high
  return {
    shape: 'duration',
    value:
      high === undefined
        ? duration(amounts.map((a) => [a.low, a.unit]))
        : `${duration([[first.low, first.unit]])}/${duration([[high, first.unit]])}`,
  }
}

/** "6 tháng đầu năm 2018": a half, a quarter, or an interval of months. */
function readShareOfYear(tree: Tree, count: number, unit: DurationUnit, mod: Mod): Reading | NoDate {
  const year = leaf(tree, 'year')
  const shift = leaf(tree, 'yearShift')
  const of: Point = year ? { year: Number(year.image) } : { yearShift: shift ? shiftOf(shift) : 0 }
  if (unit !== 'M' || count > 11 || mod === 'MID') return new NoDate('no-share', 'a share of a year is told in months')
  const early = mod === 'START'
  if (count === 6) return { shape: 'point', point: together(of, { half: early ? 1 : 2 }) }
  if (count === 3) return { shape: 'point', point: together(of, { quarter: early ? 1 : 4 }) }
  if (count === 1) return { shape: 'point', point: together(of, { month: early ? 1 : 12 }) }
  const from = together(of, { month: early ? 1 : 13 - count })
  return { shape: 'interval', from, to: together(of, { month: early ? count : 12 }) }
}

function readQuantity(node: Tree): { low: number; high: number | undefined } {
  const pair = leaf(node, 'pair')
  if (pair) {
    const [low, high] = pair.image.split(/[-/.]/).map(Number) as [number, number]
    if (pair.image.includes('.')) return { low: Number(pair.image), high: undefined }
    return pair.image.includes('/') ? { low: Number.NaN, high: undefined } : { low, high }
  }
  const digits = leaf(node, 'digits')
  const until = leaf(node, 'until')
  if (digits) return { low: parseDigits(digits.image), high: until ? parseDigits(until.image) : undefined }
  if (leaf(node, 'half')) return { low: 0.5, high: undefined }
  const tokens = leaves(node, 'words')
  const low = words(tokens)
  const untilWord = leaves(node, 'untilWord')
  if (untilWord.length) return { low, high: words(untilWord) }
  // "hai ba ngày", "năm bảy năm": two digits side by side are a range.
  if (Number.isNaN(low) && tokens.length === 2) return { low: words(tokens.slice(0, 1)), high: words(tokens.slice(1)) }
  return { low, high: undefined }
}

const UNIT_CLASSES: Readonly<Record<string, readonly [DurationUnit, number]>> = {
  Year: ['Y', 1],
  Quarter: ['M', 3],
  Month: ['M', 1],
  Week: ['W', 1],
  Day: ['D', 1],
  Hour: ['TH', 1],
  LongHour: ['TH', 1],
  Minute: ['TM', 1],
  Second: ['TS', 1],
  Decade: ['Y', 10],
  Century: ['Y', 100],
}
export function unitOf(token: IslandToken): { unit: DurationUnit; factor: number } {
  for (const { class: name } of token.entries) {
    const found = UNIT_CLASSES[name]
    if (found) return { unit: found[0], factor: found[1] }
  }
  return { unit: 'D', factor: 1 }
}

/** ISO 8601, time units behind a T: P2Y, PT2M12S, P1.5D. */
function duration(amounts: readonly (readonly [number, DurationUnit])[]): string {
  const date = amounts.filter(([, unit]) => unit.length === 1).map(([n, unit]) => `${n}${unit}`)
  const time = amounts.filter(([, unit]) => unit.length === 2).map(([n, unit]) => `${n}${unit[1]}`)
  return `P${date.join('')}${time.length ? `T${time.join('')}` : ''}`
}

/** Reads a `set`. */
export function readSet(tree: Tree): Reading | NoDate {
  const { unit, factor } = unitOf(leaf(child(tree, 'unit'), 'unit') as IslandToken)
  const each = leaf(tree, 'each')
  // "hàng giờ", "hàng thế kỷ" say how long, not how often.
  if (each && /^hàng$/i.test(each.image) && (unit.length === 2 || factor > 1))
    return new NoDate('no-set', `"${each.image}" with this unit is an amount`)
  const quantity = leaf(tree, 'times') ? undefined : child(tree, 'quantity')
  const count = quantity ? readQuantity(quantity).low : 1
  return Number.isFinite(count)
    ? { shape: 'set', value: duration([[count * factor, unit]]) }
    : new NoDate('no-amount', 'the numbers make no amount')
}
