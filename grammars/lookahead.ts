/** Makes every grammar look ahead once. Bundled with engine.chevrotain.ts in the place of engine.ts; see scripts/chevrotain.ts. */
import { settings } from '../src/options.ts'
import { run } from '../src/pipeline.ts'
import { computed } from './_shared/engine.chevrotain.ts'

/** Has an anchor of every grammar: parsers are made when they are first needed, and Chevrotain checks a grammar when it makes its parser. */
const EVERY_KIND =
  'Ngày 5/12, sau 3 tháng, đồng chí Lê Văn Ất, Bí thư Tỉnh ủy, nêu Nghị quyết số 45-NQ/TW, chuyên đề “Học và làm” tại 64 điểm cầu ' +
  'với 120 đại biểu; yêu cầu Sở Nội vụ báo cáo trước ngày 15/12.'

/** The look-ahead of each grammar: choices by rule and method. Throws where Chevrotain finds a fault in a grammar. */
export function computeLookahead(): typeof computed {
  run([{ text: EVERY_KIND }], settings())
  return computed
}
