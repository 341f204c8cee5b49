/** A page of HTML as a document. */
import { decode } from '../encodings/index.ts'
import type { readHtml } from '../html/index.ts'
import type { Reading } from './documents.ts'
import { type Place, placeOf } from './pieces.ts'
import { described } from './text.ts'

let reader: typeof readHtml | undefined

/** Loads what reads pages, before the first one: archives without pages do without. */
export async function loadPages(): Promise<void> {
  reader ??= (await import('../html/index.ts')).readHtml
}

/** @param declared The charset that a server said. */
export function readPage(
  place: Place & { readonly bytes: Uint8Array },
  id: string,
  url: string | undefined,
  declared: string | undefined,
): Reading {
  if (!reader) throw new Error('loadPages comes before readPage')
  const charset = declared ?? charsetOf(place.bytes)
  const decoded = decode(place.bytes, charset === undefined ? {} : { declared: charset })
  const { encoding, diagnostics } = described(decoded)
  // Pages that are in no encoding of Vietnamese may be in one of another language.
  const page = decoded.encoding === null ? reader(place.bytes, url, declared) : reader(decoded.text, url)
  const day = page.publishedAt?.slice(0, 10)
  return {
    place: placeOf(place),
    id,
    text: page.text,
    title: page.title,
    referenceDate: day,
    referenceBasis: day === undefined ? undefined : (page.publishedBasis ?? undefined),
    encoding,
    diagnostics: [...(decoded.encoding === null ? [] : diagnostics), ...page.diagnostics],
  }
}

/** What a page says of its charset; it has to stand in the first kilobytes. */
function charsetOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
}
