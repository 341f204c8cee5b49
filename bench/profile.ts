/**
 * Run by stages.ts in a process of its own, with the folder of the package, all or quick, and the number of rounds: prints the CPU
 * profile of trichluc at work, warm.
 */
import { Session } from 'node:inspector/promises'
import { loadArticles } from './articles.ts'
import { loadContender } from './contenders.ts'

/** Microseconds from one sample to the next. */
const INTERVAL = 500

const [dist, which, rounds] = process.argv.slice(2)
const { list } = loadArticles(which === 'quick')
const { run } = await loadContender('trichluc', dist as string)
const round = () => {
  for (const article of list) run(article)
}

round()
const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.setSamplingInterval', { interval: INTERVAL })
await session.post('Profiler.start')
for (let i = 0; i < Number(rounds); i++) round()
const { profile } = await session.post('Profiler.stop')
session.disconnect()
process.stdout.write(JSON.stringify(profile))
