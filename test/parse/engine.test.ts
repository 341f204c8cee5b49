import { expect, test } from 'vitest'
import { createToken, tokenMatcher } from '../../grammars/_shared/engine.ts'

const token = (tokenType: ReturnType<typeof createToken>) => ({
  tokenType,
  image: '',
  startOffset: 0,
  endOffset: 0,
  first: 0,
  last: 0,
  entries: [],
})

test('a token is of its type and of all categories above it', () => {
  const top = createToken('Top')
  const middle = createToken('Middle', [top])
  const other = createToken('Other')
  const low = createToken('Low', [middle, other])
  expect([low, middle, top, other].map((type) => tokenMatcher(token(low), type))).toEqual([true, true, true, true])
  expect([low, middle, top, other].map((type) => tokenMatcher(token(middle), type))).toEqual([false, true, true, false])
})
