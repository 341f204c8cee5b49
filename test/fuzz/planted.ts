/** Articles of sentences whose facts are known: just these are found, with these values, however the article is written. */
import fc from 'fast-check'
import { fold } from '../../src/eval/fold.ts'
import { extract } from '../../src/index.ts'
import { fieldText } from '../helpers/examples.ts'
import { type Variant, variants } from '../helpers/variants.ts'
import { attendances, bridgePoints } from './plants/counts.ts'
import { dates } from './plants/dates.ts'
import { deadlines } from './plants/deadlines.ts'
import { documents } from './plants/documents.ts'
import { officials } from './plants/officials.ts'
import { anyDay, iso, type Plant, type PlantedFact, planted } from './plants/plant.ts'
import type { Problem, Property } from './problem.ts'

export interface PlantedArticle {
  readonly plants: readonly Plant[]
  readonly between: string
  /** Name of the variant that the article is written in. */
  readonly variant: string
  /** The reference date. Only what is told by it depends on it. */
  readonly reference: string | null
}

/** Sentences that have no fact. */
const bare: fc.Arbitrary<Plant> = fc
  .constantFrom(
    'Thời tiết khô ráo, bà con yên tâm gặt lúa.',
    'Mọi người ra về trong niềm vui chung.',
    'Con đường làng rợp bóng tre xanh.',
  )
  .map((sentence) => ({ name: 'bare', sentence, facts: [] }))

const plant = fc.oneof(
  { weight: 5, arbitrary: dates },
  { weight: 3, arbitrary: documents },
  { weight: 2, arbitrary: bridgePoints },
  { weight: 3, arbitrary: attendances },
  { weight: 2, arbitrary: deadlines },
  { weight: 3, arbitrary: officials },
  { weight: 1, arbitrary: bare },
)

/** The spellings of all examples, and what an editor does to spaces. */
const writings: readonly Variant[] = [
  ...variants,
  { name: 'double spaces', apply: (text) => text.replaceAll(' ', '  ') },
  {
    name: 'spaces of all kinds',
    apply: (text) => text.replace(/ /g, (_, at: number) => ' \u00a0\u2009\t\u3000'[at % 5] as string),
  },
]

/** The day that plants of relative dates are told by. */
const REFERENCE = '2023-12-05'

export const anyPlanted: fc.Arbitrary<PlantedArticle> = fc
  .record({
    plants: fc
      .oneof(
        { weight: 5, arbitrary: fc.array(plant, { minLength: 1, maxLength: 4 }) },
        { weight: 1, arbitrary: fc.array(plant, { minLength: 5, maxLength: 25 }) },
      )
      // A person who is mentioned twice is one official.
      .filter((plants) => new Set(names(plants)).size === names(plants).length),
    between: fc.constantFrom('\n', ' ', '\n\n', '\r\n'),
    variant: fc.constantFrom(...writings.map(({ name }) => name)),
    reference: fc.oneof(fc.constant(REFERENCE), fc.constant(null), anyDay().map(iso)),
  })
  .map((article) =>
    // A deadline that is long over on the day of reference is none.
    article.plants.some(({ name }) => /^(?:date\/relative|deadline)/.test(name))
      ? { ...article, reference: REFERENCE }
      : article,
  )
const names = (plants: readonly Plant[]) =>
  plants.flatMap(({ facts }) => facts.filter(({ type }) => type === 'official').map(({ text }) => text))

interface Expected extends PlantedFact {
  readonly plant: string
  readonly start: number
  readonly end: number
}

interface Written {
  readonly article: string
  /** Where each sentence begins. */
  readonly plants: readonly { readonly name: string; readonly start: number }[]
  readonly expected: readonly Expected[]
}

/** The article, with the places of what is in it. */
function written({ plants, between, variant }: PlantedArticle): Written {
  const apply = writings.find(({ name }) => name === variant)?.apply
  if (!apply) throw new Error(`no variant is named ${variant}`)
  let article = ''
  const starts: { name: string; start: number }[] = []
  const expected: Expected[] = []
  for (const { name, sentence, facts } of plants) {
    if (article !== '') article += between
    starts.push({ name, start: article.length })
    for (const fact of facts) {
      const start = article.length + apply(sentence.slice(0, sentence.indexOf(fact.text))).length
      expected.push({ ...fact, plant: name, start, end: start + apply(fact.text).length })
    }
    article += apply(sentence)
  }
  return { article, plants: starts, expected }
}

export const plantedProperty: Property<PlantedArticle> = {
  name: 'planted',
  about: 'facts that were planted are found with their values, and no others',
  check(input) {
    const { article, plants, expected } = written(input)
    const { facts } = extract(article, { referenceDate: input.reference ?? undefined })
    const say = (what: string, detail: string): Problem => ({ what, detail: `${detail} in ${JSON.stringify(article)}` })
    for (const { plant: name, type, start, end, fields } of expected) {
      const evidence = JSON.stringify(article.slice(start, end))
      const found = facts.find((fact) => fact.type === type && fact.start === start && fact.end === end)
      if (!found) return say(`${name}: the ${type} is missing`, evidence)
      for (const [field, should] of Object.entries(fields)) {
        const is = fieldText((found as unknown as Readonly<Record<string, unknown>>)[field])
        if (fold(is) !== fold(should))
          return say(`${name}: another ${type}.${field}`, `${evidence}: ${is} should be ${should}`)
      }
    }
    for (const { type, start, end, text, rule } of facts)
      if (planted.some((other) => other === type))
        if (!expected.some((fact) => fact.type === type && fact.start === start && fact.end === end)) {
          const name = plants.filter((plant) => plant.start <= start).at(-1)?.name
          return say(`${name}: also a ${type} by ${rule}`, JSON.stringify(text))
        }
    return undefined
  },
  reduce(input, fails) {
    let best = input
    const attempt = (other: PlantedArticle) => {
      if (fails(other)) best = other
    }
    for (const plant of input.plants)
      if (best.plants.length > 1) attempt({ ...best, plants: best.plants.filter((other) => other !== plant) })
    attempt({ ...best, variant: 'NFC' })
    attempt({ ...best, reference: REFERENCE })
    attempt({ ...best, between: '\n' })
    return best
  },
}
