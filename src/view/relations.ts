/** Who presents what, on which document; what has to be done by when, and by whom. */
import type { DeadlineFact, ExplainedFact, Fact, OwnFact, TopicFact } from '../index.ts'
import { factLink, quoted } from './facts.ts'
import { type Html, html } from './html.ts'
import { oneLine } from './summary.ts'

/** The relations of an article's facts. Empty where there are none. */
export function relations(facts: readonly ExplainedFact<OwnFact>[]): Html[] {
  // What is no built-in kind has no relations, and its type says so.
  const all = facts.map(({ fact }) => fact as Fact)
  const find = finder(all)
  return all.flatMap((fact, i) => {
    if (fact.type === 'topic' && (fact.speaker !== null || fact.document !== null)) return [ofTopic(fact, i, find)]
    if (fact.type === 'deadline' && (fact.task !== null || fact.assignee !== null)) return [ofDeadline(fact, i)]
    return []
  })
}

function ofTopic(topic: TopicFact, i: number, find: ReturnType<typeof finder>): Html {
  const person = find('official', topic.speaker, topic.start)
  const document = find('document', topic.document, topic.start)
  return html`<li>${factLink('topic', i, topic.title)}
${topic.speaker !== null && arrow('presented by', person < 0 ? quoted(topic.speaker) : factLink('official', person, topic.speaker))}
${topic.document !== null && arrow('subject of', document < 0 ? quoted(topic.document) : factLink('document', document, topic.document))}</li>`
}

function ofDeadline(deadline: DeadlineFact, i: number): Html {
  return html`<li>${factLink('deadline', i, deadlineLabel(deadline))}
${deadline.task !== null && arrow('task', quoted(oneLine(deadline.task)))}
${deadline.assignee !== null && arrow('assigned to', quoted(oneLine(deadline.assignee)))}</li>`
}

export const deadlineLabel = ({ due, inclusive, within, text }: DeadlineFact): string =>
  due === null ? (within === null ? oneLine(text) : `within ${within}`) : `${inclusive ? 'by' : 'before'} ${due}`

const arrow = (label: string, to: Html): Html =>
  html`<div class="arrow"><span class="edge">${label}</span> <span class="to">${to}</span></div>`

/** Finds officials by name and documents by code: the number of the one that begins nearest to an offset, or -1. */
function finder(all: readonly Fact[]) {
  const places = new Map<string, number[]>()
  all.forEach((fact, i) => {
    const key = fact.type === 'official' ? fact.name : fact.type === 'document' ? fact.code : null
    if (key === null) return
    const known = places.get(`${fact.type} ${key}`)
    if (known) known.push(i)
    else places.set(`${fact.type} ${key}`, [i])
  })
  const distance = (i: number, offset: number) => Math.abs((all[i] as Fact).start - offset)
  return (type: 'official' | 'document', key: string | null, offset: number): number =>
    (places.get(`${type} ${key}`) ?? []).reduce(
      (best, i) => (best < 0 || distance(i, offset) < distance(best, offset) ? i : best),
      -1,
    )
}
