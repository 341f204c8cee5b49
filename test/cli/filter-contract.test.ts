/** What docs/filter.md promises to programs that run the filter, beyond what its answers are (filter.test.ts). */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { jsonLines, trichluc } from '../helpers/cli.ts'

const article = (id: number, text = 'Sáng 4/12, hội nghị họp tại 64 điểm cầu.') => `${JSON.stringify({ id, text })}\n`
const articles = (count: number) => Array.from({ length: count }, (_, id) => article(id)).join('')
const run = (input: string, ...flags: readonly string[]) => trichluc(['extract', '-', ...flags], { input })
const start = (...flags: readonly string[]) =>
  spawn(process.execPath, [join(inject('bundle'), 'cli.js'), 'extract', '-', ...flags])

const ended = (child: ReturnType<typeof spawn>) => new Promise((resolve) => child.once('close', resolve))

/** Half of the bytes, as when a disk is full, a copy is broken off or a parent dies. */
const half = (input: string) => Buffer.from(input).subarray(0, Buffer.byteLength(input) >> 1)

describe('--expect-count', () => {
  it('is met by as many lines as it says', () => {
    for (const input of [articles(300), articles(300).trimEnd(), `${articles(300)}\n`])
      expect(run(input, '--expect-count', '300')).toMatchObject({ status: 0, stderr: '' })
    expect(run('', '--expect-count', '0')).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  it('tells of a truncated input, and answers what has come', () => {
    const { status, stdout, stderr } = trichluc(['extract', '-', '--expect-count', '300'], {
      input: half(articles(300)),
    })
    expect(status).toBe(3)
    expect(stderr).toMatch(/^trichluc: stdin: expected 300 lines, got 15\d: the input is truncated\n$/)
    const answers = jsonLines(stdout) as readonly { readonly id: number | null }[]
    expect(answers.length).toBe(Number(/got (\d+)/.exec(stderr)?.[1]))
    answers.slice(0, -1).forEach(({ id }, i) => {
      expect(id).toBe(i)
    })
  })

  it('tells of a truncation at the very end of a line, and of no input at all', () => {
    expect(run(articles(299), '--expect-count', '300').status).toBe(3)
    expect(run('', '--expect-count', '300')).toMatchObject({ status: 3, stdout: '' })
  })

  it('tells of lines too many, which are answered as well', () => {
    const { status, stdout, stderr } = run(articles(3), '--expect-count', '2')
    expect({ status, answers: jsonLines(stdout).length }).toEqual({ status: 3, answers: 3 })
    expect(stderr).toContain('expected 2 lines, got 3')
  })

  it('says more than a bad line does', () => {
    expect(run('x\n', '--expect-count', '1')).toMatchObject({ status: 1, stderr: '' })
    expect(run('x\n', '--expect-count', '2').status).toBe(3)
  })

  it('is not met where the reader has gone before the end', async () => {
    const child = start('--expect-count', '2000')
    child.stdin.on('error', () => {})
    child.stdout.once('data', () => child.stdout.destroy())
    for (let id = 0; id < 2000; id++) child.stdin.write(article(id, 'Họp tại 64 điểm cầu. '.repeat(100)))
    child.stdin.end()
    expect(await ended(child)).toBe(3)
  })

  it.each(['-1', '1.5', 'many', ''])('is a whole number, not "%s"', (count) => {
    expect(run('', `--expect-count=${count}`)).toMatchObject({ status: 2, stdout: '' })
  })

  it('is for - alone', () => {
    expect(trichluc(['extract', 'a.txt', '--expect-count', '1'])).toMatchObject({ status: 2, stdout: '' })
    expect(trichluc(['extract', 'a.txt', '--count'])).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('--count', () => {
  it('states the lines as one line on stderr, and adds nothing to stdout', () => {
    const input = `${article(1)}x\n${article(3)}`
    const { status, stdout, stderr } = run(input, '--count')
    expect({ status, stderr }).toEqual({ status: 1, stderr: '{"lines":3,"bad":1}\n' })
    expect(stdout).toBe(run(input).stdout)
    expect(run('', '--count').stderr).toBe('{"lines":0,"bad":0}\n')
  })
})

describe('the filter as a part of other programs', () => {
  it('answers the first line within 300 ms of its start, while stdin stays open', async () => {
    const timed = async (run: () => Promise<unknown>) => {
      const begin = performance.now()
      await run()
      return performance.now() - begin
    }
    // Other work of the machine is not the filter's affair: on a quiet one the engine alone starts within 60 ms.
    let best = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < 20 && best >= 300; attempt++) {
      const bare = await timed(() => ended(spawn(process.execPath, ['-e', '0'])))
      const child = start()
      const first = await timed(() => {
        child.stdin.write(article(1))
        return new Promise((resolve) => child.stdout.once('data', resolve))
      })
      best = Math.min(best, first / Math.max(1, bare / 60))
      child.stdin.end()
      await ended(child)
    }
    expect(best).toBeLessThan(300)
  })

  it('answers each line as it comes', async () => {
    const child = start()
    for (let id = 0; id < 5; id++) {
      child.stdin.write(article(id))
      const chunk: Buffer = await new Promise((resolve) => child.stdout.once('data', resolve))
      expect(jsonLines(chunk.toString())).toMatchObject([{ id }])
    }
    child.stdin.end()
    expect(await ended(child)).toBe(0)
  })

  it('never fills stderr, whatever the input: a parent need not read it', () => {
    const { status, stdout, stderr } = run('x\n\n{}\n[]\n\u0000\n'.repeat(20_000))
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(jsonLines(stdout)).toHaveLength(100_000)
  })

  it('needs no environment and no folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'trichluc-contract-'))
    const options = { cwd: folder, env: {}, input: articles(2), encoding: 'utf8' } as const
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(inject('bundle'), 'cli.js'), 'extract', '-'],
      options,
    )
    expect({ status, stderr, stdout }).toEqual({ status: 0, stderr: '', stdout: run(articles(2)).stdout })
    expect(readdirSync(folder)).toEqual([])
    rmSync(folder, { recursive: true })
  })

  it('keeps U+2028, U+2029, U+0085 and CR as the text that they are', () => {
    const text = 'Họp\u0085 tại 64 điểm cầu\u2029 trong ngày 4/12\u2028\r và'
    // As they stand, where JSON allows it: CR must be escaped there.
    const input = `{"id":1,"text":"${text.replace('\r', '\\r')}"}\r\n${article(2)}`
    const answers = jsonLines(run(input, '--expect-count', '2').stdout) as readonly { facts: { text: string }[] }[]
    expect(answers).toHaveLength(2)
    expect(answers[0]?.facts.map((fact) => fact.text)).toEqual(['64 điểm cầu', 'ngày 4/12'])
  })
})
