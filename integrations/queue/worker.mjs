// Works off the queue until SIGTERM: node worker.mjs PORT [THREADS]. The sink is a hash in Redis, a field a document: writing one again changes nothing.
import { Redis } from 'ioredis'
import { startWorker } from 'trichluc/queue'

const [port, threads = '1'] = process.argv.slice(2)
const connection = { host: '127.0.0.1', port: Number(port) }

const store = new Redis({ ...connection, db: 1 })
store.on('error', () => {}) // It reconnects by itself.

const worker = await startWorker({
  connection,
  threads: Number(threads),
  lock: 5, // Seconds; short, so that the jobs of a worker that was killed come again soon.
  async sink(answers) {
    const added = await store.hset('facts', ...answers.flatMap(({ key, line }) => [key, line]))
    if (added < answers.length) await store.incrby('again', answers.length - added)
  },
  onError: () => {}, // Redis is restarted under its feet: the connection is made again.
})
console.log('ready')

process.on('SIGTERM', async () => {
  await worker.close()
  await store.quit()
  console.log('closed')
})
