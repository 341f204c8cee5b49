import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { folder, items, jsonl } from '../helpers/archive.ts'
import { jsonLines, trichluc } from '../helpers/cli.ts'

const TEXT = 'Sáng 4/12, hội nghị họp tại 64 điểm cầu.'
const line = (value: unknown) => `${JSON.stringify(value)}\n`
const at = folder()
const cli = () => join(inject('bundle'), 'cli.js')

describe('JSON Lines', () => {
  it('give what the filter gives, whatever the number of threads', () => {
    const articles = jsonl(Array.from({ length: 500 }, (_, i) => ({ id: i, text: TEXT.repeat(1 + (i % 7)) })))
    const input = at.write('articles.jsonl', articles)
    const expected = trichluc(['extract', '-'], { input: articles }).stdout
    for (const jobs of ['1', '2', '3']) {
      const { status, stdout, stderr } = trichluc(['batch', input, '--out', at.path(`${jobs}.jsonl`), '--jobs', jobs])
      expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
      expect(stderr).toContain('500 documents')
      expect(at.read(`${jobs}.jsonl`)).toBe(expected)
      expect(at.read(`${jobs}.jsonl.errors.jsonl`)).toBe('')
    }
  })

  it('with a bad line have an error row for it and the facts of the others', () => {
    const source = at.write(
      'bad.jsonl',
      `${line({ id: 'a', text: TEXT })}no JSON\n\n${line({ id: 'b', text: 7 })}${line({ id: 'c', text: TEXT })}\n`,
    )
    expect(
      trichluc(['batch', source, '--out', at.path('bad.out.jsonl'), '--errors', at.path('wrong.jsonl')]).status,
    ).toBe(1)
    expect(at.lines('bad.out.jsonl')).toMatchObject([{ id: 'a' }, { id: 'c' }])
    const byte = Buffer.byteLength(line({ id: 'a', text: TEXT }))
    expect(at.lines('wrong.jsonl')).toEqual([
      { id: null, code: 'bad-json', source, line: 2, byte, message: `${source}:2: not valid JSON` },
      { id: null, code: 'blank-line', source, line: 3, byte: byte + 8, message: `${source}:3: the line is blank` },
      {
        id: 'b',
        code: 'bad-text',
        source,
        line: 4,
        byte: byte + 9,
        message: `${source}:4: text: expected a string, got a number`,
      },
    ])
  })

  it('come from stdin too, compressed or not', () => {
    const input = jsonl(items(20))
    expect(trichluc(['batch', '-', '--out', at.path('stdin.jsonl')], { input }).status).toBe(0)
    expect(at.lines('stdin.jsonl')).toHaveLength(20)
  })
})

describe('what a run says', () => {
  const input = () => at.write('some.jsonl', `${jsonl(items(60))}bad\n${jsonl(items(10))}`)

  it('--summary, as JSON', () => {
    trichluc(['batch', input(), '--out', at.path('s.csv'), '--summary', at.path('summary.json')])
    const summary = JSON.parse(at.read('summary.json'))
    expect(summary).toMatchObject({
      status: 'done',
      inputs: 1,
      documents: 70,
      failed: 1,
      counts: { failed: { 'bad-json': 1 } },
    })
    expect(summary.facts).toBe(at.read('s.csv').match(/\nbài-/g)?.length)
  })

  it('--progress json, lines on stderr', () => {
    const { stderr, stdout } = trichluc(['batch', input(), '--out', at.path('p.jsonl'), '--progress', 'json'])
    expect(stdout).toBe('')
    const lines = jsonLines(
      stderr
        .split('\n')
        .filter((text) => text.startsWith('{'))
        .join('\n'),
    ) as Record<string, unknown>[]
    expect(lines.at(-1)).toMatchObject({ documents: 70, failed: 1, done: 1, secondsLeft: 0 })
  })

  it('--dry-run reads everything and writes nothing', () => {
    const { status, stderr } = trichluc(['batch', input(), '--out', at.path('dry.parquet'), '--dry-run'])
    expect(status).toBe(1)
    expect(stderr).toContain('70 documents, 0 facts, 1 failure; nothing was written')
    expect(existsSync(at.path('dry.parquet')) || existsSync(at.path('dry.parquet.journal'))).toBe(false)
  })

  it('--max-errors stops, keeps what is done, and leaves no output under its name', () => {
    const file = at.write('many.jsonl', jsonl(items(200)) + 'bad\n'.repeat(100) + jsonl(items(5)))
    for (const [most, stops] of [
      ['99', true],
      ['100', false],
      ['30%', true],
      ['40%', false],
    ] as const) {
      const out = at.path(`max-${most.replace('%', 'p')}.jsonl`)
      const { status, stderr } = trichluc(['batch', file, '--out', out, '--max-errors', most])
      expect(status).toBe(1)
      expect(existsSync(out)).toBe(!stops)
      if (stops) expect(stderr).toContain(`more failures than --max-errors ${most}`)
    }
    const out = at.path('max-99.jsonl')
    expect(trichluc(['batch', file, '--out', out, '--resume']).stderr).toMatch(
      /205 documents, .* 100 failures, \d+ documents done before/,
    )
  })
})

describe('the exit status', () => {
  it('is 2 for wrong usage and 3 for what cannot be read or written', () => {
    const input = at.write('one.jsonl', jsonl(items(1)))
    const status = (...args: readonly string[]) => trichluc(['batch', ...args]).status
    expect(status(input)).toBe(2)
    expect(status(input, '--out', at.path('x.doc'))).toBe(2)
    expect(status(input, '--out', at.path('x.jsonl'), '--jobs', 'two')).toBe(2)
    expect(status(input, '--out', at.path('x.jsonl'), '--types', 'dat')).toBe(2)
    expect(status(input, '--out', at.path('x.jsonl'), '--resume', '--retry-failed')).toBe(2)
    expect(status(at.path('nowhere.jsonl'), '--out', at.path('x.jsonl'))).toBe(3)
    expect(status(input, '--out', at.path('nowhere/x.jsonl'))).toBe(3)
  })

  it('is 130 when interrupted: what is in flight is finished, and --resume goes on', async () => {
    const file = at.write('long.jsonl', jsonl(items(2000)))
    const args = ['batch', file, '--out', at.path('int.jsonl'), '--jobs', '1', '--progress', 'json']
    const child = spawn(process.execPath, [cli(), ...args])
    let stderr = ''
    let sent = false
    child.stderr.on('data', (data) => {
      stderr += data
      if (!sent && stderr.includes('"documents"')) sent = child.kill('SIGINT')
    })
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(130)
    expect(stderr).toMatch(/interrupted after \d/)
    expect(existsSync(at.path('int.jsonl'))).toBe(false)
    expect(trichluc([...args, '--resume']).stderr).toMatch(
      /2,000 documents, .* \d+ documents done before|2,000 documents/,
    )
    trichluc(['batch', file, '--out', at.path('undisturbed.jsonl'), '--jobs', '1'])
    expect(at.read('int.jsonl')).toBe(at.read('undisturbed.jsonl'))
  })
})

describe('on this machine', () => {
  it('a full disk is said with the file, and --resume goes on when there is room', () => {
    const input = at.write('disk.jsonl', jsonl(items(300)))
    const mount = at.path('disk')
    const script = `mkdir -p ${mount} && mount -t tmpfs -o size=500k tmpfs ${mount} || exit 77
trap 'umount ${mount}' EXIT
node() { "${process.execPath}" "$@"; }
node "${cli()}" batch ${input} --out ${mount}/f.jsonl; echo "status $?"
ls ${mount}
mount -o remount,size=50m ${mount}
node "${cli()}" batch ${input} --out ${mount}/f.jsonl --resume; echo "status $?"
wc -l < ${mount}/f.jsonl`
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
    if (status === 77) {
      console.warn('skipped: a small file system cannot be mounted here')
      return
    }
    expect(stderr).toMatch(/f\.jsonl\.\S+: no space left on the device/)
    expect(stdout).toMatch(/^status 3\n/)
    expect(stdout).not.toMatch(/^f\.jsonl$/m.source && /^f\.jsonl\n(?=[\s\S]*status 0)/m)
    expect(stdout).toMatch(/status 0\n300\n$/)
  })

  it('memory stays that of the longest document, not of the archive or of a line of 200 MB', () => {
    const report = `data:text/javascript,${encodeURIComponent("import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(1, String(process.resourceUsage().maxRSS)))")}`
    // A line of 200 MB between two articles, then 6 MB of articles.
    const feed = `const a = ${JSON.stringify(jsonl(items(14)))}
process.stdout.write(a); for (let i = 0; i < 200; i++) process.stdout.write('a'.repeat(1e6)); process.stdout.write('\\n')
process.stdout.write(a.repeat(Math.ceil(6e6 / Buffer.byteLength(a))))`
    const feeder = at.write('feed.cjs', feed)
    const command = `"${process.execPath}" ${feeder} | "${process.execPath}" --import "${report}" "${cli()}" batch - --out ${at.path('memory.jsonl')} --jobs 1`
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
    expect(at.lines('memory.jsonl.errors.jsonl')).toMatchObject([{ code: 'too-long', line: 15, source: '-' }])
    expect(stderr).toContain('1 failure')
    expect(Number(stdout) / 1024).toBeLessThan(400)
  })
})
