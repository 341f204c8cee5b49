/**
 * The door of `trichluc/client`: the HTTP service with types, on top of fetch, for browsers and Node. The types are those of the service itself.
 */
import type { BatchAnswer, CompactMap, ExtractAnswer, NormalizeAnswer, StreamAnswer } from '../service/answers.ts'
import type { ServiceArticle, ServiceOptions, StreamLine } from '../service/requests.ts'
import { type AnswerOf, type OperationName, operations, type RequestOf, streaming } from './operations.ts'
import { streamAnswers } from './stream.ts'
import { send } from './transport.ts'

export type {
  ArticleAnswer,
  ArticleError,
  BatchAnswer,
  CompactMap,
  ExtractAnswer,
  LimitsAnswer,
  NormalizeAnswer,
  ProblemAnswer,
  StateAnswer,
  StreamAnswer,
  TypesAnswer,
  VersionAnswer,
} from '../service/answers.ts'
export type { ServiceArticle, ServiceOptions, StreamLine } from '../service/requests.ts'
export { ConnectionError, ProblemError } from './errors.ts'

/** How a client reaches the service. */
export interface ClientOptions {
  /** A bearer key of the service. */
  readonly key?: string
  /** Headers of every request: a `traceparent`. */
  readonly headers?: Readonly<Record<string, string>>
  /** Further tries after 429, 502, 503 or no answer; 4 by default. They wait as long as Retry-After says, and else longer each time. */
  readonly retries?: number
  /** In place of the global one. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
}

/** What one call can be told besides. */
export interface CallOptions {
  /** Ends the call; it then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

export interface StreamOptions extends ServiceOptions, CallOptions {
  /** The most articles of one request, 256 by default: a request is sent when it has as many or the articles end. */
  readonly window?: number
}

/** The service's operations. Options are those of the service, plain JSON. */
export interface Client {
  /** The facts of one article. */
  extract(article: string | ServiceArticle, options?: ServiceOptions, call?: CallOptions): Promise<ExtractAnswer>
  /** A result or an error for each article, in order. */
  extractBatch(articles: readonly ServiceArticle[], options?: ServiceOptions, call?: CallOptions): Promise<BatchAnswer>
  /** A result or an error for each article, in order, of any number of articles; they are read as fast as the answers are taken. */
  stream(
    articles: Iterable<StreamLine> | AsyncIterable<StreamLine>,
    options?: StreamOptions,
  ): AsyncGenerator<StreamAnswer, void>
  /** The repaired text, with the map back; `offsetMap` makes functions of it. */
  normalize(text: string, options?: Pick<ServiceOptions, 'offsets'>, call?: CallOptions): Promise<NormalizeAnswer>
  /** The types of facts that the service knows, with a line on each. */
  types(call?: CallOptions): Promise<AnswerOf<'types'>>
  /** What the service takes at most: bytes, articles, seconds. */
  limits(call?: CallOptions): Promise<AnswerOf<'limits'>>
  /** The versions of the package and of the schema that answer. */
  version(call?: CallOptions): Promise<AnswerOf<'version'>>
  /** Whether the process lives. */
  alive(call?: CallOptions): Promise<AnswerOf<'alive'>>
  /** Whether it takes requests; throws a `ProblemError` while it starts or drains. */
  ready(call?: CallOptions): Promise<AnswerOf<'ready'>>
}

/**
 * A client of the service at an address such as "http://127.0.0.1:8080". All calls throw a `ProblemError` where the service refuses, a
 * `ConnectionError` where it does not answer, and the signal's reason when that is aborted.
 */
export function createClient(address: string, options: ClientOptions = {}): Client {
  const base = address.replace(/\/+$/, '')
  const { key, headers = {}, retries = 4, fetch = (url, init) => globalThis.fetch(url, init) } = options
  const transport = {
    fetch,
    retries,
    headers: { ...headers, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
  }
  const call = async <O extends OperationName>(
    name: O,
    request: RequestOf<O> | undefined,
    { signal }: CallOptions = {},
  ): Promise<AnswerOf<O>> => {
    const { method, path } = operations[name]
    const response = await send(transport, base + path, {
      method,
      signal: signal ?? null,
      ...(request === undefined ? {} : { headers: JSON_TYPE, body: JSON.stringify(request) }),
    })
    return (await response.json()) as AnswerOf<O>
  }
  return {
    extract: (article, wanted, how) =>
      call('extract', { ...(typeof article === 'string' ? { text: article } : article), options: wanted }, how),
    extractBatch: (articles, wanted, how) => call('extractBatch', { articles, options: wanted }, how),
    stream: (articles, { window = 256, signal, ...wanted } = {}) =>
      streamAnswers(articles, {
        lines: window,
        retries,
        signal,
        post: (body, inner) =>
          send(transport, base + streaming.path + queryOf(wanted), {
            method: streaming.method,
            headers: LINES_TYPE,
            body,
            signal: inner,
          }),
      }),
    normalize: (text, wanted, how) => call('normalize', { text, ...wanted }, how),
    types: (how) => call('types', undefined, how),
    limits: (how) => call('limits', undefined, how),
    version: (how) => call('version', undefined, how),
    alive: (how) => call('alive', undefined, how),
    ready: (how) => call('ready', undefined, how),
  }
}

const JSON_TYPE = { 'content-type': 'application/json' }
const LINES_TYPE = { 'content-type': 'application/x-ndjson' }

function queryOf({ types, ...rest }: ServiceOptions): string {
  const given = { ...rest, types: types?.join(',') }
  const parts = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** Functions from offsets of a repaired text to offsets of the text as it was given, as `normalize` of the library has them. */
export function offsetMap({ at, from, until }: CompactMap): {
  /** The given text's offset of the unit at an offset of the repaired one. */
  start(offset: number): number
  /** The given text's offset behind the unit before an offset: the end of a half-open span. */
  end(offset: number): number
} {
  const start = (offset: number) => {
    let [low, high] = [0, at.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((at[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return { run: low - 1, place: low === 0 ? offset : (from[low - 1] as number) + offset - (at[low - 1] as number) }
  }
  return {
    start: (offset) => start(offset).place,
    end: (offset) => {
      const { run, place } = start(offset)
      return at[run] === offset ? (until[run] as number) : place
    },
  }
}
