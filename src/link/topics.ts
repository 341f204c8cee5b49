/** Topics of one article whose titles are alike get one key. */
import type { Mention } from '../facts/types.ts'
import { titleSimilarity } from '../resolve/similarity.ts'
import { foldKey } from '../text/vietnamese.ts'

/** From this similarity on, two titles are of one subject: "… giai đoạn mới" and "… trong giai đoạn mới". */
const ALIKE = 0.8
/** The most different subjects that are compared in an article, so that the time stays linear. */
const MOST_SUBJECTS = 40

/** Fills the keys of topics; other mentions stay as they are. */
export function linkTopics(mentions: readonly Mention[]): readonly Mention[] {
  const exact = new Map<string, string>()
  const subjects: string[] = []
  return mentions.map((mention) => {
    if (mention.type !== 'topic') return mention
    const folded = foldKey(mention.title)
    let key = exact.get(folded)
    if (key === undefined) {
      key = subjects.find(
        (subject) => mayBeAlike(subject, mention.title) && titleSimilarity(subject, mention.title) >= ALIKE,
      )
      if (key === undefined) {
        key = mention.title
        if (subjects.length < MOST_SUBJECTS) subjects.push(key)
      }
      exact.set(folded, key)
    }
    return { ...mention, key }
  })
}

/** Titles of very different lengths are not alike; saves most comparisons. */
const mayBeAlike = (a: string, b: string) => Math.min(a.length, b.length) * 1.6 >= Math.max(a.length, b.length)
