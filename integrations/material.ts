/** Input for the engines: as many articles as wanted, as JSON Lines, and what the library says of them. */
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Article, type ExtractOptions, extractAll } from '../src/index.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export interface Document {
  readonly id: string
  readonly text: string
  readonly publishedAt?: string
}

/** Writes so many documents into a file. */
export function writeDocuments(file: string, count: number): void {
  const out = openSync(file, 'w')
  let some = ''
  for (const document of documents(count)) {
    some += `${JSON.stringify(document)}\n`
    if (some.length > 1 << 20) {
      writeSync(out, some)
      some = ''
    }
  }
  writeSync(out, some)
  closeSync(out)
}

/** The corpus beside the project where it is, and our own articles where it is not. */
function material(): readonly Document[] {
  const bulk = at('../../shared/corpus/bulk.jsonl')
  if (existsSync(bulk))
    return readFileSync(bulk, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Document)
  const folder = at('../fixtures/articles/')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ id: name.replace('.txt', ''), text: readFileSync(folder + name, 'utf8') }))
}

/** Some are given a day of publication, in both of its forms. */
const DAYS = ['2023-12-05', '2024-01-15T08:30:00+07:00', undefined] as const

/** So many documents, each with an id of its own: the material over and over. */
export function* documents(count: number): Generator<Document> {
  const some = material()
  for (let i = 0; i < count; i++) {
    const { id, text } = some[i % some.length] as Document
    const publishedAt = DAYS[(i % some.length) % DAYS.length]
    yield { id: `${id}-${Math.floor(i / some.length)}`, text, ...(publishedAt ? { publishedAt } : {}) }
  }
}

/** The lines that the library gives for them. What was said of a text is said again of its copies. */
export function* libraryLines(count: number, options: ExtractOptions = {}): Generator<string> {
  const known = new Map<string, string>()
  for (const { id, text, publishedAt } of documents(count)) {
    const article: Article = publishedAt ? { text, referenceDate: publishedAt.slice(0, 10) } : { text }
    const key = JSON.stringify(article)
    let rest = known.get(key)
    if (rest === undefined) known.set(key, (rest = JSON.stringify(extractAll([article], options)[0]).slice(1)))
    yield `{"id":${JSON.stringify(id)},${rest}`
  }
}

/** SHA-256 of lines, sorted by their bytes. */
export function digestOf(lines: Iterable<string>): string {
  const hash = createHash('sha256')
  const bytes = [...lines].map((line) => Buffer.from(`${line}\n`)).sort(Buffer.compare)
  for (const line of bytes) hash.update(line)
  return hash.digest('hex')
}
