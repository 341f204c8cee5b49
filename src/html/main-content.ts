/**
 * The article of a page. Where the page itself says where it is (articleBody, the class names of the usual systems) and most of the
 * page's sentences stand there, that is it, in a tenth of the time; for all others Mozilla's Readability decides.
 */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { attribute, type Element, elementsIn, type Page, parse, shortLineOf, sizeOf } from './dom.ts'
import { isFurniture, namesOf } from './furniture.ts'
import { textLines } from './text.ts'

export interface MainContent {
  readonly lines: readonly string[]
  /** How it was found; `page` where nothing looked like an article, and all that is no furniture was taken. */
  readonly by: 'markup' | 'readability' | 'page'
}

const BODY =
  /(?:^|[\s_-])(?:article-?body|articlebody|entry-?content|post-?content|detail-?content|content-?detail|article-?content|news-?content|content-?news|news-?detail|detail-?body|cms-?body|fck-?detail|the-?article-?body|maincontent-?detail|noi-?dung(?:-?\w+)?|bai-?viet|story-?body|singular-?content|main-?detail-?body|article-?detail)(?=$|[\s_-])/i
const LEAD =
  /(?:^|[\s_-])(?:sapo|lead|chapeau|description|summary|news-?sapo|tom-?tat|trich-?dan|headline-?sapo)(?=$|[\s_-])/i

/** Of the page's sentences the article must have so many; letters of the least that is one. */
const MOST = 0.6
const LEAST = 140
/** Lists of articles have hundreds, and the article is none of the last. */
const MOST_CANDIDATES = 20
/** Larger pages cost Readability too much, and deeper ones its stack; they are read whole. */
const LARGEST = { letters: 4_000_000, elements: 5_000, depth: 200 }

/** @param title The page's title, which is not repeated as the first line. */
export function mainContent(html: string, page: Page, title: string | null): MainContent {
  const marked = byMarkup(page, title)
  if (marked) return { lines: marked, by: 'markup' }
  const read = isReadable(html, page) ? byReadability(html, title) : undefined
  if (read) return { lines: read, by: 'readability' }
  return { lines: withoutTitle(textLines(page), title), by: 'page' }
}

function isReadable(html: string, page: Page): boolean {
  if (html.length > LARGEST.letters) return false
  const { depth, elements } = sizeOf(page)
  return depth <= LARGEST.depth && elements <= LARGEST.elements
}

function byMarkup(page: Page, title: string | null): string[] | undefined {
  const candidates: { readonly element: Element; readonly rank: number }[] = []
  let lead: Element | undefined
  for (const element of elementsIn(page, (inner) => !isFurniture(inner))) {
    const names = namesOf(element)
    if (attribute(element, 'itemprop') === 'articleBody') candidates.push({ element, rank: 0 })
    else if (BODY.test(names)) candidates.push({ element, rank: 1 })
    else if (element.name === 'article') candidates.push({ element, rank: 2 })
    else if (!lead && LEAD.test(names) && isLead(element)) lead = element
  }
  if (candidates.length === 0) return undefined
  const whole = lengthOf(sentences(textLines(page)))
  for (const rank of [0, 1, 2]) {
    const ranked = candidates.filter((candidate) => candidate.rank === rank).slice(0, MOST_CANDIDATES)
    // Lists of articles have many.
    const best = ranked
      .map(({ element }) => ({ element, lines: withoutTitle(textLines(element), title) }))
      .sort((a, b) => lengthOf(sentences(b.lines)) - lengthOf(sentences(a.lines)))[0]
    if (!best) continue
    const length = lengthOf(sentences(best.lines))
    if (length < LEAST || length < whole * MOST) continue
    if (!lead || isWithin(lead, best.element)) return best.lines
    const before = textLines(lead)
    return best.lines.join('\n').includes(before.join('\n')) ? best.lines : [...before, ...best.lines]
  }
  return undefined
}

/** A lead is a paragraph or two: longer is an article, shorter a label. */
const isLead = (element: Element) => (shortLineOf(element, 1500)?.length ?? 0) > 40

const isWithin = (element: Element, outer: Element): boolean => {
  for (let parent = element.parent; parent; parent = parent.parent) if (parent === outer) return true
  return false
}

/** Lines that are running text: menus and links have no stops and are short. */
const sentences = (lines: readonly string[]) => lines.filter((line) => line.length >= 60 || /[.!?…:;"”]$/.test(line))
const lengthOf = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length, 0)

function byReadability(html: string, title: string | null): string[] | undefined {
  try {
    // A page without html and body tags is one all the same.
    const { document } = parseHTML(/<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`)
    const article = new Readability(document as never, { charThreshold: 200 }).parse()
    if (!article?.content) return undefined
    const content = parse(article.content)
    if (!content) return undefined
    const lines = withoutTitle(textLines(content), title)
    return lengthOf(lines) >= LEAST ? lines : undefined
  } catch {
    // What is too broken for it is read whole.
    return undefined
  }
}

const folded = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()

const withoutTitle = (lines: string[], title: string | null): string[] =>
  title !== null && lines[0] !== undefined && folded(lines[0]) === folded(title) ? lines.slice(1) : lines
