/** Tasks of Label Studio with our facts as a prediction. Its offsets are code points (since 1.4), for a `Text` named "text" and `Labels` named "label". */
import type { Extraction } from '../index.ts'
import { type Annotation, CodePoints, FormatError, fieldsOf, type Source, utf16 } from './offsets.ts'

/** A task to be imported into Label Studio, with our facts as a prediction. */
export interface LabelStudioTask {
  readonly data: { readonly text: string; readonly id: string }
  readonly predictions: readonly {
    readonly model_version: string
    readonly result: readonly LabelStudioRegion[]
  }[]
}

/** A labelled span. Offsets are Unicode code points. */
export interface LabelStudioRegion {
  readonly id: string
  readonly from_name: string
  readonly to_name: string
  readonly type: 'labels'
  readonly score?: number
  readonly value: {
    readonly start: number
    readonly end: number
    readonly text: string
    readonly labels: readonly string[]
  }
  /** The fact's fields as JSON: shown beside the region, and brought back by `fromLabelStudio`. */
  readonly meta?: { readonly text: readonly string[] }
}

/** What Label Studio exports; of its many fields those that are read. */
export interface LabelStudioExport {
  readonly data: { readonly text: string }
  readonly annotations?: readonly { readonly result: readonly unknown[]; readonly was_cancelled?: boolean }[]
  readonly predictions?: readonly { readonly result: readonly unknown[] }[]
}

/** A labelling interface with a label for each type, to be pasted into a project's settings. */
export const labelStudioConfig = (types: readonly string[]): string =>
  `<View>
  <Labels name="label" toName="text">
${types.map((type) => `    <Label value="${type}"/>\n`).join('')}  </Labels>
  <Text name="text" value="$text"/>
</View>
`

/**
 * A task for an article with its facts.
 * @param extraction In any unit of offsets.
 */
export function toLabelStudio({ id, text }: Source, extraction: Extraction): LabelStudioTask {
  const points = new CodePoints(text)
  const result = utf16(extraction).map(
    (fact, i): LabelStudioRegion => ({
      id: `fact-${i + 1}`,
      from_name: 'label',
      to_name: 'text',
      type: 'labels',
      score: fact.confidence,
      value: {
        start: points.fromUtf16(fact.start),
        end: points.fromUtf16(fact.end),
        text: fact.text,
        labels: [fact.type],
      },
      meta: { text: [JSON.stringify(fieldsOf(fact))] },
    }),
  )
  return {
    data: { text, id },
    predictions: [{ model_version: `trichluc schema ${extraction.schemaVersion}`, result }],
  }
}

/** The labels of a task: of the last annotation that was not cancelled, else of the prediction. */
export function fromLabelStudio(task: LabelStudioExport): Annotation[] {
  const text = task?.data?.text
  if (typeof text !== 'string') throw new FormatError('data.text: expected a string')
  const points = new CodePoints(text)
  const from = task.annotations?.filter((one) => !one.was_cancelled).at(-1) ?? task.predictions?.at(-1)
  return (from?.result ?? []).flatMap((region, i) => {
    const { type, value, meta } = region as Partial<LabelStudioRegion>
    if (type !== 'labels') return []
    const where = `result[${i}].value`
    const label = value?.labels?.[0]
    if (typeof label !== 'string') throw new FormatError(`${where}.labels: expected a label`)
    const span = points.toUtf16(value?.start, value?.end, where)
    try {
      return [{ type: label, ...span, ...(meta ? { fields: JSON.parse(meta.text[0] as string) } : {}) }]
    } catch {
      return [{ type: label, ...span }]
    }
  })
}
