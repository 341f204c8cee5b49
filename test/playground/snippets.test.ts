/** Snippets are run, and give what the playground shows. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transformSync } from 'esbuild'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { extract, type FactType } from '../../src/index.ts'
import { type State, snippets } from '../../src/playground/snippets.ts'

const dist = inject('bundle')
const folder = mkdtempSync(join(tmpdir(), 'trichluc-snippets-'))
afterAll(() => rmSync(folder, { recursive: true }))

const NASTY =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template would take for its own.
  'Ngày 4/12/2023, `họp` ${x} \\ \'tại\' "64 điểm\u00a0cầu"\u200b\u2028 $HOME $(id)\nJSON\n\tBáo cáo trước ngày 15/12.'
const states: readonly (State & { readonly types?: readonly FactType[] | undefined })[] = [
  { text: NASTY, referenceDate: null },
  { text: NASTY.normalize('NFD'), referenceDate: '2023-12-05', types: ['date', 'deadline'] },
  { text: '', referenceDate: null },
]
const find = (state: State, name: string) =>
  snippets(state, 'http://127.0.0.1:8080').find((snippet) => snippet.name === name)?.code ?? ''
const expected = ({ text, referenceDate, types }: (typeof states)[number]) =>
  extract(text, { referenceDate: referenceDate ?? undefined, types })

describe.each(states)('%#', (state) => {
  it('as TypeScript', () => {
    const code = find(state, 'typescript')
      .replace("'trichluc'", `'${pathToFileURL(join(dist, 'index.js')).href}'`)
      .replace('console.log(facts)', 'console.log(JSON.stringify({ article, facts }))')
    const file = join(folder, 'snippet.mjs')
    writeFileSync(file, transformSync(code, { loader: 'ts' }).code)
    const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({ article: state.text, facts: expected(state).facts })
  })

  it('as a command line', () => {
    const command = find(state, 'shell').replace('trichluc', `"${process.execPath}" "${join(dist, 'cli.js')}"`)
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify({ id: 'article', ...expected(state) })))
  })

  it('as a request', () => {
    // The body is what the shell hands to curl.
    const command = find(state, 'curl').replace(/^curl .*? --data-binary @- /, 'cat ')
    const { stdout } = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
    const { text, options = {} } = JSON.parse(stdout)
    expect(text).toBe(state.text)
    expect(extract(text, options)).toEqual(expected(state))
    expect(find(state, 'curl')).toMatch(
      /^curl -s http:\/\/127\.0\.0\.1:8080\/v1\/extract -H 'content-type: application\/json' /,
    )
  })
})
