/** Runs properties on generated inputs, from a seed. */
import fc from 'fast-check'
import type { Case } from './cases.ts'
import { type Problem, type Property, problemOf } from './problem.ts'
import { reduce } from './reduce.ts'

export interface Counterexample {
  readonly input: unknown
  readonly problem: Problem
}

/** A property with what it is tried on. */
export interface Trial {
  readonly name: string
  readonly about: string
  /** How many inputs one round of it has, so that dear ones do not take all the time. */
  readonly runs: number
  /** What the property says of one input, which must be one of its kind. */
  readonly check: (input: unknown) => Problem | undefined
  /** One round. A counterexample comes as small as it can be made; one that shows a mistake that is known is passed over. */
  readonly round: (seed: number, known: ReadonlySet<string>) => Counterexample | undefined
}

export function trial<Input>(property: Property<Input>, inputs: fc.Arbitrary<Input>, runs: number): Trial {
  const { name, about } = property
  const round: Trial['round'] = (seed, known) => {
    const fresh = (input: Input) => {
      const problem = problemOf(property, input)
      return problem && !known.has(mistake(name, problem)) ? problem : undefined
    }
    const { counterexample } = fc.check(
      fc.property(inputs, (input) => fresh(input) === undefined),
      { seed, numRuns: runs },
    )
    if (!counterexample) return undefined
    const [input] = counterexample
    const problem = fresh(input) as Problem
    // Shrinking goes by the pieces that an input was made of; leaving out parts of what came out of them goes on from there.
    const fails = (other: Input) => fresh(other)?.what === problem.what
    const small = property.reduce?.(input, fails) ?? (typeof input === 'string' ? reduce(input, fails as never) : input)
    return { input: small, problem: fresh(small as Input) as Problem }
  }
  return { name, about, runs, check: (input) => problemOf(property, input as Input), round }
}

/** A mistake in one line, the same for all inputs that show it. */
export const mistake = (property: string, { what }: Pick<Problem, 'what'>): string => `${property}: ${what}`

export const knownMistakes = (cases: readonly Case[]): ReadonlySet<string> =>
  new Set(cases.filter(({ known }) => known !== undefined).map((found) => mistake(found.property, found)))
