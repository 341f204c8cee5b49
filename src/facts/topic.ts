import { lazy } from '../lazy.ts'
import { type Context, eachAnchor, mentionsOf } from '../parse/context.ts'
import { cueFinder, markAt, textOf } from '../parse/cues.ts'
import { lexicons } from '../scan/load.ts'
import { Token } from '../scan/scanner.ts'
import { foldKey } from '../text/vietnamese.ts'
import { subjectForms } from './document-subject.ts'
import { readTail } from './document-tail.ts'
import type { FactKind } from './kind.ts'
import { isQuote, long, quotedTitle, readTitle, type Title } from './title.ts'
import { titlesBehind } from './topic-introduced.ts'
import { speakerFinder } from './topic-speaker.ts'
import { unnumbered } from './topic-unnumbered.ts'
import type { Mention } from './types.ts'

/** The most nouns of documents that are compared with the titles of an article. */
const MOST_WEAK = 50

const anchors = lazy(() => lexicons().bit('topic') | lexicons().bit('document'))
const topicCue = cueFinder('topic')
const documentKind = cueFinder('document')
const titleWord = cueFinder('title')

export const topic: FactKind<'topic'> = {
  type: 'topic',
  summary: 'the title of a subject that is presented, studied or legislated',
  needs: ['document', 'official'],
  find(context) {
    const documents = mentionsOf(context.found, 'document')
    const found = new Map<number, Mention<'topic'>>()
    let covered: Uint8Array | undefined
    const speaker = speakerFinder(context)
    const add = (title: Title, rule: string, code: string | null, cue: number) => {
      if (found.has(title.first)) return
      covered ??= new Uint8Array(context.tokens.length)
      covered.fill(1, title.first, title.last)
      found.set(
        title.first,
        mention(context, title, rule, code ?? documentBehind(context, documents, title), speaker(cue, title.end)),
      )
    }
    for (const document of documents) {
      const forms = document.name ? 'none' : subjectForms(document.kind)
      const { subject } = readTail(context, document.last, forms, document.kind)
      if (subject && document.subject !== null) add(subject, 'topic/document-subject', document.code, document.first)
    }
    const starts = new Set(documents.map((d) => d.first))
    // "chuyên đề: Nghị quyết số 42-NQ/TW về “…”": the document's subject is the title.
    const titled = new Set(documents.filter((d) => d.subject !== null).map((d) => d.first))
    const weak: number[] = []
    eachAnchor(context, anchors(), 0, (at) => {
      const cue = topicCue(context, at)
      const kind = documentKind(context, at)
      if (kind && kind.class !== 'NoDocument' && !starts.has(at) && !covered?.[at]) {
        const title = unnumbered(context, at, kind)
        if (title) {
          add(title, 'topic/unnumbered-document', null, at)
          return title.first
        }
      }
      if (kind && !cue && kind.class !== 'NoDocument' && weak.length < MOST_WEAK && !starts.has(at)) weak.push(kind.end)
      if (!cue) return kind?.end ?? 0
      if (cue.class === 'NoTopic') return cue.end
      if (starts.has(at)) return 0
      // A programme inside a title is a part of it.
      if (cue.class === 'Programme' && covered?.[at]) return 0
      const titles = titlesBehind(context, at, cue)
      for (const title of titles) if (!titled.has(title.first)) add(title, `topic/${cue.class.toLowerCase()}`, null, at)
      return titles.length ? (titles[0] as Title).first : 0
    })
    shortened(context, found, weak)
    again(context, found)
    return [...found.values()].sort((a, b) => a.start - b.start)
  },
}

function mention(
  context: Context,
  title: Title,
  rule: string,
  document: string | null,
  speaker: string | null,
): Mention<'topic'> {
  return {
    type: 'topic',
    first: title.first,
    last: title.last,
    start: context.tokens.start[title.first] as number,
    end: context.tokens.end[title.last - 1] as number,
    rule,
    title: textOf(context, title.first, title.last),
    speaker,
    document,
    key: '',
  }
}

/** "… theo tinh thần Nghị quyết số 45-NQ/TW": the document stands behind the title, at most 6 tokens from it. */
function documentBehind(context: Context, documents: readonly Mention<'document'>[], title: Title): string | null {
  const { text, tokens } = context
  const from = tokens.end[title.end - 1] as number
  const to = tokens.end[Math.min(title.end + 6, tokens.length - 1)] as number
  let low = 0
  let high = documents.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((documents[middle] as Mention).start < from) low = middle + 1
    else high = middle
  }
  const document = documents[low]
  if (!document || document.start > to) return null
  return /^\s*[”"']?\s*[,(]?\s*(?:được nêu )?(?:(?:theo|tại|trong|của)(?:\s+(?:tinh thần|nội dung|các))*\s+)?$/u.test(
    text.slice(from, document.start),
  ) &&
    (text.slice(from, document.start).includes('(') || /\p{L}/u.test(text.slice(from, document.start)))
    ? document.code
    : null
}

/** "quy định về trách nhiệm nêu gương": the beginning of a title that the article gives in full. */
function shortened(context: Context, found: Map<number, Mention<'topic'>>, weak: readonly number[]): void {
  if (found.size === 0) return
  const known = [...found.values()].slice(0, MOST_WEAK).map((t) => foldKey(t.title))
  for (const behind of weak) {
    if (titleWord(context, behind)?.class !== 'About') continue
    const title = readTitle(context, behind + 1)
    if (!title || found.has(title.first) || !long(title, 3)) continue
    const key = foldKey(textOf(context, title.first, title.last))
    if (known.some((k) => k === key || k.startsWith(`${key} `)))
      found.set(title.first, mention(context, title, 'topic/again', null, null))
  }
}

/** A title that is known already is one again where it stands in quotes. */
function again(context: Context, found: Map<number, Mention<'topic'>>): void {
  const { tokens } = context
  const known = new Set([...found.values()].map((t) => foldKey(t.title)))
  if (known.size === 0) return
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind[i] !== Token.Mark || !isQuote(markAt(context, i)) || found.has(i + 1)) continue
    const title = quotedTitle(context, i)
    if (!title?.quoted) continue
    if (known.has(foldKey(textOf(context, title.first, title.last))))
      found.set(title.first, mention(context, title, 'topic/again', null, null))
    i = title.end - 1
  }
}
