/** Charts as SVG, drawn here: a page without scripts. Widths are units of a drawing that scales with the page. */
import { Html, html } from './html.ts'

const WIDTH = 960

export const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

export interface Bar {
  readonly label: string
  readonly value: number
  /** Class of its colour. */
  readonly colour: string
  /** Shown with the pointer on it. */
  readonly more?: string
}

const ROW = 30
const LABEL = 330

/** Bars from left to right, a row each, with label and number. */
export function bars(name: string, list: readonly Bar[]): Html {
  const most = Math.max(1, ...list.map(({ value }) => value))
  const room = WIDTH - LABEL - 80
  return svg(
    name,
    list.length * ROW + 4,
    list.map(({ label, value, colour, more }, i) => {
      const width = Math.max(2, (room * value) / most)
      const y = i * ROW + 4
      return html`<g><title>${more ?? `${label}: ${count(value)}`}</title>
<text class="label" x="${LABEL - 12}" y="${y + 17}" text-anchor="end">${shortened(label, 44)}</text>
<rect class="${colour}" x="${LABEL}" y="${y + 3}" width="${fixed(width)}" height="20" rx="3"/>
<text class="number" x="${fixed(LABEL + width + 8)}" y="${y + 17}">${count(value)}</text></g>`
    }),
  )
}

export interface Stack {
  readonly label: string
  readonly parts: readonly Bar[]
}

const HEIGHT = 280
const LEFT = 64
const BOTTOM = 34

/** Columns over time, each of parts one above the other. */
export function stacks(name: string, list: readonly Stack[]): Html {
  const totals = list.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0))
  const top = niceTop(Math.max(1, ...totals))
  const step = (WIDTH - LEFT) / Math.max(1, list.length)
  const width = Math.max(1, Math.min(46, step * 0.72))
  const y = (value: number) => HEIGHT - BOTTOM - ((HEIGHT - BOTTOM - 14) * value) / top
  const every = Math.ceil(list.length / 12)
  const lines = [0, 0.25, 0.5, 0.75, 1].filter((share) => Number.isInteger(share * top)).map((share) => share * top)
  return svg(name, HEIGHT, [
    ...lines.map(
      (value) => html`<line class="grid" x1="${LEFT}" x2="${WIDTH}" y1="${fixed(y(value))}" y2="${fixed(y(value))}"/>
<text class="axis" x="${LEFT - 10}" y="${fixed(y(value) + 4)}" text-anchor="end">${count(value)}</text>`,
    ),
    ...list.flatMap(({ label, parts }, i) => {
      const x = LEFT + step * i + (step - width) / 2
      let sum = 0
      const rects = parts.map((part) => {
        const [from, to] = [y(sum), y((sum += part.value))]
        return html`<rect class="${part.colour} part" x="${fixed(x)}" y="${fixed(to)}" width="${fixed(width)}" height="${fixed(from - to)}"><title>${label} · ${part.label}: ${count(part.value)}</title></rect>`
      })
      if (i % every > 0) return rects
      return [
        ...rects,
        html`<text class="axis" x="${fixed(x + width / 2)}" y="${HEIGHT - 12}" text-anchor="middle">${label}</text>`,
      ]
    }),
  ])
}

export interface Track {
  readonly label: string
  readonly spans: readonly {
    readonly label: string
    readonly first: string
    readonly last: string
    readonly colour: string
  }[]
}

const TRACK = 26

/** What lasted from when to when: a row for each name, and in it one bar under the other for each thing. */
export function tracks(name: string, list: readonly Track[]): Html {
  const days = list.flatMap(({ spans }) => spans.flatMap(({ first, last }) => [dayOf(first), dayOf(last)]))
  const from = Math.min(...days)
  const to = Math.max(...days, from + 30)
  const x = (day: number) => LABEL + ((WIDTH - LABEL - 20) * (day - from)) / (to - from)
  let y = 8
  const rows = list.map(({ label, spans }) => {
    const head = html`<text class="label" x="${LABEL - 12}" y="${y + 15}" text-anchor="end">${shortened(label, 40)}</text>`
    const parts = spans.map((span) => {
      const [left, right] = [x(dayOf(span.first)), x(dayOf(span.last))]
      const drawn = html`<g><title>${label}: ${span.label}, ${span.first === span.last ? span.first : `${span.first} to ${span.last}`}</title>
<rect class="${span.colour}" x="${fixed(left - 4)}" y="${y + 3}" width="${fixed(right - left + 8)}" height="${TRACK - 12}" rx="4"/>
${titleBeside(span.label, left, right, y + 15)}</g>`
      y += TRACK
      return drawn
    })
    y += 6
    return html`${head}${parts}<line class="grid" x1="0" x2="${WIDTH}" y1="${y}" y2="${y}"/>`
  })
  const ticks = yearTicks(from, to).map(
    ({ day, label }) => html`<line class="grid" x1="${fixed(x(day))}" x2="${fixed(x(day))}" y1="0" y2="${y}"/>
<text class="axis" x="${fixed(x(day))}" y="${y + 20}" text-anchor="middle">${label}</text>`,
  )
  return svg(name, y + 30, [...ticks, ...rows])
}

/** Behind the bar where there is room, else before it. */
function titleBeside(label: string, left: number, right: number, y: number): Html {
  const behind = WIDTH - right - 16
  const before = left - LABEL - 12
  const fits = (room: number) => Math.floor(room / 7.2)
  return behind >= before || label.length <= fits(behind)
    ? html`<text class="small" x="${fixed(right + 10)}" y="${y}">${shortened(label, fits(behind))}</text>`
    : html`<text class="small" x="${fixed(left - 10)}" y="${y}" text-anchor="end">${shortened(label, fits(before))}</text>`
}

const DAY = 86_400_000
const dayOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY

/** Months between two ticks, so that their labels do not meet. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]
const MOST_TICKS = 9

function yearTicks(from: number, to: number): { readonly day: number; readonly label: string }[] {
  const step = STEPS.find((months) => (to - from) / 30.4 / months <= MOST_TICKS) ?? 2400
  const first = new Date(from * DAY).getUTCFullYear()
  const ticks: { day: number; label: string }[] = []
  for (let month = 0; ; month += step) {
    // A step of years begins at a round one.
    const at = new Date(Date.UTC(step > 12 ? first - (first % (step / 12)) : first, month, 1))
    const day = at.getTime() / DAY
    if (day > to) return ticks
    if (day >= from) ticks.push({ day, label: at.toISOString().slice(0, step >= 12 ? 4 : 7) })
  }
}

/** The next number above that divides well. */
function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  for (const step of [1, 2, 4, 5, 8, 10]) if (step * power >= most) return Math.max(4, step * power)
  return 10 * power
}

const svg = (name: string, height: number, content: readonly Html[]): Html =>
  html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${name}">${content}</svg>`

const fixed = (n: number) => new Html(n.toFixed(1))

export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : most < 4 ? '' : `${text.slice(0, most - 1).trimEnd()}…`

/** Columns of a year each where there would be more months than this. */
const MOST_MONTHS = 48

/** What months (YYYY-MM) become as columns: the months between the first and the last, or the years, also those of which there is nothing. */
export function timeline(months: readonly string[]): {
  readonly unit: 'month' | 'year'
  readonly labels: readonly string[]
} {
  const numbers = months.map((month) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1)
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  const four = (year: number) => String(year).padStart(4, '0')
  if (last - first < MOST_MONTHS) {
    const label = (n: number) => `${four(Math.floor(n / 12))}-${String((n % 12) + 1).padStart(2, '0')}`
    return { unit: 'month', labels: Array.from({ length: last - first + 1 }, (_, i) => label(first + i)) }
  }
  const [from, to] = [Math.floor(first / 12), Math.floor(last / 12)]
  return { unit: 'year', labels: Array.from({ length: to - from + 1 }, (_, i) => four(from + i)) }
}
