/** What can be set: by option, flag or environment. Documentation, help and /v1/limits are made from this table. */
import { availableParallelism } from 'node:os'

/** What a service is made with. All have defaults. */
export interface ServerSettings {
  readonly host: string
  readonly port: number
  readonly workers: number
  readonly bodyBytes: number
  readonly items: number
  readonly lineBytes: number
  readonly concurrentRequests: number
  readonly heldBytes: number
  readonly requestSeconds: number
  readonly idleSeconds: number
  readonly graceSeconds: number
  readonly drainDelaySeconds: number
  readonly workerMegabytes: number
  readonly logLevel: string
  readonly corsOrigins: readonly string[]
  readonly keys: readonly string[]
}

/** A setting of the service: its flag, its variable in the environment, its bounds and what it means. */
export interface Setting {
  readonly name: keyof ServerSettings
  /** Without dashes. */
  readonly flag: string
  readonly kind: 'text' | 'whole' | 'seconds' | 'list'
  readonly least?: number
  readonly most?: number
  readonly oneOf?: readonly string[]
  /** Its value where nothing else is said. */
  readonly fallback: () => ServerSettings[keyof ServerSettings]
  /** The default in words, where it is no fixed value. */
  readonly otherwise?: string
  readonly meaning: string
  /** Whether it comes from the environment alone, since command lines can be read by others. */
  readonly secret?: true
}

const MEBI = 1 << 20

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** All settings of the service, from which its help, its checks and its documentation are made. */
export const table: readonly Setting[] = [
  {
    name: 'host',
    flag: 'host',
    kind: 'text',
    fallback: () => '127.0.0.1',
    meaning: 'address to listen at; 0.0.0.0 for all',
  },
  {
    name: 'port',
    flag: 'port',
    kind: 'whole',
    least: 0,
    most: 65535,
    fallback: () => 8080,
    meaning: 'port; 0 for any that is free',
  },
  {
    name: 'workers',
    flag: 'workers',
    kind: 'whole',
    least: 1,
    most: 256,
    fallback: () => Math.max(1, availableParallelism() - 1),
    otherwise: 'cores less one',
    meaning: 'worker threads',
  },
  {
    name: 'bodyBytes',
    flag: 'max-body-bytes',
    kind: 'whole',
    least: 1,
    fallback: () => 8 * MEBI,
    meaning: 'bytes of a body (413)',
  },
  {
    name: 'items',
    flag: 'max-items',
    kind: 'whole',
    least: 1,
    fallback: () => 1000,
    meaning: 'articles of a batch (413)',
  },
  {
    name: 'lineBytes',
    flag: 'max-line-bytes',
    kind: 'whole',
    least: 1,
    fallback: () => MEBI,
    meaning: 'bytes of a line of a stream (413, for that line)',
  },
  {
    name: 'concurrentRequests',
    flag: 'max-concurrent-requests',
    kind: 'whole',
    least: 1,
    fallback: () => 1024,
    meaning: 'requests at the same time (429)',
  },
  {
    name: 'heldBytes',
    flag: 'max-held-bytes',
    kind: 'whole',
    least: 1,
    fallback: () => 256 * MEBI,
    meaning: 'bytes of all bodies that wait (429)',
  },
  {
    name: 'requestSeconds',
    flag: 'request-seconds',
    kind: 'seconds',
    fallback: () => 30,
    meaning: 'seconds for a body to arrive (408), and then for its answer to be ready (504)',
  },
  {
    name: 'idleSeconds',
    flag: 'idle-seconds',
    kind: 'seconds',
    fallback: () => 60,
    meaning: 'seconds that a stream may pause (408)',
  },
  {
    name: 'graceSeconds',
    flag: 'grace-seconds',
    kind: 'seconds',
    least: 0,
    fallback: () => 25,
    meaning: 'seconds to finish what runs when told to end',
  },
  {
    name: 'drainDelaySeconds',
    flag: 'drain-delay-seconds',
    kind: 'seconds',
    least: 0,
    fallback: () => 0,
    meaning: 'seconds to go on as before after /readyz says no, for balancers to notice',
  },
  {
    name: 'workerMegabytes',
    flag: 'worker-megabytes',
    kind: 'whole',
    least: 32,
    fallback: () => 1024,
    meaning: 'megabytes of objects that a thread may hold before it is ended (500 for what it was at)',
  },
  {
    name: 'logLevel',
    flag: 'log-level',
    kind: 'text',
    oneOf: LOG_LEVELS,
    fallback: () => 'info',
    meaning: LOG_LEVELS.join(', '),
  },
  {
    name: 'corsOrigins',
    flag: 'cors-origins',
    kind: 'list',
    fallback: () => [],
    otherwise: 'none',
    meaning: 'origins whose pages may call, separated by commas; * for all',
  },
  {
    name: 'keys',
    flag: 'keys',
    kind: 'list',
    fallback: () => [],
    otherwise: 'none asked for',
    meaning: 'bearer keys, separated by commas, of which a request to /v1 and /metrics must show one',
    secret: true,
  },
]

/** The name in the environment: TRICHLUC_MAX_BODY_BYTES. */
export const variableOf = ({ flag }: Setting) => `TRICHLUC_${flag.toUpperCase().replaceAll('-', '_')}`

/** A setting that is wrong; the message names it as it was given. */
export class SettingError extends TypeError {
  override readonly name = 'SettingError'
}

/**
 * Settings from strings: flags go before the environment, which goes before the defaults.
 * @throws SettingError
 */
export function settingsFrom(
  flags: Readonly<Record<string, string | undefined>>,
  environment: Readonly<Record<string, string | undefined>>,
): Partial<ServerSettings> {
  const given: Record<string, unknown> = {}
  for (const setting of table) {
    const flag = flags[setting.flag]
    const variable = environment[variableOf(setting)]
    if (flag !== undefined) given[setting.name] = parse(setting, flag, `--${setting.flag}`)
    // An empty variable is as good as none: compose files set such.
    else if (variable !== undefined && variable !== '')
      given[setting.name] = parse(setting, variable, variableOf(setting))
  }
  return given as Partial<ServerSettings>
}

/**
 * Settings with their defaults.
 * @throws SettingError
 */
export function complete(given: Partial<ServerSettings>): ServerSettings {
  const full: Record<string, unknown> = {}
  for (const setting of table) {
    const value = given[setting.name] ?? setting.fallback()
    check(setting, value, setting.name)
    full[setting.name] = value
  }
  return full as unknown as ServerSettings
}

function parse(setting: Setting, text: string, name: string): unknown {
  const value =
    setting.kind === 'list'
      ? text
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== '')
      : setting.kind === 'text'
        ? text
        : text.trim() === ''
          ? Number.NaN
          : Number(text)
  check(setting, value, name, text)
  return value
}

function check({ kind, least, most, oneOf, secret }: Setting, value: unknown, name: string, text?: string): void {
  const fail = (expected: string): never => {
    throw new SettingError(`${name}: expected ${expected}, got ${secret ? 'something else' : (text ?? String(value))}`)
  }
  if (
    kind === 'whole' &&
    !(Number.isSafeInteger(value) && (value as number) >= (least ?? 0) && (value as number) <= (most ?? Infinity))
  )
    fail(`a whole number from ${least ?? 0}${most === undefined ? '' : ` to ${most}`}`)
  // Longer timers than this the engine lets go off at once.
  if (kind === 'seconds' && !(typeof value === 'number' && (value > 0 || value === least) && value <= 2_000_000))
    fail(least === 0 ? 'a number of seconds' : 'a number of seconds above 0')
  if (kind === 'text' && (typeof value !== 'string' || value === '')) fail('a text')
  if (oneOf && !oneOf.includes(value as string)) fail(`one of ${oneOf.join(', ')}`)
  if (kind === 'list' && !(Array.isArray(value) && value.every((part) => typeof part === 'string' && part !== '')))
    fail('a list of texts')
}

/** A setting as it stands in tables for people. */
export const defaultOf = ({ otherwise, fallback }: Setting): string => otherwise ?? String(fallback())
