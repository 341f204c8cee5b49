/** Pages of archives: see src/html. */
export { type HtmlDiagnostic, type HtmlDocument, readHtml } from '../html/index.ts'
