/** Who is measured side by side. Each begins from the bytes of an article and decodes them itself. */
import { pathToFileURL } from 'node:url'
import type { vi } from 'chrono-node'
import type { Article } from './articles.ts'

export interface Contender {
  readonly name: string
  /** What it does with an article, and what it counts, in words. */
  readonly does: string
  /** @returns How many things it found: proof that it did the work. */
  readonly run: (article: Article) => number
}

const decode = ({ bytes }: Article) => new TextDecoder().decode(bytes)

/** chrono gets its text in NFC, without which it reads next to nothing. */
const chrono = (locale: typeof vi) => (article: Article) =>
  locale.parse(decode(article).normalize('NFC'), new Date(`${article.day}T12:00:00`)).length

/** The least that an extractor in JavaScript can do: compose, and look once at each word, number and mark. */
function floor(article: Article): number {
  const text = decode(article).normalize('NFC')
  const token = /[\p{L}\p{M}]+|\p{N}+|\S/gu
  let tokens = 0
  while (token.test(text)) tokens++
  return tokens
}

export const contenderNames = ['trichluc', 'chrono-node', 'floor'] as const
export type ContenderName = (typeof contenderNames)[number]

/** Loads no other contender's code. @param dist Folder of the built package. */
export async function loadContender(name: ContenderName, dist: string): Promise<Contender> {
  if (name === 'chrono-node')
    return { name, does: 'dates, `chrono.vi.parse`', run: chrono((await import('chrono-node')).vi) }
  if (name === 'floor') return { name, does: 'tokens: decoding, NFC and one regular expression', run: floor }
  const { extract } = (await import(pathToFileURL(`${dist}/index.js`).href)) as typeof import('../src/index.ts')
  const run = (article: Article) => extract(decode(article), { referenceDate: article.day }).facts.length
  return { name, does: 'facts of all kinds, as built', run }
}
