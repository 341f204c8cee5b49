/** The public door: explicit exports and nothing else. */
export { type ExplainedArticle, type ExplainedFact, type Explanation, explain, explainAll } from './explain.ts'
export { extract, extractAll } from './extract.ts'
export { factTypes } from './facts/index.ts'
export type { OwnContext, OwnFact, OwnKind, OwnMention, OwnRejection } from './facts/own.ts'
export type {
  Approx,
  AttendanceFact,
  BridgePointsFact,
  DateFact,
  DeadlineFact,
  DocumentFact,
  Fact,
  FactBase,
  FactType,
  Inference,
  Mention,
  OfficialFact,
  Rejection,
  Span,
  TopicFact,
} from './facts/types.ts'
export { normalize } from './normalize/index.ts'
export { type ExtractOptions, type OffsetUnit, OptionError } from './options.ts'
export { type Diagnostic, type Extraction, type ExtractionWith, schemaVersion } from './output/extraction.ts'
export type { Article } from './pipeline.ts'
export type { OwnTerm, TermUse } from './scan/own-terms.ts'
export type { ComposeNfc, OffsetMap, SourceText } from './text/source.ts'
