/** Ten thousand requests at the same time: no answer is lost, none is another one's. */
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import {
  answersIn,
  burst,
  type HttpAnswer,
  mostConnections,
  openSocket,
  readAll,
  requestText,
} from '../helpers/burst.ts'
import { gauge, serveProcess } from '../helpers/serve-process.ts'

const AMOUNT = 10_000

/** Each with a number of its own in its text, its id and its header. */
const request = (id: number, headers: Readonly<Record<string, string>> = { connection: 'close' }) =>
  requestText(
    '/v1/extract',
    { id, text: `Hội nghị họp tại ${id + 2} điểm cầu.` },
    { 'x-request-id': String(id), ...headers },
  )
const numbers = (length: number) => Array.from({ length }, (_, i) => i)

function checkFacts({ body }: HttpAnswer, id: number): void {
  const answer = JSON.parse(body)
  if (answer.id !== id || answer.facts.length !== 1 || answer.facts[0].count !== id + 2)
    throw new Error(`request ${id} got ${body}`)
}

describe('ten thousand requests at the same time', () => {
  it('are all answered, each with its own answer', async () => {
    const { url } = await serveProcess(['--max-concurrent-requests', String(AMOUNT), '--request-seconds', '110'])
    // As many connections as the system gives; with fewer than ten thousand, one burst after the other.
    const together = Math.min(AMOUNT, mostConnections())
    for (let from = 0; from < AMOUNT; from += together) {
      const ids = numbers(Math.min(together, AMOUNT - from)).map((i) => from + i)
      const answers = await burst(
        url,
        ids.map((id) => request(id)),
      )
      for (const [i, answer] of answers.entries()) {
        const id = ids[i] as number
        if (answer?.status !== 200 || answer.requestId !== String(id))
          throw new Error(`request ${id} got ${JSON.stringify(answer)}`)
        checkFacts(answer, id)
      }
    }
    console.info(`${together} connections were open, and had their request sent, before the first answer was read`)
    expect(await gauge(url, 'trichluc_requests_in_flight')).toBe(0)
    expect(await gauge(url, 'trichluc_articles_total')).toBe(AMOUNT)
  })

  it('are all answered where few may be there together: the others with 429', async () => {
    const { url } = await serveProcess(['--max-concurrent-requests', '50'])
    const ids = numbers(Math.min(2000, mostConnections()))
    const answers = await burst(
      url,
      ids.map((id) => request(id)),
    )
    let [taken, refused] = [0, 0]
    for (const [id, answer] of answers.entries()) {
      if (answer?.status === 200) {
        checkFacts(answer, id)
        taken++
      } else {
        expect(answer?.status).toBe(429)
        expect(JSON.parse(answer?.body ?? '')).toMatchObject({ requestId: String(id), code: 'too-many-requests' })
        refused++
      }
      expect(answer?.requestId).toBe(String(id))
    }
    expect(taken).toBeGreaterThanOrEqual(50)
    expect(refused).toBeGreaterThan(0)
    expect(await gauge(url, 'trichluc_requests_in_flight')).toBe(0)
  })
})

it('requests that come one behind the other on one connection are answered in their order', async () => {
  const { url } = await serveProcess()
  const socket = await openSocket(url)
  const all = readAll(socket)
  const ids = numbers(300)
  socket.write(ids.map((id) => request(id, id === 299 ? { connection: 'close' } : {})).join(''))
  const answers = answersIn(await all)
  if (!socket.closed) await once(socket, 'close')
  expect(answers.map(({ status, requestId }) => [status, requestId])).toEqual(ids.map((id) => [200, String(id)]))
  for (const [id, answer] of answers.entries()) checkFacts(answer, id)
})
