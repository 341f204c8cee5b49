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
  readonly extractRequest: ExtractRequest
  readonly batchRequest: BatchRequest
  readonly streamLine: StreamLine
  readonly normalizeRequest: NormalizeRequest
  readonly extractAnswer: ExtractAnswer
  readonly batchAnswer: BatchAnswer
  readonly streamAnswer: StreamAnswer
  readonly normalizeAnswer: NormalizeAnswer
  readonly types: TypesAnswer
  readonly limits: LimitsAnswer
  readonly state: StateAnswer
  readonly version: VersionAnswer
  readonly problem: ProblemAnswer
}
