/** The built service, on a free port of the loopback. */
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, inject } from 'vitest'
import type * as Server from '../../src/server/index.ts'

const server = (await import(/* @vite-ignore */ join(inject('bundle'), 'server.js'))) as typeof Server

export interface Running {
  readonly app: Server.TrichlucServer
  readonly url: string
  /** What was logged so far, line by line. */
  readonly log: () => readonly Readonly<Record<string, unknown>>[]
  /** The same as it was written. */
  readonly logText: () => string
}

const open: Server.TrichlucServer[] = []
afterAll(() => Promise.all(open.map((app) => app.close())))

/** Starts a service of its own, closed when the file's tests are done. */
export async function start(options: Server.ServerOptions = {}): Promise<Running> {
  const log = new PassThrough()
  let logged = ''
  log.on('data', (chunk) => {
    logged += chunk
  })
  const { app, address } = await server.serve({ port: 0, workers: 1, ...options, log })
  open.push(app)
  return {
    app,
    url: address,
    logText: () => logged,
    log: () =>
      logged
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
  }
}

export const { createServer, serve, settings, settingsFrom, SettingError, defaultOf, variableOf } = server

export const JSON_TYPE = { 'content-type': 'application/json' }
export const LINES_TYPE = { 'content-type': 'application/x-ndjson' }

export const post = (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { ...JSON_TYPE, ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  })

export const postLines = (url: string, lines: string) =>
  fetch(url, { method: 'POST', headers: LINES_TYPE, body: lines })

export const untilTrue = async (holds: () => boolean, milliseconds = 20_000) => {
  for (const until = performance.now() + milliseconds; !holds(); ) {
    if (performance.now() > until) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
