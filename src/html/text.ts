/** The text of a part of a page: a line for each block, spaces as a browser shows them. */
import { type Element, isElement, type Node, type Page } from './dom.ts'
import { isFurniture, isFurnitureLine } from './furniture.ts'

const BLOCKS = new Set(
  'address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody tfoot thead tr ul caption'.split(
    ' ',
  ),
)
const CELLS = new Set(['td', 'th'])

/** @param skip Elements that are not read, beside what is furniture. */
export function textLines(root: Page | Element, skip: (element: Element) => boolean = () => false): string[] {
  const lines: string[] = []
  let line = ''
  const end = () => {
    const shown = line.replace(/[ \t\n\r\f\v]+/g, ' ').trim()
    if (shown !== '' && !isFurnitureLine(shown)) lines.push(shown)
    line = ''
  }
  type Step = { readonly node: Node } | { readonly close: Element }
  const stack: Step[] = [...root.childNodes].reverse().map((node) => ({ node }))
  for (let step = stack.pop(); step; step = stack.pop()) {
    if ('close' in step) {
      if (CELLS.has(step.close.name)) line += ' \t'
      else end()
      continue
    }
    const { node } = step
    if (!isElement(node)) {
      if (node.type === 'text' && 'data' in node) {
        if (isPre(node)) for (const part of node.data.split(/(\n)/)) part === '\n' ? end() : (line += part)
        else line += node.data
      }
      continue
    }
    if (isFurniture(node) || skip(node)) continue
    if (node.name === 'br') {
      end()
      continue
    }
    const isCell = CELLS.has(node.name)
    if (isCell || BLOCKS.has(node.name)) {
      if (!isCell) end()
      stack.push({ close: node })
    }
    for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push({ node: node.childNodes[i] as Node })
  }
  end()
  return lines
}

const isPre = (node: Node) =>
  node.parent !== null && isElement(node.parent as Node) && (node.parent as Element).name === 'pre'
