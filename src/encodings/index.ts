/** Public door of `trichluc/encodings`. */
export { convert, decode, detectEncoding } from './decode.ts'
export { type Encoded, encode } from './encode.ts'
export { encodingNamed } from './options.ts'
export {
  type Decoded,
  type DecodeOptions,
  type Detection,
  type EncodingDiagnostic,
  type EncodingGuess,
  type EncodingName,
  EncodingOptionError,
  type EncodingOptions,
  encodingNames,
  MIN_CONFIDENCE,
} from './types.ts'
