/** What holds for every article. */
import { explain, extract, factTypes, normalize, type OffsetUnit } from '../../src/index.ts'
import { wellFormed } from '../helpers/arbitraries.ts'
import { comparable } from '../helpers/comparable.ts'
import { schemaProblems } from '../helpers/schema.ts'
import { cutters } from '../helpers/units.ts'
import { differs, type Problem, type Property } from './problem.ts'

const options = { referenceDate: '2023-12-05' }
const find = (article: string) => extract(article, options)

const spans: Property<string> = {
  name: 'spans',
  about: 'spans cut the evidence out of the article, in every unit, and lie in it in order',
  check(article) {
    for (const unit of Object.keys(cutters) as OffsetUnit[]) {
      const cutter = cutters[unit](article)
      let last = 0
      for (const fact of extract(article, { ...options, offsets: unit }).facts) {
        const { type, start, end, text } = fact
        const where = `${type} [${start}, ${end}) of ${cutter.length} ${unit}`
        if (!(start >= 0 && end > start && end <= cutter.length))
          return { what: `${type}: a span out of bounds`, detail: where }
        if (start < last) return { what: `${type}: a span out of order`, detail: where }
        last = start
        // Encoders write U+FFFD for half a pair.
        const evidence = unit === 'utf8' ? wellFormed(text) : text
        if (cutter.slice(start, end) !== evidence)
          return {
            what: `${type}: the span is not the evidence in ${unit}`,
            detail: `${where}: ${JSON.stringify(text)}`,
          }
        if (fact.type === 'official')
          for (const mention of fact.mentions)
            if (!(mention.start >= 0 && mention.end > mention.start && mention.end <= cutter.length))
              return { what: 'official: a mention out of bounds', detail: JSON.stringify(mention) }
      }
    }
    return undefined
  },
}

const lines: Property<string> = {
  name: 'lines',
  about: 'no fact goes over the end of a line, none begins or ends with a space',
  check(article) {
    for (const { type, rule, text } of find(article).facts) {
      if (/\n/.test(text)) return { what: `${type} over a line end by ${rule}`, detail: JSON.stringify(text) }
      if (text.trim() !== text)
        return { what: `${type} with a space at its edge by ${rule}`, detail: JSON.stringify(text) }
    }
    return undefined
  },
}

const json: Property<string> = {
  name: 'json',
  about: 'a result is JSON of the published schema',
  check(article) {
    const result = find(article)
    const [problem] = schemaProblems(result)
    if (problem) return { what: `schema: ${problem.schemaPath}`, detail: `${problem.instancePath} ${problem.message}` }
    return differs('the result is no plain JSON', JSON.parse(JSON.stringify(result)), result)
  },
}

const same: Property<string> = {
  name: 'same',
  about: 'the same article gives the same result, also after another one',
  check(article) {
    const first = find(article)
    find(article.slice(article.length >> 1))
    return differs('another result the second time', find(article), first)
  },
}

const types: Property<string> = {
  name: 'types',
  about: 'fewer types give the same facts of each',
  check(article) {
    const { facts } = find(article)
    const some = factTypes.map((type) => [type])
    // Two at a time besides, another choice for each article.
    const second = factTypes[article.length % factTypes.length] as (typeof factTypes)[number]
    for (const wanted of [...some, ...some.map(([type]) => [type, second])] as (typeof factTypes)[number][][]) {
      const alone = extract(article, { ...options, types: wanted }).facts
      const among = facts.filter(({ type }) => wanted.includes(type))
      const problem = differs(`${wanted.join(', ')}: other facts than among all types`, alone, among)
      if (problem) return problem
    }
    return undefined
  },
}

const forms: Property<string> = {
  name: 'forms',
  about: 'an article in NFC and the same in NFD have the same facts',
  check(article) {
    const whole = wellFormed(article)
    return sameFacts('NFD', whole.normalize('NFD'), whole.normalize('NFC'))
  },
}

/** By the letters that they go before, and not by their places, so that a counterexample stays one when it gets shorter. */
const INVISIBLE = ['\u200b', '\u00ad', '\ufeff', '\u2060', '', '', '', '']

const invisible: Property<string> = {
  name: 'invisible',
  about: 'invisible characters between the letters change nothing',
  check(article) {
    const clean = wellFormed(article)
    let littered = ''
    for (const letter of clean) {
      // A character reference is none any more when something stands in it.
      if (!/&#?\w*$/.test(littered.slice(-12))) littered += INVISIBLE[codeOf(letter) % INVISIBLE.length]
      littered += letter
    }
    return (
      differs('the normalised text', normalize(littered).text, normalize(clean).text) ??
      sameFacts('littered', littered, clean)
    )
  },
}
const codeOf = (character: string) => character.codePointAt(0) as number

const escaped: Property<string> = {
  name: 'escaped',
  about: 'characters written as character references are these characters',
  check(article) {
    // References have six digits at most.
    const clean = wellFormed(article)
      .normalize('NFC')
      .replace(/&|[\u{f4240}-\u{10ffff}]/gu, '+')
    const escapes = (character: string) =>
      (codeOf(character) > 0x7f || codeOf(character) % 3 === 0) && !/\p{Cc}/u.test(character)
    const written = [...clean].map((character) => (escapes(character) ? `&#${codeOf(character)};` : character)).join('')
    const [is, should] = [normalize(written).text, normalize(clean).text]
    if (is === should) return sameFacts('escaped', written, clean)
    const expected = [...should]
    const wrong = [...is].find((character, i) => expected[i] !== character) ?? ''
    const kind = CATEGORIES.find((category) => new RegExp(`^\\p{${category}}`, 'u').test(wrong)) ?? 'lost'
    return {
      what: `escaped: a character of the category ${kind}`,
      detail: `${JSON.stringify(is)} should be ${JSON.stringify(should)}`,
    }
  },
}
const CATEGORIES = ['L', 'M', 'N', 'Pd', 'P', 'S', 'Z', 'Cf', 'C']

const repaired: Property<string> = {
  name: 'repaired',
  about: 'the normalised text has the facts of the article',
  check: (article) => sameFacts('repaired', normalize(article).text, article),
}

const lineEnds: Property<string> = {
  name: 'line-ends',
  about: 'how lines end, and how many blank ones there are, changes nothing',
  check(article) {
    const plain = article.replace(/\r/g, ' ')
    return (
      sameFacts('CRLF', plain.replace(/\n/g, '\r\n'), plain) ??
      sameFacts('blank lines', plain.replace(/\n+/g, '$&\n'), plain) ??
      sameFacts('a line before and behind', `\n${plain}\n`, plain)
    )
  },
}

const normalised: Property<string> = {
  name: 'normalised',
  about:
    'what is normalised is NFC and stays as it is when it is done again, and the map goes forward within the article',
  check(article) {
    const { text, map } = normalize(article)
    const again = differs('normalised again', normalize(text).text, text)
    if (again) return again
    // Other scripts are left as they are.
    for (const [letters] of text.matchAll(/\p{Script=Latin}[\p{Script=Latin}\p{M}]*/gu)) {
      const composed = differs('normalised is no NFC', letters, letters.normalize('NFC'))
      if (composed) return composed
    }
    let last = 0
    for (let i = 0; i <= text.length; i++) {
      const [start, end] = [map.start(i), map.end(i)]
      if (start < last || start > article.length)
        return { what: 'the map of starts goes back', detail: `${i}: ${last}, ${start}` }
      if (end > start || end < 0)
        return { what: 'the map of ends is beyond that of starts', detail: `${i}: ${end} > ${start}` }
      last = start
    }
    return undefined
  },
}

const explained: Property<string> = {
  name: 'explained',
  about: 'explain gives at each fact that fact, with all its fields',
  check(article) {
    for (const fact of find(article).facts) {
      const { facts } = explain(article, fact.start, options)
      const found = facts.find((other) => JSON.stringify(other.fact) === JSON.stringify(fact))
      if (!found) return { what: `${fact.type} by ${fact.rule} is not explained`, detail: JSON.stringify(fact) }
    }
    for (const at of [0, article.length >> 1, article.length]) explain(article, at, options)
    return undefined
  },
}

/** Without a reference date a value never comes from nowhere: nothing may throw, and all of it is JSON of the schema. */
const unreferenced: Property<string> = {
  name: 'unreferenced',
  about: 'without a reference date all holds as well',
  check(article) {
    const result = extract(article)
    const [problem] = schemaProblems(result)
    if (problem) return { what: `schema: ${problem.schemaPath}`, detail: `${problem.instancePath} ${problem.message}` }
    const whole = wellFormed(article)
    const facts = (form: string) => comparable(extract(whole.normalize(form)).facts)
    return firstDifference('NFD', facts('NFD'), facts('NFC'))
  },
}

/** The first fact that two writings of one article do not have in common. */
function sameFacts(name: string, other: string, plain: string): Problem | undefined {
  return firstDifference(name, comparable(find(other).facts), comparable(find(plain).facts))
}

function firstDifference(name: string, other: readonly unknown[], plain: readonly unknown[]): Problem | undefined {
  const [a, b] = [other, plain].map((facts) => facts.map((fact) => comparableText(fact))) as [string[], string[]]
  const i = a.findIndex((fact, k) => fact !== b[k])
  const at = i < 0 && a.length < b.length ? a.length : i
  if (at < 0) return undefined
  const label = (fact: string | undefined) => (fact ? JSON.parse(fact).rule : 'nothing')
  return {
    what: `${name}: ${label(a[at])} for ${label(b[at])}`,
    detail: `${a[at] ?? 'nothing'} should be ${b[at] ?? 'nothing'}`,
  }
}

/** The evidence itself is of the writing; what it says is not. */
const comparableText = (fact: unknown): string => {
  const { text: _text, ...rest } = fact as Readonly<Record<string, unknown>>
  return JSON.stringify(rest)
}

export const articleProperties: readonly Property<string>[] = [
  spans,
  lines,
  json,
  same,
  types,
  forms,
  invisible,
  escaped,
  repaired,
  lineEnds,
  normalised,
  explained,
  unreferenced,
]
