/** Reading a Chevrotain tree by its labels. */
import type { CstNode, IToken } from 'chevrotain'
import type { IslandToken } from './island.ts'

export type Leaf = IToken & IslandToken

/** The tokens under a label, in their order; none where the rule did not read any. */
export function leaves(tree: CstNode | undefined, label: string): readonly Leaf[] {
  return (tree?.children[label] ?? []) as Leaf[]
}

/** The first subtree under a label. */
export function branch(tree: CstNode | undefined, label: string): CstNode | undefined {
  return tree?.children[label]?.[0] as CstNode | undefined
}

/** All subtrees under a label. */
export function branches(tree: CstNode | undefined, label: string): readonly CstNode[] {
  return (tree?.children[label] ?? []) as CstNode[]
}
