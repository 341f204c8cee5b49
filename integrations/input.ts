/** `node --import tsx --import ./scripts/tsv.mjs integrations/input.ts FILE COUNT` writes so many documents. */
import { writeDocuments } from './material.ts'

const [file, count] = process.argv.slice(2)
if (!file || !count) throw new Error('usage: input.ts FILE COUNT')
writeDocuments(file, Number(count))
