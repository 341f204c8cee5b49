/** What the Dockerfile and the compose file say of other files, which change without them. No engine runs here: they are not built. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { root } from '../helpers/paths.ts'
import { settings, variableOf } from '../helpers/service.ts'

const read = (name: string) => readFileSync(root + name, 'utf8')
const { peerDependencies, devDependencies } = JSON.parse(read('package.json'))
const dockerfile = read('Dockerfile')

it('the image has what the service is built on, in the versions that are tested', () => {
  const installed = [...dockerfile.matchAll(/((?:@fastify\/)?[a-z-]+)@(\d+\.\d+\.\d+)/g)].map(([, name, version]) => [
    name,
    version,
  ])
  const service = Object.keys(peerDependencies).filter((name) => /fastify|prom-client/.test(name))
  expect(Object.fromEntries(installed)).toEqual(
    Object.fromEntries(service.map((name) => [name, devDependencies[name]])),
  )
})

it('both set what can be set', () => {
  const known = [...settings.map(variableOf), 'TRICHLUC_KEYS_FILE']
  const named = [dockerfile, read('compose.yaml')].flatMap((text) =>
    [...text.matchAll(/\b(TRICHLUC_[A-Z_]+)\s*[:=]/g)].map(([, name]) => name),
  )
  expect(named.length).toBeGreaterThan(4)
  for (const name of named) expect(known).toContain(name)
})
