/** Whether a sentence looks back or forward. */
import type { Mention } from '../facts/types.ts'
import { lazy } from '../lazy.ts'
import type { Context } from '../parse/context.ts'
import { lexicons } from '../scan/load.ts'
import { Token } from '../scan/scanner.ts'

export type Direction = 'past' | 'future' | 'open'

const around = lazy(() => lexicons().bit('calendar-context'))

/** How far the cues of a sentence are looked for, in tokens. */
const BEFORE = 24
const BEHIND = 6

/** Whether the sentence of a date looks back or forward. */
export function directionOf(mention: Mention<'date'>, { tokens, starts, lexicons: lex, text }: Context): Direction {
  const words = text.slice(mention.start, mention.end)
  if (/(?:vừa|qua$|vừa rồi)/.test(words) || /^hôm /i.test(words)) return 'past'
  if (/ (?:tới|sắp tới)$/.test(words)) return 'future'
  let direction: Direction = 'open'
  const mask = around()
  const look = (i: number): Direction | undefined => {
    if (!((starts[i] as number) & mask)) return undefined
    const entries = lex.longest(tokens, i, mask)?.entries ?? []
    if (entries.some((e) => e.class === 'Future')) return 'future'
    return entries.some((e) => e.class === 'Past') ? 'past' : undefined
  }
  for (let i = mention.first - 1; i >= Math.max(0, mention.first - BEFORE); i--) {
    if (endsSentence(tokens.kind[i] as number, text, tokens.start[i] as number)) break
    if (i === mention.first - 1 && /^trước$/i.test(text.slice(tokens.start[i], tokens.end[i]))) direction = 'future'
    // The nearest cue counts.
    const found = look(i)
    if (found) return found
  }
  for (let i = mention.last; i < Math.min(tokens.length, mention.last + BEHIND); i++) {
    if (endsSentence(tokens.kind[i] as number, text, tokens.start[i] as number)) break
    const found = look(i)
    if (found) return found
  }
  return direction
}

const endsSentence = (kind: number, text: string, start: number) =>
  kind === Token.Break ||
  (kind === Token.Mark &&
    (text[start] === '.' || text[start] === ';') &&
    text[start + 1] !== undefined &&
    /\s/.test(text[start + 1] as string))
