/** Whose time it is: a CPU profile's samples added up by the part of the source that the running function stands in. */
import { readdirSync } from 'node:fs'
import type { Profiler, Runtime } from 'node:inspector'
import { fileURLToPath } from 'node:url'

/** Time of one part, in microseconds. */
export interface Part {
  readonly name: string
  /** While one of its own functions ran. */
  readonly own: number
  /** While it was the step of the pipeline that was being done, whatever function ran for it. */
  readonly step: number
}

type CallFrame = Runtime.CallFrame

/** The kinds of fact, by the folders of their grammars; the longest name first, as one may begin like another. */
const kinds = readdirSync(fileURLToPath(new URL('../grammars', import.meta.url)), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== '_shared' && entry.name !== 'lexicons')
  .map(({ name }) => name)
  .sort((a, b) => b.length - a.length)

/** The part that a module belongs to. @param path From the project's root. */
export function partOf(path: string): string {
  const [, packageName] = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? []
  if (packageName !== undefined) return packageName
  const [top = '', folder = '', file = ''] = path.split('/')
  if (top === 'grammars') return `grammars/${folder}`
  if (top !== 'src') return 'other'
  if (file === '') return 'pipeline'
  if (folder === 'facts') {
    const kind = kinds.find((name) => file === `${name}.ts` || file.startsWith(`${name}-`))
    return `facts/${kind ?? 'shared'}`
  }
  return path.startsWith('src/parse/choose.') ? 'choose' : folder
}

/** Grammars and libraries are called by the steps of the pipeline, and src/*.ts calls them. */
const isStep = (name: string) => /^(text|scan|parse|choose|resolve|link|output|facts\/.*)$/.test(name)

/**
 * @param locate The module of a frame, from the project's root; undefined for the engine's own.
 * @returns The parts, the one with the most time of its own first.
 */
export function attribute(profile: Profiler.Profile, locate: (frame: CallFrame) => string | undefined): Part[] {
  const parents = new Map<number, number>()
  for (const { id, children = [] } of profile.nodes) for (const child of children) parents.set(child, id)
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame, locate)]))

  const steps = new Map<number, string | undefined>()
  /** The outermost frame that is a step. */
  const stepOf = (id: number | undefined): string | undefined => {
    if (id === undefined) return undefined
    if (steps.has(id)) return steps.get(id)
    const name = names.get(id) as string
    const step = stepOf(parents.get(id)) ?? (isStep(name) ? name : undefined)
    steps.set(id, step)
    return step
  }

  const own = new Map<string, number>()
  const step = new Map<string, number>()
  const add = (times: Map<string, number>, name: string, time: number) => times.set(name, (times.get(name) ?? 0) + time)
  const { samples = [], timeDeltas = [] } = profile
  samples.forEach((id, i) => {
    // A delta is the time since the sample before, so a sample's own time is the next one.
    const time = timeDeltas[i + 1] ?? 0
    const name = names.get(id) as string
    if (name === '(idle)') return
    add(own, name, time)
    const during = stepOf(id)
    if (during !== undefined) add(step, during, time)
  })
  return [...new Set([...own.keys(), ...step.keys()])]
    .map((name) => ({ name, own: own.get(name) ?? 0, step: step.get(name) ?? 0 }))
    .sort((a, b) => b.own - a.own)
}

function nameOf(frame: CallFrame, locate: (frame: CallFrame) => string | undefined): string {
  const path = locate(frame)
  if (path !== undefined) return partOf(path)
  const { functionName, url } = frame
  if (url.startsWith('node:')) return 'node'
  if (functionName === '(garbage collector)') return 'garbage collector'
  if (functionName === '(idle)') return functionName
  return 'engine'
}
