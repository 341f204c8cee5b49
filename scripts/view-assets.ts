/** The script and the style of the pages, bundled into a module of strings, with the hashes that their content security policy names. */
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @param entry A script or a style, from the project's root. */
export function bundled(entry: string): string {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
  })
  const text = outputFiles[0]?.text.trim() ?? ''
  if (/<\/(script|style)/i.test(text)) throw new Error(`${entry}: would end its own element`)
  return text
}

export const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

export function viewAssets(): string {
  const script = bundled('src/view/page/main.ts')
  const style = bundled('src/view/page/page.css')
  return `/** Written by \`npm run generate\` from src/view/page. */
export const pageScript = ${JSON.stringify(script)}
export const pageScriptHash = '${hashOf(script)}'
export const pageStyle = ${JSON.stringify(style)}
export const pageStyleHash = '${hashOf(style)}'
`
}
