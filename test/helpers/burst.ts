/** Requests that are sent at the same time, each on a connection of its own. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'

export interface HttpAnswer {
  readonly status: number
  readonly body: string
  /** The answer's x-request-id. */
  readonly requestId: string
}

/** Connections that are opened together; the queue of the listening socket has room for them. */
const WAVE = 200

/** How many connections this process may have open: what is allowed, less some for other things. */
export function mostConnections(): number {
  try {
    const limit = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]
    return Number(limit ?? 1024) - 200
  } catch {
    return 800
  }
}

/** Opens a connection for each request, and sends all requests once all are open. What is no answer is undefined. */
export async function burst(url: string, requests: readonly string[]): Promise<(HttpAnswer | undefined)[]> {
  const sockets: Socket[] = []
  while (sockets.length < requests.length) {
    const wave = Array.from({ length: Math.min(WAVE, requests.length - sockets.length) }, () => openSocket(url))
    sockets.push(...(await Promise.all(wave)))
  }
  const answers = sockets.map((socket) => readAll(socket).then((text) => answersIn(text)[0]))
  for (const [i, socket] of sockets.entries()) socket.write(requests[i] as string)
  return Promise.all(answers)
}

export async function openSocket(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  // One that is reset ends; what came of its answer tells.
  socket.on('error', () => {})
  return socket
}

/** What comes until the connection ends. */
export async function readAll(socket: Socket): Promise<string> {
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(socket, 'close')
  return Buffer.concat(chunks).toString()
}

/** A request with a JSON body. */
export function requestText(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): string {
  const text = JSON.stringify(body)
  const lines = Object.entries({
    host: 'x',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...headers,
  })
  return `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${text}`
}

/** The answers that stand one behind the other in what came over a connection; one that is cut off is left out. */
export function answersIn(text: string): HttpAnswer[] {
  const bytes = Buffer.from(text)
  const answers: HttpAnswer[] = []
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf('\r\n\r\n', from)
    if (end < 0) break
    const head = bytes.toString('latin1', from, end)
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim()
    const length = Number(field('content-length'))
    const next = end + 4 + length
    if (!(next <= bytes.length)) break
    answers.push({
      status: Number(head.slice(9, 12)),
      body: bytes.toString('utf8', end + 4, next),
      requestId: field('x-request-id') ?? '',
    })
    from = next
  }
  return answers
}
