/** The playground's article and options, as one writes them elsewhere. */

export interface State {
  readonly text: string
  readonly referenceDate: string | null
  /** Undefined for all. */
  readonly types?: readonly string[] | undefined
}

export interface Snippet {
  readonly name: string
  readonly label: string
  readonly code: string
}

/** @param server Where the HTTP interface is. */
export function snippets(state: State, server: string): Snippet[] {
  return [
    { name: 'typescript', label: 'TypeScript', code: typescript(state) },
    { name: 'shell', label: 'Command line', code: commandLine(state) },
    { name: 'curl', label: 'curl', code: curl(state, server) },
  ]
}

function typescript({ text, referenceDate, types }: State): string {
  const options = [
    referenceDate !== null && `referenceDate: '${referenceDate}'`,
    types && `types: [${types.map((type) => `'${type}'`).join(', ')}]`,
  ].filter(Boolean)
  return `import { extract } from 'trichluc'

const article = ${template(text)}
const { facts } = extract(article${options.length > 0 ? `, { ${options.join(', ')} }` : ''})
console.log(facts)
`
}

/** A template literal of a text, with its line ends as they stand. What does not show is escaped. */
const template = (text: string): string =>
  `\`${text
    .replace(/[\\`]|\$(?=\{)/g, '\\$&')
    .replace(
      /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u00a0]/gu,
      (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`,
    )}\``

/** JSON on one line that no shell and no transport changes: what does not show is escaped. */
const json = (value: unknown): string =>
  JSON.stringify(value).replace(/[\p{Cf}\p{Zl}\p{Zp}\u00a0]/gu, (char) =>
    [...Array(char.length).keys()].map((i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''),
  )

function commandLine({ text, referenceDate, types }: State): string {
  const options = [
    referenceDate !== null && ` --reference-date ${referenceDate}`,
    types && ` --types ${types.join(',')}`,
  ]
  return `trichluc extract -${options.filter(Boolean).join('')} <<'JSON'
${json({ id: 'article', text })}
JSON
`
}

function curl({ text, referenceDate, types }: State, server: string): string {
  const options = { ...(referenceDate !== null && { referenceDate }), ...(types && { types }) }
  return `curl -s ${server}/v1/extract -H 'content-type: application/json' --data-binary @- <<'JSON'
${json({ text, ...(Object.keys(options).length > 0 && { options }) })}
JSON
`
}
