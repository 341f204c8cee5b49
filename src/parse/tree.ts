/** Syntax trees, read by their labels. */
import type { IslandToken } from './island.ts'

/** What a rule read: tokens and the trees of other rules, each under its label. */
export interface Tree {
  readonly rule: string
  /** The label of each part. */
  readonly labels: readonly string[]
  readonly parts: readonly (Tree | IslandToken)[]
}

/** The tokens under a label, in their order; none where the rule did not read any. */
export function leaves(tree: Tree | undefined, label: string): IslandToken[] {
  return all(tree, label) as IslandToken[]
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
export function branches(tree: Tree | undefined, label: string): Tree[] {
  return all(tree, label) as Tree[]
}

/** All tokens of a tree. */
export function allLeaves(tree: Tree): IslandToken[] {
  return tree.parts.flatMap((part) => ('parts' in part ? allLeaves(part) : [part]))
}

function first(tree: Tree | undefined, label: string): Tree | IslandToken | undefined {
  return tree?.parts[tree.labels.indexOf(label)]
}

function all(tree: Tree | undefined, label: string): (Tree | IslandToken)[] {
  const found: (Tree | IslandToken)[] = []
  if (tree) for (let i = 0; i < tree.labels.length; i++) if (tree.labels[i] === label) found.push(tree.parts[i] as Tree)
  return found
}
