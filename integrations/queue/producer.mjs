// Puts the articles of a file of JSON Lines into the queue: node producer.mjs PORT FILE [BATCH]
import { createReadStream } from 'node:fs'
import { openProducer } from 'trichluc/queue'

const [port, file, batch = '100'] = process.argv.slice(2)

async function* articles() {
  let rest = ''
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()
    for (const line of lines) yield JSON.parse(line)
  }
}

const producer = await openProducer({ connection: { host: '127.0.0.1', port: Number(port) }, batch: Number(batch) })
console.log(JSON.stringify(await producer.add(articles())))
await producer.close()
