import type { Context } from '../parse/context.ts'
import type { FactType, Mention } from './types.ts'

/** A kind of fact: what the registry needs to know of it. Lists, docs and options are derived from the registry. */
export interface FactKind<T extends FactType = FactType> {
  readonly type: T
  /** One line for people. */
  readonly summary: string
  /** Kinds whose mentions it builds on; they come earlier in the registry. */
  readonly needs: readonly FactType[]
  /** Finds the mentions of an article, in the order of the text. */
  find(context: Context): Mention<T>[]
}
