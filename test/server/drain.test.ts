/** The end of the service: what runs is finished, what comes is turned away, and the exit status says whether all went well. */
import { describe, expect, it } from 'vitest'
import { jsonLines } from '../helpers/cli.ts'
import { serveProcess } from '../helpers/serve-process.ts'
import { LINES_TYPE, post, start } from '../helpers/service.ts'

const TEXT = 'Sáng 4/12/2023, hội nghị họp tại 64 điểm cầu. '
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('SIGTERM', () => {
  it('under load ends with 0; every request is answered or refused, none is cut off', async () => {
    const { url, child, ended, log } = await serveProcess(['--request-seconds', '110', '--grace-seconds', '100'])
    const seen = new Map<string, number>()
    let over = false
    const client = async () => {
      while (!over) {
        try {
          const answer = await post(`${url}/v1/extract`, { id: 7, text: TEXT })
          const body = (await answer.json()) as { id?: number; code?: string }
          const kind =
            answer.status === 200
              ? `200 ${body.id}`
              : `${answer.status} ${body.code} ${answer.headers.get('retry-after')}`
          seen.set(kind, (seen.get(kind) ?? 0) + 1)
        } catch (error) {
          const { code = 'none' } = ((error as Error).cause ?? {}) as { code?: string }
          seen.set(code, (seen.get(code) ?? 0) + 1)
          // The process has ended.
          if (code === 'ECONNREFUSED') return
        }
      }
    }
    const long = post(`${url}/v1/extract`, { id: 'long', text: TEXT.repeat(30_000) })
    const clients = Array.from({ length: 20 }, client)
    await wait(300)
    child.kill('SIGTERM')
    const answer = await long
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ id: 'long' })
    expect(await ended).toBe(0)
    over = true
    await Promise.all(clients)
    expect(seen.get('200 7')).toBeGreaterThan(0)
    expect(seen.get('503 draining 1')).toBeGreaterThan(0)
    // A connection that was idle may be closed just when a request is put on it; that is how HTTP ends.
    for (const kind of seen.keys())
      expect(kind).toMatch(/^(200 7|503 draining 1|ECONNREFUSED|ECONNRESET|UND_ERR_SOCKET|EPIPE)$/)
    // Such a request never had an answer: each that was given one got it, and the long one's as well.
    const logged = (status: number) =>
      log.filter((line) => line.includes('/v1/extract') && line.includes(`"status":${status}`)).length
    await expect.poll(() => [logged(200), logged(499)]).toEqual([(seen.get('200 7') ?? 0) + 1, 0])
  })

  it('of a service with nothing to do ends at once, though connections are open', async () => {
    const { url, child, ended } = await serveProcess()
    await fetch(`${url}/livez`)
    const from = performance.now()
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(performance.now() - from).toBeLessThan(10_000)
  })

  it('ends with 1 where the grace period was too short', async () => {
    const { url, child, ended, log } = await serveProcess(['--grace-seconds', '0.2', '--max-body-bytes', '60000000'])
    const cut = post(`${url}/v1/extract`, { text: TEXT.repeat(600_000) }).then(
      ({ status }) => status,
      () => 'cut',
    )
    await expect
      .poll(async () => (await (await fetch(`${url}/metrics`)).text()).includes('trichluc_busy_threads 1'), {
        timeout: 20_000,
      })
      .toBe(true)
    child.kill('SIGTERM')
    expect(await ended).toBe(1)
    expect(await cut).not.toBe(200)
    expect(log.at(-1)).toContain('"finished":false')
  })
})

describe('draining', () => {
  it('says no at /readyz, lives at /livez, and waits as long as it is told before it turns requests away', async () => {
    const { url, app } = await start({ drainDelaySeconds: 2 })
    const drained = app.drain()
    const ready = await fetch(`${url}/readyz`)
    expect([ready.status, ((await ready.json()) as { code: string }).code]).toEqual([503, 'draining'])
    expect((await fetch(`${url}/livez`)).status).toBe(200)
    expect((await post(`${url}/v1/extract`, { text: TEXT })).status).toBe(200)
    expect(await drained).toBe(true)
    await expect(fetch(`${url}/livez`)).rejects.toThrow()
  })

  it('lets a stream go on, and ends it in time with a line that says where to go on', async () => {
    const { url, app } = await start({ graceSeconds: 2 })
    let controller!: ReadableStreamDefaultController<Uint8Array>
    const body = new ReadableStream<Uint8Array>({
      start(made) {
        controller = made
      },
    })
    const send = (id: number) => controller.enqueue(Buffer.from(`${JSON.stringify({ id, text: TEXT })}\n`))
    send(1)
    const answer = await fetch(`${url}/v1/extract:stream`, {
      method: 'POST',
      headers: LINES_TYPE,
      body,
      duplex: 'half',
    })
    const drained = app.drain()
    await wait(100)
    send(2)
    const lines = jsonLines(await answer.text())
    expect(lines).toMatchObject([
      { id: 1, status: 200 },
      { id: 2, status: 200 },
      { id: null, status: 503, error: { code: 'draining', line: 3 } },
    ])
    expect(await drained).toBe(true)
  })
})
