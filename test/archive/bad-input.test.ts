/** What is wrong with an archive costs what it must, is said with file and place, and the rest goes on. */
import { rmSync } from 'node:fs'
import zlib from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { builtArchive, folder, items, jsonl, pageOf, response } from '../helpers/archive.ts'

const list = items(40)
const at = folder()
let runs = 0

async function run(inputs: readonly string[], more: object = {}) {
  const { batch } = await builtArchive()
  const name = `out-${runs++}.jsonl`
  const summary = await batch({ inputs, out: at.path(name), jobs: 1, ...more })
  return { summary, ids: at.lines(name).map(({ id }) => id), errors: at.lines(`${name}.errors.jsonl`) }
}

const good = () => at.write('good.jsonl', jsonl([{ id: 'tốt', text: 'Họp tại 64 điểm cầu.' }]))

describe('compressed files', () => {
  const whole = zlib.gzipSync(jsonl(list))

  it('a truncated gzip gives what can be read, and the line where it ends', async () => {
    const cut = Math.floor(whole.length * 0.8)
    const file = at.write('cut.jsonl.gz', whole.subarray(0, cut))
    const { ids, errors, summary } = await run([file, good()])
    expect(ids.length).toBeGreaterThan(10)
    expect(ids).toEqual([...list.slice(0, ids.length - 1).map(({ id }) => id), 'tốt'])
    expect(errors).toMatchObject([{ id: null, code: 'truncated', source: file, line: ids.length }])
    expect(errors[0]?.['message']).toBe(`${file}:${ids.length}: the file ends at byte ${cut}, before its gzip data do`)
    expect(summary.failed).toBe(1)
  })

  it('a broken gzip too', async () => {
    const bytes = Buffer.from(whole)
    bytes.fill(0, whole.length >> 1, (whole.length >> 1) + 200)
    const { ids, errors } = await run([at.write('broken.jsonl.gz', bytes), good()])
    expect(ids.at(-1)).toBe('tốt')
    expect(errors.map(({ code }) => code)).toContain('bad-compression')
  })

  it('garbage behind a member, and a name that lies', async () => {
    const garbage = Buffer.concat([whole, Buffer.from('garbage')])
    const { ids, errors } = await run([
      at.write('garbage.jsonl.gz', garbage),
      at.write('lie.jsonl.gz', jsonl(list)),
      good(),
    ])
    // What the decompressor had not handed out when it met the garbage is lost, and that is said.
    expect(ids.length).toBeGreaterThan(20)
    expect(ids).toEqual([...list.slice(0, ids.length - 1).map(({ id }) => id), 'tốt'])
    expect(errors.map(({ code }) => code)).toEqual(['bad-compression', 'bad-compression'])
  })

  it.each(['br', 'zst'])('a truncated .%s', async (ending) => {
    const bytes =
      ending === 'br' ? zlib.brotliCompressSync(jsonl(list)) : Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x50, 1])
    const { ids, errors } = await run([at.write(`cut.jsonl.${ending}`, bytes.subarray(0, bytes.length - 1)), good()])
    expect(ids.at(-1)).toBe('tốt')
    expect(errors.map(({ code }) => code)).toEqual(['truncated'])
  })
})

describe('WARC', () => {
  const few = list.slice(0, 15)
  const records = few.map((item) => response(`https://báo.example/${item.id}`, Buffer.from(pageOf(item))))
  const urls = few.map(({ id }) => `https://báo.example/${id}`)

  it('a record whose length is too great, or too small, costs that record', async () => {
    for (const change of [1000, -10, 5_000_000]) {
      const second = Buffer.from(
        records[1]
          ?.toString('latin1')
          .replace(/Content-Length: (\d+)/, (_, n) => `Content-Length: ${Number(n) + change}`) ?? '',
        'latin1',
      )
      const file = at.write('length.warc', Buffer.concat([records[0] as Buffer, second, ...records.slice(2)]))
      const { ids, errors } = await run([file])
      expect(ids).toEqual([urls[0], ...urls.slice(2)])
      expect(errors).toHaveLength(1)
      expect(errors[0]).toMatchObject({ byte: (records[0] as Buffer).length, source: file })
      expect(errors[0]?.['message']).toMatch(/length\.warc, byte \d+: a WARC record /)
    }
  })

  it('a truncated file costs its last record', async () => {
    const bytes = Buffer.concat(records)
    for (const file of [
      at.write('cut.warc', bytes.subarray(0, -500)),
      at.write('cut.warc.gz', zlib.gzipSync(bytes).subarray(0, -40)),
    ]) {
      const { ids, errors } = await run([file])
      expect(ids).toEqual(urls.slice(0, ids.length))
      expect(ids.length).toBeGreaterThan(8)
      expect(errors.map(({ code }) => code)).toContain('truncated')
    }
  })

  it('what is no record is passed over up to the next one', async () => {
    const file = at.write(
      'noise.warc',
      Buffer.concat([
        Buffer.from('noise\nnoise\n'),
        records[0] as Buffer,
        Buffer.from('more\r\n'),
        records[1] as Buffer,
      ]),
    )
    const { ids, errors } = await run([file])
    expect(ids).toEqual(urls.slice(0, 2))
    expect(errors.map(({ code, byte }) => ({ code, byte }))).toEqual([
      { code: 'bad-warc', byte: 0 },
      { code: 'bad-warc', byte: 12 + (records[0] as Buffer).length },
    ])
  })

  it('a body that cannot be decompressed costs its page', async () => {
    const bad = response('https://báo.example/hỏng', zlib.gzipSync('x'.repeat(999)).subarray(0, 20), [
      'Content-Encoding: gzip',
    ])
    const { ids, errors } = await run([at.write('body.warc', Buffer.concat([bad, records[0] as Buffer]))])
    expect(ids).toEqual([urls[0]])
    expect(errors).toMatchObject([{ id: 'https://báo.example/hỏng', code: 'bad-http' }])
  })
})

describe('CSV', () => {
  it('rows with too many or too few fields, or wrong quotes, cost themselves', async () => {
    const file = at.write(
      'bad.csv',
      'id,text,publishedAt\n1,Họp.,2023-12-05\n2,Họp,thêm,2023-12-05\n3,Họp.\n4,a"b"c,\n"5","Họp"x,\n6,Họp.,5/12/2023\n7,"Họp\nhai dòng.",\n\n8,Họp.,\n',
    )
    const { ids, errors } = await run([file])
    expect(ids).toEqual(['1', '7', '8'])
    expect(errors.map(({ id, code, line }) => ({ id, code, line }))).toEqual([
      { id: '2', code: 'bad-csv', line: 3 },
      { id: '3', code: 'bad-csv', line: 4 },
      { id: null, code: 'bad-csv', line: 5 },
      { id: null, code: 'bad-csv', line: 6 },
      { id: '6', code: 'bad-published-at', line: 7 },
    ])
    expect(errors[0]?.['message']).toBe(`${file}:3: the row has 4 fields, and the header 3`)
  })

  it('a quote that is never closed costs its line', async () => {
    const { ids, errors } = await run([at.write('open.csv', 'id,text\n1,Họp.\n2,"Họp\n3,Họp.\n4,"Họp."\n5,Họp.\n')])
    expect(ids).toEqual(['1', '3', '4', '5'])
    expect(errors).toMatchObject([{ code: 'bad-csv', line: 3 }])
  })

  it('without the column of the text says which there are', async () => {
    const { errors } = await run([at.write('columns.csv', 'id,body\n1,Họp.\n'), good()])
    expect(errors).toMatchObject([{ id: '1', code: 'no-column', line: 2 }])
    expect(errors[0]?.['message']).toContain('there is no column "text"; the header has id, body')
  })
})

describe('documents', () => {
  it('JSON that is not UTF-8 is an error with its byte', async () => {
    const line = Buffer.concat([Buffer.from('{"id":"a","text":"'), Buffer.from([0xff]), Buffer.from('"}\n')])
    const { ids, errors } = await run([
      at.write('utf8.jsonl', Buffer.concat([line, Buffer.from(jsonl(list.slice(0, 1)))])),
    ])
    expect(ids).toEqual([list[0]?.id])
    expect(errors).toMatchObject([{ code: 'bad-utf8', line: 1 }])
    expect(errors[0]?.['message']).toMatch(/utf8\.jsonl:1: not valid UTF-8 at byte 18$/)
  })

  it('longer than what is read are errors, wherever they stand', async () => {
    const long = 'a'.repeat(300_000)
    const limit = { mostBytes: 200_000 }
    const short = { id: 'k', text: 'Họp.' }
    const lines = await run([at.write('long.jsonl', jsonl([short, { id: 'd', text: long }, short]))], limit)
    expect([lines.ids, lines.errors.map(({ code, line }) => [code, line])]).toEqual([['k', 'k'], [['too-long', 2]]])
    const rows = await run([at.write('long.csv', `id,text\nk,Họp.\nd,${long}\nk,Họp.\n`)], limit)
    expect([rows.ids, rows.errors.map(({ code, line }) => [code, line])]).toEqual([['k', 'k'], [['too-long', 3]]])
    const open = await run([at.write('long-open.csv', `id,text\nk,Họp.\nd,"${long}\nk,Họp.\n`)], limit)
    expect([open.ids, open.errors.map(({ code, line }) => [code, line])]).toEqual([['k', 'k'], [['bad-csv', 3]]])
    const file = at.write('long.txt', long)
    const text = await run([file, at.write('short.txt', 'Họp.')], limit)
    expect(text.errors).toMatchObject([{ id: file, code: 'too-long', source: file, line: null }])
    expect(text.ids).toEqual([at.path('short.txt')])
    const page = response('https://báo.example/dài', Buffer.from(long))
    const next = response('https://báo.example/ngắn', Buffer.from(pageOf(list[0] as never)))
    const warc = await run([at.write('long.warc', Buffer.concat([page, next]))], limit)
    expect([warc.ids, warc.errors.map(({ code, byte }) => [code, byte])]).toEqual([
      ['https://báo.example/ngắn'],
      [['too-long', 0]],
    ])
    const bomb = response('https://báo.example/nổ', zlib.gzipSync(long), ['Content-Encoding: gzip'])
    expect((await run([at.write('bomb.warc', bomb)], limit)).errors).toMatchObject([{ code: 'bad-http' }])
  })

  it('in a file that vanishes while the archive is read cost themselves', async () => {
    const files = list.map(({ id, text }) => at.write(`${id}.txt`, text))
    const last = files.at(-1) as string
    // The note that a file of an unknown ending is passed over comes when the list is made; progress when the first are done.
    let gone = false
    const big = at.write('first.jsonl', jsonl(items(300)))
    const { ids, errors } = await run([big, ...files], {
      onProgress: () => {
        if (!gone) rmSync(last)
        gone = true
      },
    })
    expect(ids).toHaveLength(300 + files.length - 1)
    expect(errors).toMatchObject([{ id: last, code: 'vanished', source: last }])
  })
})

describe('what cannot be begun', () => {
  it.each<[string, object, RegExp]>([
    ['no input', { inputs: [] }, /name at least one/],
    ['a file that is not there', { inputs: ['nowhere.jsonl'] }, /nowhere\.jsonl: there is no such file/],
    [
      'a file of an unknown kind',
      { inputs: [`${import.meta.dirname}/bad-input.test.ts`] },
      /bad-input\.test\.ts: its ending/,
    ],
    ['an ending of --out that says nothing', { out: 'facts' }, /the ending of "facts" says no format/],
    ['--jobs 0', { jobs: 0 }, /--jobs: expected a whole number from 1, got 0/],
    ['--max-errors x', { maxErrors: 'x' }, /--max-errors: expected a number or a share/],
    ['two outputs in one file', { errors: at.path('out.jsonl') }, /must be different files/],
    ['nothing to retry', { mode: 'retry-failed', out: at.path('new.jsonl') }, /nothing to retry/],
    [
      'an output in a folder that is not there',
      { out: at.path('no/where.jsonl') },
      /where\.jsonl\.\S+: there is no such file/,
    ],
  ])('%s', async (_name, options, message) => {
    const { batch, BatchError } = await builtArchive()
    const failure = await batch({ inputs: [good()], out: at.path('out.jsonl'), ...options }).catch((error) => error)
    expect(failure).toBeInstanceOf(BatchError)
    expect(failure.message).toMatch(message)
  })
})
