import { describe, expect, it } from 'vitest'
import { handle } from '../../src/handler/index.ts'
import { extract, OptionError } from '../../src/index.ts'

const TEXT = 'Sáng 4/12, hội nghị họp tại 64 điểm cầu.'
const message = (messageId: string, body: unknown) => ({ messageId, body })
const json = (messageId: string, body: unknown) => message(messageId, JSON.stringify(body))

describe('a batch of messages', () => {
  it('gives of each what extract gives, in order', () => {
    const { results, failures, batchItemFailures } = handle([
      json('m1', { id: 'a', text: TEXT, publishedAt: '2023-12-05' }),
      message('m2', { id: 7, text: TEXT }),
    ])
    expect(results).toEqual([
      { messageId: 'm1', id: 'a', extraction: extract(TEXT, { referenceDate: '2023-12-05' }) },
      { messageId: 'm2', id: 7, extraction: extract(TEXT) },
    ])
    expect({ failures, batchItemFailures }).toEqual({ failures: [], batchItemFailures: [] })
  })

  it('of none gives none', () => {
    expect(handle([])).toEqual({ results: [], failures: [], batchItemFailures: [] })
  })

  it('takes the records of an SQS event as they come', () => {
    const record = {
      messageId: '059f36b4-87a3-44ab-83d2-661975830a7d',
      receiptHandle: 'AQEB…',
      body: JSON.stringify({ id: 'a', text: TEXT }),
      attributes: { ApproximateReceiveCount: '1' },
      eventSource: 'aws:sqs',
    }
    expect(handle([record]).results).toMatchObject([{ messageId: record.messageId, id: 'a' }])
  })

  it('lets what is no article fail alone, with its reason, and in the form of a partial batch response', () => {
    const { results, failures, batchItemFailures } = handle([
      json('good', { id: 'a', text: TEXT }),
      message('half', '{"id":"b","te'),
      json('number', { id: 'c', text: 7 }),
      json('no id', { text: TEXT }),
      json('date', { id: 'd', text: TEXT, publishedAt: '5/12/2023' }),
      message('nothing', undefined),
      json('good too', { id: 'e', text: '' }),
    ])
    expect(results.map(({ messageId }) => messageId)).toEqual(['good', 'good too'])
    expect(failures).toEqual([
      { messageId: 'half', id: null, code: 'bad-json', message: 'not valid JSON' },
      { messageId: 'number', id: 'c', code: 'bad-text', message: 'text: expected a string, got a number' },
      { messageId: 'no id', id: null, code: 'bad-id', message: 'id: expected a string or a number, got nothing' },
      expect.objectContaining({ messageId: 'date', id: 'd', code: 'bad-published-at' }),
      expect.objectContaining({ messageId: 'nothing', id: null, code: 'bad-line' }),
    ])
    expect(batchItemFailures).toEqual([
      { itemIdentifier: 'half' },
      { itemIdentifier: 'number' },
      { itemIdentifier: 'no id' },
      { itemIdentifier: 'date' },
      { itemIdentifier: 'nothing' },
    ])
  })

  it('keeps the facts of the others where extraction itself fails at one', () => {
    // Only text that is not in NFC is given to it.
    const nfc = () => {
      throw new Error('out of tables')
    }
    const { results, failures } = handle(
      [
        json('m1', { id: 1, text: 'Họp.' }),
        json('m2', { id: 2, text: TEXT.normalize('NFD') }),
        json('m3', { id: 3, text: 'Họp.' }),
      ],
      { nfc },
    )
    expect(results.map(({ id }) => id)).toEqual([1, 3])
    expect(failures).toEqual([{ messageId: 'm2', id: 2, code: 'extraction-failed', message: 'out of tables' }])
  })
})

describe('wrong usage', () => {
  it('is thrown, since no message is to blame', () => {
    expect(() => handle([], { offsets: 'utf7' as never })).toThrow(OptionError)
    expect(() => handle('x' as never)).toThrow('messages: expected a list, got string')
    expect(() => handle([{ body: '{}' } as never])).toThrow('messages[0].messageId: expected a string')
    expect(() => handle([null as never])).toThrow('messages[0].messageId')
  })
})
