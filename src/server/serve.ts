/** The service as a process runs it. */
import { createServer, type ServerOptions, type TrichlucServer } from './app.ts'
import { complete } from './settings.ts'

/** A service that listens. */
export interface RunningServer {
  readonly app: TrichlucServer
  /** "http://127.0.0.1:8080" */
  readonly address: string
}

/**
 * Makes the service and listens. With `signals`, SIGTERM and SIGINT drain it and end the process: with 0, or with 1 where something was not
 * finished in the grace period.
 */
export async function serve(options: ServerOptions & { readonly signals?: boolean } = {}): Promise<RunningServer> {
  const { signals = false, ...rest } = options
  const { host, port, keys } = complete(withoutLog(rest))
  const app = await createServer(rest)
  if (signals) endBySignal(app)
  if (keys.length === 0 && !LOOPBACK.test(host))
    app.log.warn('anybody who reaches this address may use the service: no keys are set')
  const address = await app.listen({ host, port, backlog: BACKLOG })
  return { app, address }
}

/** Connections that wait to be accepted. A burst of more than Node's 511 would be told to try again, seconds later. */
const BACKLOG = 4096

const LOOPBACK = /^(127\.|::1$|localhost$)/

function withoutLog({ log: _, ...settings }: ServerOptions) {
  return settings
}

function endBySignal(app: TrichlucServer): void {
  let ending = false
  const end = async (signal: string) => {
    if (ending) return
    ending = true
    app.log.info({ signal }, 'draining')
    const finished = await app.drain()
    app.log.info({ finished }, 'closed')
    process.exit(finished ? 0 : 1)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}
