/** What becomes of each of many articles that came from outside: its facts, or what is wrong with it. One never costs another its facts. */
import { type Extraction, type ExtractOptions, extractAll, OptionError } from '../index.ts'
import { type ArticleLine, BadLine, type LineError, readArticle } from '../jsonl/article.ts'

/** Why there are no facts. Codes are short and stable. */
export interface Failure {
  readonly code: LineError['code'] | 'extraction-failed'
  readonly message: string
}

export type Outcome =
  | { readonly id: string | number; readonly extraction: Extraction }
  | { readonly id: string | number | null; readonly error: Failure }

/**
 * @param values Each an article as JSON has it: `{id, text, publishedAt?}`.
 * @returns An outcome for each, in order.
 * @throws OptionError for a wrong option.
 */
export function outcomesOf(values: readonly unknown[], options?: ExtractOptions): Outcome[] {
  const articles = values.map((value, i) => readArticle(value, i + 1))
  const good = articles.filter((article): article is ArticleLine => !(article instanceof BadLine))
  const extractions = together(good, options) ?? good.map((article) => alone(article, options))
  let next = 0
  return articles.map((article) => {
    if (article instanceof BadLine) {
      const { code, message } = article.error
      return { id: article.id, error: { code, message } }
    }
    const result = extractions[next++] as Extraction | Failure
    return 'code' in result ? { id: article.id, error: result } : { id: article.id, extraction: result }
  })
}

/** Undefined where one of them makes it fail: `nfc` is a function of the caller's, and no code is without faults. */
function together(articles: readonly ArticleLine[], options?: ExtractOptions): Extraction[] | undefined {
  try {
    return extractAll(articles, options)
  } catch (error) {
    if (error instanceof OptionError) throw error
    return undefined
  }
}

function alone(article: ArticleLine, options?: ExtractOptions): Extraction | Failure {
  try {
    return extractAll([article], options)[0] as Extraction
  } catch (error) {
    return { code: 'extraction-failed', message: error instanceof Error ? error.message : String(error) }
  }
}

/** The line of JSON Lines that the filter writes for such an article. */
export const lineOf = ({ id, extraction }: { readonly id: string | number; readonly extraction: Extraction }) =>
  JSON.stringify({ id, ...extraction })
