/** Facts in the formats of others, and annotations back from them. No network, nothing of Node. */
export { fromBrat, toBrat } from './brat.ts'
export { type DoccanoLine, fromDoccano, toDoccano } from './doccano.ts'
export {
  type JsonLd,
  type JsonLdEvent,
  type JsonLdLegislation,
  type JsonLdMention,
  type JsonLdPerson,
  toJsonLd,
} from './json-ld.ts'
export {
  fromLabelStudio,
  type LabelStudioExport,
  type LabelStudioRegion,
  type LabelStudioTask,
  labelStudioConfig,
  toLabelStudio,
} from './label-studio.ts'
export { type Annotation, FormatError, type Source } from './offsets.ts'
export { fromWebAnnotation, toWebAnnotation, type WebAnnotation } from './web-annotation.ts'
