/** The HTTP service as a fastify app: what holds for all requests. The places stand in routes.ts. */
import { randomUUID } from 'node:crypto'
import type { Writable } from 'node:stream'
import type { FastifyHttpOptions, FastifyInstance, FastifyReply, FastifyRequest, RawServerDefault } from 'fastify'
import { Service } from './context.ts'
import { closeConnections, drain } from './drain.ts'
import { turnAway } from './gate.ts'
import { keyCheck } from './keys.ts'
import { createMetrics } from './metrics.ts'
import { describeRoutes } from './openapi.ts'
import { addPages } from './pages.ts'
import { loadCors, loadFastify, loadMetrics } from './peers.ts'
import { answerNoHttp, nowhere, refuse } from './refusals.ts'
import { addRoutes } from './routes.ts'
import { complete, type ServerSettings } from './settings.ts'
import { traceOf } from './trace.ts'

export interface ServerOptions extends Partial<ServerSettings> {
  /** Where the log goes, as JSON lines; stdout by default. */
  readonly log?: Writable
}

export interface TrichlucServer extends FastifyInstance {
  /**
   * Turns new requests away, finishes those that run, and closes.
   * @returns Whether all were finished within the grace period; what was not has been cut off.
   */
  drain(): Promise<boolean>
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The code of the problem that it was answered with. */
    problem: string
    traceparent: string
    counted: boolean
  }
}

/** By the Trace Context of the W3C: version, trace, parent, flags. */
const TRACEPARENT = /^(?!ff)[\da-f]{2}-(?!0{32})[\da-f]{32}-(?!0{16})[\da-f]{16}-[\da-f]{2}(?:-[\x21-\x7e]{1,200})?$/
const REQUEST_ID = /^[\w.:=+/-]{1,128}$/
/** What still comes of a body that is not wanted is read for so long. */
const LEFTOVER_MS = 5000

/**
 * The service, not yet listening: `app.listen`, or `serve`, which also minds signals.
 * @throws SettingError for a wrong setting; MissingPeer where fastify or a package of it is not installed.
 */
export async function createServer(options: ServerOptions = {}): Promise<TrichlucServer> {
  const { log = process.stdout, ...given } = options
  const settings = complete(given)
  const { fastify, LogController } = await loadFastify()
  const desk = new Service(settings, new URL('./server-worker.js', import.meta.url))
  const http: FastifyHttpOptions<RawServerDefault> = {
    logger: {
      level: settings.logLevel,
      stream: log,
      formatters: { level: (label: string) => ({ level: label }) },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      // Only what we log ourselves, and of errors the place: an article may stand in a body, a query, an address or a message.
      serializers: {
        req: () => ({}),
        res: () => ({}),
        err: (error: Error) => ({ type: error.name, message: '', stack: traceOf(error) }),
      },
    },
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    genReqId: ({ headers }) => {
      const given = headers['x-request-id']
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
    },
    exposeHeadRoutes: true,
    // Streams may last; bodies and pauses have limits of their own.
    requestTimeout: 0,
    connectionTimeout: 0,
    keepAliveTimeout: 72_000,
    http: { headersTimeout: 10_000 },
    return503OnClosing: false,
    clientErrorHandler: answerNoHttp,
    // An address that cannot be read comes to no hook.
    frameworkErrors: (error, request, reply) => {
      receive(desk, request, reply as FastifyReply)
      refuse(error, request, reply as FastifyReply)
    },
  }
  const app: FastifyInstance = fastify(http)
  // Bodies are checked by the worker threads, queries by their routes; the schemas are for the document.
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined))
  app.decorateRequest('problem', '')
  app.decorateRequest('traceparent', '')
  app.decorateRequest('counted', false)

  const hasKey = keyCheck(settings.keys)
  app.addHook('onRequest', (request, reply, done) => {
    receive(desk, request, reply)
    done()
  })
  app.setErrorHandler<Error>(refuse)
  app.setNotFoundHandler((request, reply) => refuse(nowhere(app, request), request, reply))

  await describeRoutes(app, settings.keys.length > 0)
  if (settings.corsOrigins.length > 0) {
    const { default: cors } = await loadCors()
    await app.register(cors, {
      origin: settings.corsOrigins.includes('*') ? '*' : [...settings.corsOrigins],
      methods: ['GET', 'HEAD', 'POST'],
      exposedHeaders: ['x-request-id', 'retry-after'],
      maxAge: 600,
    })
  }
  // Behind the packages: pages of other origins may read a refusal.
  app.addHook('onRequest', (request, _reply, done) => done(turnAway(app, desk, hasKey, request)))
  desk.metrics = createMetrics(await loadMetrics(), {
    inFlight: () => desk.inFlight,
    waiting: () => desk.dispatcher.waiting,
    heldBytes: () => desk.bodies.held,
    busyThreads: () => desk.dispatcher.running,
  })
  addRoutes(app, desk)
  addPages(app, new URL('./playground/index.html', import.meta.url))
  app.addHook('onListen', () => desk.warmUp())
  let closed = () => {}
  app.addHook('preClose', () => {
    closed = closeConnections(app, desk)
  })
  app.addHook('onClose', () => {
    closed()
    return desk.pool.destroy()
  })
  app.decorate('drain', () => drain(app, desk))
  return app as unknown as TrichlucServer
}

const QUIET = new Set(['/livez', '/readyz', '/metrics'])

/** What is done for every request, and when it is over. */
function receive(desk: Service, request: FastifyRequest, reply: FastifyReply): void {
  desk.open++
  // The framework's own hook does not run where the client goes away first.
  reply.raw.once('close', () => record(desk, request, reply))
  greet(request, reply)
}

/** Headers that every answer has. */
function greet(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('x-request-id', request.id)
  reply.header('x-content-type-options', 'nosniff')
  reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  reply.header('referrer-policy', 'no-referrer')
  reply.header('cache-control', 'no-store')
  const { traceparent } = request.headers
  if (typeof traceparent !== 'string' || !TRACEPARENT.test(traceparent)) return
  request.traceparent = traceparent
  reply.header('traceparent', traceparent)
}

/** Counts and logs a request that is over, however it ended. */
function record(desk: Service, request: FastifyRequest, reply: FastifyReply): void {
  desk.open--
  if (request.counted) desk.inFlight--
  const route = (request.routeOptions.url ?? 'unknown').replace('::', ':')
  // As proxies have it: the client went before there was an answer.
  const status = reply.raw.writableFinished ? reply.statusCode : 499
  desk.metrics?.request(request.method, route, status, reply.elapsedTime)
  if (request.problem !== '') desk.metrics?.reject(request.problem)
  const entry = {
    method: request.method,
    route,
    status,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    bytes: Number(request.headers['content-length'] ?? 0),
    ...(request.problem === '' ? {} : { problem: request.problem }),
    ...(request.traceparent === '' ? {} : { traceparent: request.traceparent }),
  }
  if (status >= 500 && status !== 503) request.log.error(entry, 'request')
  // Balancers and monitors ask every few seconds.
  else if (QUIET.has(route) && status < 400) request.log.debug(entry, 'request')
  else request.log.info(entry, 'request')
  const { raw } = request
  if (raw.complete) return
  // The rest of a body that was refused is read and forgotten, but not for ever.
  raw.on('error', () => {}).resume()
  const timer = setTimeout(() => raw.complete || raw.socket.destroy(), LEFTOVER_MS)
  timer.unref()
}
