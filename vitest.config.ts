import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [
    {
      // The same as the bundler's text loader: a lexicon is imported as one string.
      name: 'tsv-as-text',
      transform(code, id) {
        return id.endsWith('.tsv') ? `export default ${JSON.stringify(code)}` : undefined
      },
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/helpers/bundle.ts'],
    // Many tests wait for other processes.
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // For browsers on busy machines.
    expect: { poll: { timeout: 20_000 } },
  },
})
