/** Reading of an article's page. */
import { convert, decode } from '../encodings/index.ts'
import { attribute, elementsIn, type Page, parse, rawText, shortLineOf } from './dom.ts'
import { mainContent } from './main-content.ts'
import { published } from './published.ts'
import type { HtmlDiagnostic, HtmlDocument } from './types.ts'

export type { HtmlDiagnostic, HtmlDocument } from './types.ts'

/**
 * The article of a page, without menus, related links, comments and the like; its title; the day of its publication, and what says it.
 * @param html The page; bytes are read in the encoding that they are in, whatever the page says.
 * @param _url Where the page comes from; nothing is fetched.
 * @param charset The charset of the HTTP header, for bytes. It is weighed, not believed.
 * Never throws for what a page holds.
 */
export function readHtml(html: string | Uint8Array, _url?: string, charset?: string): HtmlDocument {
  if (typeof html === 'string') return read(html, [])
  const declared = charset ?? charsetOf(html)
  const { text, encoding, diagnostics } = decode(html, declared === undefined ? {} : { declared })
  const other = encoding === null && declared !== undefined ? decodeAs(html, declared) : undefined
  return read(other ?? text, other === undefined ? diagnostics : [])
}

function read(html: string, before: readonly HtmlDiagnostic[]): HtmlDocument {
  const page = parse(html)
  if (page === undefined) return withoutTree(html, before)
  const title = mended(titleOf(page))
  const { lines, by } = mainContent(html, page, title)
  const { at, basis, diagnostics } = published(page)
  const none: readonly HtmlDiagnostic[] =
    by === 'page'
      ? [{ code: 'no-article', message: 'nothing on the page looks like an article; all its text was taken' }]
      : []
  // Pages in UTF-8 whose letters are character references to what an old font draws over.
  const body = convert(lines.join('\n'))
  return {
    text: body.text,
    title,
    publishedAt: at,
    publishedBasis: basis,
    lang: langOf(page),
    diagnostics: [...before, ...none, ...body.diagnostics, ...diagnostics],
  }
}

/** What stands between the tags. */
function withoutTree(html: string, before: readonly HtmlDiagnostic[]): HtmlDocument {
  const flat = parse(html.replace(/<[^<>]*>/g, '\n'))
  const lines = (flat === undefined ? '' : rawText(flat)).split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  const { text, diagnostics } = convert(lines.filter((line) => line !== '').join('\n'))
  const deep = { code: 'too-deep', message: 'elements are nested more than 5,000 deep; all that is no tag was taken' }
  const none = { title: null, publishedAt: null, publishedBasis: null, lang: null }
  return { text, ...none, diagnostics: [...before, deep, ...diagnostics] }
}

const mended = (text: string | null) => (text === null ? null : convert(text).text)

/** Letters. */
const LONGEST_TITLE = 500

function titleOf(page: Page): string | null {
  let heading: string | undefined
  let shared: string | undefined
  let named: string | undefined
  for (const element of elementsIn(page)) {
    if (element.name === 'h1') heading ??= shortLineOf(element, LONGEST_TITLE) || undefined
    else if (element.name === 'meta' && attribute(element, 'property') === 'og:title')
      shared ??= attribute(element, 'content').trim() || undefined
    else if (element.name === 'title') named ??= shortLineOf(element, LONGEST_TITLE) || undefined
  }
  if (shared !== undefined) return shared
  // A heading of the site stands in no title.
  if (heading !== undefined && (named === undefined || named.includes(heading))) return heading
  return named?.replace(/\s+[|–—-]\s+[^|–—]{2,40}$/, '') ?? heading ?? null
}

function langOf(page: Page): string | null {
  for (const element of elementsIn(page)) {
    if (element.name === 'html') return attribute(element, 'lang') || null
  }
  return null
}

/** What a page says of its charset, in its first kilobytes. */
function charsetOf(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048))
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1]
  )
}

/** Other languages' charsets, as browsers know them. */
function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  try {
    const decoder = new TextDecoder(label.toLowerCase())
    return decoder.encoding === 'windows-1252' || decoder.encoding === 'utf-8' ? undefined : decoder.decode(bytes)
  } catch {
    return undefined
  }
}
