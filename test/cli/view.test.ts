import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { trichluc } from '../helpers/cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'trichluc-view-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const ARTICLE = 'fixtures/articles/hoi-nghi-huyen-attendance-ratios.txt'

describe('view', () => {
  it('writes one page of all articles', () => {
    const { status, stdout, stderr } = trichluc(['view', ARTICLE, 'fixtures/articles/quan-khu-3-ranks-crlf.txt'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout.match(/<!doctype html>/g)).toHaveLength(1)
    expect(stdout.match(/<article /g)).toHaveLength(2)
    expect(stdout).not.toContain('panel-gold"')
  })

  it('compares with gold, by the reference date of the gold file', () => {
    const { status, stdout } = trichluc(['view', '--gold', ARTICLE])
    expect(status).toBe(0)
    expect(stdout).toContain('reference date <b>2022-04-08</b>')
    expect(stdout).toContain('What was found is what gold has.')
    expect(trichluc(['view', '--gold', '--reference-date', '2021-01-01', ARTICLE]).stdout).toContain('missed')
  })

  it('names a file that it cannot read, and shows the others', () => {
    const missing = join(folder, 'missing.txt')
    const { status, stdout, stderr } = trichluc(['view', missing, ARTICLE])
    expect(status).toBe(1)
    expect(stderr).toContain(missing)
    expect(stdout.match(/<article /g)).toHaveLength(1)
    expect(trichluc(['view', missing]).stdout).toBe('')
  })

  it('says that offsets are in utf16', () => {
    const { status, stderr } = trichluc(['view', '--offsets', 'utf8', ARTICLE])
    expect(status).toBe(2)
    expect(stderr).toContain('a page shows offsets in utf16')
  })
})
