import { readFileSync } from 'node:fs'
import { extract } from '../index.ts'

// Placeholder of the filter, replaced by the real command line.
const input = readFileSync(0, 'utf8')
for (const line of input.split('\n')) {
  if (!line) continue
  const { id, text, publishedAt } = JSON.parse(line)
  process.stdout.write(
    `${JSON.stringify({ id, ...extract(text, publishedAt ? { referenceDate: publishedAt } : {}) })}\n`,
  )
}
