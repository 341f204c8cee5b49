/**
 * Puts counters into a script: one step for every function that is entered and every turn of a loop. What stands between two
 * counters is straight code of bounded length, so steps are the work of the script up to a constant, whatever engine runs it
 * and however it optimises. Native functions tell what they cost themselves (native.ts); where syntax reads a whole list or object and
 * calls nothing (`...list`, `[a, ...rest] = list`, `{ ...object }`, `new Set(list)`), a function is put around it that does.
 */
import ts from 'typescript'

/** Names that an instrumented script finds in its scope: an array with a place for each counter, and two functions. */
export const COUNTERS = '$steps'
export const WALK = '$walk'
export const KEYS = '$keys'

interface Insertion {
  readonly at: number
  readonly text: string
  /** Of insertions at one place those that close come first, the innermost before the others. */
  readonly closes: boolean
}

/** Constructors that read all of their argument. */
const READERS = /^(Set|Map|\w*Array)$/

export interface Instrumented {
  readonly script: string
  /** Of each counter the function that it is in, with its line in the script as it was. */
  readonly counters: readonly string[]
}

/** The script with its counters. It runs as before, but that it counts. */
export function instrument(script: string): Instrumented {
  const file = ts.createSourceFile('script.js', script, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS)
  const insertions: Insertion[] = []
  const counters: string[] = []
  const functions: string[] = ['script']
  const count = (node: ts.Node) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart())
    return `${COUNTERS}[${counters.push(`${functions.at(-1)}:${line + 1}`) - 1}]++`
  }
  const wrap = (node: ts.Node, before: string, after: string) => {
    insertions.push({ at: node.getStart(), text: before, closes: false }, { at: node.end, text: after, closes: true })
  }
  const countIn = (body: ts.Node | undefined) => {
    if (!body) return
    if (ts.isBlock(body)) insertions.push({ at: startOf(body), text: `${count(body)};`, closes: false })
    else if (ts.isStatement(body)) wrap(body, `{${count(body)};`, '}')
    else wrap(body, `(${count(body)},`, ')')
  }
  const visit = (node: ts.Node): void => {
    const named = ts.isFunctionLike(node)
    if (named) functions.push(nameOf(node, functions.at(-1) as string))
    if (ts.isFunctionLike(node) && 'body' in node) countIn(node.body as ts.Node | undefined)
    else if (ts.isIterationStatement(node, false)) countIn(node.statement)
    else if (ts.isSpreadElement(node)) wrap(node.expression, `${WALK}(`, ')')
    else if (ts.isSpreadAssignment(node)) wrap(node.expression, `${KEYS}(`, ')')
    else if (ts.isNewExpression(node) && READERS.test(node.expression.getText())) {
      const [first] = node.arguments ?? []
      if (first && !ts.isSpreadElement(first)) wrap(first, `${WALK}(`, ')')
    } else if (ts.isVariableDeclaration(node) && node.initializer && takesRest(node.name)) {
      wrap(node.initializer, `${ts.isArrayBindingPattern(node.name) ? WALK : KEYS}(`, ')')
    }
    ts.forEachChild(node, visit)
    if (named) functions.pop()
  }
  visit(file)
  return { script: spliced(script, insertions), counters }
}

/** The name of a function, of what it is assigned to, or of the function that it is in. */
function nameOf(node: ts.SignatureDeclaration, around: string): string {
  if (node.name) return node.name.getText()
  if (ts.isConstructorDeclaration(node)) return 'constructor'
  const { parent } = node
  return (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) && parent.name
    ? parent.name.getText()
    : around
}

/** Behind the bracket of a block and its directives ("use strict"), which must stay first. */
function startOf(body: ts.Block): number {
  let at = body.getStart() + 1
  for (const statement of body.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) break
    at = statement.end
  }
  return at
}

const takesRest = (name: ts.BindingName): boolean =>
  !ts.isIdentifier(name) && name.elements.some((element) => ts.isBindingElement(element) && element.dotDotDotToken)

/** Insertions of outer nodes are made before those of inner ones, so ends at one place stand in reverse. */
function spliced(script: string, insertions: readonly Insertion[]): string {
  const ordered = insertions
    .map((insertion, order) => ({ ...insertion, order }))
    .sort(
      (a, b) =>
        a.at - b.at || Number(b.closes) - Number(a.closes) || (a.closes ? b.order - a.order : a.order - b.order),
    )
  let result = ''
  let from = 0
  for (const { at, text } of ordered) {
    result += script.slice(from, at) + text
    from = at
  }
  return result + script.slice(from)
}
