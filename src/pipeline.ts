/**
 * The whole flow of an article, on one screen. Each step makes a new value and leaves the one before it alone.
 */
import { kinds } from './facts/index.ts'
import type { FactType, Mention, Rejection } from './facts/types.ts'
import { lazy } from './lazy.ts'
import { link } from './link/link.ts'
import type { Settings } from './options.ts'
import { type Diagnostic, type Extraction, schemaVersion, toFacts } from './output/extraction.ts'
import { choose, rivals } from './parse/choose.ts'
import { resolve } from './resolve/resolve.ts'
import { lexicons } from './scan/load.ts'
import { Room } from './scan/scanner.ts'
import { type SourceText, toSource } from './text/source.ts'

/** An extraction with what `explain` needs besides. */
export interface Run {
  readonly extraction: Extraction
  readonly source: SourceText
  readonly mentions: readonly Mention[]
  /** Candidates that are no facts, each with its reason. */
  readonly rejected: readonly Rejection[]
}

/** Tokens of the article that is being read; nothing of a run's result refers to them. Typical articles fit. */
const room = lazy(() => new Room(1 << 13))

export function run(article: string, settings: Settings): Run {
  const source = toSource(article, settings.nfc)
  const tokens = lexicons().scan(source.text, room())

  const rejected: Rejection[] = []
  const found: Mention[] = []
  const context = {
    text: source.text,
    tokens,
    lexicons: lexicons(),
    starts: tokens.starts,
    reference: settings.reference,
    found,
    reject: (r: Rejection) => rejected.push(r),
  }
  const wanted = withNeeds(settings.types)
  for (const kind of kinds) if (wanted.has(kind.type)) for (const mention of kind.find(context)) found.push(mention)

  const choice = choose(found)
  const resolved = resolve(choice.kept, context)
  const linked = link(resolved.mentions, context)
  const mentions = linked.filter((mention) => settings.types.has(mention.type))

  const extraction: Extraction = {
    schemaVersion,
    offsets: settings.offsets,
    reference: resolved.reference && { date: resolved.reference.date, basis: resolved.reference.basis },
    facts: toFacts(mentions, source, settings.offsets),
    diagnostics: diagnose(article),
  }
  return { extraction, source, mentions, rejected: [...rejected, ...choice.rejected] }
}

/** The types asked for, those that they build on, and those that may take their room: with fewer types come the same facts of each. */
function withNeeds(types: ReadonlySet<FactType>): ReadonlySet<FactType> {
  if (types.size === kinds.length) return types
  const all = new Set(types)
  for (const { type, needs } of [...kinds].reverse())
    if (all.has(type)) for (const other of [...needs, ...rivals(type)]) all.add(other)
  return all
}

/** Texts that are no articles are data too: they give no error, and say what they are. */
function diagnose(article: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  if (article.trim() === '') diagnostics.push({ code: 'empty-text', message: 'the text is empty' })
  if (!isWellFormed(article))
    diagnostics.push({
      code: 'lone-surrogate',
      message: 'the text has half a surrogate pair: it was cut or wrongly decoded',
    })
  if (article.includes('\0'))
    diagnostics.push({ code: 'binary', message: 'the text has NUL characters: it may be no text' })
  if (article.includes('\ufffd'))
    diagnostics.push({
      code: 'replacement-character',
      message: 'the text has U+FFFD: it was decoded in the wrong encoding',
    })
  return diagnostics
}

/** Whether all surrogates are in pairs. Engines before ES2024 have no function for it. */
const isWellFormed = (text: string): boolean => (text.isWellFormed ? text.isWellFormed() : !/\p{Cs}/u.test(text))
