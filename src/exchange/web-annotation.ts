/** The W3C's Web Annotation Data Model (https://www.w3.org/TR/annotation-model/). Its text positions are code points. */
import type { Extraction } from '../index.ts'
import { type Annotation, CodePoints, FormatError, fieldsOf, type Source, utf16 } from './offsets.ts'

/**
 * An annotation of the W3C's model: the type as a tag, the fields as JSON, and the place as position (in code points) and as quote.
 */
export interface WebAnnotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld'
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: 'tagging'
  readonly body: readonly [
    { readonly type: 'TextualBody'; readonly purpose: 'tagging'; readonly value: string },
    {
      readonly type: 'TextualBody'
      readonly purpose: 'describing'
      readonly format: 'application/json'
      readonly value: string
    },
  ]
  readonly target: {
    readonly source: string
    readonly selector: readonly [
      { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number },
      { readonly type: 'TextQuoteSelector'; readonly exact: string; readonly prefix: string; readonly suffix: string },
    ]
  }
}

/** How much of the text around it a quote takes along, in code points. */
const AROUND = 32

/** An annotation for each fact. `id` is the article's address; the annotations' are `#fact-1` and so on behind it. */
export function toWebAnnotation({ id, text }: Source, extraction: Extraction): WebAnnotation[] {
  const points = new CodePoints(text)
  return utf16(extraction).map((fact, i) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${id}#fact-${i + 1}`,
    type: 'Annotation',
    motivation: 'tagging',
    body: [
      { type: 'TextualBody', purpose: 'tagging', value: fact.type },
      {
        type: 'TextualBody',
        purpose: 'describing',
        format: 'application/json',
        value: JSON.stringify(fieldsOf(fact)),
      },
    ],
    target: {
      source: id,
      selector: [
        { type: 'TextPositionSelector', start: points.fromUtf16(fact.start), end: points.fromUtf16(fact.end) },
        {
          type: 'TextQuoteSelector',
          exact: fact.text,
          // Twice as many units hold enough code points whatever they are.
          prefix: [...text.slice(Math.max(0, fact.start - 2 * AROUND), fact.start)].slice(-AROUND).join(''),
          suffix: [...text.slice(fact.end, fact.end + 2 * AROUND)].slice(0, AROUND).join(''),
        },
      ],
    },
  }))
}

/** Tagged spans of annotations on one text. */
export function fromWebAnnotation(text: string, annotations: readonly WebAnnotation[]): Annotation[] {
  const points = new CodePoints(text)
  return annotations.map(({ body, target }, i) => {
    const position = target?.selector?.find((selector) => selector.type === 'TextPositionSelector')
    if (position?.type !== 'TextPositionSelector')
      throw new FormatError(`[${i}].target.selector: expected a TextPositionSelector`)
    const tag = body.find(({ purpose }) => purpose === 'tagging')
    if (!tag) throw new FormatError(`[${i}].body: expected a TextualBody with the purpose "tagging"`)
    const described = body.find(({ purpose }) => purpose === 'describing')
    const span = points.toUtf16(position.start, position.end, `[${i}].target.selector`)
    return { type: tag.value, ...span, ...(described ? { fields: JSON.parse(described.value) } : {}) }
  })
}
