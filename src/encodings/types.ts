/** What the public functions of this folder take and give. */

/**
 * Encodings that are told apart, by their usual names. `tcvn3` is the code of the ABC fonts (.VnTime), `tcvn5712` the full table of the
 * standard with its capitals, `vni` VNI for Windows; `double-utf-8` is text whose UTF-8 bytes were taken for windows-1252 and encoded again.
 */
export const encodingNames = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1258',
  'tcvn3',
  'tcvn5712',
  'vni',
  'viscii',
  'vps',
  'viqr',
  'double-utf-8',
] as const

/** The name of an encoding that is told apart. */
export type EncodingName = (typeof encodingNames)[number]

/** Below this confidence nothing is converted; 0.95 unless the option `minConfidence` says otherwise. */
export const MIN_CONFIDENCE = 0.95

/** What detection can be told. */
export interface EncodingOptions {
  /** The confidence from which on a document is converted, above 0 and at most 1; 0.95 by default (`MIN_CONFIDENCE`). */
  readonly minConfidence?: number
  /** The charset that a header or a meta tag says. It is weighed, not believed: old pages say windows-1252 and hold TCVN3. */
  readonly declared?: string
}

/** What decoding can be told. */
export interface DecodeOptions extends EncodingOptions {
  /** The encoding, for archives of which it is known: then nothing is detected. */
  readonly encoding?: EncodingName
}

/** Something that a reader of the text should know. */
export interface EncodingDiagnostic {
  /**
   * - `unsure`: the text is probably not what it says, but no reading is sure enough; kept as it is
   * - `mixed`: a part of the document is in another encoding than the rest; kept as it is
   * - `bad-bytes`: bytes that the encoding does not have; U+FFFD stands for them
   * - `unrestored`: characters of a double encoding of which a byte is lost; kept as they are
   * - `capitals`: TCVN3 and TCVN 5712 are about as probable; they differ in a few bytes, quotes to the one and capitals to the other
   */
  readonly code: 'unsure' | 'mixed' | 'bad-bytes' | 'unrestored' | 'capitals'
  /** For people, with numbers and positions. */
  readonly message: string
}

/** An encoding with its probability. */
export interface EncodingGuess {
  readonly encoding: EncodingName
  /** How probable it is, 0 to 1. */
  readonly confidence: number
}

/** What a document is written in, as far as its bytes tell. */
export interface Detection {
  /** The encoding in which the Vietnamese is written: the last of `steps`. null where none is sure enough. */
  readonly encoding: EncodingName | null
  /** What has to be undone, in order: `['tcvn3']` for bytes, `['utf-8', 'tcvn3']` for a UTF-8 file of the characters that TCVN3 fonts draw over. */
  readonly steps: readonly EncodingName[]
  /** How probable that is, 0 to 1. Where `encoding` is null, how probable the best candidate is. */
  readonly confidence: number
  /** What else it may be, the most probable first; empty where strict UTF-8 leaves no question. */
  readonly candidates: readonly EncodingGuess[]
  readonly diagnostics: readonly EncodingDiagnostic[]
}

/** A document's text, with what it was written in. */
export interface Decoded extends Detection {
  /** The text, without a byte-order mark. Converted text is in NFC; a document that is kept keeps its form. */
  readonly text: string
  /** Whether the text is another one than the input's characters: false for correct UTF-8 and for what is kept as it is. */
  readonly converted: boolean
}

/** A wrong option: its name, what was given and what is expected. */
export class EncodingOptionError extends TypeError {
  override readonly name = 'EncodingOptionError'
}
