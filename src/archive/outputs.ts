/** The outputs of a run while they grow, under temporary names beside their own. */
import { type FileHandle, open, stat } from 'node:fs/promises'
import type { Ends } from './journal.ts'
import { BatchError, reasonOf } from './problem.ts'

export type OutputBytes = readonly [Uint8Array, Uint8Array, Uint8Array]

/** A file that is written from one place on; undefined stands for an output that nobody wants. */
interface Output {
  readonly path: string
  readonly file: FileHandle
  size: number
}

export type Paths = readonly [facts: string, errors: string, texts: string | undefined]

export class Outputs {
  private constructor(readonly outputs: readonly (Output | undefined)[]) {}

  /** @param ends Bytes of each that stay; what is behind them is dropped. */
  static async open(paths: Paths, ends: Ends): Promise<Outputs> {
    const outputs: (Output | undefined)[] = []
    for (const [i, path] of paths.entries()) {
      if (path === undefined) {
        outputs.push(undefined)
        continue
      }
      const size = ends[i] as number
      await attempt(path, async () => {
        const file = await open(path, size === 0 ? 'w' : 'r+')
        await file.truncate(size)
        outputs.push({ path, file, size })
      })
    }
    return new Outputs(outputs)
  }

  get ends(): Ends {
    const [facts, errors, texts] = this.outputs
    return [facts?.size ?? 0, errors?.size ?? 0, texts?.size ?? 0]
  }

  async write(bytes: OutputBytes): Promise<void> {
    for (const [i, output] of this.outputs.entries()) {
      const chunk = bytes[i] as Uint8Array
      if (!output || chunk.length === 0) continue
      await attempt(output.path, async () => {
        for (let from = 0; from < chunk.length; ) {
          const { bytesWritten } = await output.file.write(chunk, from, chunk.length - from, output.size + from)
          from += bytesWritten
        }
      })
      output.size += chunk.length
    }
  }

  /** Waits until all is on the disk. */
  async sync(): Promise<void> {
    for (const output of this.outputs) if (output) await attempt(output.path, () => output.file.datasync())
  }

  async close(): Promise<void> {
    for (const output of this.outputs) await output?.file.close()
  }
}

/** Whether the outputs have at least so many bytes each. */
export async function reach(paths: Paths, ends: Ends): Promise<boolean> {
  for (const [i, path] of paths.entries()) {
    if (path === undefined) continue
    const size = await stat(path).then(
      (found) => found.size,
      () => -1,
    )
    if (size < (ends[i] as number)) return false
  }
  return true
}

/** @throws BatchError that names the file. */
export async function attempt<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw new BatchError('io', `${path}: ${reasonOf(error)}`, { cause: error })
  }
}
