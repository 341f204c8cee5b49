/** Normalisation alone, without grammars and lexicons: `trichluc/normalize`. */
import { checkedText } from '../text/checked.ts'
import { type ComposeNfc, type SourceText, toSource } from '../text/source.ts'
import { foldKey as fold } from '../text/vietnamese.ts'

export type { ComposeNfc, OffsetMap, SourceText } from '../text/source.ts'

/**
 * The normalised text of an article, with the map of its offsets back to the article: NFC, folded spaces, dashes and quotes, Đ for
 * Ð, no invisible characters, character references read, glued words apart. Line ends and everything else stay.
 * @param article Any string, in any Unicode form; lone surrogates are let through.
 * @param nfc Composes to NFC, for engines without `String.prototype.normalize`: `unorm.nfc` is one.
 * @returns The text and its map. All offsets are UTF-16 code units, and spans are half-open: the text's [start, end) is
 *   [map.start(start), map.end(end)) of the article.
 * @throws TypeError for an article that is no string.
 */
export function normalize(article: string, nfc?: ComposeNfc): SourceText {
  const { original, text, map } = toSource(checkedText(article), nfc)
  return { original, text, map }
}

/**
 * A key under which the spellings of one word or name meet: lower case, NFC, the tone as a digit behind its syllable (hoà and hòa
 * are both "hoa1"), i for a lone y (kỹ, kĩ), single spaces. For comparing and for indexes, never for showing; keep the package's version
 * beside stored keys, as a minor version may make others.
 * @param text A word, a name, a title: any string in any Unicode form.
 * @throws TypeError for a text that is no string.
 */
export function foldKey(text: string): string {
  return fold(checkedText(text, 'the text'))
}
