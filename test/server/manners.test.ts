/** What holds for every request: ids, headers, keys, origins, and a log without articles. And how all of it is set. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { SERVE_FLAGS } from '../../src/cli/serve.ts'
import { trichluc } from '../helpers/cli.ts'
import { serveProcess } from '../helpers/serve-process.ts'
import {
  defaultOf,
  post,
  postLines,
  SettingError,
  settings,
  settingsFrom,
  start,
  untilTrue,
  variableOf,
} from '../helpers/service.ts'

const TEXT = 'Hội nghị họp tại 64 điểm cầu.'

describe('ids', () => {
  it('of requests and traces come back and are logged', async () => {
    const { url, log } = await start()
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
    const answer = await post(`${url}/v1/extract`, { text: TEXT }, { 'x-request-id': 'bao-1', traceparent })
    expect(answer.headers.get('x-request-id')).toBe('bao-1')
    expect(answer.headers.get('traceparent')).toBe(traceparent)
    await untilTrue(() => log().some(({ reqId }) => reqId === 'bao-1'))
    expect(log().find(({ reqId }) => reqId === 'bao-1')).toMatchObject({
      level: 'info',
      msg: 'request',
      method: 'POST',
      route: '/v1/extract',
      status: 200,
      traceparent,
      ms: expect.any(Number),
    })
  })

  it('that are none are not taken over', async () => {
    const { url } = await start()
    for (const id of ['', 'a b', 'x'.repeat(129), '{"a":1}']) {
      const answer = await fetch(`${url}/version`, { headers: { 'x-request-id': id, traceparent: `${id}-00` } })
      expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/)
      expect(answer.headers.get('traceparent')).toBeNull()
    }
  })
})

it('headers forbid what answers are not for', async () => {
  const { url } = await start()
  for (const path of ['/v1/types', '/livez', '/nowhere']) {
    const { headers } = await fetch(url + path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('server')).toBeNull()
  }
})

it('the log never has an article, in whatever place of a request it stands', async () => {
  const { url, log, logText } = await start({ logLevel: 'trace', bodyBytes: 5000 })
  const secret = 'Chuyện-không-ai-được-biết'
  const escaped = encodeURIComponent(secret)
  await post(`${url}/v1/extract`, { text: secret })
  await post(`${url}/v1/extract`, { text: secret, [secret]: 1 })
  await post(`${url}/v1/extract`, { text: secret, publishedAt: secret })
  await post(`${url}/v1/extract`, { text: secret.repeat(1000) })
  await post(`${url}/v1/extract`, `{"text":"${secret}`)
  await post(`${url}/v1/extract`, { text: secret }, { 'content-type': escaped })
  await post(`${url}/v1/extract:batch`, {
    articles: [{ text: secret, publishedAt: secret }],
    options: { types: [secret] },
  })
  await post(`${url}/v1/normalize`, { text: secret, offsets: secret })
  await postLines(`${url}/v1/extract:stream?types=${escaped}`, secret)
  await postLines(`${url}/v1/extract:stream`, `${secret}\n${JSON.stringify({ id: secret, text: secret })}`)
  await fetch(`${url}/v1/extract?${escaped}=${escaped}`)
  await fetch(`${url}/${escaped}/%zz`)
  await untilTrue(() => log().filter(({ msg }) => msg === 'request').length === 12)
  expect(logText()).not.toContain(secret)
  expect(logText()).not.toContain(escaped)
  expect(logText()).not.toContain(secret.slice(0, 8))
})

describe('keys', () => {
  it('are asked for where the facts are, and compared', async () => {
    const { url, logText } = await start({ keys: ['khóa-thứ-nhất', 'second-key'] })
    for (const key of [
      undefined,
      'Bearer ',
      'Bearer wrong',
      'Bearer second-ke',
      'Basic second-key',
      'second-key',
      'Bearer second-key x',
    ]) {
      const answer = await post(`${url}/v1/extract`, { text: TEXT }, key === undefined ? {} : { authorization: key })
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
      expect(await answer.json()).toMatchObject({ code: 'unauthorized' })
    }
    for (const key of ['Bearer second-key', 'bearer second-key'])
      expect((await post(`${url}/v1/extract`, { text: TEXT }, { authorization: key })).status).toBe(200)
    for (const path of ['/v1/types', '/v1/limits', '/metrics']) expect((await fetch(url + path)).status).toBe(401)
    for (const path of ['/livez', '/readyz', '/version', '/openapi.json', '/docs', '/'])
      expect((await fetch(url + path)).status).toBe(200)
    expect(logText()).not.toContain('second-key')
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as {
      components: object
      paths: Record<string, { get: object }>
    }
    expect(document.components).toMatchObject({ securitySchemes: { key: { type: 'http', scheme: 'bearer' } } })
    expect(document.paths['/v1/types']?.get).toMatchObject({ security: [{ key: [] }], responses: { 401: {} } })
  })

  it('come from the environment or a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trichluc-keys-'))
    writeFileSync(join(folder, 'keys'), '\nfrom-file\n')
    writeFileSync(join(folder, 'none'), '\n')
    const { url } = await serveProcess(['--keys-file', join(folder, 'keys')], { TRICHLUC_KEYS: 'from-environment' })
    for (const [key, status] of [
      ['from-file', 200],
      ['from-environment', 200],
      ['other', 401],
    ] as const)
      expect((await fetch(`${url}/v1/types`, { headers: { authorization: `Bearer ${key}` } })).status).toBe(status)
    const empty = trichluc(['serve', '--port', '0', '--keys-file', join(folder, 'none')])
    expect(empty).toMatchObject({ status: 2, stderr: expect.stringContaining('there is no key in it') })
    rmSync(folder, { recursive: true })
  })
})

describe('pages of other origins', () => {
  const preflight = (url: string, origin: string) =>
    fetch(`${url}/v1/extract`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    })

  it('may not call, unless told', async () => {
    const { url } = await start()
    const answer = await preflight(url, 'https://example.org')
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([405, null])
  })

  it('may call where they are named, also where keys are asked for', async () => {
    const { url } = await start({ corsOrigins: ['https://example.org'], keys: ['k'] })
    const answer = await preflight(url, 'https://example.org')
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, 'https://example.org'])
    const other = await preflight(url, 'https://example.com')
    expect(other.headers.get('access-control-allow-origin')).not.toBe('https://example.com')
    const refused = await post(`${url}/v1/extract`, { text: TEXT }, { origin: 'https://example.org' })
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, 'https://example.org'])
  })
})

describe('settings', () => {
  it('come from flags before the environment', () => {
    const environment = {
      TRICHLUC_PORT: '1',
      TRICHLUC_MAX_ITEMS: '2',
      TRICHLUC_HOST: '',
      TRICHLUC_CORS_ORIGINS: 'https://a, https://b',
    }
    expect(settingsFrom({ port: '3', 'request-seconds': '0.5' }, environment)).toEqual({
      port: 3,
      items: 2,
      requestSeconds: 0.5,
      corsOrigins: ['https://a', 'https://b'],
    })
  })

  it.each([
    [{ port: '65536' }, {}, '--port: expected a whole number from 0 to 65535, got 65536'],
    [{ port: '' }, {}, '--port: expected a whole number from 0 to 65535, got '],
    [{ 'max-items': '1.5' }, {}, '--max-items: expected a whole number from 1, got 1.5'],
    [{ 'idle-seconds': '0' }, {}, '--idle-seconds: expected a number of seconds above 0, got 0'],
    [{}, { TRICHLUC_WORKERS: 'two' }, 'TRICHLUC_WORKERS: expected a whole number from 1 to 256, got two'],
    [
      {},
      { TRICHLUC_LOG_LEVEL: 'loud' },
      'TRICHLUC_LOG_LEVEL: expected one of fatal, error, warn, info, debug, trace, silent, got loud',
    ],
  ])('%j, %j are wrong: %s', (flags, environment, message) => {
    expect(() => settingsFrom(flags, environment)).toThrow(SettingError)
    expect(() => settingsFrom(flags, environment)).toThrow(message)
  })

  it('that are wrong end the command with 2 and a message', () => {
    expect(trichluc(['serve', '--port', 'x'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'trichluc: --port: expected a whole number from 0 to 65535, got x\n',
    })
  })

  it('have the flags and defaults that the help shows', () => {
    const shown = SERVE_FLAGS.map(([flag, , help]) => [flag, /\(([^()]*)\)$/.exec(help)?.[1]])
    expect(shown).toEqual(settings.filter(({ secret }) => !secret).map((setting) => [setting.flag, defaultOf(setting)]))
    expect(settings.map(variableOf)).toContain('TRICHLUC_MAX_BODY_BYTES')
  })

  it('of a service that is open to all are warned of', async () => {
    const { log } = await start({ host: '0.0.0.0' })
    expect(log().find(({ level }) => level === 'warn')).toMatchObject({
      msg: expect.stringContaining('no keys are set'),
    })
  })
})

it('without the packages that it is built on the service says what to install', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trichluc-alone-'))
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  for (const name of ['index.js', 'server.js', 'server-worker.js', 'cli.js'])
    cpSync(join(inject('bundle'), name), join(folder, 'dist', name))
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'dist/cli.js'), 'serve', '--port', '0'], {
    encoding: 'utf8',
  })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^trichluc: the service needs the package fastify; .*: npm install fastify@5 .*\n$/)
  rmSync(folder, { recursive: true })
})
