/** Sentences that are made together with the facts that are in them. */
import fc from 'fast-check'
import type { FactType } from '../../../src/index.ts'

export interface PlantedFact {
  readonly type: FactType
  /** The evidence, which the sentence has once. */
  readonly text: string
  /** Fields of the fact in the form of `fieldText`. */
  readonly fields: Readonly<Record<string, string>>
}

export interface Plant {
  /** Of the form that was made, for messages: "date/dashes". */
  readonly name: string
  readonly sentence: string
  /** All facts of the sentence of the types that are looked at. */
  readonly facts: readonly PlantedFact[]
}

/** The types of which a plant tells all its facts. */
export const planted = ['document', 'date', 'official', 'bridgePoints', 'attendance', 'deadline'] as const

export const fact = (type: FactType, text: string, fields: PlantedFact['fields']): PlantedFact => ({
  type,
  text,
  fields,
})

/** With the first letter as a capital, for the beginning of a sentence. */
export const capital = (text: string) => (text[0] ?? '').toUpperCase() + text.slice(1)

export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** A day of the calendar in the years from `from` to `to`. */
export const anyDay = (from = 1930, to = 2060): fc.Arbitrary<Day> =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1, max: 12 }), fc.nat({ max: 30 }))
    .map(([year, month, day]) => ({ year, month, day: (day % lastDay(year, month)) + 1 }))

export const two = (n: number) => String(n).padStart(2, '0')
export const iso = ({ year, month, day }: Day) => `${year}-${two(month)}-${two(day)}`

/** The forms of a day in digits, with or without zeros in front. */
export const numeric: fc.Arbitrary<{ readonly name: string; readonly write: (day: Day) => string }> = fc
  .tuple(fc.constantFrom('/', '-', '.'), fc.boolean())
  .map(([separator, padded]) => ({
    name: { '/': 'slashes', '-': 'dashes', '.': 'dots' }[separator] as string,
    write: ({ day, month, year }) => [padded ? two(day) : day, padded ? two(month) : month, year].join(separator),
  }))
