/** The changelog: its form, and the chapter of a release. */
import { fileURLToPath } from 'node:url'

const KINDS = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']

/** What is wrong with a changelog, line by line; see https://keepachangelog.com. */
export function changelogProblems(text: string): string[] {
  const problems: string[] = []
  const lines = text.split('\n')
  const chapters = lines.filter((line) => line.startsWith('## '))
  if (chapters[0] !== '## [Unreleased]') problems.push('the first chapter must be "## [Unreleased]"')
  lines.forEach((line, i) => {
    const at = `CHANGELOG.md:${i + 1}`
    if (line.startsWith('## ') && !/^## \[(Unreleased|\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d)\]?$/.test(line))
      problems.push(`${at}: expected "## [X.Y.Z] - YYYY-MM-DD", got "${line}"`)
    if (line.startsWith('### ') && !KINDS.includes(line.slice(4)))
      problems.push(`${at}: expected one of ${KINDS.join(', ')}, got "${line.slice(4)}"`)
    if (line.startsWith('- ') && !/[.:;)`]$/.test(line) && lines[i + 1]?.trim() === '')
      problems.push(`${at}: an entry is a sentence, with its full stop`)
  })
  return problems
}

/** The changelog with what is unreleased as the chapter of a version. @throws Error where there is nothing to release. */
export function changelogFor(text: string, version: string, day: string): string {
  const head = '## [Unreleased]\n'
  const from = text.indexOf(head)
  if (from < 0) throw new Error('CHANGELOG.md has no chapter "## [Unreleased]"')
  const next = text.indexOf('\n## ', from + head.length)
  const body = text.slice(from + head.length, next < 0 ? undefined : next)
  if (!/^- /m.test(body)) throw new Error('CHANGELOG.md: nothing is unreleased')
  return text.replace(head, () => `${head}\n## [${version}] - ${day}\n`)
}

/** What is wrong with a commit's message; null for a good one. */
export function messageProblem(message: string): string | null {
  const [subject = '', second = ''] = message.trim().split('\n')
  if (subject === '') return 'the message is empty'
  if (/^(Merge|Revert) /.test(subject)) return null
  // The name of a function or a file may stand first.
  if (!/^(\p{Lu}|[\w./-]+:)/u.test(subject)) return `"${subject}": a subject begins with a capital`
  if (subject.endsWith('.')) return `"${subject}": a subject has no full stop`
  if (second !== '') return `"${subject}": the second line is empty`
  return null
}

/** As a hook: `node --import tsx scripts/changelog.ts .git/COMMIT_EDITMSG`. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { readFileSync } = await import('node:fs')
  const problem = messageProblem(readFileSync(process.argv[2] as string, 'utf8').replace(/^#.*\n?/gm, ''))
  if (problem !== null) {
    console.error(problem)
    process.exitCode = 1
  }
}
