/** Annotated articles on disk: NAME.txt with NAME.gold.json beside it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extract } from '../index.ts'
import type { Item } from './match.ts'
import type { ScoredArticle } from './score.ts'

export interface GoldArticle {
  readonly name: string
  /** The file as it stands, a byte-order mark included. */
  readonly text: string
  /** ISO date that is handed to the extractor, or null. */
  readonly reference: string | null
  readonly gold: readonly Item[]
}

const SUFFIX = '.gold.json'

/** @throws Error that names the file which is missing or wrong. */
export function readCorpus(dir: string): GoldArticle[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith(SUFFIX))
    .sort()
    .map((file) => {
      const name = file.slice(0, -SUFFIX.length)
      return { name, text: readFileSync(join(dir, `${name}.txt`), 'utf8'), ...readGold(join(dir, file)) }
    })
}

/** The gold facts of an article, with its reference date. @throws Error that names the file which is missing or wrong. */
export function readGold(path: string): { readonly reference: string | null; readonly gold: readonly Item[] } {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`)
  }
  const { reference = null, facts } = json as { readonly reference?: string | null; readonly facts?: readonly Item[] }
  if (!Array.isArray(facts)) throw new Error(`${path}: expected a list "facts"`)
  return { reference, gold: facts }
}

/** What the library finds in an annotated article. */
export function predict({ name, text, reference, gold }: GoldArticle): ScoredArticle {
  const { facts } = extract(text, { referenceDate: reference ?? undefined })
  return { name, text, gold, predicted: facts as readonly unknown[] as readonly Item[] }
}
