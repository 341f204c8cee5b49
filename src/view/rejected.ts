/** What was taken for a fact and is none, and what may be several things. */
import type { DocumentFact, ExplainedArticle, OwnFact } from '../index.ts'
import { badge, factLink, place, quoted } from './facts.ts'
import { type Html, html } from './html.ts'
import { oneLine } from './summary.ts'

export interface Doubts {
  readonly ambiguous: readonly Html[]
  readonly rejected: readonly Html[]
}

export function doubts(
  text: string,
  { facts, rejected }: Pick<ExplainedArticle<OwnFact>, 'facts' | 'rejected'>,
): Doubts {
  return {
    ambiguous: facts.flatMap(({ fact }, i) => {
      const keys = (fact as Partial<DocumentFact>).ambiguous
      return keys?.length
        ? [
            html`<li>${factLink(fact.type, i, oneLine(fact.text))} <span class="reason">may be ${keys.map((key, k) => html`${k > 0 && ' or '}${quoted(key)}`)}</span></li>`,
          ]
        : []
    }),
    rejected: rejected.map(
      ({
        type,
        start,
        end,
        rule,
        code,
        reason,
      }) => html`<li>${badge(type)} ${place(start, end, quoted(oneLine(text.slice(start, end))))}
<span class="reason">${reason}</span> <span class="small"><code>${rule}</code> · <code>${code}</code> · [${start}, ${end})</span></li>`,
    ),
  }
}
