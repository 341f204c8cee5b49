/** The project's source files as the compiler reads them, for the rules of the architecture. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import ts from 'typescript'
import { root } from './paths.ts'

export interface Module {
  /** From the project's root. */
  readonly path: string
  readonly source: ts.SourceFile
  readonly imports: readonly Import[]
}

export interface Import {
  /** A path from the project's root, or the name of a package. */
  readonly target: string
  readonly specifier: string
  /** Whether only types come in. */
  readonly typeOnly: boolean
}

export const modulesIn = (...folders: readonly string[]): Module[] =>
  folders.flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
      .map((file) => read(`${folder}/${file}`)),
  )

function read(path: string): Module {
  const source = ts.createSourceFile(path, readFileSync(root + path, 'utf8'), ts.ScriptTarget.Latest, true)
  const imports: Import[] = []
  const add = (specifier: string, typeOnly: boolean) => {
    const target = specifier.startsWith('.') ? relative(root, resolve(root, dirname(path), specifier)) : specifier
    imports.push({ target, specifier, typeOnly })
  }
  walk(source, (node) => {
    if (ts.isImportDeclaration(node)) add(textOf(node.moduleSpecifier), isTypeOnly(node.importClause))
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(textOf(node.moduleSpecifier), node.isTypeOnly)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(textOf(node.arguments[0] as ts.Expression), false)
  })
  return { path, source, imports }
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const names = clause.namedBindings
  return !clause.name && !!names && ts.isNamedImports(names) && names.elements.every((element) => element.isTypeOnly)
}

const textOf = (node: ts.Expression) => (ts.isStringLiteral(node) ? node.text : node.getText())

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}
