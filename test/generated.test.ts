import { expect, it } from 'vitest'
import { stale } from '../scripts/generate.ts'

it('nothing that is generated is stale (npm run generate)', async () => {
  expect(await stale()).toEqual([])
})
