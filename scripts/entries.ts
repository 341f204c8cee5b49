/**
 * The files of `dist`, each bundled from one source. A bundle holds what it needs, except what another file of `dist` is: that one it
 * imports, so that there is one core however many entries a program uses.
 */
export interface Entry {
  /** The file in dist, without its ending. */
  readonly name: string
  readonly source: string
  /**
   * `portable`: imported by users, with ESM, CommonJS and types, wherever JavaScript runs: nothing of Node. `library`: the same for Node
   * alone. `program`: run by Node, ESM alone. `part`: what several of them load and nobody imports by name; CommonJS alone, which both forms
   * of module can load, so that it is there once.
   */
  readonly kind: 'portable' | 'library' | 'program' | 'part'
}

export const CORE: Entry = { name: 'index', source: 'src/index.ts', kind: 'portable' }

/** Everything around the core. A line is an entry; a library stands in `exports` of package.json as well. */
export const edges: readonly Entry[] = [
  { name: 'cli', source: 'src/cli/main.ts', kind: 'program' },
  { name: 'normalize', source: 'src/normalize/index.ts', kind: 'portable' },
  { name: 'schema', source: 'src/schema/index.ts', kind: 'portable' },
  { name: 'exchange', source: 'src/exchange/index.ts', kind: 'portable' },
  { name: 'encodings', source: 'src/encodings/index.ts', kind: 'portable' },
  { name: 'archive', source: 'src/archive/index.ts', kind: 'library' },
  { name: 'archive-worker', source: 'src/archive/worker.ts', kind: 'program' },
  { name: 'html', source: 'src/html/index.ts', kind: 'part' },
  { name: 'client', source: 'src/client/index.ts', kind: 'portable' },
  { name: 'server', source: 'src/server/index.ts', kind: 'library' },
  { name: 'server-worker', source: 'src/server/worker.ts', kind: 'program' },
  { name: 'handler', source: 'src/handler/index.ts', kind: 'portable' },
  { name: 'queue', source: 'src/queue/index.ts', kind: 'library' },
  { name: 'queue-thread', source: 'src/queue/thread.ts', kind: 'program' },
  { name: 'view', source: 'src/view/index.ts', kind: 'portable' },
]

export const entries: readonly Entry[] = [CORE, ...edges]

/** What users import. */
export const libraries: readonly Entry[] = entries.filter(({ kind }) => kind === 'portable' || kind === 'library')

/** What follows an import: "trichluc" or "trichluc/NAME". */
export const specifierOf = ({ name }: Entry): string => (name === CORE.name ? 'trichluc' : `trichluc/${name}`)
