/**
 * `npm run mutation`, or of a part `npm run mutation -- --mutate 'src/text/**'`; with `--incremental` only what has changed since the last
 * such run. Reports are written to coverage/mutation. No mutator and no code is left out: what survives is a missing test, a condition
 * that does nothing, or one that only saves time.
 */
export default {
  mutate: ['src/{text,resolve,facts}/**/*.ts', '!src/**/*.d.ts'],
  testRunner: 'in-process',
  plugins: ['./test/mutation/runner.mjs'],
  // One bundle loads in a tenth of the time of the single files. The tests take `vitest` from a file of ours.
  // Annotations are ignored because package.json says that no module has side effects, and the tests are nothing else.
  buildCommand: [
    'esbuild test/mutation/entry.ts --bundle --platform=node --format=esm --loader:.tsv=text --ignore-annotations',
    '--alias:vitest=./test/mutation/vitest.ts --outfile=test/mutation/bundle.mjs',
  ].join(' '),
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 1000,
  timeoutFactor: 3,
  // Nothing checks types here.
  disableTypeChecks: false,
  ignorePatterns: ['dist', 'coverage'],
  tempDirName: 'coverage/mutation/sandbox',
  incrementalFile: 'coverage/mutation/incremental.json',
  reporters: ['clear-text', 'progress', 'json', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'coverage/mutation/report.json' },
  htmlReporter: { fileName: 'coverage/mutation/report.html' },
  // 85 is the aim; the floor under which the command fails goes up with the score.
  thresholds: { high: 90, low: 85, break: 68 },
}
