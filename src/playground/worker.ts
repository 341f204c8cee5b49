/** The library in a worker, so that typing never waits for it. */
import { type ExplainedArticle, type ExtractOptions, explainAll, extract } from '../index.ts'
import { compareForms, type Same } from './same.ts'
import { scramble } from './scramble.ts'

export interface Request {
  readonly id: number
  readonly text: string
  readonly options: ExtractOptions
  /** Changes after which the facts should be the same. */
  readonly scrambled?: readonly string[] | undefined
}

export type Answer = { readonly id: number } & (
  | {
      readonly article: ExplainedArticle
      /** Milliseconds that the extraction took. */
      readonly took: number
      readonly forms?: Forms | undefined
    }
  | { readonly error: string }
)

/** What became of the text, and of its facts. */
export interface Forms {
  readonly text: string
  readonly same: Same
  readonly facts: ExplainedArticle['extraction']['facts']
}

/** The worker's side of the global object, of which the compiler knows the window's. */
interface Port {
  postMessage(answer: Answer): void
  addEventListener(type: 'message', listener: (event: { readonly data: Request }) => void): void
}
declare const self: Port & { readonly performance: { now(): number } }

self.addEventListener('message', ({ data }) => {
  const { id, text, options, scrambled } = data
  try {
    const from = self.performance.now()
    const article = explainAll(text, options)
    const took = self.performance.now() - from
    self.postMessage({ id, article, took, forms: scrambled && formsOf(text, options, scrambled, article) })
  } catch (error) {
    self.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})

function formsOf(
  text: string,
  options: ExtractOptions,
  names: readonly string[],
  { extraction }: ExplainedArticle,
): Forms {
  const other = scramble(text, names)
  const { facts } = extract(other, options)
  return { text: other, facts, same: compareForms(extraction.facts, facts, other) }
}
