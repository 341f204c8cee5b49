import { describe, expect, it } from 'vitest'
import {
  type Annotation,
  FormatError,
  fromBrat,
  fromDoccano,
  fromLabelStudio,
  fromWebAnnotation,
  labelStudioConfig,
  toBrat,
  toDoccano,
  toJsonLd,
  toLabelStudio,
  toWebAnnotation,
} from '../../src/exchange/index.ts'
import { extract, factTypes } from '../../src/index.ts'

const PLAIN = `😀 Sáng 4/12/2023, đồng chí Trần Thị Bích Hòa, Phó Bí thư Tỉnh ủy, quán triệt Nghị quyết số 45-NQ/TW ngày 24/11/2023 của Bộ Chính trị.
Ông Lê Văn Mười, Trưởng Ban Tuyên giáo, trình bày chuyên đề "Xây dựng văn hóa đọc 📚 ở cơ sở" tại 64 điểm cầu.
Các đảng bộ trực thuộc gửi báo cáo trước ngày 15/12/2023.`

const texts: readonly (readonly [string, string])[] = [
  ['emoji', PLAIN],
  ['CRLF', PLAIN.replaceAll('\n', '\r\n')],
  ['NFD', PLAIN.normalize('NFD')],
  ['no-break spaces and entities', PLAIN.replaceAll(' ', '\u00a0').replace('"Xây', '&quot;Xây')],
  ['half a surrogate pair', `\ud83d ${PLAIN}`],
]

const spans = (annotations: readonly Annotation[]) => annotations.map(({ type, start, end }) => ({ type, start, end }))

describe.each(texts)('on a text with %s', (_, text) => {
  const source = { id: 'https://bao.example/1', text }
  const extraction = extract(text)
  const expected = spans(extraction.facts)
  /** What Python, or another program that counts code points, cuts out. */
  const cut = (start: number, end: number) => [...text].slice(start, end).join('')

  it('has facts that others’ offsets would miss', () => {
    expect(expected.length).toBeGreaterThanOrEqual(8)
  })

  it('brat', () => {
    const ann = toBrat(source, extraction)
    const lines = ann.split('\n').filter((line) => line.startsWith('T'))
    lines.forEach((line, i) => {
      const [, start, end] = (line.split('\t')[1] as string).split(' ')
      expect(cut(Number(start), Number(end))).toBe(extraction.facts[i]?.text)
    })
    const back = fromBrat(text, ann)
    expect(spans(back)).toEqual(expected)
    expect(back.find(({ type }) => type === 'document')?.fields).toMatchObject({ code: '45-NQ/TW' })
  })

  it('Label Studio', () => {
    const task = JSON.parse(JSON.stringify(toLabelStudio(source, extraction)))
    for (const { value } of task.predictions[0].result) expect(cut(value.start, value.end)).toBe(value.text)
    expect(spans(fromLabelStudio(task))).toEqual(expected)
    // What a person has corrected goes before what was predicted.
    const corrected = { ...task, annotations: [{ result: task.predictions[0].result.slice(0, 2) }] }
    expect(spans(fromLabelStudio(corrected))).toEqual(expected.slice(0, 2))
  })

  it('doccano', () => {
    const line = JSON.parse(JSON.stringify(toDoccano(source, extraction)))
    for (const [i, [start, end]] of line.label.entries())
      expect(line.text.slice(start, end)).toBe(extraction.facts[i]?.text)
    expect(spans(fromDoccano(line))).toEqual(expected)
  })

  it('Web Annotation', () => {
    const annotations = JSON.parse(JSON.stringify(toWebAnnotation(source, extraction))) as ReturnType<
      typeof toWebAnnotation
    >
    for (const { target } of annotations) {
      const [{ start, end }, { exact, prefix, suffix }] = target.selector
      expect(cut(start, end)).toBe(exact)
      expect(text).toContain(prefix + exact + suffix)
    }
    expect(spans(fromWebAnnotation(text, annotations))).toEqual(expected)
  })

  it('JSON-LD', () => {
    const page = JSON.parse(JSON.stringify(toJsonLd(source, extraction, '2023-12-05')))
    expect(page).toMatchObject({ '@type': 'NewsArticle', '@id': source.id, datePublished: '2023-12-05' })
    const of = (type: string) => page.mentions.filter((mention: { '@type': string }) => mention['@type'] === type)
    expect(of('Legislation')).toEqual([
      {
        '@type': 'Legislation',
        name: 'Nghị quyết 45-NQ/TW',
        legislationType: 'Nghị quyết',
        legislationIdentifier: '45-NQ/TW',
        legislationDate: '2023-11-24',
        legislationPassedBy: { '@type': 'Organization', name: 'Bộ Chính trị' },
      },
    ])
    expect(of('Person').map(({ name, jobTitle }: { name: string; jobTitle: string[] }) => [name, jobTitle])).toEqual([
      ['Trần Thị Bích Hòa', ['Phó Bí thư Tỉnh ủy']],
      ['Lê Văn Mười', ['Trưởng Ban Tuyên giáo']],
    ])
    expect(of('Event')).toEqual([
      expect.objectContaining({ performer: { '@type': 'Person', name: 'Lê Văn Mười' } }),
      expect.objectContaining({ name: 'gửi báo cáo', endDate: '2023-12-15' }),
    ])
  })
})

describe('what is not of the format', () => {
  it.each<[string, () => unknown]>([
    ['line 1: expected a type and two offsets, got "date 1;3 4"', () => fromBrat('abc', 'T1\tdate 1;3 4\tx')],
    ['line 2: expected offsets from 0 to 3, got 0 and 4', () => fromBrat('abc', '\nT1\tdate 0 4\tx')],
    ['label[0]: the text has no span 2 to 9', () => fromDoccano({ text: 'abc', label: [[2, 9, 'date']] })],
    ['label[0]: expected [start, end, type]', () => fromDoccano({ text: 'abc', label: [7] as never })],
    [
      'result[0].value: the span 2 to 2 is empty',
      () =>
        fromLabelStudio({
          data: { text: 'abc' },
          annotations: [{ result: [{ type: 'labels', value: { start: 2, end: 2, labels: ['date'] } }] }],
        }),
    ],
    ['data.text: expected a string', () => fromLabelStudio({} as never)],
    ['[0].target.selector: expected a TextPositionSelector', () => fromWebAnnotation('abc', [{ body: [] } as never])],
  ])('%s', (message, read) => {
    expect(read).toThrow(FormatError)
    expect(read).toThrow(message)
  })

  it('offsets of another unit', () => {
    const bytes = extract(PLAIN, { offsets: 'utf8' })
    for (const to of [toBrat, toDoccano, toLabelStudio, toWebAnnotation])
      expect(() => to({ id: 'a', text: PLAIN }, bytes)).toThrow(
        'expected an extraction with offsets in utf16, got one in utf8',
      )
  })

  it('a note that a person wrote is passed over', () => {
    expect(fromBrat('abc', 'T1\tdate 0 2\tab\n#1\tAnnotatorNotes T1\tsai?')).toEqual([
      { type: 'date', start: 0, end: 2 },
    ])
  })
})

it('the labelling interface has a label for each type', () => {
  const config = labelStudioConfig(factTypes)
  for (const type of factTypes) expect(config).toContain(`<Label value="${type}"/>`)
})
