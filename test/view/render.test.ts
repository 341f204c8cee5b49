import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract, OptionError, type OwnFact, type OwnKind, type OwnMention } from '../../src/index.ts'
import { escapeHtml, html } from '../../src/view/html.ts'
import { type GoldFact, renderHtml } from '../../src/view/index.ts'
import { beginning } from '../../src/view/timeline.ts'
import { articles } from '../helpers/paths.ts'

const ARTICLE = 'Sáng 4/12, hội nghị họp tại 64 điểm cầu cơ sở. Các xã gửi báo cáo trước ngày 15/12/2023.'
const page = renderHtml([{ name: 'bài.txt', text: ARTICLE }])
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const inside = (tag: string, text: string) => new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 's').exec(text)?.[1] ?? ''

describe('a page', () => {
  it('holds all that it needs, and its policy allows nothing else', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`style-src ${hash(inside('style', page))}`)
    expect(policy).toContain(`script-src ${hash(inside('script', page))}`)
    expect(page).not.toMatch(/\b(?:src|href)="(?!data:|#)/)
    expect(page).not.toMatch(/\sstyle=|\son\w+=|@import|url\(/)
    expect(page).toMatch(/^<!doctype html>\n<html lang="vi">/)
  })

  it('has a row for each fact, and marks for each in the text', () => {
    const { facts } = extract(ARTICLE)
    expect(page.match(/<tr role="row" class="row"/g)).toHaveLength(facts.length)
    facts.forEach(({ rule }, i) => {
      expect(page).toMatch(new RegExp(`data-f="(?:\\d+ )*${i}(?: \\d+)*"`))
      expect(page).toContain(`<code>${rule}</code>`)
    })
  })

  it('is the same whenever it is made', () => {
    expect(renderHtml([{ name: 'bài.txt', text: ARTICLE }])).toBe(page)
  })

  it('takes an article’s own reference date before that of the options', () => {
    const own = renderHtml([{ name: 'a', text: 'Sáng 4/12 họp.', referenceDate: '2020-12-05' }], {
      referenceDate: '2023-01-01',
    })
    expect(own).toContain('2020-12-04TMO')
  })

  it('has the title that was asked for, and only the types', () => {
    const only = renderHtml([{ name: 'a', text: ARTICLE }], { title: 'T & Đ', types: ['bridgePoints'] })
    expect(only).toContain('<title>T &amp; Đ · trichluc</title>')
    expect(only.match(/<tr role="row" class="row"/g)).toHaveLength(1)
    expect(only.match(/class="kind /g)).toHaveLength(1)
  })

  it('says what is wrong with an option', () => {
    expect(() => renderHtml([{ name: 'a', text: '' }], { referenceDate: 'hôm qua' })).toThrow(OptionError)
    expect(() => renderHtml([{ name: 'a', text: 7 as never }])).toThrow(TypeError)
  })

  it('can be of many articles, of none and of an empty one', () => {
    const many = renderHtml([
      { name: 'tin/a.txt', text: ARTICLE },
      { name: 'tin/b.txt', text: '' },
    ])
    expect(many.match(/<article /g)).toHaveLength(2)
    expect(many).toContain('href="#a1"><bdi>b.txt</bdi>')
    expect(many).toContain('the text is empty')
    expect(renderHtml([])).toContain('0 articles')
  })
})

describe('a kind of the user’s own', () => {
  const kind: OwnKind = {
    type: '<giá> vàng',
    summary: 'a price',
    *find({ text }) {
      for (const { index, 0: found } of text.matchAll(/\d+ triệu/g))
        yield { start: index, end: index + found.length, rule: '<giá> vàng/x', amount: found } as OwnMention<OwnFact>
    },
  }
  const own = renderHtml([{ name: 'a', text: 'Ngày 4/12/2023, giá là 87 triệu đồng.' }], { kinds: [kind] })

  it('is shown as the built-in ones are', () => {
    expect(own).toMatch(/class="s u0-own k-own" data-f="1" data-k="X">87 triệu</)
    expect(own).toContain('&lt;giá&gt; vàng')
    expect(own.match(/class="kind /g)).toHaveLength(8)
  })
})

describe('hostile text', () => {
  const HOSTILE =
    '<script>alert(1)</script><img src=x onerror=alert(2)> "\' & &amp; ngày 4/12/2023 </style></textarea>\0\x07\x9f\ud800 \udc00'
  const NAME = '"><script>alert(3)</script>.txt'
  const hostile = renderHtml([{ name: NAME, text: HOSTILE }], { title: '</title><script>alert(4)</script>' })

  it('stays text', () => {
    expect(hostile.match(/<script/g)).toHaveLength(1)
    expect(hostile).not.toContain('<img')
    expect(hostile.match(/<\/title>/g)).toHaveLength(1)
    expect(hostile).not.toContain('\0')
    expect(hostile.isWellFormed()).toBe(true)
  })

  it('keeps its length, so that offsets stay right', () => {
    const text = `${HOSTILE}\r\n\t`
    const shown = escapeHtml(text).replace(
      /&(\w+|#\d+);/g,
      (_, name: string) =>
        ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? String.fromCharCode(Number(name.slice(1))),
    )
    expect(shown).toHaveLength(text.length)
    for (let i = 0; i < text.length; i++) if (!/[\p{Cc}\p{Cs}]/u.test(text[i] as string)) expect(shown[i]).toBe(text[i])
  })

  it('is escaped by the template, wherever it comes in', () => {
    expect(html`<b title="${'"<'}">${['<', html`<i>${'&'}</i>`, null, false, 3]}</b>`.text).toBe(
      '<b title="&quot;&lt;">&lt;<i>&amp;</i>3</b>',
    )
  })
})

describe('gold', () => {
  const name = 'hoi-nghi-huyen-attendance-ratios'
  const text = readFileSync(`${articles}/${name}.txt`, 'utf8')
  const { facts, reference } = JSON.parse(readFileSync(`${articles}/${name}.gold.json`, 'utf8')) as {
    facts: GoldFact[]
    reference: string
  }
  const view = (gold: readonly GoldFact[]) => renderHtml([{ name, text, referenceDate: reference, gold }])

  it('without a difference says so', () => {
    expect(view(facts)).toContain('What was found is what gold has.')
  })

  it('shows what was missed, what gold does not have, and fields that differ', () => {
    const [first, ...others] = facts
    const topic = others.find(({ type }) => type === 'topic') as GoldFact
    const changed = others.map((item) => (item === topic ? { ...item, speaker: 'Người Khác' } : item))
    const missed = { type: 'date', start: 0, end: 7, kind: 'date', value: '1999' } as const
    const shown = view([missed, ...changed])
    expect(shown).toMatch(/class="s [^"]*missed[^"]*"[^>]*>Nga Sơn/)
    expect(shown).toMatch(new RegExp(`class="s [^"]*extra[^"]*"[^>]*>${text.slice(first?.start, first?.end)}`))
    expect(shown).toContain('>not in gold<')
    expect(shown).toContain('>missed<')
    expect(shown).toMatch(/>differs<.*Người Khác/s)
    expect(shown).toContain('data-g="g2"')
    expect(shown).not.toContain('data-g="g3"')
  })

  it('puts what was found beside what it should have been', () => {
    const wrong = facts.map((item, i) => (i === 0 ? { ...item, value: '2021-Q1' } : item))
    expect(view(wrong)).toMatch(/>missed, found instead<.*2021-Q1.*2022-Q1/s)
  })
})

it.each([
  ['2023', '2023-00-00'],
  ['2023-12', '2023-12-00'],
  ['2023-12-04TMO', '2023-12-04TMO'],
  ['2023-Q4', '2023-10-00'],
  ['2023-H2', '2023-07-00'],
  ['2020/2025', '2020-00-00'],
  ['XXXX-06-01', undefined],
  ['P1.5D', undefined],
])('%s begins %s', (value, key) => {
  expect(beginning(value)).toBe(key)
})
