/** What a document may be, and how its words speak for each of these hypotheses. */
import { lazy } from '../lazy.ts'
import { byteOf, type Carrier, carriers, fromUnits } from './binary.ts'
import { type LegacyName, readWestern, readWord } from './code-pages.ts'
import { readingEvidence, strangeness } from './evidence.ts'
import type { EncodingName } from './types.ts'
import { countSequences, mendBinary, readSequences } from './utf8-layers.ts'

export interface Hypothesis {
  /** null: nothing is to be undone. */
  readonly encoding: EncodingName | null
  /** The code page by which the bytes were taken for text; undefined for bytes. */
  readonly carrier?: Carrier
  /** Logarithm of how common it is, beside the others of its list. */
  readonly prior: number
  /** Evidence of one chunk; undefined where the chunk cannot come from it. */
  read(chunk: string): number | undefined
}

/**
 * Of text that strict UTF-8 or UTF-16 gave, nearly all is what it says; the priors are such that two or three words cannot say otherwise.
 * Rarer encodings need more words than common ones.
 */
const COMMON: readonly (readonly [LegacyName, number])[] = [
  ['tcvn3', 0],
  ['vni', 0],
  ['windows-1258', -1],
  ['tcvn5712', -0.5],
  ['viscii', -2],
  ['vps', -3],
]

/** Hypotheses of which one is true. */
export class Family {
  /** The words of an archive come again and again. */
  private readonly known = new Map<string, readonly (number | undefined)[]>()

  /** @param byteAt The byte of a chunk at an offset, -1 without one. */
  constructor(
    readonly hypotheses: readonly Hypothesis[],
    readonly byteAt: (chunk: string, at: number) => number,
  ) {}

  /** The evidence of a chunk for each hypothesis. */
  read(chunk: string): readonly (number | undefined)[] {
    const known = this.known.get(chunk)
    if (known) return known
    const evidence = this.hypotheses.map((hypothesis) => hypothesis.read(chunk))
    if (this.known.size >= MOST_REMEMBERED) this.known.clear()
    this.known.set(chunk, evidence)
    return evidence
  }

  /**
   * What speaks for each hypothesis before a word is read. TCVN 5712 differs from TCVN3 by its capitals, at bytes that TCVN3 files have
   * quotes and dashes at: without such bytes they are one encoding, and it goes by the name of TCVN3.
   * @param declared What the document says of itself is often wrong, so that it weighs as much as two or three words.
   */
  priors(chunks: readonly string[], declared: EncodingName | undefined): readonly number[] {
    const apart = chunks.some((chunk) => this.holdsCapital5712(chunk))
    return this.hypotheses.map(({ encoding, prior }) => {
      if (encoding === 'tcvn5712' && !apart) return Number.NEGATIVE_INFINITY
      return encoding !== null && encoding === declared ? prior + DECLARED : prior
    })
  }

  private holdsCapital5712(chunk: string): boolean {
    for (let i = 0; i < chunk.length; i++) {
      const byte = this.byteAt(chunk, i)
      if ((byte >= 0 && byte < 0x20) || (byte >= 0x80 && byte < 0xa0)) return true
    }
    return false
  }
}
const MOST_REMEMBERED = 10_000
const DECLARED = 3

/** Of text: correct Vietnamese, another language, bytes taken for windows-1252 or windows-1258, UTF-8 encoded twice. */
export const textFamily = lazy(() => {
  const western = carriers['windows-1252']()
  const vietnamese = carriers['windows-1258']()
  const hypotheses: readonly Hypothesis[] = [
    { encoding: null, prior: 6, read: (chunk) => readingEvidence(chunk.normalize('NFC')) },
    { encoding: null, prior: 5, read: strangeness },
    { encoding: 'double-utf-8', carrier: western, prior: 1, read: doubled(western) },
    ...COMMON.map(([name, prior]) => legacy(name, prior, western)),
    ...COMMON.filter(([name]) => name !== 'windows-1258').map(([name, prior]) => legacy(name, prior - 2, vietnamese)),
  ]
  return new Family(hypotheses, (chunk, at) => byteOf(western, chunk.charCodeAt(at)))
})

/** Of bytes that are not UTF-8. A chunk is binary. */
export const byteFamily = lazy(() => {
  const hypotheses: readonly Hypothesis[] = [
    { encoding: null, prior: 2, read: (chunk) => strangeness(readWestern(chunk)) },
    ...COMMON.map(([encoding, prior]) => ({
      encoding,
      prior,
      read: (chunk: string) => legacyEvidence(chunk, encoding),
    })),
  ]
  return new Family(hypotheses, (chunk, at) => chunk.charCodeAt(at))
})

const legacy = (encoding: LegacyName, prior: number, carrier: Carrier): Hypothesis => ({
  encoding,
  carrier,
  prior,
  read(chunk) {
    const binary = carried(chunk, carrier)
    return binary === null ? undefined : legacyEvidence(binary, encoding)
  },
})

function legacyEvidence(binary: string, encoding: LegacyName): number {
  const evidence = readingEvidence(readWord(binary, encoding))
  return encoding === 'vni' && evidence > 0 && VNI_PAIR.test(binary) ? evidence + DOUBLED_VOWEL : evidence
}
/** "aù", "oä": hardly a language but VNI's writes a vowel and the same or another one with a mark behind it, so a syllable of it is no chance. */
const VNI_PAIR = /[aeouyô\xf6][\xe0-\xef\xf5\xf8-\xfc]/i
const DOUBLED_VOWEL = 1

/** The bytes of a chunk, as binary; null where the code page lacks one of its characters. */
function carried(chunk: string, carrier: Carrier): string | null {
  const bytes = new Uint8Array(chunk.length)
  for (let i = 0; i < chunk.length; i++) {
    const byte = byteOf(carrier, chunk.charCodeAt(i))
    if (byte < 0) return null
    bytes[i] = byte
  }
  return fromUnits(bytes)
}

const doubled = (carrier: Carrier) => (chunk: string) => {
  const binary = carried(chunk, carrier)
  return binary === null ? undefined : sequencesEvidence(binary)
}

/** Bytes above 7F that are whole UTF-8 by chance, and such bytes in a text that was encoded twice that are none. */
const WHOLE_SEQUENCES = 3
const BROKEN_SEQUENCES = -3

function sequencesEvidence(chunk: string): number {
  const binary = mendBinary(chunk)
  const { sequences, strays } = countSequences(binary)
  if (sequences === 0 || strays > 0) return BROKEN_SEQUENCES
  // Texts of any language are encoded twice: what is no Vietnamese is no evidence against it.
  return WHOLE_SEQUENCES + Math.max(0, readingEvidence(readSequences(binary, (byte) => byte)))
}
