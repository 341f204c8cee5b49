/** Who presents a topic, said behind its title: "…, do đồng chí N, Trưởng Ban … truyền đạt". */
import type { Context } from '../parse/context.ts'
import { cueFinder, markAt } from '../parse/cues.ts'
import { Shape, Token } from '../scan/scanner.ts'

const word = cueFinder('title')
const citation = cueFinder('citation')
const documentKind = cueFinder('document')

/** Tokens of "do đồng chí N, Ủy viên …, Bộ trưởng … truyền đạt". */
const PRESENTED = 45

/** Whether "truyền đạt", "trình bày" … begins at a token. */
export function isPresenting(context: Context, i: number): boolean {
  const verb = word(context, i)
  if (verb?.class !== 'Present' || documentKind(context, i)?.class.startsWith('Law')) return false
  return verb.value !== 'lower' || context.tokens.shape[i] === Shape.Lower
}

/** Whether a verb of presenting stands in the line behind "do". */
export function presentedBehind(context: Context, at: number): boolean {
  for (let i = at + 1; i < at + PRESENTED && i < context.tokens.length; i++) {
    if (context.tokens.kind[i] === Token.Break || ';.'.includes(markAt(context, i) || ' ')) return false
    if (isPresenting(context, i)) return true
  }
  return false
}

/** "do Thủ tướng N truyền đạt", "do đồng chí N trình bày"; but "do bão gây ra" tells of a cause. */
export function presenterBegins(context: Context, at: number): boolean {
  const { tokens } = context
  if (citation(context, at)?.class !== 'Do' || tokens.kind[at + 1] !== Token.Word) return false
  const person = tokens.shape[at + 1] !== Shape.Lower || citation(context, at + 1)?.class === 'Person'
  return person && presentedBehind(context, at)
}
