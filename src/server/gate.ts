/** What a request must be before its body is read. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Service } from './context.ts'
import { Problem } from './problems.ts'
import { nowhere } from './refusals.ts'
import { RETRY_SOON } from './routes.ts'

/** Why a request is not even looked at, if there is a reason. Requests with a body are counted from here on. */
export function turnAway(
  app: FastifyInstance,
  desk: Service,
  hasKey: (header: string | undefined) => boolean,
  request: FastifyRequest,
): Problem | undefined {
  const { takes, query, keys } = request.routeOptions.config
  const { settings } = desk
  // Before the framework looks at the body of methods that it takes nowhere.
  if (request.is404) return nowhere(app, request)
  if (keys && settings.keys.length > 0 && !hasKey(request.headers.authorization))
    return new Problem(
      'unauthorized',
      'expected the header Authorization: Bearer KEY with a key of this server',
      {},
      BEARER,
    )
  if (query) {
    const foreign = Object.keys(request.query as object).find((name) => !query.includes(name))
    if (foreign !== undefined) {
      const known = query.length > 0 ? `those here are ${query.join(', ')}` : 'options stand in the body'
      return new Problem('bad-parameter', `${foreign.slice(0, 100)}: there is no such parameter; ${known}`, {
        parameter: foreign.slice(0, 100),
      })
    }
  }
  if (!takes) return undefined
  if (desk.draining)
    return new Problem('draining', 'the server is shutting down', {}, { ...RETRY_SOON, connection: 'close' })
  const refusal = wrongForm(request, takes)
  if (refusal) return refusal
  if (desk.inFlight >= settings.concurrentRequests)
    return new Problem(
      'too-many-requests',
      `${settings.concurrentRequests} requests are here already; try again`,
      { limit: settings.concurrentRequests },
      RETRY_SOON,
    )
  desk.inFlight++
  request.counted = true
  return undefined
}
const BEARER = { 'www-authenticate': 'Bearer' }

function wrongForm({ headers }: FastifyRequest, takes: readonly string[]): Problem | undefined {
  const [type = '', ...parameters] = (headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  const charset = parameters
    .find((part) => part.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '')
  const fits = takes.includes(type) && (charset === undefined || charset === 'utf-8' || charset === 'utf8')
  if (!fits)
    return new Problem(
      'unsupported-media-type',
      `expected ${takes[0]} in UTF-8, got ${(headers['content-type'] ?? 'nothing').slice(0, 100)}`,
      {},
      { accept: takes.join(', ') },
    )
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity')
    return new Problem(
      'unsupported-media-type',
      `expected a body that is not compressed, got ${encoding.slice(0, 100)}`,
      {},
      { 'accept-encoding': 'identity' },
    )
  return undefined
}
