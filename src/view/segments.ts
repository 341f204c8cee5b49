/** Which facts cover which stretch of a text, and how their underlines are stacked. */

export interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch of text that the same spans cover from end to end. */
export interface Segment extends Span {
  /** Numbers of the spans, the shortest first. Empty where there is none. */
  readonly covering: readonly number[]
}

/** The lane of each underline, 0 next to the text: no two that overlap share one, and the inner one is nearer to the text. */
export function lanes(spans: readonly Span[]): number[] {
  const order = byPlace(spans)
  const result = new Array<number>(spans.length).fill(0)
  /** Where the last span of each lane of this cluster ends. */
  let ends: number[] = []
  let cluster: number[] = []
  const close = () => {
    for (const i of cluster) result[i] = ends.length - 1 - (result[i] as number)
  }
  let reach = -1
  for (const i of order) {
    const { start, end } = spans[i] as Span
    if (start >= reach) {
      close()
      ends = []
      cluster = []
    }
    let lane = ends.findIndex((last) => last <= start)
    if (lane < 0) lane = ends.length
    ends[lane] = end
    result[i] = lane
    cluster.push(i)
    reach = Math.max(reach, end)
  }
  close()
  return result
}

/** Cuts a text at the ends of spans. Spans without extent are left out; what stands in no span is a segment too. */
export function segments(from: number, to: number, spans: readonly Span[]): Segment[] {
  const result: Segment[] = []
  const order = byPlace(spans).filter((i) => {
    const { start, end } = spans[i] as Span
    return start < to && end > from && end > start
  })
  const length = (i: number) => (spans[i] as Span).end - (spans[i] as Span).start
  let open: number[] = []
  let next = 0
  for (let at = from; at < to; ) {
    open = open.filter((i) => (spans[i] as Span).end > at)
    for (; next < order.length && (spans[order[next] as number] as Span).start <= at; next++)
      open.push(order[next] as number)
    let end = to
    for (const i of open) end = Math.min(end, (spans[i] as Span).end)
    if (next < order.length) end = Math.min(end, (spans[order[next] as number] as Span).start)
    result.push({ start: at, end, covering: [...open].sort((a, b) => length(a) - length(b) || a - b) })
    at = end
  }
  return result
}

/** Numbers of spans as they begin, the longer first. */
const byPlace = (spans: readonly Span[]): number[] =>
  spans
    .map((_, i) => i)
    .sort((a, b) => {
      const [x, y] = [spans[a] as Span, spans[b] as Span]
      return x.start - y.start || y.end - x.end || a - b
    })
