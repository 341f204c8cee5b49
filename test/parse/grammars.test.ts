import { expect, test } from 'vitest'
import { IslandParser } from '../../grammars/_shared/island-parser.ts'
import { kinds } from '../../src/facts/index.ts'
import { lexicons } from '../../src/scan/load.ts'
import { scan } from '../../src/scan/scanner.ts'

// Parsers are made when their kind first searches a text, so this file has to be the first to ask: vitest gives it modules of its own.
test('every grammar passes the checks of Chevrotain, which users are spared', () => {
  IslandParser.validate = true
  const text =
    'Ngày 5/12, đồng chí Lê Văn Ất, Bí thư Tỉnh ủy, nêu Nghị quyết số 45-NQ/TW tại 64 điểm cầu với 120 đại biểu.'
  const tokens = scan(text, lexicons().symbols)
  const context = {
    text,
    tokens,
    lexicons: lexicons(),
    starts: lexicons().starts(tokens),
    reference: null,
    found: [],
    reject: () => {},
  }
  for (const kind of kinds) expect(() => kind.find(context)).not.toThrow()
})
