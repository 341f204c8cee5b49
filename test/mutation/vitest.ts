/** What the tests take from vitest, without its workers: here a test is a function in a list. */
import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'

chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)

export const expect = chai.expect

type Body = (...row: readonly unknown[]) => unknown

/** Every test that was made, by its name. */
export const tests = new Map<string, () => unknown>()
let path: readonly string[] = []

export function describe(name: string, body: () => void): void {
  const outer = path
  path = [...path, name]
  body()
  path = outer
}

export function it(name: string, body: Body): void {
  const whole = [...path, name].join(' > ')
  let key = whole
  for (let n = 2; tests.has(key); n++) key = `${whole} (${n})`
  tests.set(key, body)
}

const rowsOf = (table: readonly unknown[]) => table.map((row) => (Array.isArray(row) ? row : [row]))
const named = (name: string, row: readonly unknown[]) => `${name}: ${row.map((cell) => String(cell)).join(', ')}`

it.each = (table: readonly unknown[]) => (name: string, body: Body) => {
  for (const row of rowsOf(table)) it(named(name, row), () => body(...row))
}
describe.each = (table: readonly unknown[]) => (name: string, body: Body) => {
  for (const row of rowsOf(table)) describe(named(name, row), () => void body(...row))
}
