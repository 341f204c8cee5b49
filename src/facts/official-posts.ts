/** Posts: the words of a title before its body. */
import type { Words } from './official-words.ts'

export interface Post {
  readonly post: number
  readonly end: number
  readonly flags: string
}

/** "nguyên Phó Bí thư Thường trực": the words before the body. */
export function postAt(words: Words, at: number): Post | undefined {
  let i = at
  for (let step = 0; step < 2; step++) {
    const former = words.is(i, 'position', 'Former')
    if (!former) break
    i = former.end
  }
  const start = i
  let flags = ''
  let term = words.term(i, 'position')
  if (term?.class === 'Deputy') {
    const next = words.term(term.end, 'position')
    if (next?.class === 'Position') {
      flags = next.value
      i = next.end
    } else {
      // "phó phòng", "Phó Công an xã"
      const body = words.term(term.end, 'body')
      if (!body || body.class === 'Level' || body.class === 'BodyField') return undefined
      flags = 't'
      i = term.end
    }
  } else if (term?.class === 'Position') {
    flags = term.value
    i = term.end
  } else return undefined
  if (flags.includes('t')) {
    const body = words.term(i, 'body')
    const next = words.term(i, 'position')
    if ((!body || body.class === 'Level' || body.class === 'BodyField') && next?.class !== 'Position') return undefined
  }
  // "Phó Chủ tịch Thường trực", "Giám đốc điều hành"
  for (let step = 0; step < 3; step++) {
    term = words.term(i, 'position')
    if (term?.class === 'Position' && step === 0 && flags.includes('t')) {
      flags = term.value
      i = term.end
      continue
    }
    const modifier = words.is(i, 'context', 'Modifier')
    // "Bộ trưởng Tài chính": a field that goes on is a body's.
    if (!modifier) break
    const standing = /^thường trực$/i.test(words.text(i, modifier.end))
    if (!standing && isLongerField(words, i, modifier.end)) break
    // "lãnh đạo tổ chức Rừng Xanh": no committee of an event
    if (flags.includes('l') && words.is(i, 'body', 'BodyHead') && words.isCapital(modifier.end)) break
    i = modifier.end
  }
  return { post: start, end: i, flags }
}

function isLongerField(words: Words, at: number, end: number): boolean {
  const body = words.term(at, 'body')
  return body !== undefined && body.end > end
}

export const flagged = (post: Post, flag: string) => post.flags.includes(flag)
