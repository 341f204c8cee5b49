/** The typed client against the running service, and its types against the OpenAPI document. */
import { createServer as createHttp } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import document from '../schemas/openapi.json' with { type: 'json' }
import { ConnectionError, createClient, offsetMap, ProblemError } from '../src/client/index.ts'
import { type Operation, operations, streaming } from '../src/client/operations.ts'
import { extract, normalize } from '../src/index.ts'
import { start } from './helpers/service.ts'

const TEXT = 'Sáng 4/12, hội nghị họp tại 64 điểm cầu.'
const plain = (value: unknown) => JSON.parse(JSON.stringify(value))
const { url, app } = await start()
const client = createClient(url)

describe('the client', () => {
  it('gives what the library gives', async () => {
    const options = { referenceDate: '2023-12-05', types: ['date'], offsets: 'utf8' } as const
    expect(await client.extract(TEXT, options)).toEqual(plain(extract(TEXT, options)))
    expect(await client.extract({ id: 7, text: TEXT })).toEqual({ id: 7, ...plain(extract(TEXT)) })
    const { results } = await client.extractBatch([{ id: 'a', text: TEXT }, { text: TEXT }], options)
    expect(results).toMatchObject([
      { id: 'a', status: 200 },
      { id: null, status: 200 },
    ])
  })

  it('makes functions of the map', async () => {
    const text = 'Nghị quyếtvề T&amp;T, số 45- NQ/TW ( khóa XIII)'.normalize('NFD')
    const source = normalize(text)
    const answer = await client.normalize(text)
    const map = offsetMap(answer.map)
    expect(answer.text).toBe(source.text)
    for (let offset = 0; offset <= source.text.length; offset++)
      expect([map.start(offset), map.end(offset)]).toEqual([source.map.start(offset), source.map.end(offset)])
  })

  it('asks what there is to be asked', async () => {
    expect((await client.types()).types.length).toBeGreaterThan(5)
    expect((await client.limits()).items).toBe(1000)
    expect((await client.version()).schemaVersion).toBe('1.0')
    expect(await client.alive()).toEqual({ status: 'alive' })
    expect(await client.ready()).toEqual({ status: 'ready' })
  })

  it('throws the problem with its fields', async () => {
    const wrong = client.extract({ text: TEXT, publishedAt: 'gestern' })
    await expect(wrong).rejects.toThrow(ProblemError)
    await expect(wrong).rejects.toMatchObject({
      status: 400,
      code: 'bad-field',
      field: '/publishedAt',
      requestId: expect.stringMatching(/./),
    })
  })

  it('throws the reason of a signal', async () => {
    await expect(client.extract(TEXT, {}, { signal: AbortSignal.abort(new Error('no more')) })).rejects.toThrow(
      'no more',
    )
  })

  it('says that nobody answers', async () => {
    await expect(createClient('http://127.0.0.1:9', { retries: 0 }).version()).rejects.toThrow(ConnectionError)
  })
})

describe('the stream', () => {
  async function* articles(count: number) {
    for (let id = 0; id < count; id++) yield { id, text: id % 10 === 3 ? (7 as unknown as string) : TEXT }
  }

  it('answers each article in order, with the lines of the whole stream', async () => {
    let next = 0
    for await (const answer of client.stream(articles(1000), {
      window: 64,
      types: ['bridgePoints'],
      offsets: 'codepoint',
    })) {
      expect(answer.id).toBe(next)
      if (answer.status === 200)
        expect(answer).toMatchObject({ offsets: 'codepoint', facts: [{ type: 'bridgePoints' }] })
      else expect(answer.error).toMatchObject({ code: 'bad-text', line: next + 1 })
      next++
    }
    expect(next).toBe(1000)
  })

  it('reads articles no faster than answers are taken', async () => {
    let read = 0
    async function* counted() {
      for await (const article of articles(100_000)) {
        read++
        yield article
      }
    }
    for await (const { id } of client.stream(counted(), { window: 10 })) if (id === 50) break
    expect(read).toBeLessThan(100)
  })

  it('ends with the reason of its signal', async () => {
    const stop = new AbortController()
    const taking = async () => {
      for await (const { id } of client.stream(articles(100_000), { window: 10, signal: stop.signal }))
        if (id === 50) stop.abort(new Error('enough'))
    }
    await expect(taking()).rejects.toThrow('enough')
  })
})

describe('another try', () => {
  const servers: ReturnType<typeof createHttp>[] = []
  afterAll(() => {
    for (const server of servers) server.close()
  })

  /** A service that answers as told, one time after the other. */
  async function acting(
    ...answers: readonly ((body: string) => {
      status: number
      headers?: Record<string, string>
      body: string
      cut?: boolean
    })[]
  ) {
    const times: number[] = []
    const server = createHttp(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      const make = answers[Math.min(times.length, answers.length - 1)] as (typeof answers)[0]
      times.push(performance.now())
      const { status, headers, body: text, cut } = make(body)
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.write(text)
      if (cut) setTimeout(() => response.destroy(), 20)
      else response.end()
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, times }
  }

  const busy = () => ({
    status: 429,
    headers: { 'retry-after': '1' },
    body: '{"type":"x","title":"x","status":429,"code":"too-many-requests","detail":"x","requestId":"x"}',
  })

  it('comes after 429 and 503, when Retry-After says', async () => {
    const { address, times } = await acting(busy, () => ({ status: 200, body: '{"version":"1","schemaVersion":"1"}' }))
    expect(await createClient(address).version()).toMatchObject({ version: '1' })
    expect((times[1] as number) - (times[0] as number)).toBeGreaterThanOrEqual(990)
  })

  it('comes so often and no more', async () => {
    const { address, times } = await acting(() => ({ ...busy(), headers: { 'retry-after': '0' } }))
    await expect(createClient(address, { retries: 2 }).version()).rejects.toMatchObject({ status: 429, retryAfter: 0 })
    expect(times).toHaveLength(3)
  })

  it('is not made of what is wrong', async () => {
    const { address, times } = await acting(() => ({
      status: 400,
      body: '{"code":"bad-field","detail":"x","status":400}',
    }))
    await expect(createClient(address).version()).rejects.toThrow(ProblemError)
    expect(times).toHaveLength(1)
  })

  it('is made of what a broken stream has left open', async () => {
    const answers = (body: string) =>
      body
        .trim()
        .split('\n')
        .map((line) => `${JSON.stringify({ id: JSON.parse(line).id, status: 200 })}\n`)
    const { address } = await acting(
      // Two answers and half of the third.
      (body) => ({ status: 200, body: answers(body).join('').slice(0, 60), cut: true }),
      // One answer, and the server is to end.
      (body) => ({
        status: 200,
        body: `${answers(body)[0]}{"id":null,"status":503,"error":{"code":"draining","line":2,"message":"x"}}\n`,
      }),
      (body) => ({ status: 200, body: answers(body).join('') }),
    )
    const ids: unknown[] = []
    const articles = Array.from({ length: 6 }, (_, id) => ({ id, text: 'x' }))
    for await (const { id } of createClient(address).stream(articles)) ids.push(id)
    expect(ids).toEqual([0, 1, 2, 3, 4, 5])
  })
})

describe('the OpenAPI document', () => {
  interface Described {
    readonly requestBody?: {
      readonly content: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>
    }
    readonly responses: Readonly<
      Record<string, { readonly content: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>> }>
    >
  }
  const paths = document.paths as unknown as Readonly<Record<string, Readonly<Record<string, Described>>>>
  const named = (content: Described['responses'][string]['content'] | undefined) =>
    Object.values(content ?? {})[0]?.schema.$ref?.replace('#/components/schemas/', '')

  it('is what the service gives', () => {
    expect(plain(app.swagger())).toEqual(document)
  })

  it.each(Object.entries(operations) as [string, Operation][])(
    'has %s as the client has it',
    (_, { method, path, request, answer }) => {
      const described = paths[path]?.[method.toLowerCase()] as Described
      expect(named(described.requestBody?.content)).toBe(request)
      expect(named(described.responses['200']?.content)).toBe(answer)
      expect(Object.keys(described.responses['200']?.content ?? {})).toEqual(['application/json'])
      for (const [status, { content }] of Object.entries(described.responses))
        if (status !== '200')
          expect([status, Object.keys(content), named(content)]).toEqual([
            status,
            ['application/problem+json'],
            'ProblemAnswer',
          ])
    },
  )

  it('has the stream as the client has it', () => {
    const described = paths[streaming.path]?.[streaming.method.toLowerCase()] as Described
    expect(Object.keys(described.requestBody?.content ?? {})).toContain('application/x-ndjson')
    expect(Object.keys(described.responses['200']?.content ?? {})).toEqual(['application/x-ndjson'])
    for (const name of [streaming.request, streaming.answer]) expect(document.components.schemas).toHaveProperty(name)
  })

  it('has no place that the client does not know, but for the metrics', () => {
    const known = [...Object.values(operations), streaming].map(({ path }) => path)
    expect(Object.keys(paths).sort()).toEqual([...known, '/metrics'].sort())
  })
})
