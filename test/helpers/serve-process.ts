/** `trichluc serve` as a process of its own, with one worker thread and a log on level info, unless told. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, inject } from 'vitest'

export interface ServeProcess {
  readonly url: string
  readonly child: ChildProcess
  /** The lines of its log so far, as they were written. */
  readonly log: readonly string[]
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
}

const open: ChildProcess[] = []
afterAll(() => {
  for (const child of open) child.kill('SIGKILL')
})

export async function serveProcess(
  flags: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<ServeProcess> {
  const child = spawn(
    process.execPath,
    [join(inject('bundle'), 'cli.js'), 'serve', '--port', '0', '--workers', '1', ...flags],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    },
  )
  open.push(child)
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string)
  const log: string[] = []
  const lines = createInterface({ input: child.stdout })
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      log.push(line)
      const address = /listening at (http:[^"]+)/.exec(line)?.[1]
      if (address) resolve(address)
    })
    ended.then((code) => reject(new Error(`the service ended with ${code}`)))
  })
  while ((await fetch(`${url}/readyz`)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 20))
  return { url, child, log, ended }
}

/** What /metrics says of something that has no labels. */
export async function gauge(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1])
}
