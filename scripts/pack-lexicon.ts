/** Lexicons as they are shipped: without remarks and sources, packed as src/scan/packed.ts reads them. Zipped, 30 kB instead of 47. */
import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'
import { MOST_SHARED, swapLetters } from '../src/scan/packed.ts'

/**
 * @param tsv A lexicon with the columns term, class, value, source.
 * @returns Rows that `rowsOf` in src/scan/lexicon.ts reads as the same entries; those of one term keep their order.
 */
export function packLexicon(tsv: string): string {
  const groups: { readonly class: string; readonly value: string; readonly terms: string[] }[] = []
  const places = new Map<string, number>()
  /** The last group that has a term: an entry of the term that stands further down must not come before it. */
  const latest = new Map<string, number>()
  for (const line of tsv.split('\n')) {
    const row = line.trimEnd()
    if (row === '' || row.startsWith('#') || row.startsWith('term\t')) continue
    const [term = '', kind = '', value = ''] = row.split('\t')
    const key = `${kind}\t${value}`
    let place = places.get(key)
    if (place === undefined || place < (latest.get(term) ?? 0)) {
      place = groups.push({ class: kind, value, terms: [] }) - 1
      places.set(key, place)
    }
    groups[place]?.terms.push(term)
    latest.set(term, place)
  }
  let previous = ''
  return groups
    .map(({ class: kind, value, terms }) => {
      const row = [frontCoded(terms), kind === previous ? '' : kind, value].join('\t').trimEnd()
      previous = kind
      return swapLetters(row)
    })
    .join('\n')
}

/** Terms in alphabetical order, each as how many words it shares with the one before (a code unit, one more than that) and the rest. */
function frontCoded(terms: readonly string[]): string {
  let previous: readonly string[] = []
  return [...terms]
    .sort()
    .map((term) => {
      const words = term.split(' ')
      let shared = 0
      while (shared < MOST_SHARED && shared < words.length - 1 && words[shared] === previous[shared]) shared++
      previous = words
      return String.fromCharCode(shared + 1) + words.slice(shared).join(' ')
    })
    .join('')
}

/** Packs lexicons that are bundled. */
export const packedLexicons: Plugin = {
  name: 'packed-lexicons',
  setup({ onLoad }) {
    onLoad({ filter: /grammars[\\/]lexicons[\\/].*\.tsv$/ }, ({ path }) => {
      const tsv = readFileSync(path, 'utf8')
      return { contents: tsv.startsWith('term\t') ? packLexicon(tsv) : tsv.replace(/^#.*\n/gm, ''), loader: 'text' }
    })
  },
}
