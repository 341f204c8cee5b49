/** All that goes over the network, by name: what the schemas are generated from. */
import type {
  BatchAnswer,
  ExtractAnswer,
  LimitsAnswer,
  NormalizeAnswer,
  ProblemAnswer,
  StateAnswer,
  StreamAnswer,
  TypesAnswer,
  VersionAnswer,
} from './answers.ts'
import type { BatchRequest, ExtractRequest, NormalizeRequest, StreamLine } from './requests.ts'

export interface ServiceTypes {
  readonly ExtractRequest: ExtractRequest
  readonly BatchRequest: BatchRequest
  readonly StreamLine: StreamLine
  readonly NormalizeRequest: NormalizeRequest
  readonly ExtractAnswer: ExtractAnswer
  readonly BatchAnswer: BatchAnswer
  readonly StreamAnswer: StreamAnswer
  readonly NormalizeAnswer: NormalizeAnswer
  readonly TypesAnswer: TypesAnswer
  readonly LimitsAnswer: LimitsAnswer
  readonly StateAnswer: StateAnswer
  readonly VersionAnswer: VersionAnswer
  readonly ProblemAnswer: ProblemAnswer
}
