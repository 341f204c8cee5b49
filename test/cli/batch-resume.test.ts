/** A run that is killed loses nothing and does nothing twice. */
import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import zlib from 'node:zlib'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { folder, items, jsonl } from '../helpers/archive.ts'
import { trichluc } from '../helpers/cli.ts'
import { randomFrom } from '../helpers/random.ts'

const at = folder()

/** The outputs of a run, by their names. */
const outputs = (out: string) =>
  [out, `${out}.errors.jsonl`, `${out}.texts`].map((name) => readFileSync(at.path(name)).toString('base64'))

const flags = (out: string) => [
  '--out',
  at.path(out),
  '--text-out',
  at.path(`${out}.texts`),
  '--jobs',
  '2',
  '--progress',
  'none',
]

/** An archive of several forms, with something wrong in it. */
function archive(): string[] {
  const list = items(640)
  const lines = jsonl(list.slice(0, 300)).split('\n')
  lines.splice(130, 0, 'not JSON', '')
  const cut = zlib.gzipSync(jsonl(list.slice(300, 400)))
  const rows = list.slice(400, 600).map(({ id, text }) => `${id},"${text.replaceAll('"', '""')}"`)
  return [
    at.write('a.jsonl', lines.join('\n')),
    at.write('b.jsonl.gz', cut.subarray(0, cut.length - 1000)),
    at.write('c.csv', `id,text\n${rows.join('\n')}\nthừa,một,hai\n`),
    ...list.slice(600).map(({ text }, i) => at.write(`d${String(i).padStart(2, '0')}.txt`, text)),
  ]
}

/** Kills a run with -9 after so many milliseconds. @returns Its exit status, or null where it was killed. */
async function killed(args: readonly string[], after: number): Promise<number | null> {
  const child = spawn(process.execPath, [join(inject('bundle'), 'cli.js'), ...args], { stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), after)
  const status = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  clearTimeout(timer)
  return status
}

const entriesIn = (journal: string) => (existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').length - 2 : 0)

describe('killed with -9', () => {
  it.each(['jsonl', 'parquet'])(
    'at ten random moments and resumed, %s is the same',
    async (format) => {
      const inputs = archive()
      const start = performance.now()
      expect(trichluc(['batch', ...inputs, ...flags(`whole.${format}`)]).status).toBe(1)
      const time = performance.now() - start
      const wanted = outputs(`whole.${format}`)

      const random = randomFrom(format === 'jsonl' ? 41 : 42)
      const out = `killed.${format}`
      let [kills, saved] = [0, 0]
      for (let again = false; kills < 10; ) {
        const mode = again ? '--resume' : '--force'
        const status = await killed(['batch', ...inputs, ...flags(out), mode], 200 + random() * time * 0.9)
        if (status === null) {
          kills++
          saved = Math.max(saved, entriesIn(at.path(`${out}.journal`)))
        }
        // A run that came to its end is compared, and another one begun.
        else expect([status, outputs(out)]).toEqual([1, wanted])
        again = status === null
      }
      expect(trichluc(['batch', ...inputs, ...flags(out), '--resume']).status).toBe(1)
      expect(outputs(out)).toEqual(wanted)
      // Else nothing was resumed at all.
      expect(saved).toBeGreaterThan(2)
      const left = readdirSync(at.path('.')).filter((name) => name.startsWith('killed') && /partial|next/.test(name))
      expect(left).toEqual([])
    },
    600_000,
  )
})

describe('the journal', () => {
  const out = 'torn.jsonl'
  const names = [out, `${out}.errors.jsonl`, `${out}.texts`]
  const run = (...mode: readonly string[]) =>
    trichluc(['batch', at.path('a.jsonl'), at.path('c.csv'), ...flags(out), ...mode])
  let whole: readonly Buffer[]
  let journal: string
  beforeAll(() => {
    archive()
    run()
    whole = names.map((name) => readFileSync(at.path(name)))
    journal = at.read(`${out}.journal`)
  })

  /** What a run leaves that was stopped after three tasks: the journal up to there, outputs that are longer. */
  function interrupted(): string[] {
    for (const [i, name] of names.entries()) writeFileSync(at.path(`${name}.partial`), whole[i] as Buffer)
    at.write(`${out}.journal`, `${journal.split('\n').slice(0, 4).join('\n')}\n`)
    return whole.map((bytes) => bytes.toString('base64'))
  }

  it('with half a line at its end is read up to there', () => {
    const wanted = interrupted()
    appendFileSync(at.path(`${out}.journal`), '{"input":"a.jsonl","line":77,"ha')
    expect(run('--resume')).toMatchObject({ status: 1, stderr: expect.stringContaining('done before') })
    expect(outputs(out)).toEqual(wanted)
  })

  it('that is ahead of an output, after a loss of power, is believed as far as the output goes', () => {
    const wanted = interrupted()
    truncateSync(at.path(`${out}.partial`), 5000)
    expect(run('--resume').status).toBe(1)
    expect(outputs(out)).toEqual(wanted)
  })

  it('of an interrupted run is not begun again by mistake', () => {
    interrupted()
    expect(run()).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--resume goes on with it, --force begins again'),
    })
    expect(run('--force').status).toBe(1)
  })

  it('does not fit other options: everything is done again, which is said', () => {
    interrupted()
    const { status, stderr } = run('--resume', '--types', 'date')
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('the options are others') })
    expect(stderr).not.toContain('done before')
    expect(
      at
        .lines(out)
        .flatMap(({ facts }) => facts as { type: string }[])
        .every(({ type }) => type === 'date'),
    ).toBe(true)
  })

  it('does not fit an input that has changed from there on', () => {
    interrupted()
    const lines = readFileSync(at.path('a.jsonl'), 'utf8').split('\n')
    lines[100] = JSON.stringify({ id: 'mới', text: 'Họp tại 64 điểm cầu.' })
    at.write('a.jsonl', lines.join('\n'))
    const { stderr } = run('--resume')
    expect(stderr).toMatch(/a\.jsonl:\d+: another one than when the run was interrupted/)
    const resumed = outputs(out)
    run('--force')
    expect(resumed).toEqual(outputs(out))
  })
})

describe('--retry-failed', () => {
  it.each(['jsonl', 'csv', 'parquet'])(
    'does again what has failed, takes over the rest, and gives what a new run gives: %s',
    (format) => {
      const out = `retry.${format}`
      const whole = zlib.gzipSync(jsonl(items(60)))
      const inputs = [
        at.write('e.jsonl', jsonl(items(100))),
        at.write('f.jsonl.gz', whole.subarray(0, whole.length >> 1)),
        at.write('g.jsonl', jsonl(items(60))),
      ]
      expect(trichluc(['batch', ...inputs, ...flags(out)]).status).toBe(1)
      writeFileSync(inputs[1] as string, whole)
      const again = trichluc(['batch', ...inputs, ...flags(out), '--retry-failed'])
      expect(again).toMatchObject({
        status: 0,
        stderr: expect.stringMatching(/220 documents.* 160 documents done before/),
      })
      const retried = outputs(out)
      expect(trichluc(['batch', ...inputs, ...flags(`new-${out}`)]).status).toBe(0)
      expect(retried).toEqual(outputs(`new-${out}`))
      expect(
        readdirSync(at.path('.')).filter((name) => name.startsWith(out) && /partial|next|rows/.test(name)),
      ).toEqual([])
      // All is well, so there is nothing to do.
      expect(trichluc(['batch', ...inputs, ...flags(out), '--retry-failed']).stderr).toContain(
        '220 documents done before',
      )
    },
  )
})
