/** The articles that are measured: those of the shared folder where it lies beside the project, else our own, over and over. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface Article {
  /** The text in UTF-8, as it comes from a file or the network: decoding it is part of the work. */
  readonly bytes: Uint8Array
  /** The reference date, YYYY-MM-DD. */
  readonly day: string
}

export interface Articles {
  /** Where they are from, in words. */
  readonly source: string
  readonly list: readonly Article[]
  /** Bytes of UTF-8 of all texts. */
  readonly bytes: number
}

const root = fileURLToPath(new URL('..', import.meta.url))
const BULK = `${root}../shared/corpus/bulk.jsonl`
const OWN = `${root}fixtures/articles`
/** Bytes to which our own articles are repeated. */
const REPEATED = 1e7
/** chrono-node cannot do without a reference date, so an article without a day gets this one, for all contenders alike. */
const NO_DAY = '2024-01-01'

/** @param quick Our own articles, once each: to see that the bench works, not to measure. */
export function loadArticles(quick = false): Articles {
  if (quick) return articles('own articles', ownArticles())
  if (existsSync(BULK)) return articles('newspaper articles', bulkArticles())
  const own = ownArticles()
  const times = Math.ceil(REPEATED / articles('', own).bytes)
  return articles(`own articles, each ${times} times`, Array.from({ length: times }, () => own).flat())
}

const articles = (source: string, list: readonly Article[]): Articles => ({
  source,
  list,
  bytes: list.reduce((sum, { bytes }) => sum + bytes.length, 0),
})

function bulkArticles(): Article[] {
  const lines = readFileSync(BULK, 'utf8').split('\n')
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const { text, publishedAt } = JSON.parse(line) as { readonly text: string; readonly publishedAt?: string | null }
      return { bytes: Buffer.from(text), day: publishedAt?.slice(0, 10) ?? NO_DAY }
    })
}

function ownArticles(): Article[] {
  const names = readdirSync(OWN).filter((name) => name.endsWith('.txt'))
  return names.sort().map((name) => {
    const gold = readFileSync(`${OWN}/${name.replace('.txt', '.gold.json')}`, 'utf8')
    const { reference } = JSON.parse(gold) as { readonly reference?: string | null }
    return { bytes: readFileSync(`${OWN}/${name}`), day: reference ?? NO_DAY }
  })
}
