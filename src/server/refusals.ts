/** Everything that goes wrong is answered with a problem of its own. */
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ThreadEnded } from '../workers/pool.ts'
import { ClientGone } from './bodies.ts'
import { Problem, problemJson } from './problems.ts'
import { traceOf } from './trace.ts'

/** Answers with a problem, whatever was thrown. */
export function refuse(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  if (error instanceof ClientGone) {
    request.problem = 'client-gone'
    reply.hijack()
    reply.raw.destroy()
    return
  }
  const problem = problemOf(error, request.log)
  request.problem = problem.code
  reply.code(problem.status).headers(problem.headers).type('application/problem+json')
  reply.send(JSON.stringify(problemJson(problem, request.id)))
}

function problemOf(error: FastifyError | Error, log: FastifyBaseLogger): Problem {
  if (error instanceof Problem) return error
  if (error instanceof ThreadEnded) return new Problem('internal', 'the article was too much for its worker thread')
  const { statusCode = 500, code } = error as Partial<FastifyError>
  if (code === 'FST_ERR_BAD_URL') return new Problem('bad-request', 'the address cannot be read')
  if (code === 'FST_ERR_MAX_PARAM_LENGTH' || statusCode === 414)
    return new Problem('uri-too-long', 'the address is too long')
  if (statusCode >= 400 && statusCode < 500) return new Problem('bad-request', 'the request cannot be read')
  log.error({ trace: traceOf(error) }, 'bug')
  return new Problem('internal', 'a bug in the service; its log has the place')
}

/** The place is not there, or does not take the method. */
export function nowhere(app: FastifyInstance, { url, method }: FastifyRequest): Problem {
  const path = url.split('?', 1)[0] as string
  const allowed = ['GET', 'HEAD', 'POST'].filter((other) => {
    const place = other === 'POST' ? path.replace(':', '::') : path
    return app.hasRoute({ method: other as 'GET', url: place })
  })
  if (allowed.length === 0) return new Problem('not-found', 'there is no such place; see /docs')
  return new Problem(
    'method-not-allowed',
    `expected ${allowed.join(' or ')}, got ${method}`,
    {},
    { allow: allowed.join(', ') },
  )
}

/** What is no HTTP, or takes too long to be it: there is no request yet, only a socket. */
export function answerNoHttp(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy()
    return
  }
  const problem =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new Problem('headers-too-large', 'the headers are larger than 16 kB')
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? new Problem('body-too-slow', 'the request did not arrive in time')
        : new Problem('bad-request', 'this is not HTTP/1.1')
  const id = randomUUID()
  const body = JSON.stringify(problemJson(problem, id))
  socket.end(
    `HTTP/1.1 ${problem.status} ${REASONS[problem.status]}\r\ncontent-type: application/problem+json\r\nx-request-id: ${id}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}
const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}
