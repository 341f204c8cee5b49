/** schema.org's vocabulary, for pages and search engines: a news article with the documents, persons and events that it mentions. */
import type { Extraction } from '../index.ts'
import type { Source } from './offsets.ts'

/** A page about a news article, to be written into a `script` of type `application/ld+json`. */
export interface JsonLd {
  readonly '@context': 'https://schema.org'
  readonly '@type': 'NewsArticle'
  readonly '@id': string
  readonly inLanguage: 'vi'
  readonly datePublished?: string
  readonly mentions: readonly JsonLdMention[]
}

/** What an article mentions; equal mentions are there once. */
export type JsonLdMention = JsonLdLegislation | JsonLdPerson | JsonLdEvent

/** A document that is cited. */
export interface JsonLdLegislation {
  readonly '@type': 'Legislation'
  readonly name: string
  readonly legislationType: string
  readonly legislationIdentifier?: string
  readonly legislationDate?: string
  readonly legislationPassedBy?: { readonly '@type': 'Organization'; readonly name: string }
  readonly about?: string
}

/** An official; `honorificPrefix` has rank and degree. */
export interface JsonLdPerson {
  readonly '@type': 'Person'
  readonly name: string
  readonly jobTitle: readonly string[]
  readonly honorificPrefix?: string
}

/** A talk about a topic with who gives it, or something that has to be done with the day by which. */
export interface JsonLdEvent {
  readonly '@type': 'Event'
  readonly name: string
  readonly endDate?: string
  readonly performer?: { readonly '@type': 'Person'; readonly name: string }
  readonly organizer?: { readonly '@type': 'Organization'; readonly name: string }
  readonly about?: string
}

/**
 * The documents, officials, talks and deadlines of an article in the vocabulary of schema.org.
 * @param published The day of publication, as YYYY-MM-DD.
 */
export function toJsonLd({ id }: Source, { facts }: Extraction, published?: string): JsonLd {
  const mentions = new Map<string, JsonLdMention>()
  // What an article mentions ten times it mentions.
  const add = (mention: JsonLdMention) => mentions.set(JSON.stringify(mention), mention)
  for (const fact of facts)
    if (fact.type === 'document') {
      const { kind, number, code, issuer, issuedOn, subject } = fact
      add({
        '@type': 'Legislation',
        name: fact.name ?? [kind, code ?? number].filter(Boolean).join(' '),
        legislationType: kind,
        ...(code === null ? {} : { legislationIdentifier: code }),
        ...(issuedOn === null ? {} : { legislationDate: issuedOn }),
        ...(issuer === null ? {} : { legislationPassedBy: { '@type': 'Organization', name: issuer } }),
        ...(subject === null ? {} : { about: subject }),
      })
    } else if (fact.type === 'official') {
      const prefix = [fact.rank, fact.degree].filter(Boolean).join(' ')
      add({
        '@type': 'Person',
        name: fact.name,
        jobTitle: fact.titles,
        ...(prefix === '' ? {} : { honorificPrefix: prefix }),
      })
    } else if (fact.type === 'topic' && fact.speaker !== null)
      add({
        '@type': 'Event',
        name: fact.title,
        performer: { '@type': 'Person', name: fact.speaker },
        ...(fact.document === null ? {} : { about: fact.document }),
      })
    else if (fact.type === 'deadline' && fact.task !== null && fact.due !== null)
      add({
        '@type': 'Event',
        name: fact.task,
        endDate: fact.due,
        ...(fact.assignee === null ? {} : { organizer: { '@type': 'Organization', name: fact.assignee } }),
      })
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': id,
    inLanguage: 'vi',
    ...(published === undefined ? {} : { datePublished: published }),
    mentions: [...mentions.values()],
  }
}
