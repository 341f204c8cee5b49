/** Every endpoint of the running service, with what it is meant for. */
import { describe, expect, it } from 'vitest'
import { extract, factTypes, normalize } from '../../src/index.ts'
import type { NormalizeAnswer } from '../../src/service/answers.ts'
import { jsonLines } from '../helpers/cli.ts'
import { schemaProblems } from '../helpers/schema.ts'
import { post, postLines, start } from '../helpers/service.ts'

const TEXT = 'Sáng 4/12, hội nghị họp tại 64 điểm cầu. Các xã báo cáo trước ngày 15/12.'
const { url } = await start({ workers: 2 })
const plain = (value: unknown) => JSON.parse(JSON.stringify(value))

describe('POST /v1/extract', () => {
  it('gives what the library gives', async () => {
    const answer = await post(`${url}/v1/extract`, { text: TEXT, publishedAt: '2023-12-05T08:30:00+07:00' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    const extraction = (await answer.json()) as { offsets: string }
    expect(extraction).toEqual(plain(extract(TEXT, { referenceDate: '2023-12-05' })))
    expect(schemaProblems(extraction)).toEqual([])
  })

  it('takes the options of the library and states the unit of its offsets', async () => {
    const options = { referenceDate: '2023-12-05', types: ['bridgePoints'], offsets: 'utf8' } as const
    const answer = await post(`${url}/v1/extract`, { text: `😀 ${TEXT}`, options })
    const extraction = (await answer.json()) as { offsets: string }
    expect(extraction).toEqual(plain(extract(`😀 ${TEXT}`, options)))
    expect(extraction.offsets).toBe('utf8')
  })

  it('gives the id back as it is, and takes publishedAt before the reference date of the options', async () => {
    for (const id of ['a1', '', 0, -1.5]) {
      const answer = await post(`${url}/v1/extract`, {
        id,
        text: TEXT,
        publishedAt: '2020-12-05',
        options: { referenceDate: '2023-12-05' },
      })
      expect(await answer.json()).toMatchObject({ id, reference: { date: '2020-12-05' } })
    }
  })

  it('takes any text: empty, with lone surrogates, in NFD, with a byte-order mark before the body', async () => {
    for (const text of ['', '\ud800', '\0', TEXT.normalize('NFD')]) {
      const answer = await post(`${url}/v1/extract`, { text })
      expect(await answer.json()).toEqual(plain(extract(text)))
    }
    const marked = await post(`${url}/v1/extract`, `\ufeff${JSON.stringify({ text: TEXT })}`)
    expect(await marked.json()).toEqual(plain(extract(TEXT)))
  })

  it('takes a last day of February of the years that Date takes for others', async () => {
    const answer = await post(`${url}/v1/extract`, { text: TEXT, publishedAt: '0000-02-29' })
    expect(await answer.json()).toMatchObject({ reference: { date: '0000-02-29' } })
  })
})

describe('POST /v1/extract:batch', () => {
  it('gives a result or an error for each, in order', async () => {
    const articles = [
      { id: 'a', text: TEXT },
      7,
      { id: 3, text: 5 },
      { text: TEXT, publishedAt: '2023-12-05', url: 'x' },
      null,
    ]
    const answer = await post(`${url}/v1/extract:batch`, { articles, options: { offsets: 'codepoint' } })
    expect(answer.status).toBe(200)
    const options = { offsets: 'codepoint' } as const
    expect(await answer.json()).toEqual({
      schemaVersion: '1.0',
      offsets: 'codepoint',
      results: [
        { id: 'a', status: 200, ...plain(extract(TEXT, options)) },
        {
          id: null,
          status: 400,
          error: { code: 'bad-item', index: 1, message: 'expected an object with text, got a number' },
        },
        { id: 3, status: 400, error: { code: 'bad-text', index: 2, message: 'text: expected a string, got a number' } },
        { id: null, status: 200, ...plain(extract(TEXT, { ...options, referenceDate: '2023-12-05' })) },
        {
          id: null,
          status: 400,
          error: { code: 'bad-item', index: 4, message: 'expected an object with text, got null' },
        },
      ],
    })
  })

  it('of nothing gives nothing', async () => {
    const answer = await post(`${url}/v1/extract:batch`, { articles: [] })
    expect(await answer.json()).toEqual({ schemaVersion: '1.0', offsets: 'utf16', results: [] })
  })
})

describe('POST /v1/extract:stream', () => {
  it('gives the lines of the filter, each with its status', async () => {
    const lines = [
      JSON.stringify({ id: 'a1', text: TEXT, publishedAt: '2023-12-05' }),
      'not JSON',
      '',
      JSON.stringify({ id: 'a4', text: 7 }),
      JSON.stringify({ id: 5, text: TEXT }),
    ]
    const answer = await postLines(`${url}/v1/extract:stream`, `${lines.join('\n')}\n\n`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^application\/x-ndjson/)
    expect(jsonLines(await answer.text())).toEqual([
      { id: 'a1', status: 200, ...plain(extract(TEXT, { referenceDate: '2023-12-05' })) },
      { id: null, status: 400, error: { code: 'bad-json', line: 2, message: 'not valid JSON' } },
      { id: null, status: 400, error: { code: 'blank-line', line: 3, message: 'the line is blank' } },
      { id: 'a4', status: 400, error: { code: 'bad-text', line: 4, message: 'text: expected a string, got a number' } },
      { id: 5, status: 200, ...plain(extract(TEXT)) },
    ])
  })

  it('takes options from the query', async () => {
    const query = 'types=bridgePoints,date&offsets=utf8&referenceDate=2023-12-05'
    const answer = await postLines(`${url}/v1/extract:stream?${query}`, JSON.stringify({ id: 1, text: TEXT }))
    const options = { types: ['bridgePoints', 'date'], offsets: 'utf8', referenceDate: '2023-12-05' } as const
    expect(await answer.json()).toEqual({ id: 1, status: 200, ...plain(extract(TEXT, options)) })
  })

  it('keeps thousands of lines in order, blank and bad ones among them', async () => {
    const ids = Array.from({ length: 3001 }, (_, i) => i)
    const lines = ids.map((id) => (id % 7 === 3 ? '' : id % 7 === 5 ? 'x' : JSON.stringify({ id, text: TEXT })))
    const answer = await postLines(`${url}/v1/extract:stream`, `${lines.join('\n')}\n`)
    const answers = jsonLines(await answer.text()) as { id: number | null; error?: { line: number } }[]
    expect(answers.map(({ id, error }) => error?.line ?? (id as number) + 1)).toEqual(ids.map((id) => id + 1))
  })

  it('of nothing gives nothing', async () => {
    for (const body of ['', '\n']) {
      const answer = await postLines(`${url}/v1/extract:stream`, body)
      expect([answer.status, await answer.text()]).toEqual([200, ''])
    }
  })
})

describe('POST /v1/normalize', () => {
  const texts = [
    'Nghị quyếtvề T&amp;T, số 45- NQ/TW ( khóa XIII)',
    'Nghị quyếtvề 😀 số 45- NQ/TW\u00a0( khóa\u200b XIII)'.normalize('NFD'),
    'không có gì để sửa',
    '',
    '😀\u0301 a&#x1F600;b \ud800x',
  ]
  it.each(texts)('gives the text and the map of %j', async (text) => {
    const answer = (await (await post(`${url}/v1/normalize`, { text })).json()) as NormalizeAnswer
    const source = normalize(text)
    expect(answer).toMatchObject({ schemaVersion: '1.0', offsets: 'utf16', text: source.text })
    const { at, from, until } = answer.map
    const place = (offset: number) => {
      const run = at.filter((first) => first <= offset).length - 1
      return run < 0 ? offset : (from[run] as number) + offset - (at[run] as number)
    }
    for (let offset = 0; offset <= source.text.length; offset++) {
      const run = at.indexOf(offset)
      expect(place(offset)).toBe(source.map.start(offset))
      expect(run < 0 ? place(offset) : until[run]).toBe(source.map.end(offset))
    }
  })

  it('counts in the unit that is asked for', async () => {
    const text = '😀 Nghị quyếtvề số 45'
    const codepoint = await (await post(`${url}/v1/normalize`, { text, offsets: 'codepoint' })).json()
    // The space that was put in: its end is that of what stands before it.
    expect(codepoint).toMatchObject({ offsets: 'codepoint', map: { at: [13], from: [12], until: [12] } })
    const utf8 = await (await post(`${url}/v1/normalize`, { text, offsets: 'utf8' })).json()
    const cut = Buffer.byteLength('😀 Nghị quyết')
    expect(utf8).toMatchObject({ offsets: 'utf8', map: { at: [cut + 1], from: [cut], until: [cut] } })
  })
})

describe('what the service says of itself', () => {
  const get = async (path: string) => {
    const answer = await fetch(url + path)
    expect(answer.status, path).toBe(200)
    return answer
  }

  it('GET /v1/types has each type with a line for people', async () => {
    const { types } = (await (await get('/v1/types')).json()) as { types: { type: string; summary: string }[] }
    expect(types.map(({ type }) => type)).toEqual(factTypes)
    for (const { summary } of types) expect(summary).toMatch(/^.{10,}\.$/)
  })

  it('GET /v1/limits has the limits that are set', async () => {
    expect(await (await get('/v1/limits')).json()).toEqual({
      bodyBytes: 8388608,
      items: 1000,
      lineBytes: 1048576,
      concurrentRequests: 1024,
      heldBytes: 268435456,
      requestSeconds: 30,
      idleSeconds: 60,
    })
  })

  it('GET /livez, /readyz and /version', async () => {
    expect(await (await get('/livez')).json()).toEqual({ status: 'alive' })
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' })
    expect(await (await get('/version')).json()).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      schemaVersion: '1.0',
    })
  })

  it('GET /metrics counts requests, times, facts, rejects and the queue', async () => {
    await post(`${url}/v1/extract`, { text: 'Họp tại 64 điểm cầu.' })
    await post(`${url}/v1/extract`, '{')
    const text = await (await get('/metrics')).text()
    for (const line of [
      /^trichluc_http_requests_total\{method="POST",route="\/v1\/extract",status="200"\} [1-9]/m,
      /^trichluc_http_request_duration_seconds_count\{route="\/v1\/extract"\} [1-9]/m,
      /^trichluc_facts_total\{type="bridgePoints"\} [1-9]/m,
      /^trichluc_articles_total [1-9]/m,
      /^trichluc_rejects_total\{code="bad-json"\} [1-9]/m,
      /^trichluc_queue_bodies 0$/m,
      /^trichluc_requests_in_flight 0$/m,
      /^trichluc_held_bytes 0$/m,
      /^process_resident_memory_bytes [1-9]/m,
    ])
      expect(text).toMatch(line)
  })

  it('GET /openapi.json is OpenAPI 3.1 with every place', async () => {
    const document = (await (await get('/openapi.json')).json()) as { openapi: string; paths: object }
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths).sort()).toEqual([
      '/livez',
      '/metrics',
      '/readyz',
      '/v1/extract',
      '/v1/extract:batch',
      '/v1/extract:stream',
      '/v1/limits',
      '/v1/normalize',
      '/v1/types',
      '/version',
    ])
  })

  it('GET /docs is a page for people that needs no network', async () => {
    const answer = await get('/docs')
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
    const page = await answer.text()
    for (const path of ['/v1/extract:batch', '/readyz', 'DocumentFact', 'body-too-large']) expect(page).toContain(path)
    expect(page).not.toMatch(/<script|(src|href)="(https?:)?\/\//)
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, name]) => name as string)
    expect(targets.length).toBeGreaterThan(20)
    for (const name of targets) expect(page).toContain(`id="${name}"`)
    const again = await fetch(`${url}/docs`, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  it('GET / is the playground, or the documentation where the playground was not built', async () => {
    const page = await (await get('/')).text()
    expect(page).toMatch(/^<!doctype html>/i)
    expect(page).toContain('trichluc')
  })

  it('HEAD answers as GET, without a body', async () => {
    const answer = await fetch(`${url}/version`, { method: 'HEAD' })
    expect([answer.status, await answer.text()]).toEqual([200, ''])
  })
})
