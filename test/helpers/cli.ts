import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { inject } from 'vitest'
import { root } from './paths.ts'

export interface Answer {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

interface Surroundings {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the built command line in the project's root. */
export function trichluc(args: readonly string[], { input = '', env = {} }: Surroundings = {}): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(inject('bundle'), 'cli.js'), ...args], {
    cwd: root,
    input,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  return { status, stdout, stderr }
}

export const jsonLines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
