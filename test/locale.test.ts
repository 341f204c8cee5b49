/** The same bytes in any time zone and locale. */
import { expect, it } from 'vitest'
import { readCorpus } from '../src/eval/corpus.ts'
import { trichluc } from './helpers/cli.ts'
import { articles } from './helpers/paths.ts'

const input = readCorpus(articles)
  .map(({ name, text, reference }) => JSON.stringify({ id: name, text, publishedAt: reference }))
  .join('\n')

const answer = (env: Readonly<Record<string, string>>) => trichluc(['extract', '-'], { input, env }).stdout
const expected = answer({ TZ: 'UTC', LANG: 'C', LC_ALL: 'C' })

it('gives an answer at all', () => {
  expect(expected.length).toBeGreaterThan(1000)
})

it.each([
  ['Asia/Ho_Chi_Minh', 'vi_VN.UTF-8'],
  ['America/Los_Angeles', 'en_US.UTF-8'],
  ['Pacific/Kiritimati', 'tr_TR.UTF-8'],
  ['Pacific/Pago_Pago', 'C'],
])('%s, %s', (TZ, locale) => {
  expect(answer({ TZ, LANG: locale, LC_ALL: locale }) === expected).toBe(true)
})
