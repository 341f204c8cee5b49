/** The OpenAPI document of the service with its default settings, as /openapi.json has it. */
import { PassThrough } from 'node:stream'

export async function openapiDocument(): Promise<string> {
  // The server reads schemas that may have been generated just now.
  const { createServer } = await import('../src/server/app.ts')
  const app = await createServer({ log: new PassThrough().resume(), logLevel: 'silent' })
  await app.ready()
  const document = app.swagger()
  await app.close()
  return `${JSON.stringify(document, null, 2)}\n`
}
