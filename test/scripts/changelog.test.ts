import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changelogFor, changelogProblems, messageProblem } from '../../scripts/changelog.ts'
import { root } from '../helpers/paths.ts'

const CHANGELOG = `# Changelog

## [Unreleased]

### Added
- A thing.

## [0.1.0] - 2026-01-02

### Fixed
- Another thing.
`

describe('the changelog', () => {
  it('of the project has its form', () => {
    expect(changelogProblems(readFileSync(`${root}CHANGELOG.md`, 'utf8'))).toEqual([])
  })

  it('has a chapter for a release, and an empty one for what comes', () => {
    const released = changelogFor(CHANGELOG, '0.2.0', '2026-03-04')
    expect(released).toContain('## [Unreleased]\n\n## [0.2.0] - 2026-03-04\n\n### Added\n- A thing.')
    expect(changelogProblems(released)).toEqual([])
    expect(() => changelogFor(released, '0.3.0', '2026-03-05')).toThrow('nothing is unreleased')
  })

  it.each([
    [CHANGELOG.replace('Unreleased', 'Next'), 'the first chapter must be'],
    [CHANGELOG.replace('Fixed', 'Mended'), 'CHANGELOG.md:10: expected one of Added'],
    [CHANGELOG.replace('2026-01-02', 'January'), 'CHANGELOG.md:8: expected "## [X.Y.Z] - YYYY-MM-DD"'],
  ])('that is malformed is named with its line', (text, problem) => {
    expect(changelogProblems(text)).toContainEqual(expect.stringContaining(problem))
  })
})

describe('a commit message', () => {
  it.each([
    ['Dates: a week may have a year', null],
    ['Merge branch x', null],
    ['mend dates', 'a subject begins with a capital'],
    ['Dates.', 'a subject has no full stop'],
    ['Dates\nmore', 'the second line is empty'],
    ['  \n', 'the message is empty'],
  ])('%j', (message, problem) => {
    expect(messageProblem(message)).toEqual(problem && expect.stringContaining(problem))
  })

  it.skipIf(!existsSync(`${root}.git`))('of the last commits has its form', () => {
    const messages = execFileSync('git', ['log', '-50', '-z', '--format=%B'], { cwd: root, encoding: 'utf8' })
    expect(messages.split('\0').filter(Boolean).map(messageProblem).filter(Boolean)).toEqual([])
  })
})

describe('a release', () => {
  const release = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/release.ts', ...args], { cwd: root, encoding: 'utf8' })

  it.skipIf(!existsSync(`${root}.git`))('is shown without changing anything', () => {
    const before = readFileSync(`${root}CHANGELOG.md`, 'utf8')
    const { status, stdout } = release('99.0.0', '--dry-run')
    expect(stdout).toMatch(/^## \[99\.0\.0\] - \d{4}-\d\d-\d\d\n\n### /)
    expect(status).toBe(0)
    expect(readFileSync(`${root}CHANGELOG.md`, 'utf8')).toBe(before)
  })

  it('wants a version', () => {
    expect(release('next', '--dry-run')).toMatchObject({
      status: 1,
      stderr: 'release: expected a version as X.Y.Z, got "next"\n',
    })
  })
})
