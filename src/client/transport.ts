/** One request, with another try where that may help. */
import type { ProblemAnswer } from '../service/answers.ts'
import { ConnectionError, ProblemError } from './errors.ts'

export interface TransportSettings {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly headers: Readonly<Record<string, string>>
  readonly retries: number
}

/** Statuses of a service that will soon do. */
const LATER: ReadonlySet<number> = new Set([429, 502, 503])
/** Milliseconds before the first further try; each time it is twice as long. */
const FIRST_WAIT = 200
const LONGEST_WAIT = 60_000

/**
 * The response with status 200. All requests of the service may be repeated: they change nothing.
 * @throws ProblemError, ConnectionError, or the signal's reason.
 */
export async function send(
  { fetch, headers, retries }: TransportSettings,
  url: string,
  init: RequestInit & { readonly headers?: Readonly<Record<string, string>> },
): Promise<Response> {
  const { signal } = init
  for (let tries = 0; ; tries++) {
    let failure: ProblemError | ConnectionError
    try {
      const response = await fetch(url, { ...init, headers: { ...headers, ...init.headers } })
      if (response.ok) return response
      failure = await problemOf(response)
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      failure = new ConnectionError(`trichluc: no answer from ${url}`, { cause: error })
    }
    const worth = failure instanceof ConnectionError || LATER.has(failure.status)
    if (!worth || tries >= retries) throw failure
    await pause(tries, failure instanceof ProblemError ? failure.retryAfter : undefined, signal ?? undefined)
  }
}

/** Waits before a further try. @param seconds What the service asked for. */
export function pause(tries: number, seconds: number | undefined, signal: AbortSignal | undefined): Promise<void> {
  // Not all at once: others were refused at the same time.
  const own = FIRST_WAIT * 2 ** tries * (0.5 + Math.random())
  const wait = Math.min(LONGEST_WAIT, Math.max(own, (seconds ?? 0) * 1000))
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, wait)
    signal?.addEventListener('abort', stop, { once: true })
  })
}

async function problemOf(response: Response): Promise<ProblemError | ConnectionError> {
  const text = await response.text()
  try {
    const problem = JSON.parse(text) as ProblemAnswer
    if (typeof problem.code === 'string')
      return new ProblemError(problem, secondsOf(response.headers.get('retry-after')))
  } catch {
    // A proxy's page.
  }
  const { status } = response
  const own = { type: 'about:blank', title: '', status, code: 'no-problem', detail: text.slice(0, 200), requestId: '' }
  return LATER.has(status)
    ? new ProblemError(own, secondsOf(response.headers.get('retry-after')))
    : new ConnectionError(`trichluc: ${status} from ${response.url}, which is not an answer of the service`)
}

/** Of Retry-After: seconds, or a date. */
function secondsOf(header: string | null): number | undefined {
  if (header === null || header.trim() === '') return undefined
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}
