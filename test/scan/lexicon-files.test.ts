/** The rows of the lexicons: form, source, no doubles. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { root } from '../helpers/paths.ts'

const folder = `${root}grammars/lexicons/`
const files = readdirSync(folder).filter((file) => file.endsWith('.tsv') && file !== 'confidence.tsv')
/** A part of the guidelines or of the study of the domain, a form seen in the corpora, our own knowledge, or a source by name. */
const SOURCE = /^(ANNOTATION|domain \d+(\.\d+)*|[a-z][\w ,.'/-]*[\w.])$/

const rowsOf = (file: string) =>
  readFileSync(folder + file, 'utf8')
    .split('\n')
    .map((text, i) => ({ text, line: i + 1 }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))

describe.each(files)('%s', (file) => {
  const [head, ...rows] = rowsOf(file)

  it('has the four columns', () => {
    expect(head?.text).toBe('term\tclass\tvalue\tsource')
  })

  it('has well-formed rows, each with its source', () => {
    const problems = rows.flatMap(({ text, line }) => {
      const [term = '', kind = '', , source = '', ...more] = text.split('\t')
      const wrong = []
      if (more.length > 0) wrong.push('more than four columns')
      if (term === '' || term !== term.trim() || / {2}/.test(term)) wrong.push('the term is empty or has stray spaces')
      if (text !== text.normalize('NFC')) wrong.push('not in NFC')
      if (/\p{N}/u.test(term)) wrong.push('a digit in the term')
      if (!/^[A-Z][A-Za-z]*$/.test(kind)) wrong.push(`the class "${kind}" is no name of a token type`)
      if (!SOURCE.test(source)) wrong.push(`the source "${source}" says nothing`)
      return wrong.map((problem) => `line ${line}, ${term}: ${problem}`)
    })
    expect(problems).toEqual([])
  })

  it('has no row twice', () => {
    const seen = new Map<string, number>()
    const doubles = rows.flatMap(({ text, line }) => {
      const key = text.split('\t').slice(0, 3).join('\t')
      const before = seen.get(key)
      seen.set(key, line)
      return before === undefined ? [] : [`lines ${before} and ${line}: ${key.replaceAll('\t', ' ')}`]
    })
    expect(doubles).toEqual([])
  })
})
