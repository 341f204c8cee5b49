/** A record of WARC as a document: the page or text that a server sent. */
import type { Reading } from './documents.ts'
import type { ReadSettings } from './fields.ts'
import { bodyOf, HttpProblem, headOf } from './http.ts'
import { failure, placeOf, type RawDocument } from './pieces.ts'
import { readPage } from './read-page.ts'
import { textOf } from './text.ts'

const HTML = /^(?:text\/html|application\/xhtml\+xml)$/

/** Skipped are records that hold no article: other types, other answers than 200. */
export function readWarc(piece: RawDocument, { mostBytes }: ReadSettings): Reading {
  const record = headOf(piece.bytes)
  if (!record) return failure(piece, null, 'bad-warc', 'a WARC record without the end of its header')
  const { fields } = record
  const url = fields.get('warc-target-uri')?.replace(/^<|>$/g, '')
  const id = url ?? fields.get('warc-record-id') ?? `${piece.source}@${piece.byte}`
  const block = piece.bytes.subarray(record.length)
  let [type, body] = [typeOf(fields.get('content-type')), block]
  if (type.name === 'application/http') {
    const answer = headOf(block)
    const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(answer?.first ?? '')?.[1]
    if (!answer || status === undefined)
      return failure(piece, id, 'bad-http', 'the record says that it is an HTTP answer, and is none')
    if (status !== '200') return { skipped: `HTTP status ${status}` }
    type = typeOf(answer.fields.get('content-type'))
    if (!isText(type.name)) return { skipped: `content type ${type.name}` }
    try {
      body = bodyOf(block.subarray(answer.length), answer.fields, mostBytes)
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error
      return failure(piece, id, 'bad-http', error.message)
    }
  } else if (!isText(type.name)) return { skipped: `content type ${type.name}` }
  const content = { ...placeOf(piece), bytes: body }
  if (HTML.test(type.name)) return readPage(content, id, url, type.charset)
  return { place: placeOf(piece), id, referenceDate: undefined, ...textOf(body, type.charset) }
}

const isText = (name: string) => HTML.test(name) || name === 'text/plain'

function typeOf(header: string | undefined): { readonly name: string; readonly charset: string | undefined } {
  const [name = '', ...parameters] = (header ?? '').split(';')
  const charset = parameters.map((parameter) => /^\s*charset\s*=\s*["']?([\w-]+)/i.exec(parameter)?.[1]).find(Boolean)
  return { name: name.trim().toLowerCase() || 'unknown', charset }
}
