/** Bodies of requests, read within the limits on bytes and time. They are bytes here: what they mean is read by the worker threads. */
import type { IncomingMessage } from 'node:http'
import { Problem } from './problems.ts'
import type { ServerSettings } from './settings.ts'

/** The client went away before its request was here or its answer was ready: there is nobody to answer. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone'
}

export class Bodies {
  readonly #settings: ServerSettings
  #held = 0

  constructor(settings: ServerSettings) {
    this.#settings = settings
  }

  /** Bytes of all bodies that are here or on their way. */
  get held(): number {
    return this.#held
  }

  /** To be called when a body that was read is done with. */
  release(body: Uint8Array): void {
    this.#held -= body.length
  }

  /**
   * The whole body.
   * @throws Problem where it is too large, too slow, or comes on top of too much; ClientGone.
   */
  read(request: IncomingMessage): Promise<Uint8Array> {
    const { bodyBytes, heldBytes, requestSeconds } = this.#settings
    const declared = Number(request.headers['content-length'] ?? 0)
    if (declared > bodyBytes) return Promise.reject(tooLarge(bodyBytes))
    if (this.#held + declared > heldBytes) return Promise.reject(tooMuch(heldBytes))
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = []
      let length = 0
      const end = () => {
        clearTimeout(timer)
        request.off('data', take).off('end', done).off('close', gone).off('error', gone)
      }
      const fail = (error: Error) => {
        end()
        this.#held -= length
        // What still comes is read and forgotten, so that the client gets to read its answer.
        request.on('error', () => {}).resume()
        reject(error)
      }
      const take = (chunk: Buffer) => {
        chunks.push(chunk)
        length += chunk.length
        this.#held += chunk.length
        if (length > bodyBytes) fail(tooLarge(bodyBytes))
        else if (this.#held > heldBytes) fail(tooMuch(heldBytes))
      }
      const done = () => {
        end()
        resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks))
      }
      const gone = () => fail(new ClientGone('the client went away'))
      const timer = setTimeout(
        () =>
          fail(
            new Problem(
              'body-too-slow',
              `the body did not arrive within ${requestSeconds} seconds`,
              { limit: requestSeconds },
              { connection: 'close' },
            ),
          ),
        requestSeconds * 1000,
      )
      request.on('data', take).on('end', done).on('close', gone).on('error', gone)
    })
  }
}

const tooLarge = (limit: number) =>
  new Problem('body-too-large', `the body is larger than ${limit} bytes; send the rest by itself, or as a stream`, {
    limit,
  })

const tooMuch = (limit: number) =>
  new Problem(
    'too-many-bytes',
    `more than ${limit} bytes wait at this server; try again`,
    { limit },
    { 'retry-after': '1' },
  )
