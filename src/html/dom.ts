/** The tree of a page, and walks over it that no depth of nesting breaks. */
import { DomHandler, Parser, type parseDocument } from 'htmlparser2'

export type Page = ReturnType<typeof parseDocument>
export type Node = Page['childNodes'][number]
export type Element = Extract<Node, { attribs: { [name: string]: string } }>

/** Of a page nested deeper each further element would cost the parser as many steps; no article is. */
const DEEPEST = 5000

/** A page's tree. Of one that is nested deeper than 5,000 elements, undefined. */
export function parse(html: string): Page | undefined {
  const handler = new Shallow()
  const parser = new Parser(handler, { decodeEntities: true })
  try {
    parser.end(html)
  } catch (error) {
    if (error instanceof TooDeep) return undefined
    throw error
  }
  return handler.root
}

class TooDeep extends Error {}

class Shallow extends DomHandler {
  override onopentag(name: string, attributes: { [name: string]: string }): void {
    if (this.tagStack.length > DEEPEST) throw new TooDeep()
    super.onopentag(name, attributes)
  }
}

export const isElement = (node: Node): node is Element => 'attribs' in node && 'name' in node

export const attribute = (element: Element, name: string): string => element.attribs[name] ?? ''

/** All elements in the order of the page; `enter` says of which the children are wanted too. */
export function* elementsIn(
  root: Page | Element,
  enter: (element: Element) => boolean = () => true,
): Generator<Element> {
  const stack: Node[] = [...root.childNodes].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue
    yield node
    if (enter(node)) for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i] as Node)
  }
}

/** Elements around one that are looked at, and nodes below one whose text is to be short. */
const NEAR = 8
const FEW = 100

/** The elements around one, the nearest first, as far as they may belong to it. */
export function around(element: Element): Element[] {
  const found: Element[] = []
  for (let parent = element.parent; parent && found.length < NEAR; parent = parent.parent) {
    if (isElement(parent as Node)) found.push(parent as Element)
  }
  return found
}

/** How deep a page is nested, and how many elements it has. */
export function sizeOf(page: Page): { readonly depth: number; readonly elements: number } {
  let depth = 0
  let elements = 0
  let level: readonly Node[] = page.childNodes
  while (level.length > 0) {
    depth++
    const below: Node[] = []
    for (const node of level) {
      if (!isElement(node)) continue
      elements++
      for (const child of node.childNodes) below.push(child)
    }
    level = below
  }
  return { depth, elements }
}

/** The text below an element in one line, where it is short and of few nodes; else undefined. */
export function shortLineOf(root: Element, longest: number): string | undefined {
  let text = ''
  let nodes = 0
  const stack: Node[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (++nodes > FEW || text.length > longest * 3) return undefined
    if ('data' in node && node.type === 'text') text += node.data
    else if ('childNodes' in node) {
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i] as Node)
    }
  }
  const line = inOneLine(text)
  return line.length > longest ? undefined : line
}

const inOneLine = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim()

/** All text below an element, scripts included, spaces as they are. */
export function rawText(root: Page | Element): string {
  let text = ''
  const stack: Node[] = [...root.childNodes].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ('data' in node && node.type === 'text') text += node.data
    else if ('childNodes' in node) {
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i] as Node)
    }
  }
  return text
}

/** The same in one line. */
export const lineOf = (element: Element): string => inOneLine(rawText(element))
