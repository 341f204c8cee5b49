/** What is wrong with a result. */
export interface Problem {
  /** Short, and the same for the same mistake in other texts: "the official of NFC is missing in NFD". */
  readonly what: string
  /** For people: the values that should be equal. */
  readonly detail: string
}

/** Something that holds for all inputs. Inputs are what JSON can hold, so that a counterexample is a file. */
export interface Property<Input> {
  readonly name: string
  /** One line for people. */
  readonly about: string
  readonly check: (input: Input) => Problem | undefined
  /** The smallest input beside a failing one that still fails; strings have a way of their own. */
  readonly reduce?: (input: Input, fails: (input: Input) => boolean) => Input
}

/** The problem of two values that should be the same. */
export function differs(what: string, is: unknown, should: unknown): Problem | undefined {
  const [a, b] = [JSON.stringify(is), JSON.stringify(should)]
  return a === b ? undefined : { what, detail: `${a} should be ${b}` }
}

/** What the property says, an exception being a problem as well. */
export function problemOf<Input>({ check }: Property<Input>, input: Input): Problem | undefined {
  try {
    return check(input)
  } catch (error) {
    const { name, message, stack = '' } = error as Error
    const place = /^ *at (?:new )?([\w.$]+) /m.exec(stack)?.[1] ?? 'somewhere'
    return { what: `${name} in ${place}`, detail: message }
  }
}
