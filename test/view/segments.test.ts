import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lanes, type Span, segments } from '../../src/view/segments.ts'

const span = (start: number, end: number): Span => ({ start, end })
const spans = fc.array(
  fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 15 })).map(([start, length]) => span(start, start + length)),
  { maxLength: 12 },
)
const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end

describe('segments', () => {
  it('cut a text where facts begin and end, the shortest fact first', () => {
    expect(segments(0, 10, [span(2, 8), span(4, 6)])).toEqual([
      { start: 0, end: 2, covering: [] },
      { start: 2, end: 4, covering: [0] },
      { start: 4, end: 6, covering: [1, 0] },
      { start: 6, end: 8, covering: [0] },
      { start: 8, end: 10, covering: [] },
    ])
  })

  it('go through the text without a gap, each with just the facts that cover it', () => {
    fc.assert(
      fc.property(spans, fc.nat(60), (list, to) => {
        let at = 0
        for (const { start, end, covering } of segments(0, to, list)) {
          expect(start).toBe(at)
          expect(end).toBeGreaterThan(start)
          for (let offset = start; offset < end; offset++)
            expect([...covering].sort((a, b) => a - b)).toEqual(
              list.flatMap((s, i) => (s.start <= offset && offset < s.end ? [i] : [])),
            )
          at = end
        }
        expect(at).toBe(to)
      }),
    )
  })
})

describe('lanes', () => {
  it('put the inner underline next to the text, and one that stands alone there too', () => {
    expect(lanes([span(0, 10), span(2, 5), span(20, 25)])).toEqual([1, 0, 0])
  })

  it('are never shared by facts that overlap', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const lane = lanes(list)
        list.forEach((a, i) => {
          list.forEach((b, j) => {
            if (i < j && overlap(a, b)) expect(lane[i]).not.toBe(lane[j])
          })
        })
        for (const l of lane) expect(l).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
