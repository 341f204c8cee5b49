import { describe, expect, it } from 'vitest'
import { explain, extract } from '../src/index.ts'

const TEXT = 'Dòng một.\nHội nghị họp tại 64 điểm cầu cơ sở.\nNgày 32/13, ba ba ba điểm cầu họp.'

describe('explain', () => {
  it('tells of the facts at an offset what was read', () => {
    const at = TEXT.indexOf('điểm')
    const { facts, offset } = explain(TEXT, at)
    expect(offset).toBe(at)
    expect(facts).toHaveLength(1)
    expect(facts[0]?.fact).toEqual(extract(TEXT).facts.find(({ type }) => type === 'bridgePoints'))
    expect(facts[0]?.read).toEqual({ count: 64, role: 'branch', approx: 'exact' })
    expect(facts[0]?.inferred).toEqual([])
  })

  it('tells of an inferred field from what', () => {
    const text = 'Ngày 2/12, hội nghị khai mạc.'
    const { facts } = explain(text, 6, { referenceDate: '2023-12-05' })
    expect(facts[0]?.read).toMatchObject({ kind: 'date' })
    expect(facts[0]?.inferred[0]).toMatchObject({
      field: 'value',
      value: '2023-12-02',
      basis: expect.stringContaining('2023-12-05'),
    })
  })

  it('tells of the candidates on the line why they are no facts, the nearest first', () => {
    const { facts, rejected } = explain(TEXT, TEXT.indexOf('32'))
    expect(facts).toEqual([])
    expect(rejected.length).toBeGreaterThan(0)
    for (const { start, end, code, reason } of rejected) {
      expect(TEXT.slice(start, end)).not.toContain('\n')
      expect(code).toMatch(/^[a-z-]+$/)
      expect(reason).not.toBe('')
    }
    expect(rejected[0]?.start).toBeLessThanOrEqual(TEXT.indexOf('32'))
  })

  it('says nothing of other lines', () => {
    expect(explain(TEXT, 0)).toEqual({ offset: 0, facts: [], rejected: [] })
  })

  it('counts in the unit asked for', () => {
    const text = `😀 ${TEXT}`.normalize('NFD')
    const at = Buffer.byteLength(text.slice(0, text.indexOf('64')))
    const { facts } = explain(text, at, { offsets: 'utf8' })
    expect(facts[0]?.fact.start).toBe(at)
  })

  it('takes the offset behind the last character, and none beyond', () => {
    expect(explain('', 0).facts).toEqual([])
    expect(explain(TEXT, TEXT.length).facts).toEqual([])
    expect(() => explain(TEXT, TEXT.length + 1)).toThrow(RangeError)
    expect(() => explain(TEXT, -1)).toThrow('expected a whole number from 0 to')
    expect(() => explain(TEXT, 1.5)).toThrow(RangeError)
  })

  it('checks its options like extract', () => {
    expect(() => explain(TEXT, 0, { offset: 'utf8' } as object)).toThrow('did you mean offsets?')
  })
})
