/**
 * `npm run fuzz:api [-- --seconds 60 --seed 7]`: schemathesis asks the running service whatever its OpenAPI document allows and forbids, and checks
 * every answer against the document: no 5xx, no status, type or body that is not described, nothing wrong accepted, nothing right refused. It is
 * installed by itself where it is not.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { builtPackage } from '../bench/built.ts'
import { startService } from '../bench/service.ts'

const VERSION = '4.32.5'
const root = fileURLToPath(new URL('..', import.meta.url))
const venv = join(root, 'node_modules/.cache/schemathesis')

/** The command, or undefined where there is no Python that could run it. */
function installed(): string | undefined {
  const command = join(venv, 'bin/schemathesis')
  if (existsSync(command)) return command
  mkdirSync(venv, { recursive: true })
  const steps: [string, string[]][] = [
    ['python3', ['-m', 'venv', venv]],
    [join(venv, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', `schemathesis==${VERSION}`]],
  ]
  for (const [program, args] of steps) {
    const { status, error } = spawnSync(program, args, { stdio: ['ignore', 2, 2] })
    if (status !== 0) {
      console.error(`${program} ${args.join(' ')}: ${error?.message ?? `exit status ${status}`}`)
      return undefined
    }
  }
  return command
}

async function run(): Promise<boolean> {
  const { values } = parseArgs({
    options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
  })
  const command = installed()
  if (!command) {
    console.log('fuzz:api: schemathesis cannot be installed here')
    return process.env['CI'] === undefined
  }
  // With its limits, but for the one on time: that is the machine's affair.
  const service = await startService(builtPackage(), ['--request-seconds', '120'])
  const { url } = service
  try {
    const args = [
      'run',
      `${url}/openapi.json`,
      '--max-time',
      values.seconds,
      '--seed',
      values.seed,
      '--no-color',
      '--continue-on-failure',
    ]
    const env = { ...process.env, SCHEMATHESIS_HOOKS: 'fuzz_api_stream', PYTHONPATH: join(root, 'scripts') }
    const fuzzer = spawn(command, args, { cwd: venv, stdio: 'inherit', env: { ...env, PYTHONDONTWRITEBYTECODE: '1' } })
    const status = await new Promise((resolve) => fuzzer.on('close', resolve))
    const text = await (await fetch(`${url}/metrics`)).text()
    const counts = [...text.matchAll(/^trichluc_http_requests_total\{.*status="(\d+)"\} (\d+)$/gm)]
    const requests = counts.reduce((sum, [, , count]) => sum + Number(count), 0)
    const broken = counts
      .filter(([, code]) => Number(code) >= 500 && code !== '503')
      .reduce((sum, [, , count]) => sum + Number(count), 0)
    const good = status === 0 && broken === 0 && requests > 500
    console.log(
      `fuzz:api: ${requests} requests, ${broken} answers with 5xx, ${good ? 'all as the document says' : 'FAILED'}`,
    )
    return good
  } finally {
    await service.end()
  }
}

if (!(await run())) process.exitCode = 1
