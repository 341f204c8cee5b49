/**
 * Writes what is made from sources: `npm run generate`. With --check it writes nothing and fails where something is stale; a test
 * does the same.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { generated as nativePatterns } from '../grammars/generate.ts'
import { columns } from '../src/archive/columns.ts'
import { kinds } from '../src/facts/index.ts'
import { lookaheadModule } from './chevrotain.ts'
import { encodingTables } from './encodings.ts'
import { extractionSchema } from './json-schema.ts'
import { licenses } from './licenses.ts'
import { lunarModule } from './lunar.ts'
import { between } from './markers.ts'
import { openapiDocument } from './openapi.ts'
import { serviceSchema } from './service-schema.ts'
import { problemsTable, settingsTable } from './service-tables.ts'
import { sparkSchema } from './spark-schema.ts'
import { viewAssets } from './view-assets.ts'

interface Target {
  /** From the project's root. */
  readonly file: string
  /** What it should hold, given what it holds. */
  make(current: string): string | Promise<string>
}

const lookahead = await lookaheadModule()
const schema = extractionSchema()

export const targets: readonly Target[] = [
  { file: 'grammars/_shared/patterns.generated.ts', make: nativePatterns },
  { file: 'grammars/_shared/lookahead.generated.ts', make: () => lookahead },
  { file: 'src/resolve/lunar.generated.ts', make: lunarModule },
  { file: 'src/encodings/tables.generated.ts', make: encodingTables },
  { file: 'schemas/service.schema.json', make: serviceSchema },
  { file: 'schemas/openapi.json', make: openapiDocument },
  { file: 'schemas/extraction.schema.json', make: () => schema },
  { file: 'integrations/spark/trichluc_spark/schema.py', make: () => sparkSchema(schema) },
  { file: 'src/view/assets.generated.ts', make: viewAssets },
  { file: 'THIRD_PARTY_LICENSES.md', make: licenses },
  { file: 'README.md', make: (readme) => between(readme, 'facts', factsTable()) },
  {
    file: 'docs/service.md',
    make: (document) => between(between(document, 'settings', settingsTable()), 'problems', problemsTable()),
  },
  { file: 'docs/archives.md', make: (document) => between(document, 'columns', columnsTable()) },
]

/** The columns of CSV and Parquet. */
const columnsTable = () =>
  ['| Column | Type | What it is |', '|---|---|---|']
    .concat(columns.map(({ name, type, comment }) => `| \`${name}\` | ${type} | ${comment} |`))
    .join('\n')

/** The kinds of fact, from the registry. */
function factsTable(): string {
  return ['| Type | What it is | Builds on |', '|---|---|---|']
    .concat(kinds.map(({ type, summary, needs }) => `| \`${type}\` | ${summary} | ${needs.join(', ') || '-'} |`))
    .join('\n')
}

const at = (file: string) => new URL(`../${file}`, import.meta.url)

/** The files that do not hold what they should. @param write Mends them; in order, as one may be made from another. */
export async function stale(write = false): Promise<string[]> {
  const old: string[] = []
  for (const { file, make } of targets) {
    const current = read(file)
    const right = await make(current)
    if (current === right) continue
    old.push(file)
    if (write) writeFileSync(at(file), right)
  }
  return old
}

function read(file: string): string {
  try {
    return readFileSync(at(file), 'utf8')
  } catch {
    return ''
  }
}

if (process.argv[1]?.endsWith('scripts/generate.ts')) {
  const check = process.argv.includes('--check')
  const old = await stale(!check)
  if (check && old.length > 0) {
    console.error(`stale: ${old.join(', ')}. Run: npm run generate`)
    process.exitCode = 1
  }
}
