/** Who is measured side by side. Each begins from the bytes of an article and decodes them itself. */
import { pathToFileURL } from 'node:url'
import type { vi } from 'chrono-node'
import type { Article } from './articles.ts'

export interface Contender {
  readonly name: string
  /** What it does with articles, and what it counts, in words. */
  readonly does: string
  /** @returns How many things it found: proof that it did the work. */
  readonly run: (articles: readonly Article[]) => number
}

const decode = ({ bytes }: Article) => new TextDecoder().decode(bytes)

/** chrono gets its text in NFC, without which it reads next to nothing. */
const chrono = (locale: typeof vi) => (article: Article) =>
  locale.parse(decode(article).normalize('NFC'), new Date(`${article.day}T12:00:00`)).length

/** Articles that are handed over together, as they come to the command line in a chunk of input. */
const TOGETHER = 64

const each = (run: (article: Article) => number) => (articles: readonly Article[]) =>
  articles.reduce((sum, article) => sum + run(article), 0)

/** The least that an extractor in JavaScript can do: compose, and look once at each word, number and mark. */
function floor(article: Article): number {
  const text = decode(article).normalize('NFC')
  const token = /[\p{L}\p{M}]+|\p{N}+|\S/gu
  let tokens = 0
  while (token.test(text)) tokens++
  return tokens
}

export const contenderNames = ['trichluc', 'trichluc, singly', 'chrono-node', 'floor'] as const
export type ContenderName = (typeof contenderNames)[number]

/** Loads no other contender's code. @param dist Folder of the built package. */
export async function loadContender(name: ContenderName, dist: string): Promise<Contender> {
  if (name === 'chrono-node')
    return { name, does: 'dates, `chrono.vi.parse`', run: each(chrono((await import('chrono-node')).vi)) }
  if (name === 'floor') return { name, does: 'tokens: decoding, NFC and one regular expression', run: each(floor) }
  const { extract, extractAll } = (await import(
    pathToFileURL(`${dist}/index.js`).href
  )) as typeof import('../src/index.ts')
  if (name === 'trichluc, singly') {
    const run = (article: Article) => extract(decode(article), { referenceDate: article.day }).facts.length
    return { name, does: 'facts of all kinds, `extract`', run: each(run) }
  }
  const run = (articles: readonly Article[]) => {
    let found = 0
    for (let from = 0; from < articles.length; from += TOGETHER) {
      const some = articles.slice(from, from + TOGETHER)
      const texts = some.map((article) => ({ text: decode(article), referenceDate: article.day }))
      for (const { facts } of extractAll(texts)) found += facts.length
    }
    return found
  }
  return { name, does: 'facts of all kinds, `extractAll`', run }
}
