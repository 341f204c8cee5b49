/**
 * Arbitrary articles: our own ones and the sentences beside the grammars, cut, shuffled, spliced, half decomposed and littered with
 * what archives leave behind. Each is made from few numbers, so that a seed gives it again.
 */
import fc from 'fast-check'
import { anyString, debris, newsText } from '../helpers/arbitraries.ts'
import { exampleSentences, ownArticles, termsByClass } from '../helpers/material.ts'
import { randomFrom } from '../helpers/random.ts'

const texts = ownArticles()
const sentences = [
  ...exampleSentences().map(({ text }) => text),
  ...texts.flatMap((text) => text.split(/(?<=[.!?;:])\s+|[\r\n]+/)).filter((sentence) => sentence.trim() !== ''),
]
const terms = termsByClass().map(({ term }) => term)

const seed = fc.nat({ max: 0x7fffffff })
const form = fc.constantFrom('NFC', 'NFC', 'NFD')

/** Up to 1,500 UTF-16 units of one of our articles, cut anywhere: inside of a letter, a pair, a line end. */
const excerpt = fc
  .tuple(fc.constantFrom(...texts), fc.nat({ max: 6000 }), fc.nat({ max: 1500 }))
  .map(([text, from, length]) => text.slice(from % text.length, (from % text.length) + length))

/** What a number may look like when it is none, or half of one. */
const figures = fc.oneof(
  fc.nat({ max: 40 }).map(String),
  fc.nat({ max: 2_000_000 }).map(String),
  fc
    .tuple(fc.nat({ max: 40 }), fc.constantFrom('/', '-', '.', ':', ',', 'h', ' - '), fc.nat({ max: 40 }))
    .map((p) => p.join('')),
  fc
    .tuple(
      fc.nat({ max: 40 }),
      fc.constantFrom('/', '-', '.'),
      fc.nat({ max: 14 }),
      fc.constantFrom('/', '-', '.'),
      fc.integer({ min: 1800, max: 2120 }),
    )
    .map((p) => p.join('')),
  fc.constantFrom(
    '45-NQ/TW',
    '30/2020/NĐ-CP',
    '1.250',
    '1 024',
    '98,9%',
    '1,5 triệu',
    'XIII',
    '2020 - 2025',
    '0972191368',
    '3-5',
  ),
)

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...sentences) },
  { weight: 4, arbitrary: fc.constantFrom(...terms) },
  { weight: 3, arbitrary: figures },
  { weight: 3, arbitrary: fc.constantFrom(...debris) },
  { weight: 1, arbitrary: excerpt },
)
const separator = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ' ',
  ', ',
  '. ',
  '\n',
  '',
  ': ',
  '; ',
  ' - ',
  ' (',
  ') ',
  '\u00a0',
  ' “',
  '” ',
)

/** Sentences, terms and figures one after another, each in a form of its own. */
const spliced = fc
  .array(fc.tuple(piece, form, separator), { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.map(([text, is, behind]) => text.normalize(is) + behind).join(''))

/** The words of an excerpt in another order. */
const scrambled = fc.tuple(excerpt, seed).map(([text, start]) => {
  const random = randomFrom(start)
  return text
    .split(/(?<=\s)/)
    .map((word) => [random(), word] as const)
    .sort(([a], [b]) => a - b)
    .map(([, word]) => word)
    .join('')
})

/** Each letter composed or decomposed by itself. */
const mixedForms = fc.tuple(fc.oneof(excerpt, fc.constantFrom(...sentences)), seed).map(([text, start]) => {
  const random = randomFrom(start)
  return [...text.normalize('NFC')].map((letter) => (random() < 0.5 ? letter.normalize('NFD') : letter)).join('')
})

/** An excerpt with some places mended for the worse. */
const damaged = fc
  .tuple(
    fc.oneof(excerpt, fc.constantFrom(...sentences)),
    fc.array(fc.tuple(fc.nat({ max: 1500 }), fc.nat({ max: 6 }), fc.oneof(fc.constantFrom(...debris), figures)), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([text, edits]) => {
    let result = text
    for (const [place, less, more] of edits) {
      const at = result.length === 0 ? 0 : place % result.length
      result = result.slice(0, at) + more + result.slice(at + less)
    }
    return result
  })

export const anyArticle: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: spliced },
  { weight: 3, arbitrary: damaged },
  { weight: 2, arbitrary: excerpt },
  { weight: 2, arbitrary: scrambled },
  { weight: 2, arbitrary: mixedForms },
  { weight: 2, arbitrary: newsText },
  { weight: 1, arbitrary: anyString },
)

/** Units for texts that repeat them: some pieces in a row. */
export const anyUnit: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...terms) },
        { weight: 2, arbitrary: figures },
        { weight: 2, arbitrary: fc.constantFrom(...debris) },
        { weight: 1, arbitrary: fc.constantFrom(...sentences) },
      ),
      separator,
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((pieces) => pieces.flat().join(''))
