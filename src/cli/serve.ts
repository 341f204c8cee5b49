/** `trichluc serve`: flags and environment become settings. The server itself is loaded when it is wanted. */
import { readFileSync } from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import type * as Server from '../server/index.ts'

/** A flag as the help shows it. The table of settings says the same; a test compares them, for loading it would slow down every command. */
export const SERVE_FLAGS: readonly (readonly [flag: string, value: string, help: string])[] = [
  ['host', 'address', 'address to listen at; 0.0.0.0 for all (127.0.0.1)'],
  ['port', 'number', 'port; 0 for any that is free (8080)'],
  ['workers', 'number', 'worker threads (cores less one)'],
  ['max-body-bytes', 'number', 'bytes of a body (8388608)'],
  ['max-items', 'number', 'articles of a batch (1000)'],
  ['max-line-bytes', 'number', 'bytes of a line of a stream (1048576)'],
  ['max-concurrent-requests', 'number', 'requests at the same time (1024)'],
  ['max-held-bytes', 'number', 'bytes of all bodies that wait (268435456)'],
  ['request-seconds', 'number', 'seconds for a body to arrive, and then for its answer (30)'],
  ['idle-seconds', 'number', 'seconds that a stream may pause (60)'],
  ['grace-seconds', 'number', 'seconds to finish what runs when told to end (25)'],
  ['drain-delay-seconds', 'number', 'seconds to go on as before after /readyz says no (0)'],
  ['worker-megabytes', 'number', 'megabytes of objects that a thread may hold (1024)'],
  ['log-level', 'level', 'fatal, error, warn, info, debug, trace or silent (info)'],
  ['cors-origins', 'list', 'origins whose pages may call, separated by commas (none)'],
]

export function addServe(program: Command): void {
  const command = program
    .command('serve')
    .description('the HTTP service; each flag may come as TRICHLUC_… from the environment as well')
  for (const [flag, value, help] of SERVE_FLAGS) command.option(`--${flag} <${value}>`, help)
  command
    .option(
      '--keys-file <file>',
      'file with bearer keys, one a line, of which requests must show one (TRICHLUC_KEYS_FILE)',
    )
    .addHelpText('after', '\nThe keys themselves may come as TRICHLUC_KEYS, separated by commas.')
    .action(async (options: Readonly<Record<string, string>>) => {
      const server: typeof Server = await import('../server/index.ts')
      const flags = Object.fromEntries(
        SERVE_FLAGS.map(([flag]) => [flag, options[flag.replace(/-(.)/g, (_, letter) => letter.toUpperCase())]]),
      )
      const file = options['keysFile'] ?? process.env['TRICHLUC_KEYS_FILE']
      try {
        const settings = server.settingsFrom(flags, process.env)
        const keys = [...(settings.keys ?? []), ...(file ? keysIn(file) : [])]
        await server.serve({ ...settings, keys, signals: true })
      } catch (error) {
        if (error instanceof server.SettingError) throw new InvalidArgumentError(error.message)
        throw error
      }
    })
}

function keysIn(file: string): string[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new InvalidArgumentError(`--keys-file: ${file}: ${(error as Error).message}`)
  }
  const keys = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  // A file without keys must not open the service to everybody.
  if (keys.length === 0) throw new InvalidArgumentError(`--keys-file: ${file}: there is no key in it`)
  return keys
}
