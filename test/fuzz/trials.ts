/** All properties with what they are tried on. */
import { extract } from '../../src/index.ts'
import { extractCounter } from '../helpers/steps/counter.ts'
import { excess } from '../helpers/steps/growth.ts'
import { repeated } from '../helpers/steps/shapes.ts'
import { anyArticle, anyUnit } from './articles.ts'
import { anyPlanted, plantedProperty } from './planted.ts'
import type { Property } from './problem.ts'
import { articleProperties } from './properties.ts'
import { type Trial, trial } from './run.ts'

const options = { referenceDate: '2023-12-05' }

const long: Property<string> = {
  name: 'long',
  about: 'in a line of a million characters every span cuts out its evidence',
  check(unit) {
    const line = repeated(unit.replaceAll('\n', ' ') || ' ', 1_000_000)
    for (const { type, start, end, text } of extract(line, options).facts)
      if (line.slice(start, end) !== text) return { what: `${type}: the span is not the evidence`, detail: text }
    return undefined
  },
}

/** See test/linearity.test.ts. */
async function linear(): Promise<Property<string>> {
  const count = await extractCounter()
  return {
    name: 'linear',
    about: 'twice the text takes twice the steps',
    check(unit) {
      if (unit === '') return undefined
      const growth = excess(count(repeated(unit, 8_000), options), count(repeated(unit, 16_000), options))
      return growth
        ? { what: `grows: ${/steps: (\D*?) \d/.exec(growth)?.[1] ?? 'all of it'}`, detail: growth }
        : undefined
    },
  }
}

/** Those that are quick. */
export const trials: readonly Trial[] = [
  ...articleProperties.map((property) => trial(property, anyArticle, 60)),
  trial(plantedProperty, anyPlanted, 300),
]

export const longTrials = async (): Promise<readonly Trial[]> => [
  trial(long, anyUnit, 1),
  trial(await linear(), anyUnit, 10),
]
