import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonLines, trichluc } from '../helpers/cli.ts'

const TEXT = 'Sáng 4/12, hội nghị họp tại 64 điểm cầu.'
const line = (value: unknown) => `${JSON.stringify(value)}\n`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trichluc-batch-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string) => join(folder, name)
const written = (name: string) => readFileSync(file(name), 'utf8')

describe('JSON Lines', () => {
  const articles = Array.from({ length: 500 }, (_, i) => line({ id: i, text: TEXT.repeat(1 + (i % 7)) })).join('')

  it('give what the filter gives, whatever the number of threads', () => {
    writeFileSync(file('articles.jsonl'), articles)
    const expected = trichluc(['extract', '-'], { input: articles }).stdout
    for (const jobs of ['1', '2', '3']) {
      const { status, stdout, stderr } = trichluc([
        'batch',
        file('articles.jsonl'),
        '--out',
        file(`${jobs}.jsonl`),
        '--jobs',
        jobs,
      ])
      expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
      expect(stderr).toContain('500 documents')
      expect(written(`${jobs}.jsonl`)).toBe(expected)
      expect(written(`${jobs}.jsonl.errors.jsonl`)).toBe('')
    }
  })

  it('with a bad line have an error row for it and the facts of the others', () => {
    writeFileSync(
      file('bad.jsonl'),
      `${line({ id: 'a', text: TEXT })}no JSON\n\n${line({ id: 'b', text: 7 })}${line({ id: 'c', text: TEXT })}\n`,
    )
    const { status } = trichluc(['batch', file('bad.jsonl'), '--out', file('bad.out.jsonl')])
    expect(status).toBe(1)
    expect(jsonLines(written('bad.out.jsonl'))).toMatchObject([{ id: 'a' }, { id: 'c' }])
    const source = file('bad.jsonl')
    const at = Buffer.byteLength(line({ id: 'a', text: TEXT }))
    expect(jsonLines(written('bad.out.jsonl.errors.jsonl'))).toEqual([
      { id: null, code: 'bad-json', source, line: 2, byte: at, message: `${source}:2: not valid JSON` },
      { id: null, code: 'blank-line', source, line: 3, byte: at + 8, message: `${source}:3: the line is blank` },
      {
        id: 'b',
        code: 'bad-text',
        source,
        line: 4,
        byte: at + 9,
        message: `${source}:4: text: expected a string, got a number`,
      },
    ])
  })
})
