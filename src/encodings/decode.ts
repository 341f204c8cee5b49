/** The public functions: detect, decode, convert. */
import { fromUnits, mapCarried } from './binary.ts'
import { type LegacyName, readLegacy, readWestern } from './code-pages.ts'
import { byteFamily, type Hypothesis, textFamily } from './hypotheses.ts'
import { type CheckedOptions, checkedBytes, checkedOptions, checkedText } from './options.ts'
import { isPlain, mayBeViqr, profile } from './profile.ts'
import type {
  Decoded,
  DecodeOptions,
  Detection,
  EncodingDiagnostic,
  EncodingGuess,
  EncodingName,
  EncodingOptions,
} from './types.ts'
import { countSequences, mendBinary, readSequences, readUtf8 } from './utf8-layers.ts'
import { readUtf16, utf16Of } from './utf16.ts'
import { readViqr } from './viqr.ts'
import { viqrConfidence } from './viqr-evidence.ts'
import { chunksOf, rounded, type Verdict, weigh } from './weigh.ts'

/**
 * Reads a document in whatever encoding it is. Nothing is converted below `minConfidence`: then the text is what strict UTF-8 or UTF-16
 * gives, or, for bytes that are neither, each byte as windows-1252 shows it (`encoding` is null), and a diagnostic says what it may be.
 * @throws EncodingOptionError for a wrong option, and for `bytes` that are no Uint8Array. Never for what the bytes hold.
 */
export function decode(bytes: Uint8Array, options?: DecodeOptions): Decoded {
  const checked = checkedOptions(options)
  checkedBytes(bytes)
  if (checked.encoding) return decodeAs(bytes, checked.encoding)
  const utf16 = utf16Of(bytes)
  if (utf16) return ofUtf16(bytes, utf16.encoding, utf16.confidence, checked)
  const text = readUtf8(bytes)
  return text === null ? ofOtherBytes(bytes, checked) : ofText(text, ['utf-8'], checked)
}

/** As `decode`, without the text. */
export function detectEncoding(bytes: Uint8Array, options?: EncodingOptions): Detection {
  const { text: _, converted: __, ...detection } = decode(bytes, options)
  return detection
}

/**
 * Mends text that was read in the wrong encoding: TCVN3, VNI and others shown as windows-1252 or windows-1258 show their bytes, UTF-8
 * encoded twice, VIQR. `steps` is empty and `encoding` null where nothing is to be undone.
 * @throws EncodingOptionError for a wrong option, and for `text` that is no string.
 */
export function convert(text: string, options?: EncodingOptions): Decoded {
  return ofText(checkedText(text), [], checkedOptions(options))
}

/** More layers than are ever found. */
const MOST_STEPS = 4

function ofText(text: string, steps: readonly EncodingName[], options: CheckedOptions): Decoded {
  const { minConfidence } = options
  const counts = profile(text)
  if (isPlain(counts)) return kept(text, steps, CERTAIN)
  if (counts.sure === 0 && counts.suspicious === 0 && mayBeViqr(text)) {
    const confidence = rounded(viqrConfidence(text))
    if (confidence >= minConfidence) return converted(readViqr(text), [...steps, 'viqr'], confidence)
    if (confidence >= WORTH_SAYING) return unsure(text, steps, 1 - confidence, [{ encoding: 'viqr', confidence }])
  }
  if (counts.beyondAscii === 0) return kept(text, steps, CERTAIN)
  const verdict = weigh(chunksOf(text), textFamily(), options.declared)
  const guesses = guessesOf(verdict)
  const [first] = guesses
  if (verdict.mixed) {
    const message = `a part of the document is in another encoding, perhaps ${verdict.mixed}; kept as it is`
    return { ...kept(text, steps, verdict.confidence, guesses), diagnostics: [{ code: 'mixed', message }] }
  }
  const { best, confidence } = verdict
  if (best.encoding === null) {
    if (first && first.confidence >= WORTH_SAYING) return unsure(text, steps, confidence, guesses)
    return kept(text, steps, confidence, guesses)
  }
  if (confidence < minConfidence) return unsure(text, steps, 1 - confidence, guesses)
  const read = undo(text, best, confidence, guesses, steps, options)
  return { ...read, diagnostics: [...twins(verdict, options), ...read.diagnostics] }
}

function twins({ best, alone }: Verdict, { minConfidence }: CheckedOptions): readonly EncodingDiagnostic[] {
  if (alone >= minConfidence) return []
  const message = `TCVN3 and TCVN 5712 differ in a few bytes of this document, which are read as ${best.encoding} has them`
  return [{ code: 'capitals', message }]
}

/** Above this probability of another encoding a kept document has a diagnostic. */
const WORTH_SAYING = 0.3
const CERTAIN = 0.999

function undo(
  text: string,
  { encoding, carrier }: Hypothesis,
  confidence: number,
  candidates: readonly EncodingGuess[],
  steps: readonly EncodingName[],
  options: CheckedOptions,
): Decoded {
  if (encoding === null || !carrier) return kept(text, steps, confidence, candidates)
  const all = [...steps, encoding]
  if (encoding !== 'double-utf-8') {
    const read = mapCarried(text, carrier, (binary) => readLegacy(binary, encoding as LegacyName))
    return { ...converted(read, all, confidence), candidates }
  }
  let strays = 0
  const read = mapCarried(text, carrier, (binary) =>
    readSequences(mendBinary(binary), (byte) => {
      strays++
      return readWestern(byte)
    }),
  )
  const diagnostics: EncodingDiagnostic[] = []
  if (strays > 0) {
    const message = `${strays} characters of the double encoding have lost a byte; kept as they are`
    diagnostics.push({ code: 'unrestored', message })
  }
  // What was encoded twice may have been so before, or may hold the characters of a font.
  const inner = all.length < MOST_STEPS ? ofText(read, all, options) : kept(read, all, confidence)
  return {
    ...inner,
    converted: true,
    confidence: Math.min(confidence, inner.confidence),
    candidates,
    diagnostics: [...diagnostics, ...inner.diagnostics],
  }
}

function ofUtf16(
  bytes: Uint8Array,
  encoding: 'utf-16le' | 'utf-16be',
  confidence: number,
  options: CheckedOptions,
): Decoded {
  const text = readUtf16(bytes, encoding)
  const bad = text.split('\ufffd').length - 1
  const inner = ofText(text, [encoding], options)
  const diagnostics: EncodingDiagnostic[] =
    bad > 0 ? [{ code: 'bad-bytes', message: `${bad} code units are not UTF-16; U+FFFD stands for them` }] : []
  return {
    ...inner,
    converted: true,
    confidence: Math.min(confidence, inner.confidence),
    diagnostics: [...diagnostics, ...inner.diagnostics],
  }
}

/** So many characters of several bytes to each bad byte make UTF-8 with errors. */
const UTF8_SHARE = 4

function ofOtherBytes(bytes: Uint8Array, options: CheckedOptions): Decoded {
  const binary = fromUnits(bytes)
  const { sequences, strays, firstStray } = countSequences(binary)
  if (sequences >= strays * (options.declared === 'utf-8' ? 1 : UTF8_SHARE)) {
    const read = ofText(new TextDecoder().decode(bytes), ['utf-8'], options)
    const message = `${strays} bytes are not UTF-8, the first at byte ${firstStray}; U+FFFD stands for them`
    return {
      ...read,
      confidence: Math.min(read.confidence, rounded(sequences / (sequences + strays))),
      diagnostics: [{ code: 'bad-bytes', message }, ...read.diagnostics],
    }
  }
  const verdict = weigh(chunksOf(binary), byteFamily(), options.declared)
  const guesses = guessesOf(verdict)
  const { best, confidence } = verdict
  if (best.encoding !== null && confidence >= options.minConfidence) {
    return {
      ...converted(readLegacy(binary, best.encoding as LegacyName), [best.encoding], confidence),
      candidates: guesses,
      diagnostics: twins(verdict, options),
    }
  }
  const [first] = guesses
  const perhaps = first && first.confidence >= 0.01 ? `, perhaps ${first.encoding} (${first.confidence})` : ''
  const message = `not UTF-8 from byte ${firstStray} on${perhaps}; every byte is kept as windows-1252 shows it`
  return {
    ...kept(readWestern(binary), [], first?.confidence ?? 0, guesses),
    diagnostics: [{ code: 'unsure', message }],
  }
}

function decodeAs(bytes: Uint8Array, encoding: EncodingName): Decoded {
  if (encoding === 'utf-8') {
    const text = new TextDecoder().decode(bytes)
    if (readUtf8(bytes) !== null) return kept(text, ['utf-8'], CERTAIN)
    const { strays, firstStray } = countSequences(fromUnits(bytes))
    const message = `${strays} bytes are not UTF-8, the first at byte ${firstStray}; U+FFFD stands for them`
    return { ...kept(text, ['utf-8'], CERTAIN), diagnostics: [{ code: 'bad-bytes', message }] }
  }
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return converted(readUtf16(bytes, encoding), [encoding], CERTAIN)
  }
  if (encoding === 'viqr') return converted(readViqr(new TextDecoder().decode(bytes)), [encoding], CERTAIN)
  if (encoding === 'double-utf-8') {
    const hypothesis = textFamily().hypotheses.find((known) => known.encoding === encoding) as Hypothesis
    const once = undo(new TextDecoder().decode(bytes), hypothesis, CERTAIN, [], ['utf-8'], checkedOptions())
    return once
  }
  return converted(readLegacy(fromUnits(bytes), encoding), [encoding], CERTAIN)
}

const kept = (
  text: string,
  steps: readonly EncodingName[],
  confidence: number,
  candidates: readonly EncodingGuess[] = [],
): Decoded => ({
  text,
  encoding: steps.at(-1) ?? null,
  steps,
  confidence: rounded(confidence),
  converted: false,
  candidates,
  diagnostics: [],
})

const converted = (text: string, steps: readonly EncodingName[], confidence: number): Decoded => ({
  ...kept(text, steps, confidence),
  converted: true,
})

function unsure(
  text: string,
  steps: readonly EncodingName[],
  confidence: number,
  guesses: readonly EncodingGuess[],
): Decoded {
  const list = guesses.slice(0, 2).map((guess) => `${guess.encoding} (${guess.confidence})`)
  const message = `perhaps ${list.join(' or ')}, too unsure to convert; kept as it is`
  return { ...kept(text, steps, confidence, guesses), diagnostics: [{ code: 'unsure', message }] }
}

/** Candidates worth showing, one for each encoding. */
function guessesOf({ ranked }: Verdict): readonly EncodingGuess[] {
  const best = new Map<EncodingName, number>()
  for (const { hypothesis, confidence } of ranked) {
    const encoding = hypothesis.encoding as EncodingName
    best.set(encoding, (best.get(encoding) ?? 0) + confidence)
  }
  return [...best]
    .map(([encoding, confidence]) => ({ encoding, confidence: rounded(confidence) }))
    .filter(({ confidence }) => confidence > 0)
    .slice(0, 3)
}
