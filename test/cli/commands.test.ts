import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { version } from '../../package.json'
import { explain, extract, factTypes } from '../../src/index.ts'
import { jsonLines, trichluc } from '../helpers/cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'trichluc-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

const TEXT = 'Tin vắn 😀\r\nHội nghị họp tại hơn 1.200\u00a0điểm cầu cơ sở.\r\n'.normalize('NFD')
const file = join(folder, 'tin.txt')
writeFileSync(file, TEXT)
const empty = join(folder, 'empty.txt')
writeFileSync(empty, '')
const latin = join(folder, 'latin.txt')
writeFileSync(latin, Buffer.from([0x41, 0x42, 0xe9, 0x20, 0x43]))

describe('extract FILE', () => {
  it('prints a table with kind, value, place and evidence', () => {
    const { status, stdout, stderr } = trichluc(['extract', file, '--types', 'bridgePoints'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const [head, columns, row] = stdout.split('\n')
    expect(head).toBe(`${file} · 1 fact · no reference date`)
    expect(columns).toMatch(/^kind +value +where +text$/)
    expect(row?.normalize('NFC')).toMatch(/^bridgePoints +>1\.200 branch +2:\d+ +hơn 1\.200 điểm cầu cơ sở$/)
  })

  it('has no colours where nobody sees them', () => {
    expect(trichluc(['extract', file]).stdout).not.toContain('\u001b')
  })

  it('gives JSON of all files as one list', () => {
    const { stdout } = trichluc(['extract', '--format', 'json', file, empty])
    const [first, second, ...more] = JSON.parse(stdout)
    expect(first).toEqual({ id: file, ...JSON.parse(JSON.stringify(extract(TEXT))) })
    expect(second).toMatchObject({ id: empty, facts: [], diagnostics: [{ code: 'empty-text' }] })
    expect(more).toEqual([])
  })

  it('gives JSON Lines, one a file', () => {
    const { stdout } = trichluc(['extract', '--format', 'jsonl', file, empty])
    expect(jsonLines(stdout)).toMatchObject([{ id: file }, { id: empty }])
  })

  it('says what an article without text is', () => {
    expect(trichluc(['extract', empty]).stdout).toContain('note: the text is empty')
  })

  it('names the files that it cannot read and does the others', () => {
    const { status, stdout, stderr } = trichluc([
      'extract',
      '--format',
      'jsonl',
      join(folder, 'no.txt'),
      folder,
      latin,
      file,
    ])
    expect(status).toBe(1)
    expect(stderr).toContain(`${join(folder, 'no.txt')}: there is no such file`)
    expect(stderr).toContain(`${folder}: is a directory`)
    expect(stderr).toContain(`${latin}: not valid UTF-8 at byte 3`)
    expect(jsonLines(stdout)).toMatchObject([{ id: file }])
  })

  it('keeps a list of JSON whole where no file can be read', () => {
    expect(JSON.parse(trichluc(['extract', '--format', 'json', 'no.txt']).stdout)).toEqual([])
  })
})

describe('wrong usage', () => {
  it.each([
    [['extrct', 'a'], 'Did you mean extract?'],
    [['extract'], "missing required argument 'file'"],
    [['extract', file, '--type', 'date'], 'Did you mean --types?'],
    [['extract', file, '--types', 'date,oficial'], '--types: there is no fact type "oficial"; did you mean official?'],
    [
      ['extract', file, '--offsets', 'utf-8'],
      '--offsets: expected one of utf16, codepoint, utf8, got "utf-8"; did you mean utf8?',
    ],
    [['extract', file, '--reference-date', '5/12/2023'], '--reference-date: expected a day as YYYY-MM-DD'],
    [['extract', file, '--format', 'csv'], 'Allowed choices are table, json, jsonl'],
    [['extract', '-', file], '- stands alone'],
    [['extract', '-', '--format', 'table'], '- writes JSON Lines'],
    [['explain', file], 'expected FILE:OFFSET or FILE:LINE:COLUMN'],
    [['explain', `${file}:99999`], 'expected a whole number from 0 to'],
    [['explain', `${file}:99:1`], 'has no line 99 with a column 1'],
    [['eval'], "missing required argument 'dir'"],
  ])('%j', (args, message) => {
    const { status, stdout, stderr } = trichluc(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(message)
  })

  it('help and version are no errors', () => {
    expect(trichluc(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
    const { status, stdout } = trichluc(['extract', '--help'])
    expect(status).toBe(0)
    for (const type of factTypes) expect(stdout).toContain(type)
  })
})

describe('explain', () => {
  const at = TEXT.indexOf('1.200')

  it('tells of the facts at an offset', () => {
    const { status, stdout } = trichluc(['explain', `${file}:${at}`])
    expect(status).toBe(0)
    expect(stdout).toContain('bridgePoints >1.200 branch')
    expect(stdout).toContain('rule        bridge-points/')
    expect(stdout).toContain('read        count = 1200')
  })

  it('takes the line and column of the table', () => {
    const before = TEXT.slice(0, at)
    const column = at - before.lastIndexOf('\n')
    expect(trichluc(['explain', `${file}:2:${column}`, '--offsets', 'utf8']).stdout).toContain('bridgePoints >1.200')
  })

  it('gives JSON as the library does', () => {
    const { stdout } = trichluc(['explain', '--json', `${file}:${at}`])
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(explain(TEXT, at))))
  })

  it('says where there is none', () => {
    expect(trichluc(['explain', `${file}:0`]).stdout).toContain('No fact covers offset 0')
  })

  it('names a file that it cannot read', () => {
    expect(trichluc(['explain', 'no.txt:3'])).toMatchObject({
      status: 1,
      stderr: 'trichluc: no.txt: there is no such file\n',
    })
  })
})

describe('eval', () => {
  writeFileSync(join(folder, 'a.txt'), 'Họp tại 64 điểm cầu cơ sở.')
  writeFileSync(
    join(folder, 'a.gold.json'),
    JSON.stringify({
      doc: 'a',
      reference: null,
      facts: [
        { type: 'bridgePoints', start: 8, end: 24, count: 64, role: 'branch', approx: 'about' },
        { type: 'attendance', start: 0, end: 3, count: 5, unit: 'người' },
      ],
    }),
  )

  it('prints figures a type', () => {
    const { status, stdout } = trichluc(['eval', folder])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^bridgePoints +1 +1 +100\.0 +100\.0 +100\.0$/m)
    expect(stdout).toMatch(/^ {2}bridgePoints\.approx +1 +1 +0\.0 +0\.0 +0\.0$/m)
    expect(stdout).toMatch(/^attendance +1 +0 +- +0\.0 +0\.0$/m)
  })

  it('shows mistakes in context', () => {
    const { stdout } = trichluc(['eval', folder, '--errors'])
    expect(stdout).toContain('missed attendance in a at 0\n  …[Họp] tại 64')
    expect(stdout).toContain('field bridgePoints.approx in a')
    expect(stdout).toContain('gold  "about"\n  found "exact"')
  })

  it('gives JSON', () => {
    const figures = JSON.parse(trichluc(['eval', folder, '--json', '--types', 'bridgePoints']).stdout)
    expect(figures).toMatchObject({
      articles: 1,
      macro: 1,
      rows: [{ row: 'bridgePoints', f1: 1 }, { row: 'bridgePoints.approx' }],
    })
    expect(figures).not.toHaveProperty('mistakes')
  })

  it('says what is missing', () => {
    expect(trichluc(['eval', join(folder, 'none')])).toMatchObject({ status: 1, stdout: '' })
    expect(trichluc(['eval', 'src'])).toMatchObject({
      status: 1,
      stderr: 'trichluc: src: there is no NAME.gold.json in it\n',
    })
  })
})
