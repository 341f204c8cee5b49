/** The ledger of known failures: mistakes that are made and known, each with why it is not mended yet. */
import type { Mistake } from './score.ts'

export interface KnownFailure {
  /** As `identify` names it. */
  readonly mistake: string
  readonly why: string
}

export const readLedger = (json: string): readonly KnownFailure[] => JSON.parse(json)

/** A mistake in one line that stays the same as long as the mistake does. */
export function identify(mistake: Mistake): string {
  const head = `${mistake.article}: ${mistake.kind} ${mistake.row}`
  if ('title' in mistake) return `${head} ${mistake.title}`
  const where = `${head} at ${mistake.item.start}`
  if (mistake.kind !== 'field') return where
  return `${where}: ${JSON.stringify(mistake.predicted)} for ${JSON.stringify(mistake.gold)}`
}
