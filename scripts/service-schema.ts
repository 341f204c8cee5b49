/** JSON Schemas of what the service takes and answers, from the types: their comments are its descriptions. */
import { fileURLToPath } from 'node:url'
import { createGenerator, type Schema } from 'ts-json-schema-generator'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** Objects in which a field that is not known is an error, and not passed over. */
const STRICT = ['ServiceOptions', 'ExtractRequest', 'BatchRequest', 'NormalizeRequest']

export function serviceSchema(): string {
  const generator = createGenerator({
    path: path('../src/service/types.ts'),
    tsconfig: path('../tsconfig.json'),
    type: 'ServiceTypes',
    topRef: false,
    // tsc has checked the types already, with the compiler that the project uses.
    skipTypeCheck: true,
    // New fields may come without a new version, so readers must let them pass.
    additionalProperties: true,
  })
  const { $schema, definitions = {} } = generator.createSchema('ServiceTypes')
  const named = (name: string) => definitions[name] as Schema
  for (const name of STRICT) Object.assign(named(name), { additionalProperties: false })
  const articles = named('BatchRequest').properties?.['articles'] as Schema
  const items = [articles.items, { description: 'Anything else is answered with an error in its place.' }]
  Object.assign(articles, { items: { anyOf: items } })
  return `${JSON.stringify({ $schema, title: 'What the service takes and answers', definitions }, null, 2)}\n`
}
