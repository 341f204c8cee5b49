/** Resolutions of plenums and congresses: "Nghị quyết Trung ương 8 khóa XIII", "Nghị quyết Đại hội XIII". */

import type { Context } from '../parse/context.ts'
import { type Cue, textOf } from '../parse/cues.ts'
import type { IslandToken } from '../parse/island.ts'
import { allLeaves, branch, leaves, type Tree } from '../parse/tree.ts'
import { Shape } from '../scan/scanner.ts'
import { documentMention, rejectDocument } from './document-mention.ts'
import { readTail } from './document-tail.ts'
import type { Mention } from './types.ts'

export function plenumMention(context: Context, at: number, kind: Cue, tree: Tree): Mention<'document'> | undefined {
  const meeting = leaves(tree, 'meeting')[0]
  const committee = branch(tree, 'committee')
  const first = readOrdinal(context, branch(tree, 'ordinal'))
  const second = readOrdinal(context, branch(committee, 'ordinal'))
  const term = branch(tree, 'term')
  const ordinal = first ?? second
  const reject = (end: number, code: string, reason: string) =>
    rejectDocument(context, at, end, 'document/plenum', code, reason)
  const central = leaves(committee, 'central')[0]
  if (!ordinal) return reject(kind.end, 'no-number', 'the plenum has no number')
  // "Nghị quyết kỳ họp thứ 8" is of no plenum.
  if (!central && !(meeting && leaves(branch(tree, 'ordinal'), 'nth').length))
    return reject(kind.end, 'no-plenum', 'the meeting is not one of the Central Committee')
  const congress = termNumber(term)
  let last = ordinal.last
  const whole = term && congress !== null ? Math.max(...allLeaves(term).map((t) => t.last)) : 0
  if (whole) last = whole
  const name = committeeName(context, committee)
  const tail = readTail(context, Math.max(last, name?.last ?? 0), 'any')
  return documentMention(context, at, last, 'document/plenum', kind.value, {
    issuer: name?.text ?? null,
    congress: congress ?? tail.congress,
    plenum: ordinal.value,
    issuedOn: tail.issuedOn,
    subject: tail.subject ? textOf(context, tail.subject.first, tail.subject.last) : null,
  })
}

/** "Ban Chấp hành Trung ương Đảng" as the issuer; "Trung ương 8" alone is the meeting. */
function committeeName(context: Context, committee: Tree | undefined): { text: string; last: number } | undefined {
  const head = leaves(committee, 'committee')[0]
  const central = leaves(committee, 'central')[0]
  if (!central || (!head && central.tokenType.name !== 'CentralCommittee')) return undefined
  const party = leaves(committee, 'party')[0]
  const last = (party ?? central).last
  return {
    text: textOf(context, (head ?? central).first, last),
    last: Math.max(...allLeaves(committee as Tree).map((t) => t.last)),
  }
}

export function congressMention(context: Context, at: number, kind: Cue, tree: Tree): Mention<'document'> | undefined {
  const ordinal = readOrdinal(context, branch(tree, 'ordinal'))
  const to = leaves(tree, 'to')[0]
  const last = ordinal?.last ?? to?.last
  if (last === undefined) return undefined
  // "Nghị quyết Đại hội 2018" gives a year.
  if (ordinal && ordinal.value > 60) return undefined
  return documentMention(context, at, last, 'document/congress', kind.value, {
    congress: ordinal?.value ?? null,
  })
}

interface Ordinal {
  readonly value: number
  readonly last: number
}

function readOrdinal(context: Context, node: Tree | undefined): Ordinal | undefined {
  if (!node) return undefined
  const nth = leaves(node, 'nth').length > 0
  const digits = leaves(node, 'digits')[0]
  if (digits) return /^\d{1,2}$/.test(digits.image) ? { value: Number(digits.image), last: digits.last } : undefined
  const word = leaves(node, 'word')[0] ?? leaves(node, 'roman')[0]
  if (word) {
    // "trung ương hai bên": a small number word counts only behind "lần thứ".
    if (!nth && word.tokenType.name === 'Ordinal' && context.tokens.shape[word.first] === Shape.Lower && !isOne(word))
      return undefined
    return { value: Number(word.entries[0]?.value), last: word.last }
  }
  const five = leaves(node, 'five')[0]
  if (five && (nth || context.tokens.shape[five.first] === Shape.Capital)) return { value: 5, last: five.last }
  return undefined
}

/** "Trung ương sáu", "Trung ương bảy": words that are numbers of plenums and rarely anything else. */
const isOne = (word: IslandToken) => Number(word.entries[0]?.value) >= 4

function termNumber(term: Tree | undefined): number | null {
  const roman = leaves(term, 'roman')[0]
  if (roman) return Number(roman.entries[0]?.value)
  const digits = leaves(term, 'digits')[0]
  return digits && /^\d{1,2}$/.test(digits.image) ? Number(digits.image) : null
}
