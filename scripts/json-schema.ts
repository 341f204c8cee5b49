/** The JSON Schema of an extraction, from the types themselves: their comments are its descriptions. */
import { fileURLToPath } from 'node:url'
import { createGenerator } from 'ts-json-schema-generator'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

export function extractionSchema(): string {
  const generator = createGenerator({
    path: path('../src/output/extraction.ts'),
    tsconfig: path('../tsconfig.json'),
    type: 'Extraction',
    topRef: false,
    // tsc has checked the types already, with the compiler that the project uses.
    skipTypeCheck: true,
    // New fields may come without a new version, so readers must let them pass.
    additionalProperties: true,
  })
  return `${JSON.stringify({ title: 'Extraction', ...generator.createSchema('Extraction') }, null, 2)}\n`
}
