/** Counterexamples as files of fixtures/fuzz, which the tests run forever. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { root } from '../helpers/paths.ts'
import type { Problem } from './problem.ts'

export const folder = `${root}fixtures/fuzz`

export interface Case {
  /** Name of the property that did not hold. */
  readonly property: string
  readonly input: unknown
  /** The problem, as it was when it was found: what is wrong, and the values. */
  readonly what: string
  readonly detail: string
  /** Of a case that still fails: why it is not mended. Without it the case must pass. */
  readonly known?: string
}

/** By file name. */
export function readCases(): readonly (readonly [file: string, found: Case])[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return files.sort().map((file) => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Case])
}

/** Writes a counterexample and gives the name of its file, which is the same for the same input. */
export function writeCase(property: string, input: unknown, { what, detail }: Problem): string {
  const hash = createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 8)
  const file = `${property}-${hash}.json`
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/${file}`, `${visible({ property, input, what, detail: detail.slice(0, 2_000) })}\n`)
  return file
}

/** JSON in which nothing is that an editor may change unseen: marks, invisible and private characters, spaces of other kinds. */
const visible = (found: Case): string =>
  JSON.stringify(found, null, 2).replace(/[\p{M}\p{Cf}\p{Cc}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, (character) =>
    character === '\n'
      ? character
      : [...Array(character.length).keys()]
          .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`)
          .join(''),
  )
