/**
 * The smallest text that still has a problem, as far as leaving out pieces leads: halves first, then quarters, down to single
 * UTF-16 units, again and again until nothing can go. Then what is left is made plain where it may be, letter by letter.
 */
export function reduce(text: string, fails: (text: string) => boolean, mostTries = 4_000): string {
  let best = text
  let tries = 0
  const attempt = (other: string): boolean => {
    if (other === best || ++tries > mostTries || !fails(other)) return false
    best = other
    return true
  }
  for (let size = best.length >> 1; size >= 1; ) {
    let smaller = false
    for (let at = 0; at < best.length; ) {
      if (attempt(best.slice(0, at) + best.slice(at + size))) smaller = true
      else at += size
    }
    if (tries > mostTries) return best
    if (!smaller || size > best.length) size >>= 1
    if (smaller && size === 0) size = 1
  }
  for (let i = 0; i < best.length; i++)
    for (const plain of ['a', '1', ' ']) if (attempt(best.slice(0, i) + plain + best.slice(i + 1))) break
  return best
}
