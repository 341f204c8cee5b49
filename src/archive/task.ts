/** Pieces of an archive that go to a thread together, with their bytes in one buffer. */
import { createHash } from 'node:crypto'
import { type Broken, type Form, isBroken, type Piece, type Place } from './pieces.ts'

/** The bytes of a document lie in the task's buffer up to `end`, from where those of the one before it end. */
export interface PackedDocument extends Place {
  readonly end: number
}

/** What is needed to read rows of CSV by themselves. */
export interface Columns {
  readonly names: readonly string[]
  readonly delimiter: string
}

export interface Task {
  readonly form: Form
  /** Of CSV. */
  readonly columns?: Columns | undefined
  readonly pieces: readonly (PackedDocument | Broken)[]
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A thread is given so much at once: with one document a time it would wait more than it works. */
const MOST_BYTES = 1 << 17
const MOST_PIECES = 64

/** Pieces in the order of the archive, until there are enough for a task. What goes into a task depends on nothing but the pieces. */
export class Packer {
  #pieces: Piece[] = []
  #size = 0

  constructor(
    readonly form: Form,
    readonly columns?: Columns,
  ) {}

  get full(): boolean {
    return this.#size >= MOST_BYTES || this.#pieces.length >= MOST_PIECES
  }

  get empty(): boolean {
    return this.#pieces.length === 0
  }

  add(piece: Piece): void {
    this.#pieces.push(piece)
    if (!isBroken(piece)) this.#size += piece.bytes.length
  }

  take(): Task {
    const bytes = new Uint8Array(this.#size)
    let end = 0
    const pieces = this.#pieces.map((piece) => {
      if (isBroken(piece)) return piece
      bytes.set(piece.bytes, end)
      end += piece.bytes.length
      const { source, line, byte } = piece
      return { source, line, byte, end }
    })
    this.#pieces = []
    this.#size = 0
    return { form: this.form, columns: this.columns, pieces, bytes }
  }
}

/** The same for the same pieces with the same bytes at the same places of the same inputs. */
export function hashOf({ form, columns, pieces, bytes }: Task): string {
  return createHash('sha256').update(JSON.stringify({ form, columns, pieces })).update(bytes).digest('base64url')
}

/** The pieces of a task one by one, each with its bytes, which are a view. */
export function* unpacked({ pieces, bytes }: Task): Generator<Piece> {
  let from = 0
  for (const piece of pieces) {
    if (isBroken(piece)) yield piece
    else {
      yield { source: piece.source, line: piece.line, byte: piece.byte, bytes: bytes.subarray(from, piece.end) }
      from = piece.end
    }
  }
}

/** Two tasks for one, or undefined where it has a single piece. */
export function halves(task: Task): readonly [Task, Task] | undefined {
  const { pieces, form, columns } = task
  if (pieces.length < 2) return undefined
  const all = [...unpacked(task)]
  const half = (some: readonly Piece[]) => {
    const packer = new Packer(form, columns)
    for (const piece of some) packer.add(piece)
    return packer.take()
  }
  return [half(all.slice(0, all.length >> 1)), half(all.slice(all.length >> 1))]
}
