import type { Fact } from '../../src/index.ts'

/** Facts without what depends on the article's Unicode form: offsets, and the form of the evidence. */
export const comparable = (facts: readonly Fact[]): unknown[] =>
  facts.map(({ start: _start, end: _end, text, ...fact }) => ({
    ...fact,
    text: text.normalize('NFC'),
    ...('mentions' in fact ? { mentions: fact.mentions.length } : {}),
  }))
