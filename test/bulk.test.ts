/** Three thousand newspaper articles through the filter, where they are: a line out for each line in, in order, no error. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { jsonLines, trichluc } from './helpers/cli.ts'
import { shared } from './helpers/paths.ts'

const file = shared('corpus/bulk.jsonl')

it.skipIf(!file)('answers every line', () => {
  const input = readFileSync(file as string)
  const { status, stdout, stderr } = trichluc(['extract', '-'], { input })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const ids = (text: string) => (jsonLines(text) as { readonly id: string }[]).map(({ id }) => id)
  const answers = jsonLines(stdout) as { readonly id: string; readonly facts: readonly unknown[] }[]
  expect(answers.map(({ id }) => id)).toEqual(ids(input.toString()))
  expect(answers.every(({ facts }) => Array.isArray(facts))).toBe(true)
})
