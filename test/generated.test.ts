import { expect, it } from 'vitest'
import { stale } from '../scripts/generate.ts'

it('nothing that is generated is stale (npm run generate)', () => {
  expect(stale().map(({ file }) => file)).toEqual([])
})
