import { build } from 'esbuild'
import { afterEach, describe, expect, it } from 'vitest'
import { Pool, PoolClosed, ThreadEnded } from '../../src/workers/pool.ts'
import { root } from '../helpers/paths.ts'

type Task = {
  readonly say?: unknown
  readonly wait?: number
  readonly fail?: string
  readonly exit?: number
  readonly bytes?: ArrayBuffer
}

const { outputFiles } = await build({
  stdin: {
    contents: `
      import { answerTasks, Transfer } from './src/workers/answer.ts'
      answerTasks(async ({ say, wait, fail, exit, bytes }) => {
        if (wait) await new Promise((resolve) => setTimeout(resolve, wait))
        if (exit !== undefined) process.exit(exit)
        if (fail) throw new TypeError(fail)
        return bytes ? new Transfer(bytes, [bytes]) : say
      })`,
    resolveDir: root,
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
})
const url = new URL(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)

const open: Pool<Task, unknown>[] = []
const pool = (threads: number) => {
  const made = new Pool<Task, unknown>({ url, threads })
  open.push(made)
  return made
}
afterEach(() => Promise.all(open.splice(0).map((made) => made.destroy())))

describe('a pool', () => {
  it('gives each task its own answer', async () => {
    const two = pool(2)
    const tasks = Array.from({ length: 500 }, (_, i) => i)
    expect(await Promise.all(tasks.map((say) => two.run({ say, wait: say % 3 })))).toEqual(tasks)
  })

  it('hands buffers over instead of copying them', async () => {
    const bytes = new ArrayBuffer(8)
    new Uint8Array(bytes)[3] = 7
    const back = (await pool(1).run({ bytes }, { transfer: [bytes] })) as ArrayBuffer
    expect(bytes.byteLength).toBe(0)
    expect(new Uint8Array(back)[3]).toBe(7)
  })

  it('passes on what a task throws, and goes on', async () => {
    const one = pool(1)
    await expect(one.run({ fail: 'no such day' })).rejects.toThrow(TypeError('no such day'))
    expect(await one.run({ say: 1 })).toBe(1)
  })

  it('fails the task whose thread ends, and no other', async () => {
    const one = pool(1)
    const [first, second] = [one.run({ exit: 3 }), one.run({ say: 2 })]
    await expect(first).rejects.toThrow(ThreadEnded)
    expect(await second).toBe(2)
  })

  it('fails a task that cannot be sent, and goes on', async () => {
    const one = pool(1)
    await expect(one.run({ say: () => 1 })).rejects.toThrow(/could not be cloned/)
    expect(await one.run({ say: 1 })).toBe(1)
  })

  it('ends a task that is aborted, whether it runs or waits', async () => {
    const one = pool(1)
    const running = new AbortController()
    const waiting = new AbortController()
    const [first, second, third] = [
      one.run({ wait: 60_000 }, { signal: running.signal }),
      one.run({ say: 2 }, { signal: waiting.signal }),
      one.run({ say: 3 }),
    ]
    expect([one.running, one.waiting]).toEqual([1, 2])
    waiting.abort(new Error('changed my mind'))
    await expect(second).rejects.toThrow('changed my mind')
    running.abort(new Error('took too long'))
    await expect(first).rejects.toThrow('took too long')
    expect(await third).toBe(3)
    await expect(one.run({}, { signal: running.signal })).rejects.toThrow('took too long')
  })

  it('finishes what it has when it is closed, and takes no more', async () => {
    const one = pool(1)
    const [first, second] = [one.run({ say: 1, wait: 20 }), one.run({ say: 2 })]
    const closed = one.close()
    await expect(one.run({ say: 3 })).rejects.toThrow(PoolClosed)
    expect(await Promise.all([first, second])).toEqual([1, 2])
    await closed
  })

  it('fails what it has when it is destroyed', async () => {
    const one = pool(1)
    const [first, second] = [one.run({ wait: 60_000 }), one.run({ say: 2 })]
    const both = Promise.allSettled([first, second])
    await one.destroy()
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('says what is wrong with a file that cannot start', async () => {
    const broken = new Pool<Task, unknown>({ url: new URL('data:text/javascript,nonsense('), threads: 1 })
    open.push(broken)
    await expect(broken.run({ say: 1 })).rejects.toThrow(/worker thread ended/)
    await broken.destroy()
  })

  it('wants at least one thread', () => {
    expect(() => pool(0)).toThrow(RangeError)
  })
})
