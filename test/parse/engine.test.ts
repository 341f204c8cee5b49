import { expect, test } from 'vitest'
import { createToken, type TokenType, tokenMatcher } from '../../grammars/_shared/engine.ts'
import { IslandToken } from '../../grammars/_shared/island-token.ts'

const token = (type: TokenType) => new IslandToken('', 0, 0, type, 0, 0, [])

test('a token is of its type and of all categories above it', () => {
  const top = createToken('Top')
  const middle = createToken('Middle', [top])
  const other = createToken('Other')
  const low = createToken('Low', [middle, other])
  expect([low, middle, top, other].map((type) => tokenMatcher(token(low), type))).toEqual([true, true, true, true])
  expect([low, middle, top, other].map((type) => tokenMatcher(token(middle), type))).toEqual([false, true, true, false])
})
