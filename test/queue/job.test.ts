import { describe, expect, it } from 'vitest'
import { aloneIdOf, jobIdOf, keyOf, slim, wrongJob } from '../../src/queue/job.ts'
import { openProducer } from '../../src/queue/producer.ts'

const article = { id: 'a', text: 'Họp tại 64 điểm cầu.' }

describe('keys', () => {
  it('are the same for the same article under the same options', () => {
    expect(keyOf({ ...article }, {})).toBe(keyOf(article, {}))
    expect(keyOf(article, { offsets: 'utf16' })).toBe(keyOf(article, {}))
    expect(keyOf(article, { types: ['date', 'topic'] })).toBe(keyOf(article, { types: ['topic', 'date'] }))
  })

  it('differ where anything differs that the facts depend on, or the id', () => {
    const keys = [
      keyOf(article, {}),
      keyOf({ ...article, id: 'b' }, {}),
      keyOf({ ...article, text: 'Họp.' }, {}),
      keyOf({ ...article, publishedAt: '2023-12-05' }, {}),
      keyOf(article, { offsets: 'utf8' }),
      keyOf(article, { types: ['date'] }),
      keyOf(article, { referenceDate: '2023-12-05' }),
    ]
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('make ids that BullMQ takes: no colon, not a number', () => {
    expect(jobIdOf({ articles: [article], options: {} })).toMatch(/^batch-[0-9a-f]{32}$/)
    expect(aloneIdOf(article, {})).toMatch(/^document-[0-9a-f]{32}$/)
  })

  it('of jobs depend on the documents and their order', () => {
    const other = { ...article, id: 'b' }
    const id = jobIdOf({ articles: [article, other], options: {} })
    expect(jobIdOf({ articles: [{ ...article }, other], options: {} })).toBe(id)
    expect(jobIdOf({ articles: [other, article], options: {} })).not.toBe(id)
  })
})

describe('an article on its way into a job', () => {
  it('keeps what extraction reads, and no more', () => {
    expect(slim({ publishedAt: null, text: 'x', id: 1, html: '<p>' } as never)).toEqual({ id: 1, text: 'x' })
    expect(slim({ ...article, publishedAt: '2023-12-05' })).toEqual({ ...article, publishedAt: '2023-12-05' })
  })

  it('stays as it is where it is none, so that the failed set shows it', () => {
    expect(slim(null as never)).toBeNull()
    expect(slim(7 as never)).toBe(7)
  })
})

it.each([
  [undefined, 'the job has no data'],
  [{}, 'articles: expected a list, got undefined'],
  [{ articles: [], options: 'all' }, 'options: expected an object, got string'],
  [{ articles: [], options: { types: ['ofical'] } }, 'did you mean official?'],
])('job data %j are wrong', (data, message) => {
  expect(wrongJob(data)).toContain(message)
})

it('job data that are right are not wrong', () => {
  expect(wrongJob({ articles: [article], options: { types: ['date'] } })).toBeUndefined()
  expect(wrongJob({ articles: [article] })).toBeUndefined()
})

it.each([0, 49, 201, 99.5])('a batch of %s is refused', async (batch) => {
  await expect(openProducer({ connection: {}, batch })).rejects.toThrow('batch: expected a whole number from 50 to 200')
})
