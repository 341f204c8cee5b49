/**
 * The API reference, from the docstrings: `npm run reference` writes docs/reference/NAME.md, a page for each export; `-- --check` fails where one is
 * stale, or where something public is not described.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Application, type TypeDocOptions } from 'typedoc'
import type { PluginOptions } from 'typedoc-plugin-markdown'
import { libraries, specifierOf } from './entries.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = `${root}docs/reference`

/** The pages by their file names. */
async function pages(): Promise<Map<string, string>> {
  const out = mkdtempSync(join(tmpdir(), 'trichluc-reference-'))
  const options: TypeDocOptions & PluginOptions = {
    entryPoints: libraries.map(({ source }) => root + source),
    plugin: ['typedoc-plugin-markdown'],
    router: 'module',
    out,
    name: 'trichluc',
    readme: 'none',
    tsconfig: `${root}tsconfig.json`,
    // The compiler has checked them.
    skipErrorChecking: true,
    disableSources: true,
    excludeInternal: true,
    excludePrivate: true,
    // What errors and servers have from elsewhere is described there.
    excludeExternals: true,
    validation: { notDocumented: true, notExported: false, invalidLink: true, rewrittenLink: true },
    requiredToBeDocumented: ['Class', 'Function', 'Interface', 'TypeAlias', 'Variable', 'Enum'],
    hideBreadcrumbs: true,
    hidePageHeader: true,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    classPropertiesFormat: 'table',
    typeDeclarationFormat: 'table',
    useCodeBlocks: true,
    logLevel: 'Warn',
  }
  const app = await Application.bootstrapWithPlugins(options as Partial<TypeDocOptions>)
  const project = await app.convert()
  if (!project) throw new Error('typedoc found nothing')
  app.validate(project)
  if (app.logger.hasWarnings() || app.logger.hasErrors()) process.exitCode = 1
  await app.generateOutputs(project)
  const files = readdirSync(out).map((name): [string, string] => [name, readFileSync(join(out, name), 'utf8')])
  rmSync(out, { recursive: true })
  return new Map(files.map(([name, text]) => [name, titled(name, text)]))
}

/** A page is called what one imports. */
function titled(name: string, text: string): string {
  const entry = libraries.find((library) => `${library.name}.md` === name)
  if (entry)
    return text.replace(/^# .*$/m, `# ${specifierOf(entry)}\n\nWritten from the docstrings by \`npm run reference\`.`)
  const rows = libraries.map((library) => `- [${specifierOf(library)}](${library.name}.md)`)
  return `# API reference\n\nA page for each export, written from the docstrings by \`npm run reference\`.\n\n${rows.join('\n')}\n`
}

/** Files that are not what they should be, superfluous ones as well. */
function stalePages(made: ReadonlyMap<string, string>): string[] {
  const there = existsSync(folder) ? readdirSync(folder) : []
  const names = new Set([...made.keys(), ...there])
  return [...names].filter(
    (name) => !there.includes(name) || readFileSync(join(folder, name), 'utf8') !== made.get(name),
  )
}

const made = await pages()
if (process.argv.includes('--check')) {
  const stale = stalePages(made)
  if (stale.length > 0) {
    console.error(`docs/reference is stale: ${stale.join(', ')}. Run: npm run reference`)
    process.exitCode = 1
  }
} else {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of made) writeFileSync(join(folder, name), text)
}
