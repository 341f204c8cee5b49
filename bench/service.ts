/** The built service as a process of its own, for the benches. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { loadArticles } from './articles.ts'

export interface ServiceProcess {
  readonly url: string
  readonly child: ChildProcess
  end(): Promise<void>
}

export async function startService(dist: string, flags: readonly string[]): Promise<ServiceProcess> {
  const args = [`${dist}/cli.js`, 'serve', '--port', '0', '--log-level', 'info', ...flags]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((resolve, reject) => {
    let log = ''
    // Read to the end, as a log collector would.
    child.stdout.on('data', (chunk) => {
      if (log.length < 10_000) log += chunk
      const address = /listening at (http:[^"]+)/.exec(log)?.[1]
      if (address) resolve(address)
    })
    child.on('exit', (code) => reject(new Error(`the service ended with ${code}: ${log}`)))
  })
  while ((await fetch(`${url}/readyz`)).status !== 200) await new Promise((resolve) => setTimeout(resolve, 20))
  return {
    url,
    child,
    end: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The beginnings of articles, each of so many bytes of UTF-8. */
export function piecesOf(bytes: number): string[] {
  const decoder = new TextDecoder()
  const pieces = loadArticles()
    .list.filter(({ bytes: text }) => text.length >= bytes)
    .map(({ bytes: text }) => decoder.decode(text.subarray(0, bytes)).replace(/\ufffd+$/, ''))
  if (pieces.length === 0) throw new Error(`no article has ${bytes} bytes`)
  return pieces.slice(0, 500)
}
