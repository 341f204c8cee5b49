/**
 * Looks for articles on which something does not hold that must hold for all:
 *
 *     npm run fuzz -- --minutes 5 --seed 7 --only forms,types
 *
 * What is found is made as small as it can be, printed, and written to fixtures/fuzz, where the tests run it from then on. The exit
 * status is 1 if anything new was found. The same seed gives the same inputs in the same order; without one it is the clock's.
 */
import { parseArgs } from 'node:util'
import { readCases, writeCase } from '../test/fuzz/cases.ts'
import { knownMistakes, mistake } from '../test/fuzz/run.ts'
import { longTrials, trials } from '../test/fuzz/trials.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
  },
})

function fail(message: string): never {
  console.error(`fuzz: ${message}`)
  process.exit(2)
}

const [minutes, seed] = [Number(values.minutes), Number(values.seed)]
if (!(minutes > 0)) fail('--minutes must be a number above 0')
if (!Number.isSafeInteger(seed)) fail('--seed must be a whole number')
const all = [...trials, ...(await longTrials())]
const names = values.only?.split(',') ?? all.map(({ name }) => name)
for (const wanted of names)
  if (!all.some(({ name }) => name === wanted))
    fail(`--only: no property is named ${wanted}; there are ${all.map(({ name }) => name).join(', ')}`)

const known = new Set(knownMistakes(readCases().map(([, found]) => found)))
console.log(
  `seed ${seed}, ${minutes} minutes, ${names.length} properties; ${known.size} known mistakes are passed over`,
)

const runs = new Map(names.map((name) => [name, 0]))
const started = performance.now()
const seconds = () => (performance.now() - started) / 1000
let found = 0
for (let round = 0; seconds() < minutes * 60; round++)
  for (const { name, about, runs: more, round: run } of all) {
    if (!runs.has(name) || seconds() >= minutes * 60) continue
    // Rounds of two seeds that are near each other have no seed in common.
    const counterexample = run((seed * 1_000_003 + round) | 0, known)
    runs.set(name, (runs.get(name) ?? 0) + more)
    if (!counterexample) continue
    const { input, problem } = counterexample
    found++
    known.add(mistake(name, problem))
    console.log(`\n${name}: ${about}\n  but: ${problem.what}\n  ${problem.detail.slice(0, 1000)}`)
    console.log(`  input: ${JSON.stringify(input).slice(0, 1000)}\n  fixtures/fuzz/${writeCase(name, input, problem)}`)
  }

const sum = [...runs.values()].reduce((a, b) => a + b, 0)
const speed = (sum / seconds()).toFixed(0)
console.log(`\nseed ${seed}: ${sum} inputs in ${seconds().toFixed(0)} s, ${speed} a second; ${found} new mistakes`)
for (const [name, count] of runs) console.log(`  ${name.padEnd(12)} ${count}`)
process.exitCode = found > 0 ? 1 : 0
