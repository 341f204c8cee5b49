/**
 * What of a run is done, in a file that only grows: a line says what it belongs to, then comes one for each task whose outputs are on the
 * disk, at last one that says that all is done. A line without its LF was being written when the process was killed, and counts for nothing.
 */
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { lineBatches } from '../jsonl/lines.ts'
import type { Counts } from './answer.ts'

/** A task of which everything has been written. */
export interface Entry {
  /** The input in which the task begins, with the place; for people who look. */
  readonly input: string
  readonly line: number | null
  readonly byte: number | null
  /** Of the task's bytes and their places. */
  readonly hash: string
  /** Where the task's lines end in the outputs: facts, errors, texts. */
  readonly ends: Ends
  readonly counts: Counts
}

export type Ends = readonly [number, number, number]

export interface Head {
  readonly journal: 1
  /** Of the code that read the documents: facts of other rules do not go together. */
  readonly rules: string
  /** Of the settings on which the outputs depend. */
  readonly settings: string
  /** Goes up when done tasks are taken over into new outputs; a part of their temporary names. */
  readonly generation: number
  /** Where the lines of the first task begin: behind the head of a CSV. */
  readonly starts: Ends
  /** Whether tasks with failures are done again. */
  readonly retry: boolean
}

interface Finish {
  readonly finished: true
}

export interface Journal {
  readonly head: Head
  readonly entries: readonly Entry[]
  readonly finished: boolean
  /** Bytes up to the last whole line of a task. */
  readonly length: number
  /** Bytes up to the end of each entry. */
  readonly lengths: readonly number[]
}

/** @returns undefined where there is no journal, or none that has a head. */
export async function readJournal(path: string): Promise<Journal | undefined> {
  let head: Head | undefined
  const entries: Entry[] = []
  const lengths: number[] = []
  let finished = false
  let length = 0
  try {
    for await (const lines of wholeLines(path))
      for (const line of lines) {
        const value: unknown = parsed(line)
        // What stands behind a line that is none was written over nothing that we know.
        if (value === undefined) return journalOf()
        length += line.length + 1
        if (!head) {
          if ((value as Partial<Head>).journal !== 1) return undefined
          head = value as Head
        } else if ('finished' in (value as object)) finished = (value as Finish).finished
        else {
          entries.push(value as Entry)
          lengths.push(length)
        }
      }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return journalOf()

  function journalOf(): Journal | undefined {
    return head && { head, entries, finished, length, lengths }
  }
}

/** Lines that have their LF. */
async function* wholeLines(path: string): AsyncGenerator<readonly Uint8Array[]> {
  let last: Uint8Array | undefined
  let size = 0
  let taken = 0
  const counted = async function* () {
    for await (const chunk of createReadStream(path)) {
      size += (chunk as Uint8Array).length
      yield chunk as Uint8Array
    }
  }
  for await (const lines of lineBatches(counted())) {
    const all: readonly Uint8Array[] = last ? [last, ...lines] : lines
    last = all.at(-1)
    const whole = all.slice(0, -1)
    for (const { length } of whole) taken += length + 1
    yield whole
  }
  // Without its LF the last line ends where the file does.
  if (last && taken + last.length + 1 === size) yield [last]
}

function parsed(line: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(line).toString())
  } catch {
    return undefined
  }
}

/** A journal that is being written. */
export class JournalWriter {
  #lines = ''

  private constructor(
    readonly path: string,
    readonly file: FileHandle,
  ) {}

  /** Begins a journal in place of what stands there. */
  static async create(path: string, head: Head): Promise<JournalWriter> {
    const writer = new JournalWriter(path, await open(path, 'w'))
    writer.#lines = `${JSON.stringify(head)}\n`
    await writer.flush()
    return writer
  }

  /** Goes on behind the first bytes; what was written behind them is dropped. */
  static async goOn(path: string, length: number): Promise<JournalWriter> {
    const file = await open(path, 'r+')
    await file.truncate(length)
    await file.close()
    return new JournalWriter(path, await open(path, 'a'))
  }

  add(line: Entry | Finish): void {
    this.#lines += `${JSON.stringify(line)}\n`
  }

  get waiting(): boolean {
    return this.#lines !== ''
  }

  /** Writes what was added, onto the disk. What it speaks of must be there before. */
  async flush(): Promise<void> {
    const lines = this.#lines
    this.#lines = ''
    if (lines !== '') await this.file.appendFile(lines)
    await this.file.datasync()
  }

  close(): Promise<void> {
    return this.file.close()
  }
}
