/** brat's standoff format (http://brat.nlplab.org/standoff.html): offsets are code points, a fact's fields stand in a note. */
import type { Extraction } from '../index.ts'
import { type Annotation, CodePoints, FormatError, fieldsOf, type Source, utf16 } from './offsets.ts'

/** The `.ann` file of an article; its `.txt` file is the text as it is. */
export function toBrat({ text }: Source, extraction: Extraction): string {
  const points = new CodePoints(text)
  return utf16(extraction)
    .map((fact, i) => {
      const span = `${points.fromUtf16(fact.start)} ${points.fromUtf16(fact.end)}`
      const fields = JSON.stringify(fieldsOf(fact))
      // A tab or line end would end the line's part.
      return `T${i + 1}\t${fact.type} ${span}\t${fact.text.replace(/[\t\r\n]/g, ' ')}\n#${i + 1}\tAnnotatorNotes T${i + 1}\t${fields}\n`
    })
    .join('')
}

/** Text-bound annotations of an `.ann` file. Other lines (events, relations) are passed over; notes of ours come back as fields. */
export function fromBrat(text: string, ann: string): Annotation[] {
  const points = new CodePoints(text)
  const found = new Map<string, Annotation>()
  ann.split('\n').forEach((line, i) => {
    const where = `line ${i + 1}`
    const [id = '', head = '', rest = ''] = line.split('\t')
    if (/^T\d/.test(id)) {
      const match = /^(\S+) (\d+) (\d+)$/.exec(head)
      if (!match) throw new FormatError(`${where}: expected a type and two offsets, got "${head}"`)
      found.set(id, { type: match[1] as string, ...points.toUtf16(Number(match[2]), Number(match[3]), where) })
    } else if (id.startsWith('#')) {
      const target = /^AnnotatorNotes (T\d+)$/.exec(head)?.[1]
      const annotation = target === undefined ? undefined : found.get(target)
      const fields = annotation && jsonObject(rest)
      if (annotation && target && fields) found.set(target, { ...annotation, fields })
    }
  })
  return [...found.values()]
}

/** A note that a person wrote is no JSON, and none of our business. */
function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
