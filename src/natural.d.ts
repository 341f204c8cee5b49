// natural's single files have no types of their own; its root is never imported (it installs databases and prints).
declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  export default function JaroWinklerDistance(a: string, b: string, options?: { ignoreCase?: boolean }): number
}
declare module 'natural/lib/natural/distance/dice_coefficient.js' {
  export default function DiceCoefficient(a: string, b: string): number
}
