/**
 * Near-copies, by MinHash and locality-sensitive hashing: a signature of half a kilobyte a text, whatever its length. What is a copy itself
 * is not kept, so that a chain of small changes never joins what is no copy of the first.
 */
import { mix, shinglesOf } from './shingles.ts'

export interface CopyOf {
  /** The document that came first. */
  readonly id: string | number
  /** Share of all their five-word runs that both have, about: 0 to 1. */
  readonly similarity: number
  /** Share of the shorter one's runs that the other has too, about. */
  readonly containment: number
}

/** Bands of rows: texts that share half of their runs meet in one with a probability of 0.996, those that share a hundredth with one of 1 in 20,000. */
const BANDS = 42
const ROWS = 3
const HASHES = BANDS * ROWS
/** What makes a copy: so much in common, or nearly all of the shorter text in the longer. */
const SIMILAR = 0.5
const CONTAINED = 0.85
const CONTAINED_SIMILAR = 0.35
/** Of texts with fewer runs only whole copies count: short notices are alike without being copied. */
const FEW = 25
const SIMILAR_SHORT = 0.95
/** Candidates that are compared; pages of boilerplate share bands with thousands. */
const MOST_CANDIDATES = 200

interface Known {
  readonly id: string | number
  readonly signature: Uint32Array
  readonly size: number
}

export class Copies {
  private readonly known: Known[] = []
  private readonly buckets = new Map<number, number[]>()

  /** The document of which a text is a near-copy; null, and then it is kept, where it is none. */
  add(id: string | number, text: string): CopyOf | null {
    const shingles = shinglesOf(text)
    if (shingles.length === 0) return null
    const signature = signatureOf(shingles)
    const bands = Array.from({ length: BANDS }, (_, band) => bandOf(signature, band))
    const found = this.nearest(bands, signature, shingles.length)
    if (found) return found
    const place = this.known.push({ id, signature, size: shingles.length }) - 1
    for (const band of bands) {
      const bucket = this.buckets.get(band)
      if (bucket) bucket.push(place)
      else this.buckets.set(band, [place])
    }
    return null
  }

  private nearest(bands: readonly number[], signature: Uint32Array, size: number): CopyOf | null {
    const candidates = new Set<number>()
    for (const band of bands) {
      for (const place of this.buckets.get(band) ?? []) {
        if (candidates.size >= MOST_CANDIDATES) break
        candidates.add(place)
      }
    }
    let best: CopyOf | null = null
    for (const place of [...candidates].sort((a, b) => a - b)) {
      const other = this.known[place] as Known
      const copy = compared(other, signature, size)
      if (copy && (!best || copy.similarity > best.similarity)) best = copy
    }
    return best
  }
}

function compared(other: Known, signature: Uint32Array, size: number): CopyOf | null {
  let equal = 0
  for (let i = 0; i < HASHES; i++) if (other.signature[i] === signature[i]) equal++
  const similarity = equal / HASHES
  const smaller = Math.min(size, other.size)
  const containment = Math.min(1, (similarity * (size + other.size)) / ((1 + similarity) * smaller))
  const copied =
    smaller < FEW
      ? similarity >= SIMILAR_SHORT
      : similarity >= SIMILAR || (containment >= CONTAINED && similarity >= CONTAINED_SIMILAR)
  return copied ? { id: other.id, similarity: rounded(similarity), containment: rounded(containment) } : null
}

const rounded = (share: number) => Math.round(share * 1000) / 1000

function signatureOf(shingles: Uint32Array): Uint32Array {
  const signature = new Uint32Array(HASHES).fill(0xffffffff)
  for (const shingle of shingles) {
    // Two hashes make all the others: first + i * second.
    let hash = mix(shingle ^ 0x5bd1e995)
    const step = mix(shingle ^ 0x27d4eb2f) | 1
    for (let i = 0; i < HASHES; i++) {
      hash = (hash + step) >>> 0
      if (hash < (signature[i] as number)) signature[i] = hash
    }
  }
  return signature
}

/** The rows of a band in one number; bands of different numbers never meet. */
function bandOf(signature: Uint32Array, band: number): number {
  let hash = mix(band + 1)
  for (let row = 0; row < ROWS; row++) hash = mix(hash ^ (signature[band * ROWS + row] as number))
  return hash * 64 + band
}
