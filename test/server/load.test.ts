/** Clients that are slow, go away or do not read, and articles that take long: they hold up nobody and leave nothing behind. */
import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { openSocket, readAll } from '../helpers/burst.ts'
import { gauge, serveProcess } from '../helpers/serve-process.ts'
import { post } from '../helpers/service.ts'

const TEXT = 'Hội nghị họp tại 64 điểm cầu.'

describe('clients', () => {
  const open = async (url: string, head: string): Promise<Socket> => {
    const socket = await openSocket(url)
    socket.write(head)
    return socket
  }
  const head = (path: string, rest: string) => `POST ${path} HTTP/1.1\r\nhost: x\r\n${rest}\r\n\r\n`
  const idle = async (url: string) => {
    // Sockets that were closed at once are still to be seen by the service.
    for (const name of ['trichluc_requests_in_flight', 'trichluc_held_bytes', 'trichluc_queue_bodies'])
      await expect.poll(() => gauge(url, name), { timeout: 30_000 }).toBe(0)
    expect((await post(`${url}/v1/extract`, { text: TEXT })).status).toBe(200)
  }

  it('that are slow get their answer, and hold up nobody', async () => {
    const { url } = await serveProcess()
    const body = JSON.stringify({ text: 'x' })
    const slow = await open(
      url,
      head('/v1/extract', `content-type: application/json\r\nconnection: close\r\ncontent-length: ${body.length}`),
    )
    const answer = readAll(slow)
    for (const character of body) {
      slow.write(character)
      await new Promise((resolve) => setTimeout(resolve, 20))
      expect((await fetch(`${url}/livez`)).status).toBe(200)
    }
    expect(await answer).toMatch(/^HTTP\/1.1 200 /)
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
    // Until nothing has been taken for two seconds.
    let taken = 0
    for (let last = performance.now(); performance.now() < last + 2000; ) {
      if (socket.writableNeedDrain) await new Promise((resolve) => setTimeout(resolve, 20))
      else {
        socket.write(chunk)
        taken += chunk.length
        last = performance.now()
        await new Promise(setImmediate)
      }
    }
    // The buffers of both ends, and what is worked on; a gigabyte could be sent.
    expect(taken).toBeLessThan(50_000_000)
    expect((await post(`${url}/v1/extract`, { text: TEXT })).status).toBe(200)
    socket.destroy()
    await idle(url)
  })
})

it('a long article does not hold up the health checks', async () => {
  const { url } = await serveProcess(['--request-seconds', '110'])
  let done = false
  const long = post(`${url}/v1/extract`, {
    text: 'Sáng 4/12/2023, hội nghị họp tại 64 điểm cầu. '.repeat(30_000),
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
  // A check takes some milliseconds.
  expect(checks).toBeGreaterThan(10)
})

it('with two threads small requests pass a long article by', async () => {
  const { url } = await serveProcess(['--workers', '2', '--request-seconds', '110'])
  const order: string[] = []
  const text = 'Sáng 4/12/2023, hội nghị họp tại 64 điểm cầu. '.repeat(40_000)
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
