import { describe, expect, it } from 'vitest'
import { encode } from '../../src/encodings/index.ts'
import { isFurnitureLine } from '../../src/html/furniture.ts'
import { readHtml } from '../../src/html/index.ts'
import { extract } from '../../src/index.ts'
import { ownArticles } from '../helpers/material.ts'
import { layouts } from './pages.ts'

/** Our articles, as the lines that a page shows. */
const articles = ownArticles().map((text) => {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    // View counters and the like are furniture in plain text too.
    .filter((line) => line !== '' && !isFurnitureLine(line))
  return { title: lines[0] as string, lines: lines.slice(1), day: '2023-12-04' }
})
const names = Object.keys(layouts)
const pageOf = (layout: string, article: (typeof articles)[number]) =>
  (layouts[layout] as (one: typeof article) => string)(article)

describe.each(names)('%s', (layout) => {
  it('gives the article alone, with the facts of its plain text', () => {
    for (const article of articles) {
      const { text } = readHtml(pageOf(layout, article))
      // A table portal has no title that could be told from the text.
      const body = text.startsWith(article.title) ? text.slice(article.title.length + 1) : text
      const lines = body.split('\n').filter((line) => !/^\(?(?:Ngày đăng|Cập nhật)/.test(line))
      expect(lines).toEqual(article.lines)
      const options = { referenceDate: article.day }
      expect(extract(lines.join('\n'), options).facts).toEqual(extract(article.lines.join('\n'), options).facts)
    }
  })

  it('gives the day of publication, and no other', () => {
    for (const article of articles.slice(0, 3)) {
      const { publishedAt, publishedBasis } = readHtml(pageOf(layout, article))
      expect(publishedAt?.slice(0, 10)).toBe(article.day)
      expect(publishedBasis).not.toBeNull()
    }
  })
})

describe('titles', () => {
  const [article] = articles
  it.each(names.filter((name) => name !== 'table portal'))('%s', (layout) => {
    if (article) expect(readHtml(pageOf(layout, article)).title).toBe(article.title)
  })

  it('without the name of the site', () => {
    expect(readHtml('<title>Hội nghị cán bộ | Báo Tỉnh</title>').title).toBe('Hội nghị cán bộ')
    expect(readHtml('<p>x').title).toBeNull()
  })
})

const head = (inner: string, body = '') => readHtml(`<html><head>${inner}</head><body>${body}</body></html>`)

describe('days of publication', () => {
  it.each([
    [
      '<meta property="article:published_time" content="2023-12-03T20:00:00Z">',
      '2023-12-04T03:00:00+07:00',
      'meta article:published_time',
    ],
    ['<meta name="DC.date.issued" content="2023-12-04">', '2023-12-04', 'meta dc.date.issued'],
    ['<meta itemprop="datePublished" content="4/12/2023 8:30">', '2023-12-04T08:30:00+07:00', 'meta datepublished'],
    ['<meta name="pubdate" content="Mon, 04 Dec 2023 08:30:00 +0700">', '2023-12-04T08:30:00+07:00', 'meta pubdate'],
    ['<meta name="pubdate" content="12/24/2023 8:30:00 PM">', '2023-12-24T20:30:00+07:00', 'meta pubdate'],
    ['<meta property="article:modified_time" content="2023-12-04">', null, null],
    [
      '<script type="application/ld+json">[{"@type":"BreadcrumbList"},{"@type":"NewsArticle","datePublished":"2023-12-04"}]</script>',
      '2023-12-04',
      'JSON-LD datePublished',
    ],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle",\n"headline":"a\nb","datePublished":"2023-12-04",}</script>',
      '2023-12-04',
      'JSON-LD datePublished',
    ],
    ['<script type="application/ld+json">{"@type":"NewsArticle",</script>', null, null],
  ])('%s', (inner, at, basis) => {
    expect(head(inner)).toMatchObject({ publishedAt: at, publishedBasis: basis, diagnostics: expect.any(Array) })
  })

  it.each([
    ['<span class="date">Thứ hai, 04/12/2023 | 08:30 GMT+7</span>', '2023-12-04T08:30:00+07:00'],
    ['<p>Cập nhật lúc 08:30, 04/12/2023</p>', '2023-12-04T08:30:00+07:00'],
    ['<div>Ngày đăng: 4-12-2023</div>', '2023-12-04'],
    ['<div class=post-date>Thứ Hai, ngày 4 tháng 12 năm 2023, 8h30</div>', '2023-12-04T08:30:00+07:00'],
    ['<div>08:30 | 04/12/2023</div>', '2023-12-04T08:30:00+07:00'],
    ['<div>4/12/2023 8:30 CH</div>', '2023-12-04T20:30:00+07:00'],
    ['<div class="header-date">Thứ bảy, 28/11/2026</div><p class="time">04.12.2023</p>', '2023-12-04'],
    ['<p>Hội nghị diễn ra ngày 04/12/2023 tại trụ sở.</p>', null],
    ['<div id="comments"><span class="date">Thứ hai, 04/12/2023 08:30</span></div>', null],
  ])('%s', (body, at) => {
    expect(head('', body).publishedAt).toBe(at)
  })

  it('that differ: the more trusted one is taken, and it is said', () => {
    const { publishedAt, diagnostics } = head(
      '<meta name="pubdate" content="2023-12-04"><script type="application/ld+json">{"@type":"Article","datePublished":"2023-12-01"}</script>',
    )
    expect(publishedAt).toBe('2023-12-01')
    expect(diagnostics).toContainEqual({
      code: 'dates-differ',
      message: 'JSON-LD datePublished says 2023-12-01 and meta pubdate 2023-12-04; the first is taken',
    })
  })

  it.each([
    ['2023-13-04', '13 is no month'],
    ['31/11/2023', 'there is no day 31 in that month'],
    ['0001-01-01T00:00:00', 'no page is of the year 1'],
    ['2023-12-04T25:00', '25:00 is no time of day'],
  ])('that cannot be: %s', (written, why) => {
    const { publishedAt, diagnostics } = head(
      `<meta name="pubdate" content="${written}"><meta name="date" content="2023-12-04">`,
    )
    expect(publishedAt).toBe('2023-12-04')
    expect(diagnostics).toContainEqual({ code: 'bad-date', message: expect.stringContaining(why) })
  })

  it('whose order nobody knows: says how it was read', () => {
    const { publishedAt, diagnostics } = head('<meta name="pubdate" content="12/4/2023 8:30:00 AM">')
    expect(publishedAt).toBe('2023-12-04T08:30:00+07:00')
    expect(diagnostics).toContainEqual({ code: 'ambiguous-date', message: expect.stringContaining('month first') })
  })
})

describe('encodings of pages', () => {
  const [article] = articles
  const page = article ? pageOf('line breaks', article) : ''

  it.each(['windows-1258', 'vni', 'utf-16le', 'viscii', 'double-utf-8'] as const)('%s', (encoding) => {
    const said = page.replace(
      '<head>',
      '<head><meta http-equiv=Content-Type content="text/html; charset=windows-1252">',
    )
    const { bytes, text } = encode(said, encoding)
    const read = readHtml(bytes)
    expect(read.text).toBe(readHtml(text).text)
    expect(read.text).toContain('Đảng')
  })

  it('character references to the letters of an old font', () => {
    const written = String.fromCharCode(
      ...encode('Ban Chấp hành Đảng bộ tỉnh họp về công tác tổ chức, cán bộ của huyện.', 'tcvn3').bytes,
    )
    const references = written.replace(/[\x80-\xff]/g, (character) => `&#${character.charCodeAt(0)};`)
    expect(readHtml(`<body><p>${references}</p></body>`).text).toBe(
      'Ban Chấp hành Đảng bộ tỉnh họp về công tác tổ chức, cán bộ của huyện.',
    )
  })

  it('of another language, as the page says', () => {
    const bytes = Uint8Array.from(
      [...'<meta charset="windows-1251"><p>'].map((c) => c.charCodeAt(0)).concat([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]),
    )
    expect(readHtml(bytes).text).toBe('Москва')
  })
})

describe('what pages do to text', () => {
  it.each([
    ['<p>Một\n   hai<b>ba</b></p><p>bốn', 'Một haiba\nbốn'],
    ['<table><tr><td>TT</td><td>Đơn vị</td></tr><tr><td>1</td><td>Xã A</td></tr></table>', 'TT Đơn vị\n1 Xã A'],
    ['<ul><li>một<li>hai</ul>', 'một\nhai'],
    ['a&nbsp;b &amp; c &lt;d&gt; &eacute;&#7879;', 'a\u00a0b & c <d> éệ'],
    ['<pre>một\nhai</pre>', 'một\nhai'],
    ['<p style="display:none">ẩn</p><p hidden>ẩn</p><p>hiện', 'hiện'],
    ['<!-- <p>chú thích --><p>thật', 'thật'],
    ['', ''],
    ['<', '<'],
    ['không có thẻ nào', 'không có thẻ nào'],
  ])('%s', (html, text) => expect(readHtml(html).text).toBe(text))
})

it('a page that is nested without end is read without its tree, in linear time', () => {
  const deep = `<p>Họp &amp; bàn</p>${'<div>'.repeat(1_000_000)}tại 64 điểm cầu`
  const { text, diagnostics } = readHtml(deep)
  expect(text).toBe('Họp & bàn\ntại 64 điểm cầu')
  expect(diagnostics.map(({ code }) => code)).toEqual(['too-deep'])
})

it('no page is too broken', () => {
  const hostile = [
    '<div>'.repeat(50_000),
    '<p>a'.repeat(20_000),
    `${'<table><tr><td>'.repeat(3000)}x`,
    `<script type="application/ld+json">${'['.repeat(20_000)}`,
    '<meta property="article:published_time" content="">',
    '</p></div></body></html><p>x',
    '<html><html><body><body>x',
    '\0\ufffd<\0>',
  ]
  for (const html of hostile) expect(typeof readHtml(html).text).toBe('string')
})
