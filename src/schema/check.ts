/** Checks a value against a schema of this package. The keywords that they use are few, so no schema library comes along for it. */
import type { JsonSchema, SchemaProblem } from './types.ts'

/**
 * What a value has against a schema; nothing where it fits. Fields that the schema does not know pass, unless it forbids them.
 * `format` is a remark for readers and not checked.
 * @param root Where `$ref` looks for definitions.
 */
export function problemsOf(value: unknown, schema: JsonSchema, root: JsonSchema, path = ''): SchemaProblem[] {
  const { $ref, anyOf, type, enum: values, items, properties = {}, required = [], additionalProperties } = schema
  if ($ref !== undefined) return problemsOf(value, definition($ref, root), root, path)
  if (anyOf) return problemsOfAny(value, anyOf, root, path)
  const wrong = (what: string) => [{ path, message: `expected ${what}, got ${show(value)}` }]
  if (schema.const !== undefined && value !== schema.const) return wrong(JSON.stringify(schema.const))
  if (values && !values.includes(value as string))
    return wrong(`one of ${values.map((v) => JSON.stringify(v)).join(', ')}`)
  const types = typeof type === 'string' ? [type] : (type ?? [])
  if (type !== undefined && !types.some((name) => isOf(value, name))) return wrong(types.join(' or '))

  const problems: SchemaProblem[] = []
  if (Array.isArray(value)) {
    if (items) value.forEach((item, i) => void problems.push(...problemsOf(item, items, root, `${path}/${i}`)))
  } else if (typeof value === 'object' && value !== null) {
    const fields = value as Readonly<Record<string, unknown>>
    for (const name of required)
      if (fields[name] === undefined) problems.push({ path: `${path}/${escaped(name)}`, message: 'is missing' })
    for (const [name, field] of Object.entries(fields)) {
      const known = Object.hasOwn(properties, name) ? properties[name] : additionalProperties
      const at = `${path}/${escaped(name)}`
      if (known === false) problems.push({ path: at, message: 'is not known' })
      else if (typeof known === 'object' && field !== undefined) problems.push(...problemsOf(field, known, root, at))
    }
  }
  return problems
}

/** Of alternatives that a constant tells apart, as facts are by `type`, only the one that is meant is told of. */
function problemsOfAny(value: unknown, anyOf: readonly JsonSchema[], root: JsonSchema, path: string): SchemaProblem[] {
  const tried = anyOf.map((schema) => ({ schema, problems: problemsOf(value, schema, root, path) }))
  if (tried.some(({ problems }) => problems.length === 0)) return []
  const meant = tried.filter(({ schema }) => isMeant(value, resolved(schema, root)))
  if (meant.length === 1) return (meant[0] as (typeof tried)[number]).problems
  const names = anyOf.map((schema) => schema.$ref?.replace('#/definitions/', '') ?? schema.type ?? schema.const)
  return [{ path, message: `expected one of ${names.join(', ')}, got ${show(value)}` }]
}

function isMeant(value: unknown, { properties = {}, type }: JsonSchema): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const constants = Object.entries(properties).filter(([, field]) => field.const !== undefined)
  if (constants.length === 0) return type === 'object'
  return constants.every(([name, field]) => (value as Readonly<Record<string, unknown>>)[name] === field.const)
}

const resolved = (schema: JsonSchema, root: JsonSchema): JsonSchema =>
  schema.$ref === undefined ? schema : resolved(definition(schema.$ref, root), root)

function definition(ref: string, root: JsonSchema): JsonSchema {
  const found = root.definitions?.[ref.replace('#/definitions/', '')]
  if (!found) throw new Error(`trichluc: the schema has no ${ref}`)
  return found
}

function isOf(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    case 'number':
      return Number.isFinite(value)
    default:
      return typeof value === type
  }
}

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

const LONGEST = 40

function show(value: unknown): string {
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value !== 'string') return String(value)
  return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value)
}
