/**
 * Run by stages.ts in a process of its own, with the folder of the package, all or quick, and the number of rounds: prints a
 * profile of trichluc at work, warm.
 */
import { type Profiler, Session } from 'node:inspector/promises'
import { loadArticles } from './articles.ts'
import { loadContender } from './contenders.ts'
import { took } from './statistics.ts'

export interface Profile {
  readonly profile: Profiler.Profile
  /** Milliseconds of CPU time that it covers. */
  readonly cpu: number
}

/** Microseconds from one sample to the next. */
const INTERVAL = 500

const [dist, which, rounds] = process.argv.slice(2)
const { list } = loadArticles(which === 'quick')
const { run } = await loadContender('trichluc', dist as string)
const round = () => run(list)

round()
const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.setSamplingInterval', { interval: INTERVAL })
await session.post('Profiler.start')
const { cpu } = took(() => {
  for (let i = 0; i < Number(rounds); i++) round()
})
const { profile } = await session.post('Profiler.stop')
session.disconnect()
const result: Profile = { profile, cpu }
process.stdout.write(JSON.stringify(result))
