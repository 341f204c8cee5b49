/**
 * A stream of articles as a few requests of many lines each: that works in browsers and through proxies that do not pass an answer on while a
 * request is being sent, and what a broken connection has left open is asked again.
 */
import type { StreamAnswer } from '../service/answers.ts'
import type { StreamLine } from '../service/requests.ts'
import { ConnectionError } from './errors.ts'
import { pause } from './transport.ts'

export interface StreamSettings {
  /** Sends lines and gives the response. */
  readonly post: (body: string, signal: AbortSignal) => Promise<Response>
  readonly retries: number
  /** The most lines of one request. */
  readonly lines: number
  readonly signal?: AbortSignal | undefined
}

/** The most characters of one request. */
const CHARACTERS = 1 << 20

/** An answer for each article, in order; `error.line` counts all articles of the stream from 1. */
export async function* streamAnswers(
  articles: Iterable<StreamLine> | AsyncIterable<StreamLine>,
  { post, retries, lines: most, signal }: StreamSettings,
): AsyncGenerator<StreamAnswer, void> {
  const stop = new AbortController()
  const abort = () => stop.abort(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  if (signal?.aborted) abort()
  try {
    let sent = 0
    let ahead: Request | undefined
    for await (const lines of windows(articles, most)) {
      const next = new Request(lines, sent, post, retries, stop.signal)
      sent += lines.length
      // The next request is under way while this one's answers are taken.
      if (ahead) yield* ahead.answers()
      ahead = next
    }
    if (ahead) yield* ahead.answers()
  } finally {
    signal?.removeEventListener('abort', abort)
    stop.abort(new Error('the stream was left'))
  }
}

async function* windows(articles: Iterable<StreamLine> | AsyncIterable<StreamLine>, most: number) {
  let lines: string[] = []
  let length = 0
  for await (const { id, text, publishedAt } of articles) {
    const line = JSON.stringify({ id, text, publishedAt })
    lines.push(line)
    length += line.length
    if (lines.length < most && length < CHARACTERS) continue
    yield lines
    lines = []
    length = 0
  }
  if (lines.length > 0) yield lines
}

class Request {
  readonly #lines: readonly string[]
  readonly #before: number
  readonly #post: StreamSettings['post']
  readonly #retries: number
  readonly #signal: AbortSignal
  #response: Promise<Response>

  constructor(
    lines: readonly string[],
    before: number,
    post: StreamSettings['post'],
    retries: number,
    signal: AbortSignal,
  ) {
    this.#lines = lines
    this.#before = before
    this.#post = post
    this.#retries = retries
    this.#signal = signal
    this.#response = this.#ask(0)
  }

  async *answers(): AsyncGenerator<StreamAnswer, void> {
    let done = 0
    for (let tries = 0; ; tries++) {
      const from = done
      try {
        for await (const line of linesOf(await this.#response)) {
          const answer = JSON.parse(line) as StreamAnswer
          // The server is shutting down, or lost patience: what is left is asked again.
          if (isCut(answer)) break
          if (answer.status !== 200 && answer.error.line !== undefined)
            yield { ...answer, error: { ...answer.error, line: answer.error.line + from + this.#before } }
          else yield answer
          done++
        }
      } catch (error) {
        if (this.#signal.aborted) throw this.#signal.reason
        // Refusals have been tried again already.
        if (done === from) throw error
      }
      if (done >= this.#lines.length) return
      if (tries >= this.#retries)
        throw new ConnectionError(`trichluc: the stream broke off at article ${this.#before + done + 1}`)
      await pause(tries, undefined, this.#signal)
      this.#response = this.#ask(done)
    }
  }

  #ask(from: number): Promise<Response> {
    const response = this.#post(`${this.#lines.slice(from).join('\n')}\n`, this.#signal)
    // Looked at when its turn comes.
    response.catch(() => {})
    return response
  }
}

const isCut = (answer: StreamAnswer): boolean =>
  answer.status !== 200 && (answer.error.code === 'draining' || answer.error.code === 'stream-idle')

async function* linesOf(response: Response): AsyncGenerator<string, void> {
  if (!response.body) return
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    while (true) {
      const { done, value } = await reader.read()
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true })
      const lines = rest.split('\n')
      // What has no LF behind it is half a line: with the end of the answer it is none.
      rest = lines.pop() ?? ''
      yield* lines
      if (done) return
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}
