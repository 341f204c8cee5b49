import { readFileSync } from 'node:fs'
import { expect, inject, it } from 'vitest'
import { refresh } from '../scripts/readme.ts'
import { root } from './helpers/paths.ts'

it('the examples of the README give what stands there (npm run build && npm run readme)', () => {
  const readme = readFileSync(`${root}README.md`, 'utf8')
  const runnable = readme.match(/```(js|console)\n/g) ?? []
  expect(runnable.length).toBeGreaterThanOrEqual(4)
  expect(readme).toBe(refresh(readme, inject('bundle')))
})
