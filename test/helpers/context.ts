import type { Mention } from '../../src/facts/types.ts'
import type { Context } from '../../src/parse/context.ts'
import { lexicons } from '../../src/scan/load.ts'
import { toSource } from '../../src/text/source.ts'

/** What a kind of fact looks at in an article. */
export function contextOf(article: string, found: readonly Mention[] = []): Context {
  const { text } = toSource(article)
  const tokens = lexicons().scan(text)
  return { text, tokens, lexicons: lexicons(), starts: tokens.starts, reference: null, found, reject: () => {} }
}
