import type { Mention } from '../../src/facts/types.ts'
import type { Context } from '../../src/parse/context.ts'
import { lexicons } from '../../src/scan/load.ts'
import { scan } from '../../src/scan/scanner.ts'
import { toSource } from '../../src/text/source.ts'

/** What a kind of fact looks at in an article. */
export function contextOf(article: string, found: readonly Mention[] = []): Context {
  const { text } = toSource(article)
  const tokens = scan(text, lexicons().symbols)
  const starts = lexicons().starts(tokens)
  return { text, tokens, lexicons: lexicons(), starts, reference: null, found, reject: () => {} }
}
