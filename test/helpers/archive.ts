/** Archives for tests, made of our own articles; and the built `trichluc/archive`. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, inject } from 'vitest'
import type * as Archive from '../../src/archive/index.ts'
import { ownArticles } from './material.ts'

export const builtArchive = (): Promise<typeof Archive> =>
  import(pathToFileURL(join(inject('bundle'), 'archive.js')).href)

export interface Item {
  readonly id: string
  readonly text: string
  readonly publishedAt: string
}

/** So many articles with different ids and days, each as a newspaper has it: paragraphs, one a line, in NFC. */
export function items(count: number): Item[] {
  const texts = ownArticles().map((text) =>
    text
      .normalize('NFC')
      .split(/\r?\n/)
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '')
      .join('\n'),
  )
  return Array.from({ length: count }, (_, i) => ({
    id: `bài-${String(i).padStart(5, '0')}`,
    text: texts[i % texts.length] as string,
    publishedAt: new Date(Date.UTC(2023, 0, 1 + (i % 365))).toISOString().slice(0, 10),
  }))
}

export const jsonl = (list: readonly unknown[]): string => list.map((value) => `${JSON.stringify(value)}\n`).join('')

/** A folder that is removed when the tests of the file are done. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'trichluc-archive-'))
  afterAll(() => rmSync(path, { recursive: true, force: true }))
  return {
    path: (name: string) => join(path, name),
    write: (name: string, content: string | Uint8Array) => {
      writeFileSync(join(path, name), content)
      return join(path, name)
    },
    read: (name: string) => readFileSync(join(path, name), 'utf8'),
    lines: (name: string): Record<string, unknown>[] =>
      readFileSync(join(path, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
  }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** An article as a newspaper's site has it, with what stands around it there. */
export const pageOf = ({ text, publishedAt, id }: Item): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Bài báo ${escaped(id)}</title>
<meta property="article:published_time" content="${publishedAt}T08:30:00+07:00"></head>
<body><nav><a href="/">Trang chủ</a> <a href="/thoi-su">Thời sự</a></nav>
<article>${text
  .split('\n')
  .map((line) => `<p>${escaped(line)}</p>`)
  .join('\n')}</article>
<footer>Bản quyền thuộc về tòa soạn</footer></body></html>`

/** A record of WARC. */
export function warcRecord(type: string, uri: string, contentType: string, block: Uint8Array): Buffer {
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${uri}`,
    'WARC-Date: 2024-01-02T03:04:05Z',
    `Content-Type: ${contentType}`,
    `Content-Length: ${block.length}`,
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')])
}

/** What an HTTP server sent, as a record. */
export function response(uri: string, body: Uint8Array, headers: readonly string[] = [], status = '200 OK'): Buffer {
  const all = [`HTTP/1.1 ${status}`, ...headers]
  if (!headers.some((header) => /^content-type/i.test(header))) all.push('Content-Type: text/html; charset=utf-8')
  const block = Buffer.concat([Buffer.from(`${all.join('\r\n')}\r\n\r\n`), body])
  return warcRecord('response', uri, 'application/http; msgtype=response', block)
}

/** A body in chunks of so many bytes. */
export function chunked(body: Uint8Array, size: number): Buffer {
  const parts: Uint8Array[] = []
  for (let at = 0; at < body.length; at += size) {
    const chunk = body.subarray(at, at + size)
    parts.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n'))
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')])
}
