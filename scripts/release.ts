/**
 * `npm run release -- X.Y.Z`, which a maintainer runs on a clean main. It sets the version, dates the changelog's chapter, runs the whole check,
 * commits and tags. Publishing is left to a build on the tag, since provenance (npm publish --provenance) is given by the service that builds: the
 * last line says the command.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { changelogFor } from './changelog.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const version = process.argv[2] ?? ''
const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()

function refuse(reason: string): never {
  console.error(`release: ${reason}`)
  process.exit(1)
}

if (!/^\d+\.\d+\.\d+$/.test(version)) refuse(`expected a version as X.Y.Z, got "${version}"`)
if (git('status', '--porcelain') !== '') refuse('the working tree has changes')
if (git('branch', '--show-current') !== 'main') refuse('releases are made on main')
if (git('tag', '--list', `v${version}`) !== '') refuse(`there is a tag v${version} already`)

const changelog = `${root}CHANGELOG.md`
writeFileSync(changelog, changelogFor(readFileSync(changelog, 'utf8'), version, git('log', '-1', '--format=%cs')))
execFileSync('npm', ['version', version, '--no-git-tag-version'], { cwd: root, stdio: 'inherit' })

if (spawnSync('bash', ['.ci/run'], { cwd: root, stdio: 'inherit' }).status !== 0) {
  git('checkout', '--', 'CHANGELOG.md', 'package.json', 'package-lock.json')
  refuse('the check failed; nothing was changed')
}
git('commit', '--all', '--message', `Release ${version}`)
git('tag', '--annotate', `v${version}`, '--message', `trichluc ${version}`)
console.log(`git push --follow-tags, and on the tag: npm publish --provenance --access public`)
