/** The end of a server that loses nothing. */
import type { FastifyInstance } from 'fastify'
import type { Service } from './context.ts'

const wait = (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, seconds * 1000))

export async function drain(app: FastifyInstance, desk: Service): Promise<boolean> {
  const { drainDelaySeconds, graceSeconds } = desk.settings
  desk.leaving = true
  await wait(drainDelaySeconds)
  desk.draining = true
  const until = performance.now() + graceSeconds * 1000
  // Streams could go on for ever: towards the end of the time they are told where to go on elsewhere.
  const cut = setTimeout(() => desk.cut.abort(), graceSeconds * 800)
  while (desk.inFlight > 0 && performance.now() < until) await wait(0.02)
  clearTimeout(cut)
  const finished = desk.inFlight === 0
  if (!finished) {
    await desk.pool.destroy()
    app.server.closeAllConnections()
  }
  await app.close()
  return finished
}

/**
 * Closes what is left when all requests are answered. The engine itself would wait for connections that were opened and never used, and for
 * those whose headers do not end.
 * @returns To be called when all is closed.
 */
export function closeConnections(app: FastifyInstance, desk: Service): () => void {
  const timer = setInterval(() => {
    if (!app.server.listening && desk.open === 0) app.server.closeAllConnections()
  }, 50)
  return () => clearInterval(timer)
}
