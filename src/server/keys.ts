/** Bearer keys. */
import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * A check of the Authorization header. Digests are compared, all of them and in constant time, so that how long it takes says nothing of the
 * keys, their lengths included.
 */
export function keyCheck(keys: readonly string[]): (authorization: string | undefined) => boolean {
  const known = keys.map(digest)
  return (authorization) => {
    const given = digest(/^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? '')
    let fits = 0
    for (const key of known) fits |= Number(timingSafeEqual(key, given))
    return fits === 1 && authorization !== undefined
  }
}
