/** The OpenAPI document as a page for people: no script, no network, so that its policy can forbid both. */
import { createHash } from 'node:crypto'
import type { ProblemCode } from './problems.ts'

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly description?: string
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly { readonly name: string; readonly description?: string; readonly schema: Schema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema; example?: unknown }>> }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, { schema: Schema }>> }>
  >
}

export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

export interface Page {
  readonly html: string
  /** The Content-Security-Policy that it needs. */
  readonly policy: string
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] as string)
/** Text in which `code` stands between backticks. */
const prose = (text: string) => escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>')

/** @param problems All kinds, with their titles. */
export function docsPage(
  api: ApiDocument,
  problems: readonly { readonly code: ProblemCode; readonly status: number; readonly title: string }[],
): Page {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escaped(api.info.title)} ${escaped(api.info.version)}: the service</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>${escaped(api.info.title)} <small>${escaped(api.info.version)}</small></h1>
<p>${prose(api.info.description)} For programs: <a href="/openapi.json">openapi.json</a>.</p>
<nav aria-label="Places"><ul>${operations
    .map(
      ({ path, method, operation }) =>
        `<li><a href="#${operation.operationId}"><b>${method}</b> ${escaped(path)}</a></li>`,
    )
    .join('')}</ul></nav></header>
<main>
${operations.map(section).join('\n')}
<section id="problems"><h2>Problems</h2>
<p>What is wrong comes as <code>application/problem+json</code> (RFC 9457) with one of these in <code>code</code>:</p>
${tableOf(
  ['Code', 'Status', 'Meaning'],
  problems.map(({ code, status, title }) => [`<code>${code}</code>`, String(status), prose(title)]),
)}</section>
<section><h2>Schemas</h2>
${Object.entries(api.components.schemas)
  .map(([name, schema]) => `<article id="schema-${name}"><h3>${name}</h3>${details(schema)}</article>`)
  .join('\n')}</section>
</main>
</body>
</html>
`
  const hash = createHash('sha256').update(STYLE).digest('base64')
  return {
    html,
    policy: `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  }
}

function section({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation
  const [type, body] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const parts = [
    `<section id="${operationId}"><h2><b>${method}</b> ${escaped(path)}</h2>`,
    `<p>${prose(summary)}.${description ? ` ${prose(description)}` : ''}</p>`,
    parameters.length > 0
      ? tableOf(
          ['Query', 'Type', 'Meaning'],
          parameters.map(({ name, schema, description: meaning = '' }) => [
            `<code>${name}</code>`,
            typeOf(schema),
            prose(meaning),
          ]),
        )
      : '',
    body
      ? `<p>Body: <code>${type}</code>, ${typeOf(body.schema)}${body.schema.description ? `. ${prose(body.schema.description)}` : ''}</p>`
      : '',
    body?.example === undefined
      ? ''
      : `<pre><code>${escaped(`curl -s http://127.0.0.1:8080${path} -H 'content-type: ${type}' -d '${JSON.stringify(body.example)}'`)}</code></pre>`,
    tableOf(
      ['Status', 'Type', 'Meaning'],
      Object.entries(responses).map(([status, { description: meaning, content = {} }]) => {
        const [answer] = Object.values(content)
        return [status, answer ? typeOf(answer.schema) : '', prose(meaning)]
      }),
    ),
    '</section>',
  ]
  return parts.filter((part) => part !== '').join('\n')
}

function details(schema: Schema): string {
  const { properties, required = [], description } = schema
  const text = description ? `<p>${prose(description)}</p>` : ''
  if (!properties) return `${text}<p>${typeOf(schema)}</p>`
  const rows = Object.entries(properties).map(([name, property]) => [
    `<code>${escaped(name)}</code>${required.includes(name) ? '' : ' <small>if any</small>'}`,
    typeOf(property),
    prose(property.description ?? ''),
  ])
  return text + tableOf(['Field', 'Type', 'Meaning'], rows)
}

function typeOf(schema: Schema): string {
  if (schema.$ref) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
    return `<a href="#schema-${name}">${name}</a>`
  }
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ')
  if (schema.const !== undefined) return `<code>${escaped(JSON.stringify(schema.const))}</code>`
  if (schema.enum) return schema.enum.map((value) => `<code>${escaped(JSON.stringify(value))}</code>`).join(', ')
  if (schema.items) return `list of ${typeOf(schema.items)}`
  if (schema.properties)
    return `object with ${Object.entries(schema.properties)
      .map(([name, property]) => `<code>${escaped(name)}</code>: ${typeOf(property)}`)
      .join(', ')}`
  const type = schema.type === undefined ? 'anything' : [schema.type].flat().join(' or ')
  return schema.format ? `${type} (${schema.format})` : type
}

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  `<div class="table" tabindex="0"><table><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead><tbody>${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table></div>`

const STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{max-width:60rem;margin:0 auto;padding:1rem;background:Canvas;color:CanvasText}
h1 small,td small{font-weight:normal;font-size:.8rem}
h2{margin-top:2.5rem;font-size:1.15rem;border-top:1px solid;padding-top:1rem}
h2 b,nav b{font-family:ui-monospace,monospace;margin-right:.4rem}
h3{margin:1.5rem 0 .5rem;font-size:1rem}
nav ul{list-style:none;padding:0;columns:18rem}
nav a{text-decoration:none}
nav a:hover,nav a:focus-visible{text-decoration:underline}
code,pre{font-family:ui-monospace,monospace;font-size:.9em}
pre{border:1px solid;border-radius:.3rem;padding:.6rem;white-space:pre-wrap;overflow-wrap:anywhere}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid color-mix(in srgb,currentColor 25%,transparent)}
a{color:LinkText}`
