/** One archive in each form in which people have them: the same facts. */
import { mkdirSync, writeFileSync } from 'node:fs'
import zlib from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/archive/index.ts'
import { type EncodingName, encode, encodingNames } from '../../src/encodings/index.ts'
import { extract } from '../../src/index.ts'
import { builtArchive, chunked, folder, items, jsonl, pageOf, response, warcRecord } from '../helpers/archive.ts'

const list = items(50)
const at = folder()

interface Line {
  readonly id: string
  readonly reference: { readonly date: string; readonly basis: string } | null
  readonly facts: readonly Readonly<Record<string, unknown>>[]
}

let runs = 0
async function factsOf(inputs: readonly string[], more: object = {}) {
  const { batch } = await builtArchive()
  const out = at.path(`out-${runs++}.jsonl`)
  const summary = await batch({ inputs, out, jobs: 2, ...more })
  const name = out.slice(out.lastIndexOf('/') + 1)
  return { summary, lines: at.lines(name) as unknown as Line[], errors: at.lines(`${name}.errors.jsonl`) }
}

/** Of the plain JSON Lines. */
let plain: readonly Line[] | undefined
const wanted = async () => (plain ??= (await factsOf([at.write('archive.jsonl', jsonl(list))])).lines)

describe('compressed', () => {
  // Node 20 reads zstd by fzstd and cannot write it: a frame with a raw block is written by hand.
  const forms: readonly [string, (bytes: Buffer) => Buffer][] = [
    ['gz', (bytes) => zlib.gzipSync(bytes)],
    ['gz', (bytes) => Buffer.concat([zlib.gzipSync(bytes.subarray(0, 70_000)), zlib.gzipSync(bytes.subarray(70_000))])],
    ['br', (bytes) => zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 3 } })],
    ['zst', rawZstd],
  ]
  it.each(forms)('.%s', async (ending, compress) => {
    const file = at.write(`archive.jsonl.${ending}`, compress(Buffer.from(jsonl(list))))
    const { summary, lines, errors } = await factsOf([file])
    expect(errors).toEqual([])
    expect(summary).toMatchObject({ status: 'done', documents: list.length, failed: 0 })
    expect(lines).toEqual(await wanted())
  })
})

describe('other forms', () => {
  it('a folder of text files, with the path as id', async () => {
    mkdirSync(at.path('texts/1'), { recursive: true })
    for (const [i, { id, text }] of list.entries()) writeFileSync(at.path(`texts/${i % 2 ? '1/' : ''}${id}.txt`), text)
    const { lines, summary } = await factsOf([at.path('texts')], { extract: { referenceDate: '2023-05-05' } })
    const same = at.write('same-day.jsonl', jsonl(list.map((item) => ({ ...item, publishedAt: '2023-05-05' }))))
    const byId = new Map((await factsOf([same])).lines.map((line) => [line.id, line.facts]))
    expect(summary.documents).toBe(list.length)
    expect(lines.map(({ id }) => id)).toEqual(lines.map(({ id }) => id).sort())
    for (const { id, facts } of lines)
      expect(facts).toEqual(byId.get((id.split('/').pop() as string).replace('.txt', '')))
  })

  it('CSV, with quotes, line ends inside of them, and named columns', async () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
    const rows = list.map(({ id, text, publishedAt }) => `${id};${publishedAt};${cell(text)}`)
    const file = at.write('archive.csv', `mã;ngày;nội dung\r\n${rows.join('\r\n')}\r\n`)
    const fields = { id: 'mã', date: 'ngày', text: 'nội dung' }
    const { lines, errors } = await factsOf([file], { fields, delimiter: ';' })
    expect(errors).toEqual([])
    expect(lines).toEqual(await wanted())
  })

  it('JSON Lines with other names of properties', async () => {
    const named = list.map(({ id, text, publishedAt }) => ({ mã: id, ngày: publishedAt, bài: text }))
    const fields = { id: 'mã', date: 'ngày', text: 'bài' }
    const { lines } = await factsOf([at.write('named.jsonl', jsonl(named))], { fields })
    expect(lines).toEqual(await wanted())
  })

  it('pages of HTML, and one WARC of them: chunked, compressed, among other records', async () => {
    mkdirSync(at.path('pages'))
    for (const item of list) writeFileSync(at.path(`pages/${item.id}.html`), pageOf(item))
    const records = list.flatMap((item, i) => {
      const page = Buffer.from(pageOf(item))
      const uri = `https://báo.example/${item.id}`
      const request = warcRecord(
        'request',
        uri,
        'application/http; msgtype=request',
        Buffer.from('GET / HTTP/1.1\r\n\r\n'),
      )
      switch (i % 4) {
        case 0:
          return [request, response(uri, page)]
        case 1:
          return [response(uri, chunked(page, 999), ['Transfer-Encoding: chunked'])]
        case 2:
          return [
            response(uri, chunked(zlib.gzipSync(page), 500), ['Transfer-Encoding: chunked', 'Content-Encoding: gzip']),
          ]
        default:
          return [response(uri, zlib.brotliCompressSync(page), ['Content-Encoding: br'])]
      }
    })
    const picture = response('https://báo.example/ảnh', Buffer.from([0xff, 0xd8, 0xff]), ['Content-Type: image/jpeg'])
    const gone = response('https://báo.example/mất', Buffer.from('gone'), [], '404 Not Found')
    const members = [...records, picture, gone].map((record) => zlib.gzipSync(record))
    const warc = at.write('archive.warc.gz', Buffer.concat(members))

    const pages = await factsOf([at.path('pages')])
    const fromWarc = await factsOf([warc])
    expect(fromWarc.errors).toEqual([])
    expect(fromWarc.summary.counts.skipped).toEqual({ 'content type image/jpeg': 1, 'HTTP status 404': 1 })
    expect(fromWarc.lines.map(({ facts }) => facts)).toEqual(pages.lines.map(({ facts }) => facts))
    expect(fromWarc.lines.map(({ id }) => id)).toEqual(list.map(({ id }) => `https://báo.example/${id}`))
    // Offsets are of the page's text; all else is what the texts themselves give.
    const without = (lines: readonly Line[]) =>
      lines.map(({ facts }) => facts.map(({ start, end, mentions, inferred, ...rest }) => rest))
    expect(without(pages.lines)).toEqual(without(await wanted()))
    expect(pages.lines[0]?.reference?.date).toBe(list[0]?.publishedAt)
    expect(pages.lines[0]?.reference?.basis).not.toBe('given by the caller')
  })

  it.each<[Form, string, string]>([
    ['text', 'Họp tại 64 điểm cầu.', '-'],
    ['jsonl', '{"id":1,"text":"Họp tại 64 điểm cầu."}', '1'],
  ])('a file whose name says nothing, as %s', async (inputForm, content, id) => {
    const file = at.write(`nameless-${inputForm}`, content)
    const { lines } = await factsOf([file], { inputForm })
    expect(lines).toMatchObject([{ facts: [{ type: 'bridgePoints', count: 64 }] }])
    expect(String(lines[0]?.id)).toBe(id === '-' ? file : id)
  })
})

it('text files in every encoding: the facts of the text that the encoding can hold, and which it was', async () => {
  const texts = new Map<string, { text: string; encoding: EncodingName }>()
  for (const encoding of encodingNames)
    for (const [i, { text: article }] of list.slice(0, 14).entries()) {
      const { bytes, text } = encode(article, encoding)
      const name = `encodings/${encoding}/${i}.txt`
      mkdirSync(at.path(`encodings/${encoding}`), { recursive: true })
      writeFileSync(at.path(name), bytes)
      texts.set(at.path(name), { text, encoding })
    }
  const textOut = at.path('encoded-texts.jsonl')
  const options = { referenceDate: '2023-05-05' }
  const { lines, summary, errors } = await factsOf([at.path('encodings')], { extract: options, textOut })
  expect(errors).toEqual([])
  expect(summary.documents).toBe(texts.size)
  for (const { id, text, encoding: said } of at.lines('encoded-texts.jsonl')) {
    const { text: wanted, encoding } = texts.get(String(id)) as { text: string; encoding: EncodingName }
    expect(text, String(id)).toBe(wanted)
    // Without the capitals that are theirs alone the two TCVN are one.
    expect(said ?? 'utf-8', String(id)).toMatch(
      encoding === 'tcvn5712' ? /^tcvn/ : new RegExp(`^${SAID.get(encoding) ?? encoding}$`),
    )
  }
  for (const { id, facts } of lines) expect(facts, id).toEqual(extract(texts.get(id)?.text as string, options).facts)
})

/** Doubly encoded UTF-8 is undone in two steps. */
const SAID = new Map([['double-utf-8', '.*utf-8.*']])

it('texts are written along, with what offsets are of', async () => {
  const { summary, lines } = await factsOf([at.path('pages')], { textOut: at.path('texts.jsonl') })
  const texts = at.lines('texts.jsonl') as unknown as { id: string; text: string; publishedAt: string }[]
  expect(texts).toHaveLength(summary.documents)
  for (const [i, { id, facts }] of lines.entries()) {
    expect(texts[i]?.id).toBe(id)
    for (const fact of facts)
      expect(texts[i]?.text.slice(fact['start'] as number, fact['end'] as number)).toBe(fact['text'])
  }
  expect(texts.map(({ publishedAt }) => publishedAt)).toEqual(list.map(({ publishedAt }) => publishedAt))
})

/** Frames of zstd whose blocks are not compressed. */
function rawZstd(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let from = 0; from < bytes.length; from += 300_000) {
    // A window of a megabyte, no size, no checksum.
    parts.push(Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x50]))
    const frame = bytes.subarray(from, from + 300_000)
    for (let at = 0; at < frame.length; at += 100_000) {
      const block = frame.subarray(at, at + 100_000)
      const head = (block.length << 3) | (at + 100_000 >= frame.length ? 1 : 0)
      parts.push(Buffer.from([head & 255, (head >> 8) & 255, head >> 16]), block)
    }
  }
  return Buffer.concat(parts)
}
