/** The benches still run, on our own articles and with one round: the figures themselves depend on the machine. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, inject, it } from 'vitest'
import { attribute, partOf } from '../bench/attribution.ts'
import { median, medianRatio, megabytesPerSecond } from '../bench/statistics.ts'
import { root } from './helpers/paths.ts'

/** The rows of the table that a bench prints, each with its cells. */
async function rows(bench: string, ...args: readonly string[]): Promise<Map<string, readonly string[]>> {
  const command = ['--import', 'tsx', `bench/${bench}.ts`, ...args]
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root })
  expect(stdout).not.toMatch(/NaN|undefined|Infinity/)
  const lines = stdout.split('\n').filter((line) => /^\| [^\s|-]/.test(line))
  return new Map(lines.map((line) => line.slice(2, -2).split(' | ')).map(([name = '', ...cells]) => [name, cells]))
}

const first = (cells: readonly string[] | undefined) => Number.parseFloat(cells?.[0] ?? '')

describe.concurrent('each bench runs', () => {
  it('bench', async () => {
    const table = await rows('throughput', '--quick', '--warmup', '0', '--rounds', '1', '--dist', inject('bundle'))
    expect([...table.keys()].map((name) => name.split(':')[0])).toEqual([
      'trichluc',
      'trichluc, singly',
      'chrono-node',
      'floor',
    ])
    for (const cells of table.values()) expect(first(cells)).toBeGreaterThan(0)
  })

  it('bench:stages', async () => {
    const table = await rows('stages', '--quick', '--rounds', '1')
    for (const part of ['text', 'scan', 'facts/date', 'resolve']) expect([...table.keys()]).toContain(part)
    expect(first(table.get('all'))).toBeCloseTo(100)
  })

  it('bench:start', async () => {
    const table = await rows('start', '--runs', '1', '--dist', inject('bundle'))
    expect(first(table.get('import'))).toBeGreaterThan(0)
    expect(first(table.get('bundle, gzip -9'))).toBeLessThan(first(table.get('bundle, minified')))
  })

  it('bench:memory', async () => {
    const table = await rows('memory', '--quick', '--gigabytes', '0.0002', '--dist', inject('bundle'))
    expect(first(table.get('lines in'))).toBeGreaterThan(50)
    expect(table.get('lines out')).toEqual(table.get('lines in'))
  })
})

describe('figures', () => {
  it('are medians, also of ratios', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2.5)
    // The second round was slow for both.
    expect(medianRatio([2, 20, 2], [1, 10, 1])).toBe(2)
    expect(megabytesPerSecond(5e6, 500)).toBe(10)
  })
})

describe('a profile', () => {
  it.each([
    ['src/facts/date-cursor.ts', 'facts/date'],
    ['src/facts/bridge-points.ts', 'facts/bridge-points'],
    ['src/facts/reading.ts', 'facts/shared'],
    ['src/parse/choose.ts', 'choose'],
    ['src/pipeline.ts', 'pipeline'],
    ['grammars/date/day.ts', 'grammars/date'],
    ['node_modules/@dqcai/vn-lunar/lib/x.js', '@dqcai/vn-lunar'],
    ['node_modules/natural/lib/x.js', 'natural'],
  ])('%s is of %s', (path, part) => {
    expect(partOf(path)).toBe(part)
  })

  it('gives a sample to the part that ran and to the step that it ran for', () => {
    const frame = (url: string) => ({ functionName: 'f', scriptId: '1', url, lineNumber: 0, columnNumber: 0 })
    const nodes = [
      { id: 1, callFrame: frame('src/pipeline.ts'), children: [2] },
      { id: 2, callFrame: frame('src/facts/date.ts'), children: [3] },
      { id: 3, callFrame: frame('src/scan/scanner.ts') },
    ]
    // A sample lasts until the next one, and the last one is where the profile ends.
    const profile = { nodes, startTime: 0, endTime: 60, samples: [1, 2, 3, 1], timeDeltas: [0, 10, 20, 30] }
    expect(attribute(profile, ({ url }) => url)).toEqual([
      { name: 'scan', own: 30, step: 0 },
      { name: 'facts/date', own: 20, step: 50 },
      { name: 'pipeline', own: 10, step: 0 },
    ])
  })
})
