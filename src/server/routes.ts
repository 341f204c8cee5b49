/** The places of the service. */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { version } from '../../package.json'
import service from '../../schemas/service.schema.json' with { type: 'json' }
import { factTypes, schemaVersion } from '../index.ts'
import type { LimitsAnswer, StateAnswer, TypesAnswer, VersionAnswer } from '../service/answers.ts'
import { ThreadEnded } from '../workers/pool.ts'
import { answerByHalves } from './batch.ts'
import type { Service } from './context.ts'
import { describe, ref, streamQuery } from './openapi.ts'
import { Problem, type ProblemCode } from './problems.ts'
import type { Order } from './protocol.ts'
import { checkedOptions } from './read.ts'
import { answerLines } from './stream.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Media types of the body that a route takes; requests to it are counted and limited. */
    takes?: readonly string[]
    /** Names that the query may have; without it any. */
    query?: readonly string[]
    /** Whether a key is needed where keys are asked for. */
    keys?: boolean
  }
}

export const JSON_TYPE = 'application/json'
export const LINES_TYPE = 'application/x-ndjson'
const LINES_TYPES = [LINES_TYPE, 'application/jsonl', 'application/json-lines', 'application/x-jsonlines']

/** What any request with a body may run into. */
const WITH_BODY: readonly ProblemCode[] = [
  'bad-request',
  'bad-parameter',
  'unsupported-media-type',
  'too-many-requests',
  'internal',
  'draining',
]
const WITH_JSON: readonly ProblemCode[] = [
  ...WITH_BODY,
  'bad-json',
  'bad-utf8',
  'no-body',
  'bad-field',
  'body-too-slow',
  'body-too-large',
  'too-many-bytes',
  'too-slow',
]
const PLAIN: readonly ProblemCode[] = ['bad-request']

const EXAMPLE = {
  text: 'Sáng 4/12, hội nghị họp trực tuyến tại 64 điểm cầu. Các xã báo cáo trước ngày 15/12.',
  publishedAt: '2023-12-05',
}

export function addRoutes(app: FastifyInstance, desk: Service): void {
  const withKeys = desk.settings.keys.length > 0
  const keyed = { keys: withKeys }
  const problemsOf = (codes: readonly ProblemCode[]) => (withKeys ? [...codes, 'unauthorized' as const] : codes)

  const json = (path: string, order: Order, schema: Parameters<typeof describe>[0]) =>
    app.post(path, {
      schema: describe({ ...schema, problems: problemsOf(schema.problems), ...keyed }),
      config: { takes: [JSON_TYPE], query: [], keys: true },
      handler: (request, reply) => answerBody(desk, order, request, reply),
    })

  json(
    '/v1/extract',
    { kind: 'extract' },
    {
      id: 'extract',
      tag: 'facts',
      summary: 'The facts of one article',
      body: { [JSON_TYPE]: { schema: ref('ExtractRequest'), example: EXAMPLE } },
      answer: [JSON_TYPE, ref('ExtractAnswer'), 'The facts'],
      problems: WITH_JSON,
    },
  )
  json(
    '/v1/extract::batch',
    { kind: 'batch', items: desk.settings.items },
    {
      id: 'extractBatch',
      tag: 'facts',
      summary: 'The facts of many articles',
      description: 'Gives a result or an error for each article, in order.',
      body: { [JSON_TYPE]: { schema: ref('BatchRequest'), example: { articles: [{ id: 'a1', ...EXAMPLE }] } } },
      answer: [JSON_TYPE, ref('BatchAnswer'), 'A result or an error for each article'],
      problems: [...WITH_JSON, 'too-many-items'],
    },
  )
  json(
    '/v1/normalize',
    { kind: 'normalize' },
    {
      id: 'normalize',
      tag: 'facts',
      summary: 'The repaired text of an article, with the map back to the text as it was given',
      body: { [JSON_TYPE]: { schema: ref('NormalizeRequest'), example: { text: 'Nghị quyếtvề số 45- NQ/TW' } } },
      answer: [JSON_TYPE, ref('NormalizeAnswer'), 'The repaired text'],
      problems: WITH_JSON,
    },
  )

  app.post('/v1/extract::stream', {
    schema: describe({
      id: 'extractStream',
      tag: 'facts',
      summary: 'The facts of a stream of articles',
      description:
        'JSON Lines in, one line out for each, in order: the facts with status 200, or the error that the line would have had alone. ' +
        'Lines are read as fast as answers are taken, and answered as soon as they are here.',
      body: { [LINES_TYPE]: { schema: { type: 'string', description: 'Lines of StreamLine.' } } },
      query: streamQuery,
      answer: [LINES_TYPE, { type: 'string', description: 'Lines of StreamAnswer.' }, 'A line for each line'],
      problems: problemsOf(WITH_BODY),
      ...keyed,
    }),
    config: { takes: LINES_TYPES, query: Object.keys(streamQuery.properties), keys: true },
    handler: (request, reply) => answerStream(desk, request, reply),
  })

  app.get('/v1/types', {
    schema: describe({
      id: 'types',
      tag: 'about',
      summary: 'The types of facts',
      answer: [JSON_TYPE, ref('TypesAnswer'), 'All types'],
      problems: problemsOf(PLAIN),
      ...keyed,
    }),
    config: { keys: true },
    handler: () => typesAnswer,
  })
  app.get('/v1/limits', {
    schema: describe({
      id: 'limits',
      tag: 'about',
      summary: 'What this server takes',
      answer: [JSON_TYPE, ref('LimitsAnswer'), 'The limits'],
      problems: problemsOf(PLAIN),
      ...keyed,
    }),
    config: { keys: true },
    handler: (): LimitsAnswer => {
      const { bodyBytes, items, lineBytes, concurrentRequests, heldBytes, requestSeconds, idleSeconds } = desk.settings
      return { bodyBytes, items, lineBytes, concurrentRequests, heldBytes, requestSeconds, idleSeconds }
    },
  })
  app.get('/version', {
    schema: describe({
      id: 'version',
      tag: 'about',
      summary: 'What answers',
      answer: [JSON_TYPE, ref('VersionAnswer'), 'The versions'],
      problems: PLAIN,
    }),
    handler: (): VersionAnswer => ({ version, schemaVersion }),
  })

  app.get('/livez', {
    schema: describe({
      id: 'alive',
      tag: 'operation',
      summary: 'Whether the process answers at all',
      answer: [JSON_TYPE, ref('StateAnswer'), 'It does'],
      problems: PLAIN,
    }),
    handler: (): StateAnswer => ({ status: 'alive' }),
  })
  app.get('/readyz', {
    schema: describe({
      id: 'ready',
      tag: 'operation',
      summary: 'Whether requests may be sent',
      answer: [JSON_TYPE, ref('StateAnswer'), 'They may'],
      problems: [...PLAIN, 'draining', 'not-ready'],
    }),
    handler: (): StateAnswer => {
      if (desk.leaving) throw new Problem('draining', 'the server is shutting down', {}, RETRY_SOON)
      if (!desk.warm) throw new Problem('not-ready', 'the worker threads are being started', {}, RETRY_SOON)
      return { status: 'ready' }
    },
  })
  app.get('/metrics', {
    schema: describe({
      id: 'metrics',
      tag: 'operation',
      summary: 'Counts and times for Prometheus',
      answer: ['text/plain', { type: 'string' }, 'In the text form of Prometheus'],
      problems: problemsOf(PLAIN),
      ...keyed,
    }),
    config: { keys: true },
    handler: async (_, reply) => {
      reply.type(desk.metrics?.contentType ?? 'text/plain')
      return desk.metrics?.text()
    },
  })
  app.get('/openapi.json', { schema: { hide: true }, handler: () => app.swagger() })
}

export const RETRY_SOON = { 'retry-after': '1' }

async function answerBody(desk: Service, order: Order, request: FastifyRequest, reply: FastifyReply) {
  const body = await desk.bodies.read(request.raw)
  try {
    if (body.length === 0) throw new Problem('no-body', 'expected a JSON object')
    const gone = (leave: () => void) => {
      reply.raw.on('close', leave)
      return () => reply.raw.off('close', leave)
    }
    const answered = await desk.ask(order, body, gone).catch(async (error) => {
      const bytes =
        order.kind === 'batch' && error instanceof ThreadEnded
          ? await answerByHalves(desk, order, body, gone)
          : undefined
      if (bytes) return bytes
      throw error
    })
    if (answered instanceof Uint8Array) return reply.type(JSON_TYPE).send(answered)
    const { answer, bytes } = answered
    if ('problem' in answer) {
      if (answer.trace) request.log.error({ trace: answer.trace }, 'bug')
      throw new Problem(answer.problem.code, answer.problem.detail, answer.problem.extras)
    }
    return reply.type(JSON_TYPE).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  } finally {
    desk.bodies.release(body)
  }
}

function answerStream(desk: Service, request: FastifyRequest, reply: FastifyReply) {
  const query = request.query as Readonly<Record<string, string | readonly string[]>>
  for (const [name, value] of Object.entries(query))
    if (typeof value !== 'string') throw new Problem('bad-parameter', `${name}: expected it once`, { parameter: name })
  const { types, ...rest } = query as Readonly<Record<string, string>>
  const options = checkedOptions(
    types === undefined ? rest : { ...rest, types: types.split(',') },
    (name, detail) => new Problem('bad-parameter', `${name}: ${detail}`, { parameter: name }),
  )
  // A client that neither sends nor reads.
  const { idleSeconds, requestSeconds } = desk.settings
  // The engine ends it then; when the answer is over, it sets a time of its own for the next request.
  request.raw.socket.setTimeout((Math.max(idleSeconds, requestSeconds) + 5) * 1000)
  // The body is left open where the stream ends early: destroying it would take the answer along.
  const input = request.raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
  return reply
    .type(LINES_TYPE)
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .send(Readable.from(answerLines(desk, input, options), { objectMode: false, highWaterMark: 1 << 16 }))
}

/** The types in the library's order, each with the description of its schema. */
const typesAnswer: TypesAnswer = {
  types: factTypes.map((type) => {
    const definitions = Object.values(service.definitions) as readonly Definition[]
    const definition = definitions.find(({ properties }) => properties?.type?.const === type)
    return { type, summary: definition?.description ?? '' }
  }),
}

interface Definition {
  readonly description?: string
  readonly properties?: { readonly type?: { readonly const?: string } }
}
