/** The columns of trichluc_spark, as a string of Spark's DDL, from the JSON Schema of an extraction. */

interface Schema {
  readonly type?: string | readonly string[]
  readonly $ref?: string
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly definitions?: Readonly<Record<string, Schema>>
}

/** @param jsonSchema The text of schemas/extraction.schema.json. */
export function sparkSchema(jsonSchema: string): string {
  const schema = JSON.parse(jsonSchema) as Schema
  const columns = { ...schema.properties, error: ERROR }
  const lines = Object.entries(columns).map(([name, column]) => `    "${quoted(name)} ${typeOf(column, schema)}"`)
  return `"""Generated from schemas/extraction.schema.json by \`npm run generate\`: do not edit."""

#: The columns that extract_facts adds to the id, as Spark's DDL. A fact has the fields of all types, and those of other types are null.
COLUMNS = (
${lines.join('\n    ", "\n')}
)
`
}

/** Where an article could not be done. */
const ERROR: Schema = { type: 'object', properties: { code: { type: 'string' }, message: { type: 'string' } } }

/** Quoted, since some are words of SQL: `start`, `of`. */
const quoted = (name: string) => `\`${name}\``

function typeOf(part: Schema, root: Schema): string {
  if (part.$ref !== undefined) {
    const name = part.$ref.replace('#/definitions/', '')
    const definition = root.definitions?.[name]
    if (!definition) throw new Error(`${part.$ref}: there is no such definition`)
    return typeOf(definition, root)
  }
  if (part.anyOf)
    return united(
      part.anyOf.filter((one) => one.type !== 'null'),
      root,
    )
  const types = [part.type ?? []].flat().filter((type) => type !== 'null')
  switch (types.length === 1 ? types[0] : undefined) {
    case 'string':
      return 'STRING'
    case 'integer':
      return 'BIGINT'
    case 'number':
      return 'DOUBLE'
    case 'boolean':
      return 'BOOLEAN'
    case 'array':
      return `ARRAY<${typeOf(part.items ?? {}, root)}>`
    case 'object':
      return struct(Object.entries(part.properties ?? {}).map(([name, field]) => [name, typeOf(field, root)]))
    default:
      throw new Error(`no Spark type for ${JSON.stringify(part)}`)
  }
}

/** One struct with the fields of all: a field that several have must be of one type. */
function united(parts: readonly Schema[], root: Schema): string {
  const [only] = parts
  if (only && parts.length === 1) return typeOf(only, root)
  const fields = new Map<string, string>()
  for (const part of parts) {
    const { properties } = part.$ref ? (root.definitions?.[part.$ref.replace('#/definitions/', '')] ?? {}) : part
    if (!properties) throw new Error(`only objects can be united: ${JSON.stringify(part)}`)
    for (const [name, field] of Object.entries(properties)) {
      const type = typeOf(field, root)
      const before = fields.get(name)
      if (before !== undefined && before !== type) throw new Error(`${name} is ${before} here and ${type} there`)
      fields.set(name, type)
    }
  }
  return struct([...fields])
}

const struct = (fields: readonly (readonly [string, string])[]) =>
  `STRUCT<${fields.map(([name, type]) => `${quoted(name)}: ${type}`).join(', ')}>`
