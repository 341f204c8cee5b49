/** What hostile texts are made of: the terms of the lexicons, the sentences beside the grammars, our own articles. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { rowsOf } from '../../src/scan/lexicon.ts'
import { parseExamples } from './examples.ts'
import { articles, root } from './paths.ts'

export interface Term {
  readonly lexicon: string
  readonly class: string
  readonly term: string
  readonly value: string
}

const LEXICONS = `${root}grammars/lexicons`
const lexiconFiles = () =>
  readdirSync(LEXICONS)
    .filter((file) => file.endsWith('.tsv') && file !== 'confidence.tsv')
    .sort()

/** All terms of a lexicon's file. */
export const termsOf = (file: string): Term[] =>
  rowsOf(readFileSync(`${LEXICONS}/${file}`, 'utf8'), file).map((entry) => ({
    lexicon: file.replace('.tsv', ''),
    class: entry.class,
    term: entry.term,
    value: entry.value,
  }))

/** Of every class of every lexicon its first term and the one with the most words. */
export function termsByClass(): Term[] {
  return lexiconFiles().flatMap((file) => {
    const chosen = new Map<string, { first: Term; longest: Term }>()
    for (const term of termsOf(file)) {
      const known = chosen.get(term.class)
      if (!known) chosen.set(term.class, { first: term, longest: term })
      else if (words(term.term) > words(known.longest.term)) known.longest = term
    }
    return [...chosen.values()].flatMap(({ first, longest }) => (first === longest ? [first] : [first, longest]))
  })
}
const words = (text: string) => text.split(' ').length

export interface ExampleSentence {
  /** Folder of the grammar and line of its examples: "date:12". */
  readonly name: string
  readonly text: string
}

/** The sentences of grammars/<kind>/examples.vi.txt, without their marks. */
export function exampleSentences(): ExampleSentence[] {
  const folders = readdirSync(`${root}grammars`).filter((name) => existsSync(`${root}grammars/${name}/examples.vi.txt`))
  return folders.sort().flatMap((folder) =>
    parseExamples(readFileSync(`${root}grammars/${folder}/examples.vi.txt`, 'utf8')).map(({ line, pieces }) => ({
      name: `${folder}:${line}`,
      text: pieces.map((piece) => piece.text).join(''),
    })),
  )
}

/** The texts of fixtures/articles. */
export const ownArticles = (): string[] =>
  readdirSync(articles)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readFileSync(`${articles}/${file}`, 'utf8'))
