/**
 * Run by throughput.ts in a process of its own, with the folder of the package, all or quick, and the numbers of rounds to warm up
 * and to measure. All contenders run in turn, A B C A B C, so that what else the machine does meets them alike.
 */
import { loadArticles } from './articles.ts'
import { contenderNames, loadContender } from './contenders.ts'
import { type Took, took } from './statistics.ts'

/** One contender's rounds. */
export interface Rounds {
  readonly name: string
  /** What the contender does, in words. */
  readonly does: string
  /** What all articles took, round by round. */
  readonly times: Took[]
  /** How many things it found in one round. */
  found: number
}

const [dist, which, warmup, measured] = process.argv.slice(2)
const { list } = loadArticles(which === 'quick')
const contenders = await Promise.all(contenderNames.map((name) => loadContender(name, dist as string)))
const results: Rounds[] = contenders.map(({ name, does }) => ({ name, does, times: [], found: 0 }))

for (let round = -Number(warmup); round < Number(measured); round++)
  contenders.forEach(({ run }, i) => {
    const result = results[i] as Rounds
    const time = took(() => {
      result.found = run(list)
    })
    if (round >= 0) result.times.push(time)
  })
console.log(JSON.stringify(results))
