import { describe, expect, it } from 'vitest'
import { extract, type Fact, factTypes } from '../../src/index.ts'
import { examples } from '../../src/playground/examples.ts'
import { compareForms } from '../../src/playground/same.ts'
import { changes, scramble } from '../../src/playground/scramble.ts'

const all = changes.map(({ name }) => name)

describe('the scrambler', () => {
  it.each([
    ['tones', 'Trần Thị Hòa, ỦY VIÊN; thuý, quý, hoàn, Khỏe', 'Trần Thị Hoà, UỶ VIÊN; thúy, quý, hoàn, Khoẻ'],
    ['eth', 'Đại hội Đảng, đồng chí', 'Ðại hội Ðảng, đồng chí'],
    ['spaces', 'a b c d', 'a\u00a0b c\u00a0d'],
    ['dashes', '45-NQ/TW "x" ("y")', '45–NQ/TW “x” (“y”)'],
    ['invisible', 'nghị quyết tiếp tục', 'ng\u00adhị quyết tiếp tục'],
    ['nfd', 'ệ', 'e\u0323\u0302'],
  ])('%s', (name, text, changed) => {
    expect(scramble(text, [name])).toBe(changed)
  })

  it('moves tone marks there and back', () => {
    for (const { text } of examples) {
      const moved = scramble(text, ['tones'])
      expect(scramble(moved, ['tones'])).toBe(text.normalize('NFC'))
    }
  })

  it('changes nothing that is not asked for', () => {
    expect(scramble('Hòa Đ - "', [])).toBe('Hòa Đ - "')
  })
})

describe('the facts of scrambled text', () => {
  const facts = (text: string, referenceDate: string | null): readonly Fact[] =>
    extract(text, referenceDate ? { referenceDate } : {}).facts

  it.each([...all.map((name) => [name, [name]] as const), ['all', all] as const])(
    'are the same after %s',
    (_, names) => {
      for (const { title, text, referenceDate } of examples) {
        const other = scramble(text, names)
        const same = compareForms(facts(text, referenceDate), facts(other, referenceDate), other)
        expect({ title, ...same }).toMatchObject({ title, lost: [], gained: [], inPlace: true, same: same.before })
        expect(same.before).toBeGreaterThan(3)
      }
    },
  )

  it('are told apart where they differ', () => {
    const [a, b] = ['Ngày 4/12/2023 họp.', 'Ngày 5/12/2023 họp.']
    const { same, lost, gained } = compareForms(facts(a as string, null), facts(b as string, null), b as string)
    expect(same).toBe(0)
    expect(lost.map(({ text }) => text)).toEqual(['Ngày 4/12/2023'])
    expect(gained.map(({ text }) => text)).toEqual(['Ngày 5/12/2023'])
    expect(compareForms(facts(a as string, null), facts(a as string, null), 'x').inPlace).toBe(false)
  })
})

it('the examples show facts of every type', () => {
  expect(examples).toHaveLength(6)
  const types = examples.flatMap(({ text, referenceDate }) =>
    extract(text, referenceDate ? { referenceDate } : {}).facts.map(({ type }) => type),
  )
  expect(new Set(types)).toEqual(new Set(factTypes))
})
