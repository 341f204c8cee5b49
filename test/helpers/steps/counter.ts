/** Counts the steps of a script's function: the same number on every machine and in every run. */
import { createContext, Script } from 'node:vm'
import { build } from 'esbuild'
import type { ExtractOptions } from '../../../src/index.ts'
import configs from '../../../tsup.config.ts'
import { ownArticles } from '../material.ts'
import { root } from '../paths.ts'
import { COUNTERS, instrument, KEYS, WALK } from './instrument.ts'
import { NativeSteps } from './native.ts'

/** What a call took, and gave. */
export interface Steps {
  readonly total: number
  /** By function of the script with its line, and by native function. */
  readonly by: ReadonlyMap<string, number>
  readonly result: unknown
}

export type StepCounter<Args extends readonly unknown[]> = (...args: Args) => Steps

/** @param name An expression for the function, in the script's scope. */
export function stepCounter<Args extends readonly unknown[]>(script: string, name: string): StepCounter<Args> {
  const context = createContext({})
  const native = new NativeSteps(context)
  const { script: counted, counters } = instrument(script)
  const steps = new Float64Array(counters.length)
  // Parameters and no globals, since the globals of a vm context are slow.
  const define = new Script(
    `(${COUNTERS}, ${WALK}, ${KEYS}) => { "use strict"; ${counted}\nreturn ${name} }`,
  ).runInContext(context)
  const call = define(steps, native.walk, native.keys) as (...args: Args) => unknown
  return (...args) => {
    steps.fill(0)
    for (const counter of native.counters.values()) counter.steps = 0
    const result = call(...args)
    const by = new Map([...native.counters].map(([label, counter]) => [label, counter.steps]))
    steps.forEach((count, i) => {
      const label = counters[i] as string
      if (count > 0) by.set(label, count + (by.get(label) ?? 0))
    })
    return { total: [...by.values()].reduce((sum, count) => sum + count, 0), by, result }
  }
}

export type ExtractArguments = [article: string, options?: ExtractOptions]

/** Counts the steps of `extract`. Lexicons and grammars, which are made when they are needed first, are there already. */
export async function extractCounter(): Promise<StepCounter<ExtractArguments>> {
  const count = stepCounter<ExtractArguments>(await packageScript(), 'trichluc.extract')
  for (const article of ownArticles()) count(article)
  // Room for the tokens of an article grows when one needs more, once for all articles behind it; here it is grown before anything counts.
  count('. '.repeat(40_000))
  return count
}

/** The package as one script that defines `trichluc`, as tsup.config.ts builds it, but readable. */
async function packageScript(): Promise<string> {
  if (!Array.isArray(configs)) throw new Error('tsup.config.ts: expected a list')
  const { outputFiles } = await build({
    entryPoints: [`${root}src/index.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'trichluc',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'node20',
    charset: 'utf8',
    loader: { '.tsv': 'text' },
    plugins: configs[0]?.esbuildPlugins ?? [],
  })
  return outputFiles[0]?.text ?? ''
}
