/** How alike two strings are, by natural's distance functions, which are imported one by one. */
import DiceCoefficient from 'natural/lib/natural/distance/dice_coefficient.js'
import JaroWinklerDistance from 'natural/lib/natural/distance/jaro-winkler_distance.js'
import { foldKey } from '../text/vietnamese.ts'

/** Similarity of two titles by their pairs of letters, 0 to 1; case, tone placement and quotes do not count. */
export const titleSimilarity = (a: string, b: string): number => DiceCoefficient(foldKey(a), foldKey(b))

/** Similarity of two short names, 0 to 1; a common beginning counts more. */
export const nameSimilarity = (a: string, b: string): number => JaroWinklerDistance(a.toLowerCase(), b.toLowerCase())
