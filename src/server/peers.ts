/** Packages that only the service needs: whoever wants it installs them beside trichluc. */

/** A package is missing; the message says what to install. */
export class MissingPeer extends Error {
  override readonly name = 'MissingPeer'
}

async function load<T>(name: string, module: () => Promise<T>): Promise<T> {
  try {
    return await module()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if ((code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') && message.includes(`'${name}'`))
      throw new MissingPeer(
        `the service needs the package ${name}; install what it is built on: npm install fastify@5 @fastify/swagger@9 @fastify/cors@11 prom-client@15`,
      )
    throw error
  }
}

export const loadFastify = () => load('fastify', () => import('fastify'))
export const loadSwagger = () => load('@fastify/swagger', () => import('@fastify/swagger'))
export const loadCors = () => load('@fastify/cors', () => import('@fastify/cors'))
export const loadMetrics = () => load('prom-client', () => import('prom-client'))
