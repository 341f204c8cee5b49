/** The OpenAPI document: schemas from the types, routes as the server has them. */
import type { FastifyInstance, FastifySchema } from 'fastify'
import { version } from '../../package.json'
import service from '../../schemas/service.schema.json' with { type: 'json' }
import { factTypes } from '../index.ts'
import { loadSwagger } from './peers.ts'
import { type ProblemCode, problemKinds } from './problems.ts'

type Json = Readonly<Record<string, unknown>>

/** "#/definitions/X" is how the generator refers to X, "X#" how the framework does. */
function frameworkRefs(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(frameworkRefs)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) =>
      key === '$ref' ? [key, `${String(value).replace('#/definitions/', '')}#`] : [key, frameworkRefs(value)],
    ),
  )
}

/** To be awaited before the routes are made. */
export async function describeRoutes(app: FastifyInstance, withKeys: boolean): Promise<void> {
  const { default: swagger } = await loadSwagger()
  for (const [name, schema] of Object.entries(service.definitions))
    app.addSchema({ $id: name, ...(frameworkRefs(schema) as Json) })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'trichluc',
        version,
        description: 'Structured facts out of Vietnamese news text. Every answer states the unit of its offsets.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      tags: [
        { name: 'facts', description: 'Articles in, facts out' },
        { name: 'about', description: 'What the service knows and takes' },
        { name: 'operation', description: 'For balancers and monitors' },
      ],
      ...(withKeys ? { components: { securitySchemes: { key: { type: 'http' as const, scheme: 'bearer' } } } } : {}),
    },
    refResolver: { buildLocalReference: (json) => String(json['$id']) },
  })
}

export const ref = (name: keyof typeof service.definitions) => ({ $ref: `${name}#` })

const PROBLEM = 'application/problem+json'

interface Description {
  readonly id: string
  readonly tag: 'facts' | 'about' | 'operation'
  readonly summary: string
  readonly description?: string
  readonly body?: Readonly<Record<string, { readonly schema: object; readonly example?: unknown }>>
  readonly query?: object
  /** Of the answer 200: its form and what is in it. */
  readonly answer: readonly [type: string, schema: object, description: string]
  readonly problems: readonly ProblemCode[]
  readonly keys?: boolean
}

/** A route as the framework and the document have it. */
export function describe(route: Description): FastifySchema & Json {
  const { id, tag, summary, description, body, query, answer, problems, keys } = route
  const [type, schema, meaning] = answer
  const byStatus = new Map<number, ProblemCode[]>()
  for (const { code, status } of problemKinds)
    if (problems.includes(code)) byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  const refused = [...byStatus].map(([status, codes]) => [
    status,
    {
      description: codes.join(', '),
      ...(status === 429 || status === 503 ? { headers: RETRY } : {}),
      content: { [PROBLEM]: { schema: ref('ProblemAnswer') } },
    },
  ])
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    ...(body ? { body: { content: body } } : {}),
    ...(query ? { querystring: query } : {}),
    ...(keys ? { security: [{ key: [] }] } : {}),
    response: { 200: { description: meaning, content: { [type]: { schema } } }, ...Object.fromEntries(refused) },
  }
}

const RETRY = {
  'Retry-After': { type: 'integer', description: 'Seconds after which it is worth another try.' },
}

/** The options of the stream, whose body has no place for them. */
export const streamQuery = {
  type: 'object',
  additionalProperties: false,
  properties: {
    referenceDate: {
      type: 'string',
      format: 'date',
      description: 'The day that lines without `publishedAt` are read against.',
    },
    types: {
      type: 'string',
      pattern: `^(${factTypes.join('|')})(,(${factTypes.join('|')}))*$`,
      description: 'Only these types of facts, separated by commas.',
    },
    offsets: {
      type: 'string',
      enum: ['utf16', 'codepoint', 'utf8'],
      description: 'The unit of all offsets; utf16 by default.',
    },
  },
} as const
