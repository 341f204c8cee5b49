/** The queue on a real Redis, in small. The large run, with everything killed, is `npm run queue`. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Queue } from 'bullmq'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type OwnRedis, redisVersion, startRedis } from '../../integrations/queue/redis.ts'
import { extract } from '../../src/index.ts'
import type * as Module from '../../src/queue/index.ts'
import type { Answer } from '../../src/queue/index.ts'

const there = redisVersion() !== undefined
if (!there && process.env['CI']) throw new Error('there is no redis-server: apt-get install redis-server')
if (!there) console.warn('skipped the tests of the queue: there is no redis-server')

const TEXT = 'Sáng 4/12, hội nghị họp tại 64 điểm cầu.'
const articles = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => ({ id: from + i, text: TEXT, publishedAt: '2023-12-05' }))

describe.skipIf(!there)('on a real Redis', () => {
  let redis: OwnRedis
  let queue: typeof Module
  beforeAll(async () => {
    redis = await startRedis()
    // The built package, as it finds the file of its threads there.
    queue = (await import(pathToFileURL(join(inject('bundle'), 'queue.js')).href)) as typeof Module
  }, 120_000)
  afterAll(() => redis?.stop())

  let number = 0
  /** A queue of its own for a test, with a sink that counts. */
  const setting = async (worker: Partial<Module.WorkerOptions> = {}) => {
    const connection = { host: '127.0.0.1', port: redis.port }
    const name = `test-${number++}`
    const rows = new Map<string, Answer>()
    let deliveries = 0
    const sink = async (answers: readonly Answer[]) => {
      deliveries += answers.length
      for (const answer of answers) rows.set(answer.key, answer)
    }
    const producer = await queue.openProducer({ connection, queue: name, batch: 50 })
    const raw = new Queue(name, { connection })
    return {
      producer,
      raw,
      rows,
      deliveries: () => deliveries,
      /** Works until nothing is left. */
      async work() {
        const worked = await queue.startWorker({ connection, queue: name, sink, ...worker })
        while ((await raw.getJobCountByTypes('wait', 'active', 'delayed')) > 0)
          await new Promise((r) => setTimeout(r, 50))
        await worked.close()
      },
      async failed() {
        return (await raw.getFailed()).map(({ data, failedReason }) => ({ data, failedReason }))
      },
      async [Symbol.asyncDispose]() {
        await producer.close()
        await raw.close()
      },
    }
  }

  it('gives each document to the sink, with the facts of the library', async () => {
    await using test = await setting({ threads: 2 })
    expect(await test.producer.add(articles(120))).toEqual({ documents: 120, jobs: 3 })
    await test.work()
    const ids = [...test.rows.values()].map(({ id }) => id).sort((a, b) => Number(a) - Number(b))
    expect(ids).toEqual(articles(120).map(({ id }) => id))
    const { id, line } = [...test.rows.values()][0] as Answer
    expect(line).toBe(JSON.stringify({ id, ...extract(TEXT, { referenceDate: '2023-12-05' }) }))
    expect(await test.failed()).toEqual([])
  })

  it('does not do a job again that it knows, whether it waits or is done', async () => {
    await using test = await setting()
    await test.producer.add(articles(60))
    await test.producer.add(articles(60))
    expect(await test.raw.getWaitingCount()).toBe(2)
    await test.work()
    await test.producer.add(articles(60))
    expect(await test.raw.getWaitingCount()).toBe(0)
    expect(test.deliveries()).toBe(60)
    // What is done is remembered by its id, without its articles.
    const [done] = await test.raw.getCompleted()
    expect(done?.data).toEqual({ done: { documents: expect.any(Number), alone: 0 } })
  })

  it('gives the same keys where other jobs hold the same documents', async () => {
    await using test = await setting()
    await test.producer.add(articles(60))
    await test.producer.add(articles(60, 30))
    await test.work()
    expect({ deliveries: test.deliveries(), rows: test.rows.size }).toEqual({ deliveries: 120, rows: 90 })
  })

  it('puts poison into the failed set, each document alone with its reason', async () => {
    await using test = await setting()
    const poison = { id: 'p', text: 7 } as never
    await test.producer.add([...articles(10), poison, ...articles(10, 10)])
    await test.raw.add('batch', 'nonsense')
    await test.work()
    expect(test.rows.size).toBe(20)
    expect(await test.failed()).toEqual(
      expect.arrayContaining([
        {
          data: { articles: [{ id: 'p', text: 7 }], options: {} },
          failedReason: 'bad-text: text: expected a string, got a number',
        },
        { data: 'nonsense', failedReason: 'the job has no data' },
      ]),
    )
    expect(await test.failed()).toHaveLength(2)
  })

  it('finds the document that kills a thread, and does the others', async () => {
    await using test = await setting({ heapMegabytes: 16 })
    // Its facts take more room than the thread may have.
    const huge = { id: 'huge', text: 'Ngày 4/12/2023, ông Nguyễn Văn A, Bí thư Tỉnh ủy. '.repeat(20_000) }
    await test.producer.add([...articles(1), huge, ...articles(1, 1)])
    await test.work()
    expect(test.rows.size).toBe(2)
    expect(await test.failed()).toMatchObject([
      { data: { articles: [{ id: 'huge' }] }, failedReason: expect.stringMatching(/^thread-ended: /) },
    ])
  })

  it('gives each document of a job with which workers have died a job of its own', async () => {
    await using test = await setting()
    const job = await test.raw.add('batch', { articles: articles(5), options: {} }, { jobId: 'deadly' })
    // As BullMQ counts it when a job's lock has run out.
    const client = new Redis({ host: '127.0.0.1', port: redis.port })
    await client.hset(test.raw.toKey(job.id as string), 'stc', '2')
    client.disconnect()
    await test.work()
    expect(test.rows.size).toBe(5)
    const done = await test.raw.getCompleted()
    expect(done.map(({ returnvalue }) => returnvalue.documents).sort()).toEqual([0, 1, 1, 1, 1, 1])
  })

  it('gives a job again whose sink has failed', async () => {
    let attempts = 0
    const rows: Answer[] = []
    const sink = async (answers: readonly Answer[]) => {
      if (attempts++ === 0) throw new Error('the database is away')
      rows.push(...answers)
    }
    await using test = await setting({ sink })
    await test.producer.add(articles(5))
    await test.work()
    expect({ attempts, rows: rows.length }).toEqual({ attempts: 2, rows: 5 })
  })

  it('closes when what it has begun is in the sink', async () => {
    const rows: Answer[] = []
    let begun: () => void = () => {}
    const first = new Promise<void>((resolve) => (begun = resolve))
    const sink = async (answers: readonly Answer[]) => {
      begun()
      await new Promise((resolve) => setTimeout(resolve, 300))
      rows.push(...answers)
    }
    await using test = await setting()
    await test.producer.add(articles(500))
    const { name } = test.raw
    const worker = await queue.startWorker({ connection: { host: '127.0.0.1', port: redis.port }, queue: name, sink })
    await first
    await worker.close()
    const counts = await test.raw.getJobCounts('active', 'completed', 'waiting')
    expect(counts['active']).toBe(0)
    expect(rows.length).toBe((counts['completed'] as number) * 50)
    expect(rows.length).toBeGreaterThan(0)
    expect((counts['completed'] as number) + (counts['waiting'] as number)).toBe(10)
  })

  it('lets the producer wait while enough jobs are waiting', async () => {
    const connection = { host: '127.0.0.1', port: redis.port }
    await using test = await setting()
    const producer = await queue.openProducer({ connection, queue: test.raw.name, batch: 50, maxWaiting: 20 })
    let added = false
    const adding = producer.add(articles(5000)).then(() => (added = true))
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(added).toBe(false)
    expect(await test.raw.getWaitingCount()).toBeLessThanOrEqual(40)
    await test.work()
    await adding
    await producer.close()
  })
})
