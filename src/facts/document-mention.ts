import type { Context } from '../parse/context.ts'
import type { Mention } from './types.ts'

const unsaid = {
  number: null,
  year: null,
  symbol: null,
  code: null,
  issuer: null,
  congress: null,
  plenum: null,
  issuedOn: null,
  subject: null,
  key: null,
} satisfies Partial<Mention<'document'>>

type Said = Partial<Omit<Mention<'document'>, 'type' | 'first' | 'last' | 'start' | 'end' | 'rule' | 'kind'>>

/** A document that is mentioned in the tokens [first, last). Fields that the article does not say are null. */
export function documentMention(
  { tokens }: Context,
  first: number,
  last: number,
  rule: string,
  kind: string,
  said: Said,
): Mention<'document'> {
  return {
    type: 'document',
    first,
    last,
    start: tokens.start[first] as number,
    end: tokens.end[last - 1] as number,
    rule,
    kind,
    ...unsaid,
    ...said,
  }
}

/** Says of the tokens [first, last) why they are no document. */
export function rejectDocument(
  context: Context,
  first: number,
  last: number,
  rule: string,
  code: string,
  reason: string,
): undefined {
  const { start, end } = context.tokens
  context.reject({
    type: 'document',
    start: start[first] as number,
    end: end[last - 1] as number,
    rule,
    code,
    reason,
  })
}
