/** Which titles are whose: pieces are cut so that the grammar reads all of them, and titles get their side of the name. */
import * as t from '../../grammars/_shared/tokens.ts'
import * as g from '../../grammars/official/grammar.ts'
import type { Piece } from './official-look-back.ts'

/** Takes away titles without a person: "Thủ tướng và ông Ất, Bộ trưởng" is about Ất alone. */
export function clean(pieces: Piece[]): void {
  const kept: Piece[] = []
  let segment: Piece[] = []
  let named = false
  let joint: Piece | undefined
  const close = () => {
    if (!named) return
    if (joint && kept.length) kept.push(joint)
    kept.push(...segment)
  }
  for (const p of pieces) {
    const type = p.tokenType
    if (type === t.Semicolon || type === g.And) {
      // ", và"
      while (segment.at(-1)?.tokenType === t.Comma) segment.pop()
      close()
      segment = []
      named = false
      joint = p
      continue
    }
    // What stands before "(", "làm" or "các" without a name is of nobody here.
    if (!named && (type === t.Close || type === t.Open || type === g.Link || type === g.Group || type === g.Aside)) {
      segment = type === g.Group ? [p] : []
      continue
    }
    if (!named && segment.length === 0 && (type === t.Comma || type === t.Dash || type === t.Colon)) continue
    if (type === g.Name) named = true
    segment.push(p)
  }
  close()
  pieces.length = 0
  pieces.push(...kept)
}

/** Takes away what the grammar would stumble over at the end. */
export function trim(pieces: Piece[]): void {
  // A title is a tail only in an entry that has a name: what comes behind the last such piece goes.
  let named = false
  let keep = 0
  for (let i = 0; i < pieces.length; i++) {
    const type = (pieces[i] as Piece).tokenType
    if (type === g.Name) {
      named = true
      keep = i + 1
    } else if (type === t.Semicolon || type === g.And || type === g.Group || type === t.Colon) named = false
    else if (named && (type === g.LeadTitle || type === g.Rank)) {
      const before = pieces[i - 1]?.tokenType
      if (before === t.Comma || before === t.Dash || before === t.Open || before === g.Link) keep = i + 1
      else named = false
    } else if (named && (type === t.Close || type === g.Aside)) keep = i + 1
    else if (type === g.Address || type === g.Degree) named = false
  }
  pieces.length = keep
}

/** Gives titles their side: before or behind the name, or shared. */
export function label(pieces: Piece[]): void {
  let named = false
  for (let i = 0; i < pieces.length; i++) {
    const p = pieces[i] as Piece
    switch (p.tokenType) {
      case g.Name:
        named = true
        break
      case t.Semicolon:
      case g.And:
      case g.Group:
        named = false
        break
      case t.Comma:
      case t.Dash: {
        // What begins behind it: a tail of this person, or the next one?
        const side = sideOf(pieces, i + 1)
        if (!named) break
        if (side === 'lead') {
          p.tokenType = g.ListComma
          named = false
        }
        break
      }
      case g.LeadTitle:
        if (named) p.tokenType = g.TailTitle
        else if (isBeforeColon(pieces, i)) p.tokenType = g.SharedTitle
        break
      case g.Rank:
        if (named) p.tokenType = g.TailRank
        break
    }
  }
}

/** Whether the pieces from `at` on lead to a name of their own before any comma. */
function sideOf(pieces: readonly Piece[], at: number): 'lead' | 'tail' {
  for (let i = at; i < pieces.length; i++) {
    const type = (pieces[i] as Piece).tokenType
    if (type === g.Name) return 'lead'
    if (type === g.LeadTitle || type === g.Rank || type === g.Degree || type === g.Address || type === g.Group) continue
    // "Đại tá, TS Nguyễn Văn Ất": a comma behind a rank or a degree
    return 'tail'
  }
  return 'tail'
}

function isBeforeColon(pieces: readonly Piece[], at: number): boolean {
  for (let i = at + 1; i < pieces.length; i++) {
    const type = (pieces[i] as Piece).tokenType
    if (type === t.Colon) return true
    if (type !== g.LeadTitle && type !== t.Comma && type !== g.And) return false
  }
  return false
}
