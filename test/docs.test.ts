import { readFileSync } from 'node:fs'
import { expect, inject, it } from 'vitest'
import { documents, examplesIn, refresh } from '../scripts/docs.ts'
import { root } from './helpers/paths.ts'

it.each(documents())('the examples of %s give what stands there (npm run build && npm run docs)', (name) => {
  const document = readFileSync(root + name, 'utf8')
  if (name === 'README.md') expect(examplesIn(document)).toBeGreaterThanOrEqual(4)
  expect(document).toBe(refresh(document, inject('bundle')))
})
