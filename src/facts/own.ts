/** Kinds of fact that users bring along. */
import type { Context } from '../parse/context.ts'
import type { FactKind } from './kind.ts'
import type { FactBase, FactType, Inference, Mention } from './types.ts'

/** What a fact of a kind of your own must have; give it fields as you like. */
export interface OwnFact extends FactBase {
  readonly type: string
}

/**
 * A kind of fact of your own. It stands in the registry behind the built-in ones and is treated like them: its spans are found in the normalised
 * text and come out as offsets of the article, it can be asked for by `types`, `explain` tells of it, its rules can be switched off.
 */
export interface OwnKind<F extends OwnFact = OwnFact> {
  /** Its name, in the `type` of its facts; none of the built-in ones'. */
  readonly type: F['type']
  /** One line for people. */
  readonly summary: string
  /** Built-in kinds that it looks at; they are looked for even where only other types were asked for. */
  readonly needs?: readonly FactType[]
  /** Built-in kinds of which no fact stays that overlaps one of this kind. */
  readonly excludes?: readonly FactType[]
  /** Finds the mentions of an article. A pure function: the same text gives the same mentions. */
  find(context: OwnContext): Iterable<OwnMention<F>>
}

/** What a kind of your own may look at. */
export interface OwnContext {
  /** The normalised text: NFC, one kind of space, dash and quote, no invisible characters. Line ends stay. */
  readonly text: string
  /** The caller's reference date, as YYYY-MM-DD; null where there is none. */
  readonly reference: string | null
  /** What the kinds before this one have found; of dates the year may still be missing. */
  readonly found: readonly Mention[]
  /** Tells why something that looks like a fact is none; `explain` shows it. */
  reject(rejection: OwnRejection): void
}

/** A mention: `start` and `end` are offsets of the normalised text in UTF-16 code units, half-open. */
export type OwnMention<F extends OwnFact> = F extends OwnFact
  ? Omit<F, 'type' | 'text' | 'confidence' | 'inferred'> & {
      /** 0.5 where it is left out: of a rule that was never counted nothing is known. */
      readonly confidence?: number
      readonly inferred?: readonly Inference[]
    }
  : never

/** Offsets are of the normalised text. */
export interface OwnRejection {
  readonly start: number
  readonly end: number
  readonly rule: string
  /** Short and stable, for programs. */
  readonly code: string
  /** For people. */
  readonly reason: string
}

/** A kind of a user's as one of the registry's. */
export function registered(kind: OwnKind): FactKind<FactType> {
  const find = ({ text, reference, found, reject }: Context) => {
    const mentions: Mention[] = []
    const own: OwnContext = {
      text,
      reference,
      found: [...found],
      reject: (rejection) => reject({ ...rejection, type: kind.type }),
    }
    for (const mention of kind.find(own)) {
      check(kind.type, mention, text.length)
      mentions.push({ ...(mention as object), type: kind.type } as Mention)
    }
    return mentions
  }
  return { type: kind.type as FactType, summary: kind.summary, needs: kind.needs ?? [], find }
}

/** A wrong mention would come out as a wrong fact without anybody noticing. */
function check(type: string, { start, end, rule }: OwnMention<OwnFact>, length: number): void {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > length)
    throw new TypeError(
      `trichluc: kind ${type}: a mention's start and end must be offsets of the text, 0 to ${length}, got ${start} and ${end}`,
    )
  if (typeof rule !== 'string' || !rule.startsWith(`${type}/`))
    throw new TypeError(`trichluc: kind ${type}: a mention's rule must be "${type}/…", got ${String(rule)}`)
}
