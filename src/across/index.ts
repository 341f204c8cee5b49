/** What is the same across the documents of an archive: near-copies of texts, documents that are cited, persons. */
import type { Extraction } from '../index.ts'
import { Copies, type CopyOf } from './copies.ts'
import { documentIdentity } from './documents.ts'
import { Persons } from './persons.ts'

export type { CopyOf } from './copies.ts'

export interface AcrossDocument {
  readonly id: string | number
  /** The article's text, as it was extracted from. */
  readonly text: string
  readonly extraction: Pick<Extraction, 'facts' | 'reference'>
}

/** What a fact is across the archive. */
export interface FactKey {
  /** The index of the fact in the extraction. */
  readonly fact: number
  /** The same for facts that are of one document or person; null where the article does not settle which. */
  readonly key: string | null
  readonly basis: string
}

export interface AcrossResult {
  /** The document of which this one is a near-copy, the first of them; null where it is none. */
  readonly copyOf: CopyOf | null
  /** Of documents and officials, in the order of the facts. */
  readonly keys: readonly FactKey[]
}

export type Link =
  /** Two keys of one person: an article says both posts. */
  | { readonly type: 'joined'; readonly key: string; readonly joined: string; readonly basis: string }
  /** A fact without a key: a number, a law's name or a person's name is all that the article says. It stays by itself; the candidates say what it may be. */
  | {
      readonly type: 'open'
      readonly id: string | number
      readonly fact: number
      readonly text: string
      readonly candidates: readonly string[]
      readonly basis: string
    }

interface Open {
  readonly id: string | number
  readonly fact: number
  readonly text: string
  readonly group: string | null
  readonly day: string | null
}

/** Candidates that are named; more tell nothing. */
const MOST_CANDIDATES = 10

/**
 * Takes the documents of an archive in their order, one by one; the same order gives the same bytes. It keeps half a kilobyte a text that is no
 * copy, and each key once.
 */
export class Across {
  private readonly copies = new Copies()
  private readonly persons = new Persons()
  /** Keys by what all citations share, with the day on which the document was issued where that is known. */
  private readonly groups = new Map<string, Map<string, string | null>>()
  private readonly open: Open[] = []

  /** Adds a document: whose near-copy it is, and the keys of its facts. Documents are compared with those that came before. */
  add({ id, text, extraction }: AcrossDocument): AcrossResult {
    const keys: FactKey[] = []
    const day = extraction.reference?.date ?? null
    extraction.facts.forEach((fact, index) => {
      if (fact.type === 'document') {
        const identity = documentIdentity(fact)
        if (!identity) return
        keys.push({ fact: index, key: identity.key, basis: identity.basis })
        if (identity.key === null) {
          this.open.push({ id, fact: index, text: fact.text, group: identity.group, day })
          return
        }
        const group = this.groups.get(identity.group) ?? new Map<string, string | null>()
        this.groups.set(identity.group, group)
        if (!group.has(identity.key)) group.set(identity.key, issued(identity.key, fact.issuedOn))
      } else if (fact.type === 'official') {
        const place = this.persons.add(fact.name, fact.titles)
        const key = place === null ? null : this.persons.ownKey(place)
        keys.push({ fact: index, key, basis: key === null ? 'name alone' : 'name and post' })
        if (key === null) this.open.push({ id, fact: index, text: fact.name, group: null, day })
      }
    })
    return { copyOf: this.copies.add(id, text), keys }
  }

  /** The table of links, when all documents have been added: keys that are one, and facts that had none of their own. */
  *links(): Generator<Link> {
    for (const { key, joined } of this.persons.joins()) {
      yield { type: 'joined', key, joined, basis: 'both posts in one article' }
    }
    for (const { id, fact, text, group, day } of this.open) {
      const all = group === null ? this.persons.named(text) : this.citable(group, day)
      const basis = `${group === null ? 'name alone' : 'number or name alone'}, ${count(all.length)}`
      yield { type: 'open', id, fact, text, candidates: all.slice(0, MOST_CANDIDATES), basis }
    }
  }

  /** Documents of a group that an article of a day can mean: those that were issued by then. */
  private citable(group: string, day: string | null): string[] {
    const keys = [...(this.groups.get(group) ?? new Map<string, string | null>())]
    return keys
      .filter(([, on]) => day === null || on === null || on <= day)
      .map(([key]) => key)
      .sort()
  }
}

const count = (candidates: number) =>
  candidates === 0 ? 'none known' : candidates === 1 ? 'one known, perhaps another' : `${candidates} known`

const issued = (key: string, issuedOn: string | null) =>
  issuedOn ?? /\d{4}-\d{2}-\d{2}/.exec(key)?.[0] ?? /(?:^|\D)(\d{4})(?:$|\/)/.exec(key)?.[1] ?? null
