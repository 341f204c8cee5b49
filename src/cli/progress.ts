/** How far a run is, on stderr: a line that changes for people, lines of JSON for programs. */
import { performance } from 'node:perf_hooks'
import type { Progress } from '../archive/index.ts'
import { complain } from './output.ts'

export interface ProgressShower {
  readonly show: (progress: Progress) => void
  readonly note: (note: string) => void
  readonly end: () => void
}

/** Milliseconds between two lines. */
const EVERY = { tty: 200, json: 1000 } as const

export function progressShower(how: 'auto' | 'json' | 'none'): ProgressShower {
  const kind = how === 'json' ? 'json' : how === 'auto' && process.stderr.isTTY ? 'tty' : undefined
  const started = performance.now()
  let last = started
  let latest: Progress | undefined
  let shown = false
  const clear = () => {
    if (shown) process.stderr.write('\r\u001b[K')
    shown = false
  }
  const write = (progress: Progress) => {
    const figures = figuresOf(progress, (performance.now() - started) / 1000)
    if (kind === 'json') process.stderr.write(`${JSON.stringify(figures)}\n`)
    else {
      process.stderr.write(`\r\u001b[K${inWords(figures)}`)
      shown = true
    }
  }
  return {
    show(progress) {
      latest = progress
      if (!kind || performance.now() - last < EVERY[kind]) return
      last = performance.now()
      write(progress)
    },
    note(note) {
      clear()
      complain(note)
    },
    end() {
      if (kind === 'json' && latest) write(latest)
      clear()
    },
  }
}

interface Figures {
  readonly documents: number
  readonly failed: number
  readonly facts: number
  readonly documentsPerSecond: number
  /** Of the bytes of the inputs, 0 to 1; null where they are not known. */
  readonly done: number | null
  readonly seconds: number
  readonly secondsLeft: number | null
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0)

function figuresOf({ counts, bytesRead, bytesTotal, documentsBefore }: Progress, seconds: number): Figures {
  const done = bytesTotal > 0 ? Math.min(1, bytesRead / bytesTotal) : null
  return {
    documents: counts.documents,
    failed: sum(counts.failed),
    facts: sum(counts.facts),
    documentsPerSecond: Math.round((counts.documents - documentsBefore) / seconds),
    done: done && Math.round(done * 1e4) / 1e4,
    seconds: Math.round(seconds * 10) / 10,
    secondsLeft: done && Math.round((seconds * (1 - done)) / done),
  }
}

function inWords({ documents, failed, documentsPerSecond, done, secondsLeft }: Figures): string {
  const parts = [
    done === null ? '' : `${Math.floor(100 * done)} %`,
    `${documents.toLocaleString('en-US')} documents`,
    `${documentsPerSecond.toLocaleString('en-US')}/s`,
    `${failed} failed`,
    secondsLeft === null ? '' : `${clock(secondsLeft)} left`,
  ]
  return parts
    .filter((part) => part !== '')
    .join(' · ')
    .slice(0, (process.stderr.columns ?? 80) - 1)
}

const clock = (seconds: number) =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
