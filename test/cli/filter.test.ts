import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { extract } from '../../src/index.ts'
import { jsonLines, trichluc } from '../helpers/cli.ts'

const TEXT = 'Sáng 4/12, hội nghị họp tại 64 điểm cầu.'
const line = (value: unknown) => `${JSON.stringify(value)}\n`
const filter = (input: string | Uint8Array, ...flags: readonly string[]) => {
  const { status, stdout, stderr } = trichluc(['extract', '-', ...flags], { input })
  return { status, stderr, stdout, answers: jsonLines(stdout) as readonly Readonly<Record<string, unknown>>[] }
}

describe('good input', () => {
  it('gives a line for each, in order, and nothing else', () => {
    const ids = Array.from({ length: 300 }, (_, i) => `a${i}`)
    const { status, stderr, stdout, answers } = filter(ids.map((id) => line({ id, text: TEXT })).join(''))
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.split('\n')).toHaveLength(301)
    expect(answers.map(({ id }) => id)).toEqual(ids)
  })

  it('gives what the library gives', () => {
    const { answers } = filter(line({ id: 'a', text: TEXT, publishedAt: '2023-12-05' }))
    const expected = extract(TEXT, { referenceDate: '2023-12-05' })
    expect(answers[0]).toEqual({ id: 'a', ...JSON.parse(JSON.stringify(expected)) })
  })

  it('of nothing gives nothing', () => {
    expect(filter('')).toMatchObject({ status: 0, stdout: '', stderr: '' })
    expect(filter('\n')).toMatchObject({ status: 0, stdout: '' })
  })

  it('needs no LF at the end, and takes one blank line there', () => {
    const article = JSON.stringify({ id: 1, text: TEXT })
    for (const input of [article, `${article}\n`, `${article}\n\n`, `${article}\r\n`, `${article}\n  \n`])
      expect(filter(input)).toMatchObject({ status: 0, answers: [{ id: 1 }] })
  })

  it('splits on LF alone', () => {
    const { status, answers } = filter(`{"id":1,"text":"a\u2028b\u0085c"}\r\n{"id":2,"text":"x"}\n`)
    expect(status).toBe(0)
    expect(answers.map(({ id }) => id)).toEqual([1, 2])
  })

  it.each([['2023-12-05'], ['2023-12-05T08:30:00+07:00'], ['2023-12-05T01:30Z'], ['2023-12-05 08:30:00.123']])(
    'takes the day of publishedAt %s',
    (publishedAt) => {
      expect(filter(line({ id: 'a', text: TEXT, publishedAt })).answers[0]).toMatchObject({
        reference: { date: '2023-12-05' },
      })
    },
  )

  it('takes --reference-date where a line has no publishedAt', () => {
    const input =
      line({ id: 'a', text: 'Họp.' }) +
      line({ id: 'b', text: 'Họp.', publishedAt: '2020-01-01' }) +
      line({ id: 'c', text: 'Họp.', publishedAt: null })
    const dates = filter(input, '--reference-date', '2023-12-05').answers.map(
      ({ reference }) => (reference as { date: string }).date,
    )
    expect(dates).toEqual(['2023-12-05', '2020-01-01', '2023-12-05'])
  })

  it('takes --types and --offsets', () => {
    const { answers } = filter(
      line({ id: 'a', text: `😀 ${TEXT}` }),
      '--types',
      'bridgePoints',
      '--offsets',
      'codepoint',
    )
    expect(answers[0]).toMatchObject({ offsets: 'codepoint', facts: [{ type: 'bridgePoints', start: 30 }] })
  })

  it('passes over fields that it does not know, and a byte-order mark', () => {
    expect(filter(`\ufeff${line({ id: 'a', text: TEXT, url: 'x' })}`)).toMatchObject({
      status: 0,
      answers: [{ id: 'a' }],
    })
  })

  it('takes a line of megabytes in many chunks', () => {
    const text = `${'Hội nghị họp tại 64 điểm cầu. '.repeat(1 << 16)}`
    const { status, answers } = filter(line({ id: 'long', text }))
    expect(status).toBe(0)
    expect(answers[0]?.['facts']).toHaveLength(1 << 16)
  })
})

describe('bad input', () => {
  it.each([
    ['no JSON', '{"id":"a","text"', { id: null, error: { code: 'bad-json', line: 2 } }],
    [
      'a number',
      '7',
      { id: null, error: { code: 'bad-line', line: 2, message: 'expected an object with id and text, got a number' } },
    ],
    ['null', 'null', { id: null, error: { code: 'bad-line' } }],
    ['a list', '[]', { id: null, error: { code: 'bad-line' } }],
    [
      'no id',
      '{"text":"x"}',
      { id: null, error: { code: 'bad-id', message: 'id: expected a string or a number, got nothing' } },
    ],
    ['a list for an id', '{"id":[],"text":"x"}', { id: null, error: { code: 'bad-id' } }],
    [
      'no text',
      '{"id":"b"}',
      { id: 'b', error: { code: 'bad-text', line: 2, message: 'text: expected a string, got nothing' } },
    ],
    ['a number for a text', '{"id":"b","text":3}', { id: 'b', error: { code: 'bad-text' } }],
    [
      'a day that is none',
      '{"id":"b","text":"x","publishedAt":"2023-02-30"}',
      { id: 'b', error: { code: 'bad-published-at' } },
    ],
    [
      'another form of date',
      '{"id":"b","text":"x","publishedAt":"5/12/2023"}',
      { id: 'b', error: { code: 'bad-published-at' } },
    ],
    [
      'a number for a date',
      '{"id":"b","text":"x","publishedAt":1701734400}',
      { id: 'b', error: { code: 'bad-published-at' } },
    ],
    ['a blank line', '', { id: null, error: { code: 'blank-line', line: 2 } }],
    ['a hundred thousand brackets', '['.repeat(100_000), { id: null, error: { code: 'bad-json' } }],
  ])('%s gives an error in its place and leaves the others alone', (_name, bad, expected) => {
    const good = (id: string) => line({ id, text: TEXT })
    const { status, stderr, answers } = filter(`${good('1')}${bad}\n${good('3')}`)
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(answers).toHaveLength(3)
    expect(answers[1]).toMatchObject(expected)
    expect(Object.keys(answers[1] as object)).toEqual(['id', 'error'])
    expect([answers[0], answers[2]]).toMatchObject([{ id: '1' }, { id: '3' }])
    expect(answers[2]).not.toHaveProperty('error')
  })

  it('names the byte that is not UTF-8', () => {
    const input = Buffer.concat([Buffer.from('{"id":"a","text":"'), Buffer.from([0xe1, 0xff]), Buffer.from('"}\n')])
    expect(filter(input)).toMatchObject({
      status: 1,
      answers: [{ id: null, error: { code: 'bad-utf8', line: 1, message: 'not valid UTF-8 at byte 19' } }],
    })
  })

  it('of every kind is answered line by line', () => {
    const { answers } = filter('x\n\n{}\n\n')
    expect(answers.map(({ error }) => (error as { line: number }).line)).toEqual([1, 2, 3])
  })
})

const start = (...flags: readonly string[]) =>
  spawn(process.execPath, [join(inject('bundle'), 'cli.js'), 'extract', '-', ...flags])
const ended = (child: ReturnType<typeof start>) => new Promise((resolve) => child.once('close', resolve))

describe('the stream', () => {
  it('answers before the input ends', async () => {
    const child = start()
    child.stdin.write(line({ id: 'first', text: TEXT }))
    const [chunk] = (await new Promise((resolve) => child.stdout.once('data', (data) => resolve([data])))) as [Buffer]
    expect(JSON.parse(chunk.toString())).toMatchObject({ id: 'first' })
    child.stdin.end()
    expect(await ended(child)).toBe(0)
  })

  it('is quiet when its reader has seen enough', async () => {
    const child = start()
    let stderr = ''
    child.stderr.on('data', (data) => {
      stderr += data
    })
    child.stdin.on('error', () => {})
    child.stdout.once('data', () => child.stdout.destroy())
    const input = line({ id: 'x', text: TEXT.repeat(100) })
    for (let i = 0; i < 2000; i++) child.stdin.write(input)
    child.stdin.end()
    expect(await ended(child)).toBe(0)
    expect(stderr).toBe('')
  })

  it('waits for a slow reader instead of holding all answers', async () => {
    const child = start()
    child.stdin.on('error', () => {})
    const input = line({ id: 'x', text: TEXT.repeat(20) })
    let taken = 0
    // The pipes hold some; then the filter must stop reading, and so must we.
    while (child.stdin.write(input) && taken < 200_000) taken++
    expect(taken).toBeLessThan(200_000)
    child.kill()
    await ended(child)
  })
})
