/** Writes fixtures/known-failures.json anew from the mistakes that are made now; reasons that are known stay. `npm run ledger` */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { predict, readCorpus } from '../src/eval/corpus.ts'
import { identify, readLedger } from '../src/eval/ledger.ts'
import { score } from '../src/eval/score.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const file = `${root}fixtures/known-failures.json`
const reasons = new Map(readLedger(readFileSync(file, 'utf8')).map(({ mistake, why }) => [mistake, why]))
const { mistakes } = score(readCorpus(`${root}fixtures/articles`).map(predict))
const ledger = mistakes.map(identify).map((mistake) => ({ mistake, why: reasons.get(mistake) ?? '' }))
writeFileSync(file, `${JSON.stringify(ledger, null, 2)}\n`)
console.log(`${ledger.length} known failures, ${ledger.filter(({ why }) => why === '').length} without a reason`)
