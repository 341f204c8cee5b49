/** Syntax trees, read by their labels. */
import { IslandToken } from '../../grammars/_shared/island-token.ts'

/** What a rule read: tokens and the trees of other rules, each under its label, as a linked list in the order of the text. */
export interface Tree {
  readonly rule: string
  readonly first: Part | undefined
}

export interface Part {
  readonly label: string
  readonly value: Tree | IslandToken
  readonly next: Part | undefined
}

/** The tokens under a label, in their order; none where the rule did not read any. */
export function leaves(tree: Tree | undefined, label: string): readonly IslandToken[] {
  return all(tree, label) as readonly IslandToken[]
}

/** The first token under a label. */
export function leaf(tree: Tree | undefined, label: string): IslandToken | undefined {
  return first(tree, label) as IslandToken | undefined
}

/** The first subtree under a label. */
export function branch(tree: Tree | undefined, label: string): Tree | undefined {
  return first(tree, label) as Tree | undefined
}

/** All subtrees under a label. */
export function branches(tree: Tree | undefined, label: string): readonly Tree[] {
  return all(tree, label) as readonly Tree[]
}

/** The last part, of whatever label. */
export function lastPart(tree: Tree): Tree | IslandToken | undefined {
  let last = tree.first
  while (last?.next) last = last.next
  return last?.value
}

/** All tokens of a tree. */
export function allLeaves(tree: Tree): IslandToken[] {
  const found: IslandToken[] = []
  for (let part = tree.first; part; part = part.next) {
    const { value } = part
    if (value instanceof IslandToken) found.push(value)
    else found.push(...allLeaves(value as Tree))
  }
  return found
}

function first(tree: Tree | undefined, label: string): Tree | IslandToken | undefined {
  for (let part = tree?.first; part; part = part.next) if (part.label === label) return part.value
  return undefined
}

const NONE: readonly (Tree | IslandToken)[] = []

function all(tree: Tree | undefined, label: string): readonly (Tree | IslandToken)[] {
  let found: (Tree | IslandToken)[] | undefined
  for (let part = tree?.first; part; part = part.next)
    if (part.label === label) {
      if (found) found.push(part.value)
      else found = [part.value]
    }
  return found ?? NONE
}
