/** Many requests at the same time, and clients that are slow or go away: no answer is lost, none is another one's. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import autocannon from 'autocannon'
import { describe, expect, it } from 'vitest'
import { serveProcess } from '../helpers/serve-process.ts'
import { JSON_TYPE, post } from '../helpers/service.ts'

const TEXT = 'Hội nghị họp tại 64 điểm cầu.'
const AMOUNT = 10_000

interface Answered {
  readonly status: number
  readonly body: string
  readonly requestId: string | undefined
}

/** As many requests as there are, each with a number of its own in its text, its id and its header. */
async function shoot(url: string, connections: number): Promise<Answered[]> {
  const answers: Answered[] = []
  let next = 0
  const { errors, timeouts } = await autocannon({
    url,
    connections,
    pipelining: Math.ceil(AMOUNT / connections),
    amount: AMOUNT,
    timeout: 110,
    requests: [
      {
        method: 'POST',
        path: '/v1/extract',
        setupRequest: (request) => {
          const id = next++
          const body = JSON.stringify({ id, text: `Hội nghị họp tại ${id + 2} điểm cầu.` })
          return { ...request, body, headers: { ...JSON_TYPE, 'x-request-id': String(id) } }
        },
        onResponse: (status, body, _context, headers) => {
          const named = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'x-request-id')
          answers.push({ status, body, requestId: named?.[1] as string | undefined })
        },
      },
    ],
  })
  expect({ errors, timeouts }).toEqual({ errors: 0, timeouts: 0 })
  return answers
}

const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)
const all = Array.from({ length: AMOUNT }, (_, i) => i)

async function gauge(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1])
}

describe('ten thousand requests at the same time', () => {
  it('are all answered, each with its own answer', async () => {
    const { url } = await serveProcess([
      '--max-concurrent-requests',
      String(AMOUNT),
      '--request-seconds',
      '110',
      '--log-level',
      'error',
    ])
    let most = 0
    const watch = setInterval(async () => {
      most = Math.max(most, await gauge(url, 'trichluc_requests_in_flight').catch(() => 0))
    }, 50)
    const answers = await shoot(url, 500)
    clearInterval(watch)
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(sorted(answers.map(({ requestId }) => Number(requestId)))).toEqual(all)
    for (const { body, requestId } of answers) {
      const { id, facts } = JSON.parse(body)
      expect(String(id)).toBe(requestId)
      expect(facts).toMatchObject([{ type: 'bridgePoints', count: id + 2 }])
    }
    expect(most).toBeGreaterThan(AMOUNT / 10)
    expect(await gauge(url, 'trichluc_requests_in_flight')).toBe(0)
    expect(await gauge(url, 'trichluc_articles_total')).toBe(AMOUNT)
  })

  it('are all answered where only some are taken: the others with 429', async () => {
    const { url } = await serveProcess(['--max-concurrent-requests', '100', '--log-level', 'error'])
    const answers = await shoot(url, 500)
    expect(sorted(answers.map(({ requestId }) => Number(requestId)))).toEqual(all)
    const taken = answers.filter(({ status }) => status === 200)
    const refused = answers.filter(({ status }) => status === 429)
    expect(taken.length + refused.length).toBe(AMOUNT)
    expect(taken.length).toBeGreaterThan(100)
    expect(refused.length).toBeGreaterThan(100)
    for (const { body, requestId } of taken) expect(JSON.parse(body)).toMatchObject({ id: Number(requestId) })
    for (const { body, requestId } of refused)
      expect(JSON.parse(body)).toMatchObject({ requestId, code: 'too-many-requests' })
  })
})

describe('clients', () => {
  const open = async (url: string, head: string): Promise<Socket> => {
    const { port, hostname } = new URL(url)
    const socket = connect(Number(port), hostname)
    socket.on('error', () => {})
    await once(socket, 'connect')
    socket.write(head)
    return socket
  }
  const head = (path: string, rest: string) => `POST ${path} HTTP/1.1\r\nhost: x\r\n${rest}\r\n\r\n`
  const idle = async (url: string) => {
    await expect.poll(() => gauge(url, 'trichluc_requests_in_flight'), { timeout: 30_000 }).toBe(0)
    expect(await gauge(url, 'trichluc_held_bytes')).toBe(0)
    expect(await gauge(url, 'trichluc_queue_bodies')).toBe(0)
    expect((await post(`${url}/v1/extract`, { text: TEXT })).status).toBe(200)
  }

  it('that are slow get their answer, and hold up nobody', async () => {
    const { url } = await serveProcess()
    const body = JSON.stringify({ text: 'x' })
    const slow = await open(
      url,
      head('/v1/extract', `content-type: application/json\r\nconnection: close\r\ncontent-length: ${body.length}`),
    )
    let answer = ''
    slow.on('data', (chunk) => {
      answer += chunk
    })
    for (const character of body) {
      slow.write(character)
      await new Promise((resolve) => setTimeout(resolve, 20))
      expect((await fetch(`${url}/livez`)).status).toBe(200)
    }
    await once(slow, 'close')
    expect(answer).toMatch(/^HTTP\/1.1 200 /)
    await idle(url)
  })

  it('that go away with half a request, or before the answer, leave nothing behind', async () => {
    const { url, log } = await serveProcess()
    const text = JSON.stringify({ text: TEXT.repeat(2000) })
    for (let i = 0; i < 50; i++) {
      const rest = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}`
      const socket = await open(url, head('/v1/extract', rest))
      socket.write(i % 2 === 0 ? text.slice(0, 1000) : text)
      if (i % 3 > 0) await new Promise((resolve) => setTimeout(resolve, 5))
      socket.destroy()
    }
    await idle(url)
    await expect
      .poll(() => log.filter((line) => line.includes('"status":499')).length, { timeout: 20_000 })
      .toBeGreaterThan(10)
  })

  it('that do not read are not read from', async () => {
    const { url } = await serveProcess()
    const socket = await open(
      url,
      head('/v1/extract:stream', 'content-type: application/x-ndjson\r\ntransfer-encoding: chunked'),
    )
    socket.pause()
    const line = `${JSON.stringify({ id: 'x', text: TEXT.repeat(20) })}\n`.repeat(50)
    const chunk = `${Buffer.byteLength(line).toString(16)}\r\n${line}\r\n`
    let taken = 0
    const full = async () => {
      for (let stalls = 0; stalls < 20; ) {
        if (socket.write(chunk)) {
          taken += chunk.length
          stalls = 0
          await new Promise(setImmediate)
          continue
        }
        const drained = await Promise.race([
          once(socket, 'drain').then(() => true),
          new Promise<false>((resolve) => setTimeout(() => resolve(false), 100)),
        ])
        stalls = drained ? 0 : stalls + 1
        if (!drained && socket.writableNeedDrain) continue
      }
    }
    await full()
    // The buffers of both ends, and what is worked on; a gigabyte could be sent.
    expect(taken).toBeLessThan(50_000_000)
    expect((await post(`${url}/v1/extract`, { text: TEXT })).status).toBe(200)
    socket.destroy()
    await idle(url)
  })
})

it('a long article does not hold up the health checks', async () => {
  const { url } = await serveProcess(['--max-body-bytes', '30000000'])
  let done = false
  const long = post(`${url}/v1/extract`, {
    text: 'Sáng 4/12/2023, hội nghị họp tại 64 điểm cầu. '.repeat(150_000),
  }).then((answer) => {
    done = true
    return answer
  })
  await expect.poll(() => gauge(url, 'trichluc_busy_threads'), { timeout: 20_000, interval: 1 }).toBe(1)
  let checks = 0
  while (!done) {
    expect((await fetch(`${url}/livez`)).status).toBe(200)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    checks++
  }
  expect((await long).status).toBe(200)
  // It takes most of a second, a check some milliseconds.
  expect(checks).toBeGreaterThan(10)
})

it('with two threads small requests pass a long article by', async () => {
  const { url } = await serveProcess(['--max-body-bytes', '30000000', '--workers', '2'])
  const order: string[] = []
  const text = 'Sáng 4/12/2023, hội nghị họp tại 64 điểm cầu. '.repeat(100_000)
  const long = [1, 2].map(() => post(`${url}/v1/extract`, { text }).then(() => order.push('long')))
  await expect.poll(() => gauge(url, 'trichluc_busy_threads'), { timeout: 20_000, interval: 1 }).toBeGreaterThan(0)
  for (let i = 0; i < 5; i++) {
    await post(`${url}/v1/extract`, { text: TEXT })
    order.push('small')
  }
  await Promise.all(long)
  expect(order.slice(-1)).toEqual(['long'])
  expect(order.indexOf('small')).toBeLessThan(2)
})
