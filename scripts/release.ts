/**
 * `npm run release -- X.Y.Z`, which a maintainer runs on a clean main. It sets the version, dates the changelog's chapter, runs the whole check,
 * commits and tags. Publishing is left to a build on the tag, since provenance (npm publish --provenance) is given by the service that builds: the
 * last line says the command. `-- X.Y.Z --dry-run` shows the chapter and what stands in the way, and changes nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import manifest from '../package.json' with { type: 'json' }
import { changelogFor } from './changelog.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean', default: false } },
})
const [version = ''] = positionals
const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()

function refuse(reason: string): never {
  console.error(`release: ${reason}`)
  process.exit(1)
}

if (!/^\d+\.\d+\.\d+$/.test(version)) refuse(`expected a version as X.Y.Z, got "${version}"`)
const reasons = [
  git('status', '--porcelain') !== '' && 'the working tree has changes',
  git('branch', '--show-current') !== 'main' && 'releases are made on main',
  !('repository' in manifest) &&
    'package.json has no "repository", which npm compares with where the build runs before it gives provenance',
  git('tag', '--list', `v${version}`) !== '' && `there is a tag v${version} already`,
].filter((reason) => reason !== false)

const changelog = `${root}CHANGELOG.md`
const dated = changelogFor(readFileSync(changelog, 'utf8'), version, git('log', '-1', '--format=%cs'))
if (values['dry-run']) {
  const [from, to] = [dated.indexOf(`## [${version}]`), dated.indexOf('\n## ', dated.indexOf(`## [${version}]`) + 1)]
  console.log(dated.slice(from, to < 0 ? undefined : to).trim())
  for (const reason of reasons) console.log(`It would be refused now: ${reason}`)
  process.exit()
}
if (reasons.length > 0) refuse(reasons.join('; '))

writeFileSync(changelog, dated)
execFileSync('npm', ['version', version, '--no-git-tag-version'], { cwd: root, stdio: 'inherit' })

if (spawnSync('bash', ['.ci/run'], { cwd: root, stdio: 'inherit' }).status !== 0) {
  git('checkout', '--', 'CHANGELOG.md', 'package.json', 'package-lock.json')
  refuse('the check failed; nothing was changed')
}
git('commit', '--all', '--message', `Release ${version}`)
git('tag', '--annotate', `v${version}`, '--message', `trichluc ${version}`)
console.log(`git push --follow-tags, and on the tag: npm publish --provenance --access public`)
