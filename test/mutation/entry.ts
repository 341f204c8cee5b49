/** What the runner loads: the tests of the suite. */
import './suite.ts'

export { tests } from './vitest.ts'
