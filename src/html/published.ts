/** The day of publication: where a page may say it, in the order in which that is believed. */

import { readDate } from './date-values.ts'
import { around, attribute, type Element, elementsIn, lineOf, type Page, rawText, shortLineOf } from './dom.ts'
import { isFurniture, namesOf } from './furniture.ts'
import type { HtmlDiagnostic } from './types.ts'

export interface Published {
  readonly at: string | null
  readonly basis: string | null
  readonly diagnostics: readonly HtmlDiagnostic[]
}

interface Said {
  readonly basis: string
  readonly value: string
}

/** Names of meta elements, the surest first. Times of change are none. */
const METAS = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'publish_date',
  'publishdate',
  'pubdate',
  'publication_date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'article.published',
  'date',
]

export function published(page: Page): Published {
  const diagnostics: HtmlDiagnostic[] = []
  const dated: { readonly basis: string; readonly at: string }[] = []
  for (const { basis, value } of allSaid(page)) {
    const read = readDate(value)
    if (!read) continue
    if ('problem' in read) {
      diagnostics.push({ code: 'bad-date', message: `${basis}: ${read.problem}` })
      continue
    }
    if (read.note) diagnostics.push({ code: 'ambiguous-date', message: `${basis}: ${read.note}` })
    dated.push({ basis, at: read.at })
  }
  const [first] = dated
  if (!first) return { at: null, basis: null, diagnostics }
  const other = dated.find(({ at }) => at.slice(0, 10) !== first.at.slice(0, 10))
  if (other) {
    const message = `${first.basis} says ${first.at.slice(0, 10)} and ${other.basis} ${other.at.slice(0, 10)}; the first is taken`
    diagnostics.push({ code: 'dates-differ', message })
  }
  return { at: first.at, basis: first.basis, diagnostics }
}

function* allSaid(page: Page): Generator<Said> {
  const elements = [...elementsIn(page)]
  yield* inJsonLd(elements)
  yield* inMetas(elements)
  const shown = [...elementsIn(page, (element) => !isFurniture(element))].filter((element) => !isFurniture(element))
  yield* inItemprops(shown)
  yield* inTimes(shown)
  yield* inDatelines(shown)
}

const ARTICLE = /(?:Article|Posting|Report|Review|WebPage|CreativeWork)$/

function* inJsonLd(elements: readonly Element[]): Generator<Said> {
  const found: { readonly type: string; readonly value: string }[] = []
  for (const element of elements) {
    if (element.name !== 'script' || !/ld\+json/i.test(attribute(element, 'type'))) continue
    const stack: unknown[] = [jsonOf(rawText(element))]
    for (let steps = 0; stack.length > 0 && steps < MOST_OBJECTS; steps++) {
      const value = stack.pop()
      if (Array.isArray(value)) stack.push(...value.slice(0, MOST_OBJECTS).reverse())
      else if (typeof value === 'object' && value !== null) {
        const object = value as Readonly<Record<string, unknown>>
        const type = [object['@type']].flat().find((name) => typeof name === 'string' && ARTICLE.test(name))
        if (typeof type === 'string' && typeof object['datePublished'] === 'string') {
          found.push({ type, value: object['datePublished'] })
        }
        stack.push(object['mainEntity'], object['@graph'])
      }
    }
  }
  // A page object stands beside the article's, with a date of its own.
  const isPage = ({ type }: { readonly type: string }) => /Page|CreativeWork/.test(type)
  for (const { value } of [...found.filter((one) => !isPage(one)), ...found.filter(isPage)].slice(0, 2)) {
    yield { basis: 'JSON-LD datePublished', value }
  }
}
const MOST_OBJECTS = 1000

/** Pages put comments and raw line ends into it. */
function jsonOf(text: string): unknown {
  const plain = text.trim().replace(/^(?:<!--|\/\/<!\[CDATA\[|\/\*.*?\*\/)\s*|\s*(?:-->|\/\/\]\]>)$/g, '')
  for (const form of [plain, plain.replace(/[\n\r\t]+/g, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(form)
    } catch {
      // The next form, or none: what cannot be read says nothing.
    }
  }
  return undefined
}

function* inMetas(elements: readonly Element[]): Generator<Said> {
  const metas = new Map<string, string>()
  for (const element of elements) {
    if (element.name !== 'meta') continue
    const content = attribute(element, 'content')
    for (const name of ['property', 'name', 'itemprop', 'http-equiv']) {
      const key = attribute(element, name).toLowerCase()
      if (key && content && !metas.has(key)) metas.set(key, content)
    }
  }
  for (const name of METAS) {
    const value = metas.get(name)
    if (value !== undefined) yield { basis: `meta ${name}`, value }
  }
}

function* inItemprops(elements: readonly Element[]): Generator<Said> {
  for (const element of elements) {
    if (element.name === 'meta' || attribute(element, 'itemprop') !== 'datePublished') continue
    yield {
      basis: 'itemprop datePublished',
      value: attribute(element, 'content') || attribute(element, 'datetime') || lineOf(element),
    }
    return
  }
}

/** The first time element that says when, and one that says that it is the publication's before all others. */
function* inTimes(elements: readonly Element[]): Generator<Said> {
  const times = elements.filter(({ name, attribs }) => name === 'time' && attribs['datetime'])
  const marked = times.find(
    (time) => 'pubdate' in time.attribs || /publish|post(?:ed)?-?date|entry-?date/i.test(namesOf(time)),
  )
  const time = marked ?? times[0]
  if (time) yield { basis: 'time datetime', value: attribute(time, 'datetime') }
}

const WEEKDAY = /(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)/i
const LABEL =
  /(?:ngày\s+(?:đăng|xuất bản|cập nhật|phát hành|viết)|cập\s+nhật|đăng\s+(?:lúc|ngày)|xuất\s+bản|thời\s+gian|gmt\s*\+?\s*7)/i
const WITH_CLOCK = /\d{1,2}\s?[:hg]\s?\d{2}/
const DATE_NAMES =
  /(?:^|[\s_-])(?:date\w*|time\w*|publish\w*|posted|ngay\w*|post-?date|article-?meta|meta|cap-?nhat)(?=$|[\s_-])/i
const TODAY = /^(?:hôm nay|bây giờ)|(?:^|[\s_-])(?:clock|today|now|current|top-?bar|header-?date)(?=$|[\s_-])/i
/** Letters of the longest line that is a dateline. */
const LONGEST_LINE = 90

/** Lines as readers see them: "Thứ hai, 04/12/2023 | 08:30 GMT+7", "Cập nhật lúc 08:30, 04/12/2023", "Ngày đăng: 4/12/2023". */
function* inDatelines(elements: readonly Element[]): Generator<Said> {
  const lines: { readonly value: string; readonly rank: number }[] = []
  for (const element of elements) {
    if (['html', 'body', 'head', 'title', 'script', 'style', 'time', 'a'].includes(element.name)) continue
    const value = shortLineOf(element, LONGEST_LINE)
    if (value === undefined || !/\d{4}/.test(value) || TODAY.test(value)) continue
    if ([element, ...around(element)].some((one) => one.name !== 'body' && TODAY.test(namesOf(one)))) continue
    const named = DATE_NAMES.test(namesOf(element))
    const worded = WEEKDAY.test(value) || LABEL.test(value)
    const clocked = WITH_CLOCK.test(value)
    if (!worded && !(named || clocked)) continue
    if (!readDate(dateIn(value))) continue
    lines.push({ value: dateIn(value), rank: named && worded ? 0 : worded ? 1 : named ? 2 : 3 })
  }
  const best = lines.sort((a, b) => a.rank - b.rank)[0]
  if (best) yield { basis: 'dateline', value: best.value }
}

/** A dateline without the words before its numbers, but with "ngày 4 tháng 12 năm 2023". */
const dateIn = (line: string) => line.replace(/^\D*?(?=\d|ngày\s+\d)/i, ' ').replace(/GMT\s*\+?\s*0?7(?::00)?/i, ' ')
