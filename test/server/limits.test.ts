/** Each limit, with the problem that it is answered with; and what is no request of ours. */
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { jsonLines } from '../helpers/cli.ts'
import { JSON_TYPE, LINES_TYPE, post, postLines, start } from '../helpers/service.ts'

const TEXT = 'Hội nghị họp tại 64 điểm cầu.'
const { url, log } = await start()

async function problemOf(answer: Response) {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  const problem = (await answer.json()) as Readonly<Record<string, unknown>>
  expect(problem).toMatchObject({
    type: `urn:trichluc:problem:${problem['code']}`,
    title: expect.stringMatching(/./),
    status: answer.status,
    detail: expect.stringMatching(/./),
    requestId: answer.headers.get('x-request-id'),
  })
  return problem
}

/** Sends bytes and gives all that comes back. */
const raw = (target: string, bytes: string, pauseMs = 0) =>
  new Promise<string>((resolve, reject) => {
    const { port, hostname } = new URL(target)
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
    setTimeout(() => socket.write(bytes), pauseMs)
  })

describe('a body that is wrong', () => {
  it.each([
    ['no JSON', '{"text"', { code: 'bad-json' }],
    ['a hundred thousand brackets', '['.repeat(100_000), { code: 'bad-json' }],
    ['nothing', '', { code: 'no-body' }],
    [
      'no object',
      '7',
      {
        code: 'bad-field',
        field: '',
        detail: 'the body: expected an object with id, text, publishedAt, options, got a number',
      },
    ],
    ['null', 'null', { code: 'bad-field', field: '' }],
    ['no text', '{}', { code: 'bad-field', field: '/text', detail: 'text: expected a string, got nothing' }],
    [
      'a number for a text',
      '{"text":7}',
      { code: 'bad-field', field: '/text', detail: 'text: expected a string, got a number' },
    ],
    ['null for an id', '{"text":"x","id":null}', { code: 'bad-field', field: '/id' }],
    ['a list for an id', '{"text":"x","id":[]}', { code: 'bad-field', field: '/id' }],
    ['a day that is none', '{"text":"x","publishedAt":"2023-02-30"}', { code: 'bad-field', field: '/publishedAt' }],
    ['a field that is not known', '{"text":"x","types":["date"]}', { code: 'bad-field', field: '/types' }],
    ['a strange field', '{"text":"x","a/b~c":1}', { code: 'bad-field', field: '/a~1b~0c' }],
    ['a list for options', '{"text":"x","options":[]}', { code: 'bad-field', field: '/options' }],
    ['null for options', '{"text":"x","options":null}', { code: 'bad-field', field: '/options' }],
    [
      'a type that is not known',
      '{"text":"x","options":{"types":["ofical"]}}',
      { code: 'bad-field', field: '/options/types', detail: expect.stringContaining('did you mean official?') },
    ],
    [
      'an option that is not known',
      '{"text":"x","options":{"type":["date"]}}',
      { code: 'bad-field', field: '/options/type', detail: expect.stringContaining('did you mean types?') },
    ],
    [
      'an option of the library alone',
      '{"text":"x","options":{"nfc":1}}',
      { code: 'bad-field', field: '/options/nfc' },
    ],
    [
      'a unit that is not known',
      '{"text":"x","options":{"offsets":"bytes"}}',
      { code: 'bad-field', field: '/options/offsets' },
    ],
    [
      'null for a date',
      '{"text":"x","options":{"referenceDate":null}}',
      { code: 'bad-field', field: '/options/referenceDate' },
    ],
  ])('%s is 400 and names the field', async (_name, body, expected) => {
    const answer = await post(`${url}/v1/extract`, body)
    expect(answer.status).toBe(400)
    expect(await problemOf(answer)).toMatchObject(expected)
  })

  it('that is not UTF-8 is 400 and names the byte', async () => {
    const body = Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xff]), Buffer.from('"}')])
    const problem = await problemOf(await post(`${url}/v1/extract`, body))
    expect(problem).toMatchObject({ status: 400, code: 'bad-utf8', detail: 'the body is not valid UTF-8 at byte 9' })
  })

  it.each([
    ['/v1/extract:batch', '{"articles":{}}', '/articles'],
    ['/v1/extract:batch', '{}', '/articles'],
    ['/v1/extract:batch', '{"articles":[],"options":{"types":"date"}}', '/options/types'],
    ['/v1/normalize', '{"text":null}', '/text'],
    ['/v1/normalize', '{"text":"x","offsets":"bytes"}', '/offsets'],
    ['/v1/normalize', '{"text":"x","options":{}}', '/options'],
  ])('of %s, %s, is 400 and names the field', async (path, body, field) => {
    expect(await problemOf(await post(url + path, body))).toMatchObject({ status: 400, code: 'bad-field', field })
  })

  it.each([
    [{ 'content-type': 'text/plain' }],
    [{ 'content-type': 'application/x-ndjson' }],
    [{ 'content-type': 'application/json; charset=utf-16' }],
    [{ 'content-type': 'application/json', 'content-encoding': 'gzip' }],
  ])('with %j is 415', async (headers) => {
    const answer = await post(`${url}/v1/extract`, { text: TEXT }, headers)
    expect(answer.status).toBe(415)
    expect((await problemOf(answer))['code']).toBe('unsupported-media-type')
  })

  it('with a charset that is UTF-8 by name is taken', async () => {
    for (const type of ['application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])
      expect((await post(`${url}/v1/extract`, { text: TEXT }, { 'content-type': type })).status).toBe(200)
  })
})

describe('a query that is wrong', () => {
  it.each([
    ['/v1/extract?types=date', 'types', JSON_TYPE],
    ['/v1/extract:stream?type=date', 'type', LINES_TYPE],
    ['/v1/extract:stream?types=date,ofical', 'types', LINES_TYPE],
    ['/v1/extract:stream?types=date&types=topic', 'types', LINES_TYPE],
    ['/v1/extract:stream?offsets=bytes', 'offsets', LINES_TYPE],
    ['/v1/extract:stream?referenceDate=2023-02-30', 'referenceDate', LINES_TYPE],
    ['/v1/extract:stream?referenceDate=', 'referenceDate', LINES_TYPE],
  ])('%s is 400 and names the parameter', async (path, parameter, headers) => {
    const answer = await fetch(url + path, { method: 'POST', headers, body: '{"text":"x"}' })
    expect(await problemOf(answer)).toMatchObject({ status: 400, code: 'bad-parameter', parameter })
  })
})

describe('a place that is not there', () => {
  it('is 404', async () => {
    for (const path of ['/v1', '/v1/extract/', '/nowhere', '/v1/extract:other'])
      expect(await problemOf(await fetch(url + path))).toMatchObject({ status: 404, code: 'not-found' })
  })

  it('or does not take the method is 405 and says which it takes', async () => {
    const answer = await fetch(`${url}/v1/extract:stream`)
    expect(answer.headers.get('allow')).toBe('POST')
    expect(await problemOf(answer)).toMatchObject({ status: 405, code: 'method-not-allowed' })
    const other = await fetch(`${url}/livez`, { method: 'DELETE' })
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('or cannot be read is 400', async () => {
    expect(await raw(url, 'GET /%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400 .*"code":"bad-request"/s,
    )
  })
})

describe('what is no HTTP', () => {
  it('is 400', async () => {
    expect(await raw(url, 'xin chào\r\n\r\n')).toMatch(
      /^HTTP\/1.1 400 Bad Request\r\n.*application\/problem\+json.*"code":"bad-request"/s,
    )
  })

  it('or has headers without end is 431', async () => {
    const answer = await raw(url, `GET /livez HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1.1 431 .*"code":"headers-too-large"/s)
  })
})

describe('the limit on', () => {
  it('bytes of a body is 413, whether the length was told or not', async () => {
    const { url } = await start({ bodyBytes: 1000 })
    const exactly = JSON.stringify({ text: 'x'.repeat(1000 - '{"text":""}'.length) })
    expect((await post(`${url}/v1/extract`, exactly)).status).toBe(200)
    const told = await problemOf(await post(`${url}/v1/extract`, ` ${exactly}`))
    expect(told).toMatchObject({ status: 413, code: 'body-too-large', limit: 1000 })
    const chunks = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 1000; i++) controller.enqueue(Buffer.from('x'.repeat(1000)))
        controller.close()
      },
    })
    const request = { method: 'POST', headers: JSON_TYPE, body: chunks, duplex: 'half' as const }
    expect(await problemOf(await fetch(`${url}/v1/extract`, request))).toMatchObject({ code: 'body-too-large' })
  })

  it('articles of a batch is 413', async () => {
    const { url } = await start({ items: 2 })
    const articles = [TEXT, TEXT, TEXT].map((text) => ({ text }))
    expect((await post(`${url}/v1/extract:batch`, { articles: articles.slice(1) })).status).toBe(200)
    const problem = await problemOf(await post(`${url}/v1/extract:batch`, { articles }))
    expect(problem).toMatchObject({ status: 413, code: 'too-many-items', field: '/articles', limit: 2 })
  })

  it('bytes of a line is 413 for that line and no other', async () => {
    const { url } = await start({ lineBytes: 200 })
    const line = (id: number, text: string) => JSON.stringify({ id, text })
    const lines = [line(1, TEXT), line(2, 'x'.repeat(1 << 18)), line(3, 'x'.repeat(200 - 18)), line(4, TEXT)]
    expect(Buffer.byteLength(lines[2] as string)).toBe(200)
    const answers = jsonLines(await (await postLines(`${url}/v1/extract:stream`, lines.join('\n'))).text())
    expect(answers).toMatchObject([
      { id: 1, status: 200 },
      {
        id: null,
        status: 413,
        error: { code: 'line-too-long', line: 2, message: 'the line is longer than 200 bytes' },
      },
      { id: 3, status: 200 },
      { id: 4, status: 200 },
    ])
  })

  it('requests at the same time is 429 with Retry-After', async () => {
    const { url } = await start({ concurrentRequests: 1 })
    let go = () => {}
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from('{"text":'))
        go = () => {
          controller.enqueue(Buffer.from('"x"}'))
          controller.close()
        }
      },
    })
    const first = fetch(`${url}/v1/extract`, { method: 'POST', headers: JSON_TYPE, body, duplex: 'half' })
    let second: Response
    do second = await post(`${url}/v1/extract`, { text: TEXT })
    while (second.status === 200)
    expect(second.headers.get('retry-after')).toBe('1')
    expect(await problemOf(second)).toMatchObject({ status: 429, code: 'too-many-requests', limit: 1 })
    expect((await fetch(`${url}/livez`)).status).toBe(200)
    go()
    expect((await first).status).toBe(200)
    expect((await post(`${url}/v1/extract`, { text: TEXT })).status).toBe(200)
  })

  it('bytes of all bodies is 429 with Retry-After', async () => {
    const { url } = await start({ heldBytes: 100 })
    const answer = await post(`${url}/v1/extract`, { text: 'x'.repeat(100) })
    expect(answer.headers.get('retry-after')).toBe('1')
    expect(await problemOf(answer)).toMatchObject({ status: 429, code: 'too-many-bytes', limit: 100 })
    expect((await post(`${url}/v1/extract`, { text: TEXT })).status).toBe(200)
  })

  it('time for a body is 408', async () => {
    const { url } = await start({ requestSeconds: 0.2 })
    const head =
      'POST /v1/extract HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"text"'
    expect(await raw(url, head)).toMatch(/^HTTP\/1.1 408 .*connection: close.*"code":"body-too-slow"/is)
  })

  it('time for an answer is 504, and the thread is free again', async () => {
    const { url } = await start({ requestSeconds: 0.6, bodyBytes: 1 << 25 })
    const long = { text: 'Sáng 4/12/2023, hội nghị họp tại 64 điểm cầu. '.repeat(200_000) }
    let answer: Response
    // A busy machine may not even take the body in time.
    do answer = await post(`${url}/v1/extract`, long)
    while (answer.status === 408)
    expect(await problemOf(answer)).toMatchObject({ status: 504, code: 'too-slow' })
    const again = async () => (await post(`${url}/v1/extract`, { text: TEXT })).status
    await expect.poll(again, { timeout: 30_000 }).toBe(200)
  })

  it('pauses of a stream ends it with a line that says so', async () => {
    const { url } = await start({ idleSeconds: 0.3 })
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from(`${JSON.stringify({ id: 1, text: TEXT })}\n`))
      },
    })
    const answer = await fetch(`${url}/v1/extract:stream`, {
      method: 'POST',
      headers: LINES_TYPE,
      body,
      duplex: 'half',
    })
    expect(jsonLines(await answer.text())).toMatchObject([
      { id: 1, status: 200 },
      { id: null, status: 408, error: { code: 'stream-idle', line: 2 } },
    ])
  })

  it('megabytes of a thread is 500 for what was too much, and for nothing else', async () => {
    const { url } = await start({ workerMegabytes: 60, bodyBytes: 1 << 26 })
    const long = 'Sáng 4/12/2023, hội nghị họp tại 64 điểm cầu. '.repeat(500_000)
    const [big, ...small] = await Promise.all([
      post(`${url}/v1/extract`, { text: long }),
      ...Array.from({ length: 5 }, () => post(`${url}/v1/extract`, { text: TEXT })),
    ])
    expect(await problemOf(big as Response)).toMatchObject({ status: 500, code: 'internal' })
    expect(small.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  })

  it('megabytes of a thread cost the article of a batch that was too much, and no other', async () => {
    const { url } = await start({ workerMegabytes: 60, bodyBytes: 1 << 26 })
    const long = 'Sáng 4/12/2023, hội nghị họp tại 64 điểm cầu. '.repeat(150_000)
    const articles = [{ id: 'a', text: TEXT }, { id: 'b', text: long }, { id: 'c', text: 7 }, { text: TEXT }]
    const answer = await post(`${url}/v1/extract:batch`, { articles, options: { offsets: 'codepoint' } })
    expect(answer.status).toBe(200)
    const single = await post(`${url}/v1/extract`, { text: TEXT, options: { offsets: 'codepoint' } })
    const alone = (await single.json()) as Record<string, unknown>
    expect(await answer.json()).toEqual({
      schemaVersion: alone['schemaVersion'],
      offsets: 'codepoint',
      results: [
        { id: 'a', status: 200, ...alone },
        {
          id: 'b',
          status: 500,
          error: { code: 'internal', index: 1, message: 'the article was too much for its worker thread' },
        },
        {
          id: 'c',
          status: 400,
          error: { code: 'bad-text', index: 2, message: 'text: expected a string, got a number' },
        },
        { id: null, status: 200, ...alone },
      ],
    })
  })
})

it('the log names each problem', () => {
  const problems = new Set(log().map(({ problem }) => problem))
  for (const code of [
    'bad-json',
    'bad-field',
    'bad-parameter',
    'unsupported-media-type',
    'not-found',
    'method-not-allowed',
  ])
    expect(problems).toContain(code)
})
