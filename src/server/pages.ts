/** Pages for people: the document at /docs, and the playground at / where it was built. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { type ApiDocument, docsPage, type Page } from './docs-page.ts'
import { problemKinds } from './problems.ts'

/** The page brings its own policy along; what a policy inside of a page cannot forbid is here. */
const PLAYGROUND_POLICY = "frame-ancestors 'none'"

/** @param playground The file of the playground's page, which need not be there. */
export function addPages(app: FastifyInstance, playground: URL): void {
  let docs: Page | undefined
  const document = () => {
    docs ??= docsPage(app.swagger() as unknown as ApiDocument, problemKinds)
    return docs
  }
  const page = read(playground)
  servePage(app, '/docs', document)
  servePage(app, '/', page ? () => ({ html: page, policy: PLAYGROUND_POLICY }) : document)
}

function servePage(app: FastifyInstance, path: string, make: () => Page): void {
  let made: { readonly body: Buffer; readonly policy: string; readonly tag: string } | undefined
  app.get(path, { schema: { hide: true } }, (request, reply) => {
    if (!made) {
      const { html, policy } = make()
      const body = Buffer.from(html)
      made = { body, policy, tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
    }
    reply.headers({ etag: made.tag, 'cache-control': 'no-cache', 'content-security-policy': made.policy })
    if (request.headers['if-none-match'] === made.tag) return reply.code(304).send()
    return reply.type('text/html; charset=utf-8').send(made.body)
  })
}

function read(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
