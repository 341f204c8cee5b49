/** What a fact says, in one line for people. */
import type { Fact, OwnFact } from '../index.ts'

/** Control characters of an article must not reach a terminal, and line ends not a table. */
export const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ')

export function summaryOf(given: Fact | OwnFact): string {
  // A type of the user's own falls through to the end.
  const fact = given as Fact
  switch (fact.type) {
    case 'document':
      return list([
        fact.code ? `${fact.kind} ${fact.code}` : null,
        !fact.code && list([fact.name ?? fact.kind, fact.number, fact.year], ' '),
        fact.plenum !== null && `Hội nghị ${fact.plenum}`,
        fact.congress !== null && `khóa ${fact.congress}`,
        fact.issuer,
        fact.issuedOn,
        fact.subject && `“${fact.subject}”`,
      ])
    case 'date':
      return list([fact.value, fact.mod], ' ')
    case 'official':
      return list([list([fact.degree, fact.rank, fact.name], ' '), ...fact.titles], '; ')
    case 'topic':
      return list([fact.title, fact.speaker, fact.document])
    case 'bridgePoints':
      return list([APPROX[fact.approx] + number(fact.count), fact.role], ' ')
    case 'attendance':
      return list(
        [
          APPROX[fact.approx] + number(fact.count) + (fact.of === null ? '' : `/${number(fact.of)}`),
          fact.unit,
          fact.percent !== null && `(${String(fact.percent).replace('.', ',')}%)`,
        ],
        ' ',
      )
    case 'deadline':
      return list([
        fact.due === null ? `within ${fact.within ?? '?'}` : `${fact.inclusive ? 'by' : 'before'} ${fact.due}`,
        fact.task,
        fact.assignee,
      ])
  }
  return (
    list(Object.entries(given).flatMap(([name, value]) => (COMMON.has(name) ? [] : [plain(value)]))) ||
    oneLine(given.text)
  )
}

const COMMON: ReadonlySet<string> = new Set(['type', 'start', 'end', 'text', 'rule', 'confidence', 'inferred'])
const plain = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))

const APPROX = { exact: '', about: '~', over: '>', under: '<' } as const
const number = (n: number) =>
  String(n)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+(?!\d|,))/g, '.')
const list = (parts: readonly (string | number | null | undefined | false)[], separator = ', ') =>
  oneLine(parts.filter((part) => part !== null && part !== undefined && part !== false && part !== '').join(separator))
