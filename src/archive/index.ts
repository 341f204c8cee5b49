/** The public door of `trichluc/archive` (Node): explicit exports and nothing else. */
export {
  Across,
  type AcrossDocument,
  type AcrossResult,
  type CopyOf,
  type FactKey,
  type Link,
} from '../across/index.ts'
export { type AcrossFilesOptions, type AcrossSummary, across } from './across/across.ts'
export { type Counts, type Format, formats } from './answer.ts'
export { type BatchSummary, batch } from './batch.ts'
export type { Fields } from './fields.ts'
export { type HtmlDiagnostic, type HtmlDocument, readHtml } from './html.ts'
export type { BatchOptions, Progress } from './options.ts'
export { type Form, forms } from './pieces.ts'
export { BatchError } from './problem.ts'
export { type ReportOptions, report } from './report/report.ts'
