/**
 * `npm run bench [-- --rounds N] [--warmup N] [--quick] [--write]`: how fast trichluc is beside chrono-node and beside the least that
 * any extractor has to do. With --write the table goes into README.md and bench/RESULTS.md.
 */
import { parseArgs } from 'node:util'
import { markdownTable } from '../scripts/markers.ts'
import { type Articles, loadArticles } from './articles.ts'
import { builtPackage } from './built.ts'
import { contenderNames } from './contenders.ts'
import { runPlain } from './plain.ts'
import type { Rounds } from './race.ts'
import { adviseOneCore, megabytes, surroundings, writeResult } from './results.ts'
import { median, medianRatio, megabytesPerSecond, type Took } from './statistics.ts'

const wall = (times: readonly Took[]) => times.map((time) => time.wall)
const cpu = (times: readonly Took[]) => times.map((time) => time.cpu)

/** @param peaks Bytes of peak memory, in the order of the contenders. */
export function throughputTable(results: readonly Rounds[], peaks: readonly number[], articles: Articles): string {
  const [ours, ...others] = results as readonly [Rounds, ...Rounds[]]
  const speed = (ms: number) => megabytesPerSecond(articles.bytes, ms).toFixed(2)
  const rows = results.map(({ name, does, times, found }, i) => [
    `${name}: ${does}`,
    speed(median(wall(times))),
    speed(Math.min(...wall(times))),
    speed(median(cpu(times))),
    ((1000 * articles.list.length) / median(wall(times))).toFixed(0),
    String(found),
    megabytes(peaks[i] as number, 0),
  ])
  const ratio = (of: typeof wall, times: readonly Took[]) => medianRatio(of(times), of(ours.times)).toFixed(2)
  const ratios = others.map(
    ({ name, times }) => `${ours.name} / ${name} ${ratio(wall, times)} (CPU time ${ratio(cpu, times)})`,
  )
  return `${surroundings()}; ${articles.list.length} ${articles.source}, ${megabytes(articles.bytes, 2)} of UTF-8, ${ours.times.length} rounds:

${markdownTable(['', 'MB/s, median', 'best', 'of CPU time', 'articles/s', 'found', 'peak memory'], rows)}

Speed, the median of the ratios of each round: ${ratios.join(', ')}. Each begins from the bytes of an article and has the same
reference date. CPU time is that of all threads of the process: on a busy machine it says more than the clock. Peak memory is the largest resident set of a process of its own that goes once through all articles and holds their bytes.`
}

if (process.argv[1]?.endsWith('bench/throughput.ts')) {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '7' },
      warmup: { type: 'string', default: '6' },
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      dist: { type: 'string' },
    },
  })
  const dist = builtPackage(values.dist)
  adviseOneCore()
  const which = values.quick ? 'quick' : 'all'
  const [results = []] = runPlain<Rounds[]>('race.ts', [[dist, which, values.warmup, values.rounds]])
  const peaks = runPlain<number>(
    'peak.ts',
    contenderNames.map((name) => [name, dist, which]),
  )
  const table = throughputTable(results, peaks, loadArticles(values.quick))
  console.log(table)
  if (values.write) {
    writeResult('README.md', 'bench', table)
    writeResult('bench/RESULTS.md', 'throughput', table)
  }
}
