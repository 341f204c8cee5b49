/** Correct text must stay as it is, however short. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { convert, decode, encode, encodingNames } from '../../src/encodings/index.ts'
import { exampleSentences, ownArticles } from '../helpers/material.ts'
import { shared } from '../helpers/paths.ts'
import { foreign } from './material.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

/** The texts among some that do not stay, or of which something is said. */
const changed = (texts: readonly string[]) =>
  texts.filter((text) => {
    const plain = text.replace(/^\ufeff/, '')
    const read = decode(utf8(text))
    const marks = convert(text.normalize('NFD'))
    return (
      read.text !== plain || read.converted || marks.converted || read.diagnostics.length + marks.diagnostics.length > 0
    )
  })

/** Headlines: the first twenty characters of each line, each line, and the first words. */
const headlines = (text: string) =>
  text.split('\n').flatMap((line) => [line.slice(0, 20), line, line.split(' ').slice(0, 2).join(' ')])

describe('correct text stays', () => {
  it('our own articles, and their headlines', () => {
    expect(changed(ownArticles())).toEqual([])
    expect(changed(ownArticles().flatMap(headlines))).toEqual([])
  })

  it('the sentences beside the grammars', () => {
    expect(changed(exampleSentences().map(({ text }) => text))).toEqual([])
  })

  it('other languages, code, numbers', () => {
    expect(changed(foreign)).toEqual([])
    expect(changed(foreign.flatMap(headlines))).toEqual([])
  })

  it('other languages in windows-1252 are no Vietnamese', () => {
    for (const text of foreign.filter((sentence) => /^[\0-\xff]+$/.test(sentence) && /[\x80-\xff]/.test(sentence))) {
      const bytes = Uint8Array.from([...text].map((character) => character.charCodeAt(0)))
      expect(decode(bytes), text).toMatchObject({ text, encoding: null, converted: false })
    }
  })
})

const bulk = shared('corpus/bulk.jsonl')

describe.skipIf(!bulk)('3,000 articles', () => {
  const articles = bulk
    ? readFileSync(bulk, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).text as string)
    : []

  it('stay as they are, whole and by their headlines', () => {
    expect(articles.length).toBe(3000)
    expect(changed(articles)).toEqual([])
    expect(changed(articles.flatMap((article) => headlines(article).slice(0, 6)))).toEqual([])
  })

  it.each(encodingNames)('are read back from %s', (encoding) => {
    // The 3,000 take minutes in all encodings; every sixth shows the same.
    const some = articles.filter((_, i) => i % 6 === 0)
    const wrong = some.filter((article) => {
      const { bytes, text } = encode(article, encoding)
      return decode(bytes).text !== text
    })
    // A lone capital of TCVN 5712 is a quote or a sign in TCVN3; then the document says so.
    const unsaid = wrong.filter((article) => decode(encode(article, encoding).bytes).diagnostics.length === 0)
    expect(wrong.length).toBeLessThanOrEqual(encoding === 'tcvn5712' ? some.length * 0.03 : 0)
    expect(unsaid.length).toBeLessThanOrEqual(encoding === 'tcvn5712' ? some.length * 0.005 : 0)
  })
})
