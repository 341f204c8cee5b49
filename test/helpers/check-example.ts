/** Runs an example sentence in one of its spellings. */
import { fold } from '../../src/eval/fold.ts'
import { extract, type Fact } from '../../src/index.ts'
import { type Example, fieldText } from './examples.ts'
import type { Variant } from './variants.ts'

/** Fields that are null where the sentence does not give them, so an example must name each that it gives. */
const nullable: Readonly<Record<Fact['type'], readonly string[]>> = {
  document: ['number', 'year', 'symbol', 'code', 'issuer', 'congress', 'plenum', 'issuedOn', 'subject', 'name'],
  date: ['mod'],
  official: ['rank', 'degree'],
  topic: ['speaker', 'document'],
  bridgePoints: ['role'],
  attendance: ['of', 'percent'],
  deadline: ['due', 'within', 'task', 'assignee'],
}

/** What is wrong with the facts of one kind. */
export function checkExample(type: Fact['type'], example: Example, { name: variant, apply }: Variant): string[] {
  let text = ''
  const expected = example.pieces.flatMap((piece) => {
    const start = text.length
    text += apply(piece.text)
    return piece.fields ? [{ start, end: text.length, fields: piece.fields }] : []
  })
  // Needs of a kind are found too, so all types are asked for.
  const found = extract(text, { referenceDate: example.reference }).facts.filter((fact) => fact.type === type)
  // The spelling that the example is written in must come out letter by letter, the others but for what spelling leaves open.
  const equal = (a: string, b: string) => (variant === 'NFC' ? a === b.normalize('NFC') : fold(a) === fold(b))

  const problems: string[] = []
  const say = (problem: string) => problems.push(`${variant}: ${problem}`)
  for (const { start, end, fields } of expected) {
    const evidence = text.slice(start, end)
    const fact = found.find((f) => f.start === start && f.end === end)
    if (!fact) {
      say(`"${evidence}" is not found`)
      continue
    }
    const given = new Map([...nullable[type].map((name) => [name, 'null'] as const), ...fields])
    for (const [name, value] of given) {
      if (value === '?') continue
      const is = fieldText((fact as unknown as Readonly<Record<string, unknown>>)[name])
      if (!equal(is, value)) say(`"${evidence}": ${name} is ${is} and should be ${value}`)
    }
  }
  for (const fact of found)
    if (!expected.some(({ start, end }) => fact.start === start && fact.end === end))
      say(`"${fact.text}" is found by ${fact.rule}`)
  return problems
}
