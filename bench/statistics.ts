/** Figures of several runs. All times are in milliseconds. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length === 0) throw new Error('there is no median of nothing')
  return sorted.length % 2 === 1 ? at(sorted, middle) : (at(sorted, middle - 1) + at(sorted, middle)) / 2
}

/** The median of a/b round by round, so that what slows a whole round down does not count. */
export const medianRatio = (a: readonly number[], b: readonly number[]): number =>
  median(a.map((value, round) => value / at(b, round)))

/** MB/s, of megabytes of a million bytes. */
export const megabytesPerSecond = (bytes: number, ms: number): number => bytes / 1e3 / ms

/** What some work took, in milliseconds. */
export interface Took {
  /** By the clock. */
  readonly wall: number
  /** On processors, all threads of this process together: what others do on a busy machine does not count. */
  readonly cpu: number
}

export function took(work: () => void): Took {
  const [from, before] = [performance.now(), process.cpuUsage()]
  work()
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - from, cpu: (user + system) / 1000 }
}

function at(values: readonly number[], index: number): number {
  const value = values[index]
  if (value === undefined) throw new Error(`there is no value ${index}`)
  return value
}
