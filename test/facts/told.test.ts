/**
 * What short articles tell, line for line: `told/<type>-*.vi.txt` has an article a line, "⏎" for a line end in it, and behind it, indented,
 * what it tells of the type in the form of `test/helpers/told.ts`. "@ 2023-12-05" is the reference date of the articles below, "@ -" none.
 * "▁9" stands for nine words that mean nothing here, to try how far something may stand.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { factTypes } from '../../src/index.ts'
import { root } from '../helpers/paths.ts'
import { told } from '../helpers/told.ts'

interface Case {
  readonly article: string
  readonly reference: string | null
  readonly lines: string[]
}

function read(text: string): Case[] {
  const cases: Case[] = []
  let reference: string | null = null
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    if (line.startsWith('@ ')) reference = line === '@ -' ? null : line.slice(2)
    else if (line.startsWith('  ')) cases.at(-1)?.lines.push(line.trim())
    else cases.push({ article: line, reference, lines: [] })
  }
  return cases
}

const WORDS = ['xanh', 'mát', 'tươi', 'đẹp']
const filled = (line: string) =>
  line
    .replace(/▁(\d+)/g, (_, n) => Array.from({ length: Number(n) }, (_, i) => WORDS[i % WORDS.length]).join(' '))
    .replaceAll('⏎', '\n')

const folder = `${root}test/facts/told`
for (const file of readdirSync(folder)) {
  const type = factTypes.find((type) => file.startsWith(`${type}-`) || file === `${type}.vi.txt`)
  describe(file, () => {
    if (!type) throw new Error(`${file}: expected the name to begin with a fact type`)
    for (const { article, reference, lines } of read(readFileSync(`${folder}/${file}`, 'utf8')))
      it(article, () => {
        expect(told(type, filled(article), reference)).toEqual(lines.map(filled))
      })
  })
}
