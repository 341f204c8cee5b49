/** Places of the article's text in the page. */

/** The range of the page's text between two offsets of the article. */
export function rangeOf(text: HTMLElement, start: number, end: number): Range | undefined {
  const from = pointAt(text, start, false)
  const to = pointAt(text, Math.max(start, end), true)
  if (!from || !to) return undefined
  const range = document.createRange()
  range.setStart(...from)
  range.setEnd(...to)
  return range
}

/** @param before Whether an offset between two pieces of text is the end of the first one, and not the start of the second. */
function pointAt(text: HTMLElement, offset: number, before: boolean): [Node, number] | undefined {
  const lines = text.querySelectorAll<HTMLElement>('.line')
  let low = 0
  let high = lines.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (Number(lines[middle]?.dataset['at']) <= offset) low = middle
    else high = middle
  }
  const line = lines[low]
  if (!line) return undefined
  let rest = offset - Number(line.dataset['at'])
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
  let last: Text | undefined
  while (walker.nextNode()) {
    last = walker.currentNode as Text
    if (rest < last.length || (before && rest === last.length)) return [last, rest]
    rest -= last.length
  }
  return last ? [last, last.length] : [line, 0]
}

export const calm = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth')

/** Shows a place by the browser's own selection, which needs no mark in the text. */
export function selectRange(text: HTMLElement, start: number, end: number): void {
  const range = rangeOf(text, start, end)
  if (!range) return
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: calm() })
}
