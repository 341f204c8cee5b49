import fc from 'fast-check'
import unorm from 'unorm'
import { describe, expect, it } from 'vitest'
import { type ExtractOptions, extract, type Fact, normalize, type OffsetUnit } from '../src/index.ts'
import { anyString, cleanText, newsText, vietnameseLetters, wellFormed } from './helpers/arbitraries.ts'
import { comparable } from './helpers/comparable.ts'
import { cutters } from './helpers/units.ts'

const check = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void, numRuns = 300) =>
  fc.assert(
    fc.property(arbitrary, (value) => {
      property(value)
    }),
    { numRuns, seed: 20231204 },
  )

const withReference: ExtractOptions = { referenceDate: '2023-12-05' }

describe('offsets', () => {
  it.each(Object.keys(cutters) as OffsetUnit[])('in %s units cut the evidence out of the article', (unit) => {
    check(fc.oneof(newsText, anyString), (text) => {
      const encodable = (s: string) => (unit === 'utf8' ? wellFormed(s) : s)
      for (const fact of extract(text, { offsets: unit }).facts) {
        expect(cutters[unit](text).slice(fact.start, fact.end)).toBe(encodable(fact.text))
        expect(fact.end).toBeGreaterThan(fact.start)
      }
    })
  })

  it('are whole and in order', () => {
    check(newsText, (text) => {
      const starts = extract(text).facts.map((fact) => fact.start)
      expect(starts).toEqual([...starts].sort((a, b) => a - b))
    })
  })

  it('of all mentions of a person lie in the article', () => {
    check(newsText, (text) => {
      for (const fact of extract(text).facts)
        if (fact.type === 'official')
          for (const { start, end } of fact.mentions) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
          }
    })
  })
})

describe('normalize', () => {
  it('changes nothing when done again', () => {
    check(
      fc.oneof(newsText, anyString),
      (text) => {
        const once = normalize(text).text
        expect(normalize(once).text).toBe(once)
      },
      1000,
    )
  })

  it('agrees with unorm on Vietnamese letters', () => {
    check(
      vietnameseLetters,
      (text) => {
        expect(text.normalize('NFC')).toBe(unorm.nfc(text))
        expect(normalize(text, unorm.nfc).text).toBe(normalize(text).text)
      },
      1000,
    )
  })

  it('gives one text for all forms of it', () => {
    check(newsText, (text) => {
      const whole = wellFormed(text)
      expect(normalize(whole.normalize('NFD')).text).toBe(normalize(whole.normalize('NFC')).text)
    })
  })

  it('maps in order, within the article', () => {
    check(fc.oneof(newsText, anyString), (article) => {
      const { text, map } = normalize(article)
      let last = 0
      for (let i = 0; i <= text.length; i++) {
        const [start, end] = [map.start(i), map.end(i)]
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeLessThanOrEqual(start)
        expect(start).toBeLessThanOrEqual(article.length)
        // A space may have been put in where the article has nothing.
        if (i > 0 && text[i - 1] !== ' ') expect(end).toBeGreaterThan(map.start(i - 1))
        last = start
      }
    })
  })

  it('leaves text alone in which nothing is to be mended', () => {
    check(
      cleanText.map((text) => text.replaceAll('–', '-')),
      (text) => {
        expect(normalize(text).text).toBe(text)
      },
    )
  })
})

describe('extract', () => {
  it('throws for no string', () => {
    check(
      anyString,
      (text) => {
        extract(text, withReference)
      },
      1000,
    )
  })

  it('gives the same for the same', () => {
    check(newsText, (text) => {
      expect(JSON.stringify(extract(text, withReference))).toBe(JSON.stringify(extract(text, withReference)))
    })
  })

  it('finds the same facts in NFC and NFD', () => {
    check(newsText, (text) => {
      const whole = wellFormed(text)
      const facts = (form: string): readonly Fact[] => extract(whole.normalize(form), withReference).facts
      expect(comparable(facts('NFD'))).toEqual(comparable(facts('NFC')))
    })
  })

  it('finds of some types what it finds of them among all', () => {
    check(newsText, (text) => {
      const all = extract(text, withReference).facts.filter((fact) => fact.type === 'date')
      expect(extract(text, { ...withReference, types: ['date'] }).facts).toEqual(all)
    })
  })
})
