/**
 * JSON Lines in, a line of facts or an error out for each, in order. Lines are read while answers are taken: a client that does not read is
 * not read from. Some parts of the stream are worked on at the same time, so that one stream may use all threads.
 */
import { isBlank } from '../jsonl/article.ts'
import { LongLine, lineBatches } from '../jsonl/lines.ts'
import type { ArticleError } from '../service/answers.ts'
import type { ServiceOptions } from '../service/requests.ts'
import { PoolClosed, ThreadEnded } from '../workers/pool.ts'
import { ClientGone } from './bodies.ts'
import type { Service } from './context.ts'
import { Problem } from './problems.ts'

type Line = Uint8Array | LongLine

/** Lines that stand one behind the other. */
interface Part {
  /** Number of the first line, counted from 1. */
  readonly first: number
  readonly lines: readonly Line[]
}

/** The most lines and bytes of a part: about ten milliseconds of work. */
const LINES = 64
const BYTES = 1 << 16

/** @param input The request's body. It is left where the stream ends early. */
export async function* answerLines(
  service: Service,
  input: AsyncIterable<Uint8Array>,
  options: ServiceOptions,
): AsyncGenerator<Uint8Array> {
  const parts = partsOf(input, service.settings.lineBytes)
  const together = service.settings.workers + 1
  const answers: Promise<Uint8Array>[] = []
  let reading: Promise<IteratorResult<Part>> | undefined
  let ended = false
  let next = 1
  try {
    while (true) {
      if (service.cut.signal.aborted && !ended) {
        ended = true
        for (const answer of answers.splice(0)) yield await answer
        yield lineOf(
          failed(503, 'draining', next, 'the server is shutting down; send this line and those behind it again'),
        )
        return
      }
      if (!ended && answers.length < together) reading ??= quiet(parts.next())
      const [first] = answers
      if (!first && ended) return
      const event = await firstOf(reading, first, service)
      if (event === 'cut') continue
      if (event === 'idle') {
        const { idleSeconds } = service.settings
        yield lineOf(failed(408, 'stream-idle', next, `nothing came for ${idleSeconds} seconds`))
        return
      }
      if (event instanceof Uint8Array) {
        answers.shift()
        yield event
      } else {
        reading = undefined
        if (event.done) ended = true
        else {
          const part = event.value
          next = part.first + part.lines.length
          answers.push(quiet(answerPart(service, part, options)))
        }
      }
    }
  } finally {
    // Not waited for: it may be waiting for a client that sends nothing.
    void parts.return(undefined).catch(() => {})
  }
}

/** What comes first: more lines, the next answer, the order to end, or nothing for too long. */
async function firstOf(
  reading: Promise<IteratorResult<Part>> | undefined,
  answer: Promise<Uint8Array> | undefined,
  { cut, settings }: Service,
): Promise<IteratorResult<Part> | Uint8Array | 'cut' | 'idle'> {
  let end = () => {}
  const stopped = new Promise<'cut' | 'idle'>((resolve) => {
    const onCut = () => resolve('cut')
    cut.signal.addEventListener('abort', onCut)
    // Where an answer is on its way, it is not the client who is waited for.
    const timer = answer ? undefined : setTimeout(() => resolve('idle'), settings.idleSeconds * 1000)
    end = () => {
      cut.signal.removeEventListener('abort', onCut)
      clearTimeout(timer)
    }
  })
  try {
    return await Promise.race([stopped, ...(answer ? [answer] : []), ...(reading ? [reading] : [])])
  } finally {
    end()
  }
}

/** A promise that is looked at later: until then its error is nobody's fault. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}

async function* partsOf(input: AsyncIterable<Uint8Array>, lineBytes: number): AsyncGenerator<Part, undefined> {
  let number = 0
  let blank: Line | undefined
  for await (const batch of lineBatches(input, lineBytes)) {
    let lines: Line[] = []
    let bytes = 0
    let first = number + 1 - (blank ? 1 : 0)
    for (const line of batch) {
      number++
      // A blank line is bad like any other line that is no article, but many a tool ends its output with one.
      if (blank) lines.push(blank)
      blank = line instanceof Uint8Array && isBlank(line) ? line : undefined
      if (blank) continue
      lines.push(line)
      bytes += line instanceof Uint8Array ? line.length : 0
      if (lines.length < LINES && bytes < BYTES) continue
      yield { first, lines }
      lines = []
      bytes = 0
      first = number + 1
    }
    if (lines.length > 0) yield { first, lines }
  }
  return undefined
}

const LF = Buffer.from('\n')

async function answerPart(service: Service, { first, lines }: Part, options: ServiceOptions): Promise<Uint8Array> {
  const tooLong = lines.flatMap((line, i) => (line instanceof LongLine ? [i] : []))
  const body = Buffer.concat(
    lines.flatMap((line, i) => [...(i > 0 ? [LF] : []), line instanceof LongLine ? NOTHING : line]),
  )
  const { lineBytes } = service.settings
  try {
    const { answer, bytes } = await service.ask({ kind: 'lines', options, first, tooLong, lineBytes }, body)
    if ('problem' in answer) throw new Problem(answer.problem.code, answer.problem.detail)
    return bytes
  } catch (error) {
    if (error instanceof ClientGone) throw error
    if (lines.length > 1 && !(error instanceof PoolClosed)) {
      // One of them was too much for its thread or the time: which?
      const singly: Uint8Array[] = []
      for (const [i, line] of lines.entries())
        singly.push(await answerPart(service, { first: first + i, lines: [line] }, options))
      return Buffer.concat(singly)
    }
    const { status, code, message } = whyNot(error)
    service.metrics?.reject(code)
    return lineOf(failed(status, code, first, message))
  }
}
const NOTHING = Buffer.alloc(0)

function whyNot(error: unknown): Pick<ArticleError, 'status'> & { readonly code: string; readonly message: string } {
  if (error instanceof Problem)
    return { status: error.code === 'too-slow' ? 504 : 500, code: error.code, message: error.detail }
  if (error instanceof PoolClosed) return { status: 503, code: 'draining', message: 'the server is shutting down' }
  const message = error instanceof ThreadEnded ? 'the line was too much for its worker thread' : 'a bug in the service'
  return { status: 500, code: 'internal', message }
}

const failed = (status: ArticleError['status'], code: string, line: number, message: string): ArticleError => ({
  id: null,
  status,
  error: { code, line, message },
})

const lineOf = (answer: ArticleError): Uint8Array => Buffer.from(`${JSON.stringify(answer)}\n`)
