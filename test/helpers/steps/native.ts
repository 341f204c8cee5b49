/**
 * What native functions cost, told by wrappers: the characters, elements or keys that a call looks at or makes. The wrappers are put
 * into the intrinsics of a realm of its own (a vm context), so that they do not count the work of the test itself.
 *
 * - Functions that call back count their list, besides the callbacks, which are counted where they are entered; `find`, `some` and
 *   `every` stop early and count their callbacks alone.
 * - A regular expression that is sticky or begins with ^ does not search: it costs the length of its match. Others cost the
 *   characters from where they begin to the end of the match, or of the subject where nothing matches; and where something stands
 *   behind a repetition without an end, the squares of all runs of what is repeated, for a search that fails behind a run
 *   comes back to each of its places.
 * - Not seen, since no function is called or the engine puts the work off: joining strings with +, comparing them, hashing them.
 *   Slices are counted in full, though some engines only point into the text.
 */
import { type Context, runInContext } from 'node:vm'

type Method = (this: unknown, ...args: readonly unknown[]) => unknown
type Cost = (self: { readonly length: number }, args: readonly unknown[], result: unknown) => number
type Prototype = Record<string, unknown>

/** Steps of one native function. */
interface Counter {
  steps: number
}

/** Length of a string or a list, size of a set or a map; 1 for anything else. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 1
  const { length, size } = value as { readonly length?: unknown; readonly size?: unknown }
  return typeof length === 'number' ? length : typeof size === 'number' ? size : 1
}
const keysOf = (value: unknown): number => (typeof value === 'object' && value !== null ? Object.keys(value).length : 0)

const whole: Cost = (self, _args, result) => self.length + sizeOf(result)
const made: Cost = (_self, _args, result) => sizeOf(result)
const argument: Cost = (_self, [first]) => sizeOf(first)
/** From where the search begins up to the place that is found. */
const upTo: Cost = ({ length }, [, from = 0], result) =>
  Math.max(0, (typeof result === 'number' && result >= 0 ? result : length) - Number(from))
const fromBehind: Cost = ({ length }, _args, result) =>
  length - (typeof result === 'number' && result >= 0 ? result : 0)
const filled: Cost = ({ length }, [, from = 0, to = length]) => Math.max(0, Math.min(Number(to), length) - Number(from))
/** With its logarithm; a comparator is counted where it is entered. */
const sorting: Cost = ({ length }) => length * Math.ceil(Math.log2(length + 1))

const over = (cost: Cost, names: string) => Object.fromEntries(names.split(' ').map((name) => [name, cost]))

/** By constructor and method. All typed arrays share the methods of one prototype, which stands under Uint8Array. */
const methods: Readonly<Record<string, Readonly<Record<string, Cost>>>> = {
  String: {
    ...over(whole, 'replace replaceAll split normalize toLowerCase toUpperCase trim trimStart trimEnd match search'),
    ...over(whole, 'isWellFormed toWellFormed localeCompare concat'),
    ...over(made, 'slice substring substr repeat padStart padEnd'),
    ...over(argument, 'startsWith endsWith'),
    indexOf: upTo,
    lastIndexOf: fromBehind,
    includes: (self, _args, result) => (result ? 1 : self.length),
  },
  Array: {
    ...over(whole, 'concat splice map filter forEach flatMap flat reduce reduceRight reverse join copyWithin'),
    ...over(whole, 'shift unshift toSorted toReversed toSpliced with'),
    ...over(made, 'slice'),
    ...over(sorting, 'sort'),
    indexOf: upTo,
    lastIndexOf: fromBehind,
    includes: (self) => self.length,
    fill: filled,
  },
  Uint8Array: {
    ...over(whole, 'slice copyWithin reverse join map filter includes indexOf lastIndexOf'),
    ...over(sorting, 'sort'),
    set: argument,
    fill: filled,
  },
}
/** The same for functions of the constructors themselves. */
const functions: Readonly<Record<string, Readonly<Record<string, Cost>>>> = {
  Object: over((_self, args, result) => keysOf(args[0]) + sizeOf(result), 'keys values entries assign fromEntries'),
  Array: over(made, 'from of'),
  JSON: over(made, 'stringify parse'),
}

/** Counts what is native in a realm. */
export class NativeSteps {
  /** By name of the function, as "String.slice", or by pattern. */
  readonly counters = new Map<string, Counter>()
  private readonly spread = this.counter('spread')
  /** The realm's own Array.from, as it was. */
  private readonly toArray: (iterator: unknown) => unknown

  constructor(context: Context) {
    const realm = runInContext('({ String, RegExp, Array, Uint8Array, Object, JSON })', context) as Readonly<
      Record<string, Prototype & { readonly prototype: Prototype }>
    >
    const part = (name: string) => realm[name] as Prototype & { readonly prototype: Prototype }
    const from = part('Array')['from'] as Method
    this.toArray = (iterator) => Reflect.apply(from, realm['Array'], [iterator])
    for (const [name, costs] of Object.entries(methods)) {
      const { prototype } = part(name)
      const holder = name === 'Uint8Array' ? (Object.getPrototypeOf(prototype) as Prototype) : prototype
      for (const [method, cost] of Object.entries(costs)) this.wrap(name, holder, method, cost)
    }
    for (const [name, costs] of Object.entries(functions))
      for (const [method, cost] of Object.entries(costs)) this.wrap(name, part(name), method, cost)
    this.wrapExec(part('RegExp').prototype)
  }

  /** Stands around a list that is spread or read whole: counts its elements and hands it on. A number is the length of an array. */
  readonly walk = (value: unknown): unknown => {
    const list = isIterator(value) ? this.toArray(value) : value
    this.spread.steps += typeof list === 'number' ? list : sizeOf(list)
    return list
  }

  /** The same for objects. */
  readonly keys = (value: unknown): unknown => {
    this.spread.steps += keysOf(value)
    return value
  }

  private counter(name: string): Counter {
    const known = this.counters.get(name)
    if (known) return known
    const counter = { steps: 0 }
    this.counters.set(name, counter)
    return counter
  }

  private wrap(owner: string, holder: Prototype, name: string, cost: Cost): void {
    const original = holder[name] as Method | undefined
    // Not every engine has the newest ones.
    if (!original) return
    const label = `${owner}.${name}`
    const counter = this.counter(label)
    const add = (steps: number) => {
      const large = steps > LARGE ? this.counter(`${label} in ${caller()}`) : counter
      large.steps += steps
    }
    Object.defineProperty(holder, name, {
      configurable: true,
      writable: true,
      value: function (this: { readonly length: number } | undefined, ...args: readonly unknown[]) {
        // Before the call, which may change it.
        const length = this?.length ?? 0
        const result = Reflect.apply(original, this, args)
        add(1 + cost({ length }, args, result))
        return result
      },
    })
  }

  /** With this exec instead of the engine's own, test, match, replace and split of patterns call it too. */
  private wrapExec(prototype: Prototype): void {
    const exec = prototype['exec'] as Method
    const known = new Map<string, PatternSteps>()
    const look = (pattern: RegExp) => {
      const steps = new PatternSteps(pattern, this.counter(`/${pattern.source.slice(0, 40)}/`))
      known.set(String(pattern), steps)
      return steps
    }
    prototype['exec'] = function (this: RegExp, subject: unknown) {
      const from = this.global ? this.lastIndex : 0
      const match = Reflect.apply(exec, this, [subject]) as RegExpExecArray | null
      const steps = known.get(String(this)) ?? look(this)
      steps.add(String(subject), from, match)
      return match
    }
  }
}

/** From so many steps on, a native call is counted by the function that it is called from. */
const LARGE = 1_000

/** Name of the function that called the wrapper that calls `add` that calls this. */
const caller = (): string => /^(?:.*\n){4} *at (?:new )?([\w.$]+)/.exec(new Error().stack ?? '')?.[1] ?? 'a function'

/** What a pattern costs. */
class PatternSteps {
  private readonly searches: boolean
  private readonly runs: readonly RegExp[]

  constructor(
    { source, flags }: RegExp,
    private readonly counter: Counter,
  ) {
    this.searches = !flags.includes('y') && !source.startsWith('^')
    // A repetition is of a property, an escape, a class, a character; of a group it may be anything.
    const repeated = source.matchAll(/(\\p\{\w+\}|\\.|\[(?:\\.|[^\]])*\]|.)(?:[*+]|\{\d+,\})\??(?!\)*$)/g)
    const atoms = new Set([...repeated].map(([, atom = '']) => (atom === ')' ? '[^]' : atom)))
    this.runs = [...atoms].map((atom) => new RegExp(`${atom}+`, `g${flags.replace(/[gy]/g, '')}`))
  }

  add(subject: string, from: number, match: RegExpExecArray | null): void {
    const { counter } = this
    counter.steps++
    if (!this.searches) {
      counter.steps += match ? match[0].length : 0
      return
    }
    const end = match ? match.index + match[0].length : subject.length
    counter.steps += Math.max(0, end - from)
    if (this.runs.length === 0) return
    const searched = subject.slice(from, end)
    for (const runs of this.runs) for (const [run] of searched.matchAll(runs)) counter.steps += run.length ** 2
  }
}

const isIterator = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof (value as { readonly next?: unknown }).next === 'function'
