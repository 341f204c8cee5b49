/** The page about an archive. */
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { timeline } from '../../src/archive/report/charts.ts'
import { builtArchive, folder, items, jsonl } from '../helpers/archive.ts'

const at = folder()
const list = items(28)
/** What a page must not believe to be HTML. */
const HOSTILE = 'Đồng chí Trần Thị Bích Hòa, Phó Bí thư Thường trực Tỉnh ủy <script>alert(1)</script>, dự.'

const pages = new Map<string, string>()
beforeAll(async () => {
  const { batch, report } = await builtArchive()
  const input = at.write(
    'archive.jsonl',
    `${jsonl([...list, { id: '<b>x</b>', text: HOSTILE, publishedAt: '2023-05-05' }])}bad\n`,
  )
  for (const format of ['jsonl', 'csv', 'parquet']) {
    const out = at.path(`facts.${format}`)
    await batch({ inputs: [input], out, jobs: 1 })
    pages.set(format, await report(out, { title: 'Kho báo' }))
  }
})

const page = () => pages.get('jsonl') as string

describe('the page', () => {
  it('is the same from any of the three formats', () => {
    expect(pages.get('csv')).toBe(pages.get('parquet'))
    // JSON Lines also have the documents without facts; here there are none.
    expect(page()).toBe(pages.get('csv'))
  })

  it('tells what the facts tell', () => {
    const counts = new Map<string, number>()
    for (const { facts } of at.lines('facts.jsonl') as unknown as { facts: { type: string }[] }[])
      for (const { type } of facts) counts.set(type, (counts.get(type) ?? 0) + 1)
    for (const [type, n] of counts) expect(page()).toContain(`<title>${type}: ${n}</title>`)
    const sections = [...page().matchAll(/<h2>([^<:]*)/g)].map(([, name]) => name)
    expect(sections).toEqual([
      'Facts by type',
      'Facts by month',
      'Most cited documents',
      'Officials and their titles',
      'Deadlines by due date',
      'Ambiguous facts',
      'Unresolved facts',
      'Failures',
    ])
    expect(page()).toContain('not valid JSON')
  })

  it('has no script, and loads nothing', () => {
    expect(page()).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|\sstyle=|url\(|@import|https?:/i)
    const style = /<style>([\s\S]*?)<\/style>/.exec(page())?.[1] as string
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page()).toContain(`default-src 'none'; style-src 'sha256-${hash}'`)
  })

  it('takes what an archive holds for text', () => {
    expect(page()).not.toContain('<b>x</b>')
    expect(page()).not.toContain('alert(1)</script>')
  })

  it('has names for what is drawn, and tables of the same figures', () => {
    const drawn = page().match(/<svg /g)?.length ?? 0
    expect(drawn).toBeGreaterThanOrEqual(5)
    expect(page().match(/<svg [^>]*role="img" aria-label="[^"]+"/g)).toHaveLength(drawn)
    expect(page()).toMatch(/^<!doctype html>\n<html lang="en">/)
    for (const [head] of page().matchAll(/<thead>.*?<\/thead>/g)) expect(head).toContain('scope="col"')
  })
})

describe('colours', () => {
  const style = () => /<style>([\s\S]*?)<\/style>/.exec(page())?.[1] as string
  const scheme = (part: string) =>
    new Map([...part.matchAll(/--(\w+):(#[0-9a-f]{3,6})/g)].map(([, name, hex]) => [name, hex as string]))
  const [light, dark] = [
    () => scheme(style().split('@media')[0] as string),
    () => scheme(style().split('@media')[1] as string),
  ]

  it.each([
    ['light', light],
    ['dark', dark],
  ] as const)('of the %s scheme can be read: text 4.5:1, bars 3:1', (_name, colours) => {
    const of = colours()
    expect(of.size).toBeGreaterThan(10)
    for (const ground of ['ground', 'card'])
      for (const [name, hex] of of) {
        const ratio = contrast(hex, of.get(ground) as string)
        if (name === 'ink' || name === 'soft') expect(ratio, `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5)
        else if (!['ground', 'card', 'line'].includes(name as string))
          expect(ratio, `${name} on ${ground}`).toBeGreaterThanOrEqual(3)
      }
  })
})

/** As WCAG 2 counts it. */
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

function luminance(hex: string): number {
  const long = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(long.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

it('months without anything are there too, and long times go by years', () => {
  expect(timeline(['2023-11', '2024-02'])).toEqual({
    unit: 'month',
    labels: ['2023-11', '2023-12', '2024-01', '2024-02'],
  })
  expect(timeline(['2020-05', '2024-05'])).toEqual({ unit: 'year', labels: ['2020', '2021', '2022', '2023', '2024'] })
})

it.each([
  ['nowhere.jsonl', '', /nowhere\.jsonl: there is no such file/],
  ['nowhere.csv', '', /nowhere\.csv: there is no such file/],
  ['nowhere.parquet', '', /nowhere\.parquet: there is no such file/],
  ['text.jsonl', 'Họp.\n', /text\.jsonl:1: expected a JSON object a line/],
  ['other.csv', 'a,b\n1,2\n', /other\.csv: expected the columns document_id, fact and type/],
  ['other.parquet', 'PAR0', /other\.parquet: /],
])('of %s is an error that names it', async (name, content, message) => {
  const { report } = await builtArchive()
  if (content !== '') at.write(name, content)
  await expect(report(at.path(name))).rejects.toThrow(message)
})
