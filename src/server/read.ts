/** Bodies become articles and options. What is wrong is named by its place, as the OpenAPI document has it. */
import { type ExtractOptions, extract, OptionError } from '../index.ts'
import { decodeUtf8, NotUtf8 } from '../jsonl/utf8.ts'
import type { ServiceOptions } from '../service/requests.ts'
import { Problem } from './problems.ts'

export type Fields = Readonly<Record<string, unknown>>

const OPTIONS: readonly (keyof ServiceOptions)[] = ['referenceDate', 'types', 'offsets']

/** The object that a body is. @param known The fields that it may have. */
export function readObject(bytes: Uint8Array, known: readonly string[]): Fields {
  let value: unknown
  try {
    const text = decodeUtf8(bytes)
    value = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text)
  } catch (error) {
    if (error instanceof NotUtf8) throw new Problem('bad-utf8', `the body is ${error.message}`)
    throw new Problem('bad-json', 'the body is not valid JSON')
  }
  if (!isObject(value)) throw wrong('', `expected an object with ${known.join(', ')}, got ${nameOf(value)}`)
  for (const name of Object.keys(value))
    if (!known.includes(name))
      throw wrong(`/${escaped(name)}`, `there is no such field; the fields are ${known.join(', ')}`)
  return value
}

/** The options of a body, checked. */
export function readOptions(value: unknown): ServiceOptions {
  if (value === undefined) return {}
  if (!isObject(value)) throw wrong('/options', `expected an object, got ${nameOf(value)}`)
  return checkedOptions(value, (option, problem) => wrong(`/options/${escaped(option)}`, problem))
}

/** Options that the library takes and that can come as JSON. @param problem What to throw for one that is wrong. */
export function checkedOptions(value: Fields, problem: (option: string, detail: string) => Problem): ServiceOptions {
  try {
    // The library's messages are the only ones.
    extract('', value as ExtractOptions)
  } catch (error) {
    if (error instanceof OptionError) throw problem(error.option, error.problem)
    throw error
  }
  const foreign = Object.keys(value).find((name) => !(OPTIONS as readonly string[]).includes(name))
  if (foreign !== undefined)
    throw problem(foreign, `cannot come over the network; the options are ${OPTIONS.join(', ')}`)
  return value as ServiceOptions
}

/** @param field A JSON Pointer. */
export const wrong = (field: string, detail: string) =>
  new Problem('bad-field', `${field === '' ? 'the body' : field.slice(1).replaceAll('/', '.')}: ${short(detail)}`, {
    field,
  })

/** Half a kilobyte of a message is enough, whatever it quotes. */
const short = (text: string) => (text.length > 500 ? `${text.slice(0, 500)}…` : text)

const escaped = (name: string) => short(name).replaceAll('~', '~0').replaceAll('/', '~1')

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const nameOf = (value: unknown) =>
  value === undefined
    ? 'nothing'
    : value === null
      ? 'null'
      : Array.isArray(value)
        ? 'a list'
        : typeof value === 'object'
          ? 'an object'
          : `a ${typeof value}`
