/** The error rows of a batch, counted. */
import { createReadStream } from 'node:fs'
import { lineBatches } from '../../jsonl/lines.ts'
import { BatchError, reasonOf } from '../problem.ts'
import { objectOf } from '../rows.ts'

export interface ErrorRows {
  readonly count: number
  readonly codes: ReadonlyMap<string, number>
  readonly some: readonly { readonly code: string; readonly message: string }[]
}

const SAMPLES = 100

export async function errorRows(path: string): Promise<ErrorRows> {
  let line = 0
  const codes = new Map<string, number>()
  const some: { code: string; message: string }[] = []
  try {
    for await (const lines of lineBatches(createReadStream(path)))
      for (const bytes of lines) {
        const { code, message } = objectOf(bytes, path, ++line)
        codes.set(String(code), (codes.get(String(code)) ?? 0) + 1)
        if (some.length < SAMPLES) some.push({ code: String(code), message: String(message) })
      }
  } catch (error) {
    if (error instanceof BatchError) throw error
    throw new BatchError('io', `${path}: ${reasonOf(error)}`, { cause: error })
  }
  return { count: line, codes, some }
}
