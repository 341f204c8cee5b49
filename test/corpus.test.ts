/** The annotated corpora beside the project, where they are: accuracy, offsets, Unicode forms. */
import { describe, expect, it } from 'vitest'
import { predict, readCorpus } from '../src/eval/corpus.ts'
import { score } from '../src/eval/score.ts'
import { extract, type OffsetUnit } from '../src/index.ts'
import { type Floors, floors } from './floors.ts'
import { comparable } from './helpers/comparable.ts'
import { belowFloors } from './helpers/floors.ts'
import { articles, shared } from './helpers/paths.ts'

const corpora: readonly (readonly [string, string | undefined, Floors | undefined])[] = [
  ['our own articles', articles, undefined],
  ['party and state portals', shared('corpus/seeds'), floors.seeds],
  ['newspapers', shared('corpus/news'), floors.news],
]

describe.each(corpora)('%s', (_name, folder, least) => {
  describe.skipIf(!folder)('', () => {
    const corpus = folder ? readCorpus(folder) : []
    const optionsOf = (reference: string | null) => ({ referenceDate: reference ?? undefined })

    it.skipIf(!least)('reach their floors', () => {
      expect(belowFloors(score(corpus.map(predict)), least as Floors)).toEqual([])
    })

    it.each(['utf16', 'codepoint', 'utf8'] as const)(
      'have every fact where its offsets say, in %s units',
      (offsets: OffsetUnit) => {
        for (const { name, text, reference } of corpus) {
          const points = offsets === 'codepoint' ? [...text] : []
          const bytes = Buffer.from(text)
          const slice = {
            utf16: (start: number, end: number) => text.slice(start, end),
            codepoint: (start: number, end: number) => points.slice(start, end).join(''),
            utf8: (start: number, end: number) => bytes.subarray(start, end).toString(),
          }[offsets]
          for (const { start, end, text: evidence } of extract(text, { ...optionsOf(reference), offsets }).facts)
            expect(slice(start, end), name).toBe(evidence)
        }
      },
    )

    it('give the same facts in NFC and NFD', () => {
      for (const { name, text, reference } of corpus) {
        const [nfc, nfd] = (['NFC', 'NFD'] as const).map((form) =>
          comparable(extract(text.normalize(form), optionsOf(reference)).facts),
        )
        expect(nfd, name).toEqual(nfc)
      }
    })
  })
})
