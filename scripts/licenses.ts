/** The licences of what is bundled into the package, from the packages themselves. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { peerDependencies } from '../package.json'
import { entries } from './entries.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export function licenses(): string {
  const parts = bundledPackages().map((name) => {
    const folder = `${root}node_modules/${name}/`
    const { version, license, author } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'))
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
    const text = file ? readFileSync(folder + file, 'utf8') : withoutFile(license, author)
    return `## ${name} ${version} (${license})\n\n\`\`\`text\n${text.replaceAll('\r\n', '\n').trim()}\n\`\`\`\n`
  })
  return `# Licences of bundled code

The files in \`dist\` hold code of the packages below. Written by \`npm run generate\`.

${parts.join('\n')}`
}

/** Names of the packages of which code goes into the bundles. */
function bundledPackages(): string[] {
  const { metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: entries.map(({ source }) => source),
    outdir: 'unused',
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    loader: { '.tsv': 'text' },
    // Peers are not bundled: whoever wants them installs them.
    external: Object.keys(peerDependencies),
    metafile: true,
    write: false,
    logLevel: 'error',
  })
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  )
  const names = used.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [])
  return [...new Set(names)].filter((name) => existsSync(`${root}node_modules/${name}/package.json`)).sort()
}

/** A package that names its licence and ships no file of it. */
function withoutFile(license: string, author: string | { readonly name: string } | undefined): string {
  if (license !== 'MIT') throw new Error(`no licence text for ${license}`)
  const mit = readFileSync(`${root}LICENSE`, 'utf8')
  const holder = (typeof author === 'string' ? author : author?.name) ?? 'its authors'
  return mit.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`)
}
