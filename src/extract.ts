import { type ExtractOptions, settings } from './options.ts'
import type { Extraction } from './output/extraction.ts'
import { run } from './pipeline.ts'
import { type ComposeNfc, type SourceText, toSource } from './text/source.ts'

/**
 * The facts of an article. Synchronous and pure: the same article and options give the same result, whatever the time, place and
 * locale. Never throws for what an article holds.
 * @param article The article's text, in any Unicode normalisation form.
 * @throws OptionError for a wrong option; TypeError for an article that is no string.
 */
export function extract(article: string, options?: ExtractOptions): Extraction {
  return run(checked(article), settings(options)).extraction
}

/**
 * The normalised text of an article, with the map of its offsets back to the article: NFC, folded spaces, dashes and quotes, Đ for
 * Ð, no invisible characters, character references read, glued words apart.
 */
export function normalize(article: string, nfc?: ComposeNfc): SourceText {
  return toSource(checked(article), nfc)
}

export function checked(article: string): string {
  if (typeof article !== 'string')
    throw new TypeError(`trichluc: the article must be a string, got ${article === null ? 'null' : typeof article}`)
  return article
}
