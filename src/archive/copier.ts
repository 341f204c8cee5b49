/** Lines of tasks that were done before, out of the outputs where they stand. */
import { type FileHandle, open } from 'node:fs/promises'
import type { Done } from './answer.ts'
import { attempt } from './outputs.ts'
import type { Reuse } from './plan.ts'
import { hashOf, type Task } from './task.ts'

export class Copier {
  private constructor(
    readonly reuse: Reuse,
    readonly files: readonly (FileHandle | undefined)[],
  ) {}

  static async open(reuse: Reuse): Promise<Copier> {
    const files: (FileHandle | undefined)[] = []
    for (const path of reuse.paths) files.push(path === undefined ? undefined : await attempt(path, () => open(path)))
    return new Copier(reuse, files)
  }

  /** @returns undefined where the task was not done before. */
  copy(task: Task): Promise<Done> | undefined {
    const hash = hashOf(task)
    const span = this.reuse.spans.get(hash)
    if (!span) return undefined
    const part = async (i: 0 | 1 | 2) => {
      const [from, to] = [span.from[i], span.entry.ends[i]]
      const bytes = new Uint8Array(to - from)
      const file = this.files[i]
      for (let at = 0; file && at < bytes.length; ) {
        const { bytesRead } = await file.read(bytes, at, bytes.length - at, from + at)
        if (bytesRead === 0) throw new Error(`${this.reuse.paths[i]}: is shorter than its journal says`)
        at += bytesRead
      }
      return bytes
    }
    return (async () => ({ outputs: [await part(0), await part(1), await part(2)], counts: span.entry.counts, hash }))()
  }

  async close(): Promise<void> {
    for (const file of this.files) await file?.close()
  }
}
