/** The files of an archive: what was named becomes a list of inputs, in an order that depends on the names alone. */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import type { Compression } from './decompress.ts'
import { type Form, forms } from './pieces.ts'
import { BatchError, reasonOf } from './problem.ts'

export interface Input {
  /** A path as it was named or found, or "-". */
  readonly source: string
  readonly form: Form
  /** undefined: by the first bytes. */
  readonly compression: Compression | null | undefined
  /** Bytes of the file, 0 where that is not known. */
  readonly size: number
}

export interface Inputs {
  readonly inputs: readonly Input[]
  /** Files of folders and patterns that have no ending that is known. */
  readonly passedOver: readonly string[]
}

const FORMS: Readonly<Record<string, Form>> = {
  txt: 'text',
  text: 'text',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  csv: 'csv',
  tsv: 'csv',
  warc: 'warc',
}

const COMPRESSIONS: Readonly<Record<string, Compression>> = { gz: 'gzip', zst: 'zstd', br: 'brotli' }

/** What the name of a file says: "a.jsonl.gz" is JSON Lines in gzip. */
export function kindOf(path: string): { readonly form: Form | undefined; readonly compression: Compression | null } {
  const endings = (path.split(/[/\\]/).pop() ?? '').toLowerCase().split('.').slice(1)
  const compression = COMPRESSIONS[endings.at(-1) ?? ''] ?? null
  return { form: FORMS[endings.at(compression === null ? -1 : -2) ?? ''], compression }
}

/**
 * @param named Files, folders (with all that is below them), globs, and "-" for stdin.
 * @param form Of inputs whose names do not say it, and of stdin.
 * @param own The absolute paths of our outputs: they and what stands beside them are no inputs.
 * @throws BatchError where nothing is found under a name.
 */
export async function findInputs(
  named: readonly string[],
  form: Form | undefined,
  own: readonly string[],
): Promise<Inputs> {
  const isOwn = (path: string) =>
    own.some((name) => resolve(path).startsWith(name) && OWN.test(resolve(path).slice(name.length)))
  const inputs: Input[] = []
  const passedOver: string[] = []
  for (const name of named) {
    if (name === '-') {
      inputs.push({ source: '-', form: form ?? 'jsonl', compression: undefined, size: 0 })
      continue
    }
    const found = await stat(name).catch((error: NodeJS.ErrnoException) => error)
    if (!(found instanceof Error) && !found.isDirectory()) {
      if (isOwn(name)) throw new BatchError('usage', `${name}: is an output of this run as well`)
      const kind = kindOf(name)
      const known = form ?? kind.form
      if (known === undefined)
        throw new BatchError(
          'usage',
          `${name}: its ending does not say what it is; name the form with --input-format (${forms.join(', ')})`,
        )
      inputs.push({ source: name, form: known, compression: kind.compression ?? undefined, size: found.size })
      continue
    }
    if (found instanceof Error && !isDynamicPattern(name)) throw new BatchError('io', `${name}: ${reasonOf(found)}`)
    const files =
      found instanceof Error
        ? await glob(name, { dot: false, expandDirectories: false })
        : (await glob('**/*', { cwd: name, dot: false, expandDirectories: false })).map(
            (file) => `${name.replace(/\/+$/, '')}/${file}`,
          )
    if (files.length === 0) throw new BatchError('io', `${name}: there are no files`)
    for (const file of files.sort(byName)) {
      if (isOwn(file)) continue
      const kind = kindOf(file)
      const known = kind.form ?? form
      if (known === undefined) passedOver.push(file)
      else
        inputs.push({ source: file, form: known, compression: kind.compression ?? undefined, size: await sizeOf(file) })
    }
  }
  return { inputs, passedOver }
}

/** What stands behind the name of an output: nothing, or the ending of a file that belongs to it. */
const OWN = /^(?:\.(?:partial|rows)(?:-\d+)?|\.journal(?:\.next)?)?$/

/** By code units: the same in every locale. */
const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A file that has vanished since it was listed is told of when it is read. */
const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )
